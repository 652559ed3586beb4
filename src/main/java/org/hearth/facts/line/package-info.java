/**
 * The claim's header and its service lines as facts, each line with the rows of its codes, and what a derivation of
 * further facts is. Uses no other room.
 */
package org.hearth.facts.line;
