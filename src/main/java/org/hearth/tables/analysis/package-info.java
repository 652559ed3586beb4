/**
 * Whether exactly as many rows of a table hold as its Notes sheet promises: cases that two rows take, or none, and rows
 * that add nothing. Uses {@code tables.content} and {@code tables.workbook}.
 */
package org.hearth.tables.analysis;
