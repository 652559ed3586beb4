/**
 * The claim as a whole: what its header carries, how its type of bill stands. May use {@code line}.
 */
package org.hearth.facts.claim;
