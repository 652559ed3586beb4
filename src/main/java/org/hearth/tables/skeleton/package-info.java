/**
 * The workbook that a new table begins with, written by the spreadsheet library. Uses {@code tables.content} for the names
 * of sheets and types, and {@code facts} for their edition.
 */
package org.hearth.tables.skeleton;
