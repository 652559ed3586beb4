/**
 * What a workbook says, every cell having matched the type that its Notes sheet declares: columns, rows, examples, and a
 * decision table as DRL. Uses {@code tables.workbook}, {@code finding} for where a row stands, and {@code codes} for the
 * form in which days reach rules, {@code facts} for their edition.
 */
package org.hearth.tables.content;
