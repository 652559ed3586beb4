/**
 * What turns a request away before a call sees it: one that its caller may not make, a body that is too large or does
 * not say what it is; and ends an answer that nobody reads. Uses {@code web.request}, {@code web.identity}, and {@code
 * web.page}, as a browser is refused with a page.
 */
package org.hearth.web.guard;
