package org.hearth.claim;

/**
 * Days on which another payer pays before Medicare.
 *
 * @param kind what kind of insurance it is, by the code that is the value code of its payment too, such as {@code 12}
 * @param span its days; the end may be open
 */
public record PayerBefore(String kind, DateSpan span) {}
