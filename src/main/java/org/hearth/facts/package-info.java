/**
 * A claim as the facts that rules reason about. Facts describe: what is billed, on which day, how many, how far apart.
 * What is wrong is said by rules and rows alone. A claim becomes facts once, before they enter the session: every line
 * with its code-list rows already looked up for its date, every day as a whole number {@code yyyymmdd}, so that a rule
 * compares and never computes. Each room below holds what one part of the field speaks of; here they are put together.
 */
package org.hearth.facts;
