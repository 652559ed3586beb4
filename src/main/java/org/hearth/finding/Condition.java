package org.hearth.finding;

/**
 * Something that a rule or row asks of a fact, and what the fact had.
 *
 * @param asks the column's heading, or the property in words
 * @param cell the cell that says it, such as {@code B10}; {@code null} where a rule or a hidden row does
 * @param wants what is asked: the cell as the analyst wrote it, or the rule in words
 * @param has what the fact had, as text; of a list of codes asked one by one, those for which it holds; {@code null}
 *     where it is no single value
 */
public record Condition(String asks, String cell, String wants, String has) {}
