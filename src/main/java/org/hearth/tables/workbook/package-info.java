/**
 * Workbooks as files: looked at before the spreadsheet library sees them, read as plain cells, and marked with what is
 * wrong. Nothing else reads by the spreadsheet library. Knows no table; uses {@code data}, where cells read before are kept,
 * and {@code finding} for how a stranger's text is shown.
 */
package org.hearth.tables.workbook;
