/**
 * The analysts' workbooks: decision tables ({@code *.drl.xlsx}) and code lists ({@code codes/*.xlsx}). A workbook is
 * data from a stranger: every cell must match the declared type of its column before anything else looks at it, and only
 * what has matched reaches the rule engine, in the form that this package gives it.
 */
package org.hearth.tables;
