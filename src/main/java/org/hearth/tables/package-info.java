/**
 * The analysts' workbooks: decision tables ({@code *.drl.xlsx}) and code lists ({@code codes/*.xlsx}), and imported code sets
 * ({@code codes/sets/*.txt.gz}). A workbook is
 * data from a stranger: every cell must match the declared type of its column before anything else looks at it, and only
 * what has matched reaches the rule engine, in the form that {@code content} gives it. {@code workbook} uses no room,
 * {@code content} uses {@code workbook}, the others use those two and not each other.
 *
 * <ul>
 *   <li>{@code workbook}: a file as plain cells, and what is wrong with it
 *   <li>{@code content}: what the cells say
 *   <li>{@code analysis}: what the rows of a table say together
 *   <li>{@code difference}: what differs between two editions
 *   <li>{@code codeset}: published code files, and the code sets that they are imported into; uses {@code workbook} alone
 *   <li>{@code skeleton}: the workbook that a new table begins with
 * </ul>
 */
package org.hearth.tables;
