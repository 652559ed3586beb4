/**
 * What differs between two editions of workbooks: in rows, examples and columns; in what belongs to the rules and not to
 * an analyst; and as text, for tools that compare text. Uses {@code tables.content} and {@code tables.workbook}.
 */
package org.hearth.tables.difference;
