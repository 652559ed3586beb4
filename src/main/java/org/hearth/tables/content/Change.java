package org.hearth.tables.content;

import java.time.LocalDate;

/**
 * A line of a workbook's changelog.
 *
 * @param on the day of the change
 * @param effective the first date of service it touches, in words or as a date
 * @param what what changed
 */
public record Change(LocalDate on, String effective, String what) {}
