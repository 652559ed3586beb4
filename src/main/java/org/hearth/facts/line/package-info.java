/**
 * The claim's header and its service lines as facts, each line with the rows of its codes, and what a derivation of
 * further facts is. May use {@code codes}.
 */
package org.hearth.facts.line;
