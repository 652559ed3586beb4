package org.hearth.catalog;

/**
 * Something about a claim that Hearth does not judge at all: a row of {@code codes/not-judged.xlsx}.
 *
 * @param topic what, such as {@code NCCI code pairs}
 * @param says what that is and who judges it, one sentence
 */
public record NotJudged(String topic, String says) {}
