/** The REST calls below {@code /v1}: thin, each a few lines over the packages that do the work. */
package org.hearth.web;
