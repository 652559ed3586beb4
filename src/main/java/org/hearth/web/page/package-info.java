/**
 * The pages for people: the form, the report, the tables, and what can be found. Their templates lie beside the classes, their scripts
 * and styles in {@code META-INF/resources/page}. Uses {@code web.form} and {@code web.request}.
 */
package org.hearth.web.page;
