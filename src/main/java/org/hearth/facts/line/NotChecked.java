package org.hearth.facts.line;

import java.util.List;

/**
 * Something that could not be judged.
 *
 * @param topic what, such as {@code units}
 * @param lines the lines it concerns, ascending; empty for the whole claim
 * @param needs the fact that was missing, such as {@code minutes}
 */
public record NotChecked(String topic, List<Integer> lines, String needs) {}
