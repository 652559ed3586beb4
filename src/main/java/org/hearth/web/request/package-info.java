/**
 * What the calls and the pages share: the ruleset that answers a request, how large its body may be, claims answered while
 * they arrive, and how what goes wrong is answered. Uses {@code web.form}, whose errors it
 * answers, and {@code web.identity}, as the decision log says who called.
 */
package org.hearth.web.request;
