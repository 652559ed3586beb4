/**
 * The claim as a whole: what it carries, the form of its identifiers, its total beside its lines, and of a 32X the numbers
 * of its period, visits and notice. May use {@code line}.
 */
package org.hearth.facts.claim;
