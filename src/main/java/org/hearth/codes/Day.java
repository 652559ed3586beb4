package org.hearth.codes;

import java.time.LocalDate;

/** Days as rules compare them: the whole number {@code yyyymmdd}. */
public final class Day {

    /** Before every date: the {@code from} of a row that has held since ever. */
    public static final int FIRST = 0;

    /** After every date: the {@code through} of a row without end. */
    public static final int LAST = 9999_12_31;

    private Day() {}

    /** The number of a date. */
    public static int of(LocalDate date) {
        return date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }

    /** The number of a date, or another number where there is no date. */
    public static int of(LocalDate date, int unknown) {
        return date == null ? unknown : of(date);
    }

    /** The date of a number made by {@link #of(LocalDate)}. */
    public static LocalDate date(int day) {
        return LocalDate.of(day / 10_000, day / 100 % 100, day % 100);
    }

    /** A span of days in words, both included: {@code from 2017-01-01 through 2019-12-31}, an open end left out. */
    public static String span(int from, int through) {
        String since = from == FIRST ? "" : "from " + date(from);
        String until = through == LAST ? "" : "through " + date(through);
        return (since + " " + until).strip();
    }
}
