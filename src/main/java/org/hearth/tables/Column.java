package org.hearth.tables;

/**
 * A column of a workbook.
 *
 * @param index its place in the sheet, from 0
 * @param heading its plain heading
 * @param type what its cells hold
 * @param meaning what it is, for the analyst
 * @param role what the engine does with it: {@code NAME}, {@code CONDITION}, {@code ACTION}, {@code METADATA}; {@code
 *     null} in a code list
 */
public record Column(int index, String heading, ColumnType type, String meaning, String role) {}
