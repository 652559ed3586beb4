/**
 * The domain's arithmetic and the facts that rules reason about. A claim becomes facts once, before they enter the
 * session: every line with its code-list rows already looked up for its date, every day as a whole number
 * {@code yyyymmdd}, so that a rule compares and never computes.
 */
package org.hearth.therapy;
