/**
 * Who calls, and who may make which call: one table, {@link org.hearth.web.identity.AccessTable}, that the guard reads and the docs
 * show. Uses {@code web.request} alone.
 */
package org.hearth.web.identity;
