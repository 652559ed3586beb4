/**
 * What was billed: an institutional home health claim as immutable values, with no framework behind them. A value that
 * the claim does not carry is {@code null}; a repeating field that it does not carry is an empty list.
 */
package org.hearth.claim;
