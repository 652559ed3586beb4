/**
 * What turns a request away before a call sees it: whoever may not change what is answered, a body that is too large or does
 * not say what it is. Uses {@code web.request}, and {@code web.page}, as a browser is refused with a page.
 */
package org.hearth.web.guard;
