/**
 * Who calls, and who may make which call: one table, {@link org.hearth.web.identity.AccessTable}, that the guard reads and the docs
 * show. Uses no other room of the web.
 */
package org.hearth.web.identity;
