/**
 * The calls below {@code /v1}: thin, each a few lines over the packages that do the work. Uses {@code web.request},
 * {@code web.guard}, and {@code web.page} for a report as a page.
 */
package org.hearth.web.rest;
