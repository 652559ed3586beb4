package org.hearth.tables.content;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which day somebody meant who wrote it otherwise than 2018-05-01. */
public final class MeantDate {

    /** The day before the first one that spreadsheet programs count, as they count 1900-02-29 too. */
    private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);

    /** 1954 to 2091: what is less may be an amount, and what is more is one. */
    private static final Pattern SERIAL = Pattern.compile("[2-6][0-9]{4}");

    private static final Pattern AMERICAN =
            Pattern.compile("([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]((?:[0-9]{2})?[0-9]{2})");
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})[/.-]([0-9]{1,2})[/.-]([0-9]{1,2})");
    private static final Pattern UNBROKEN = Pattern.compile("((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})");
    private static final int CENTURY = 2000;

    private MeantDate() {}

    /**
     * The day.
     *
     * @param written month, day and year, as in the United States; year, month and day; or the number that a spreadsheet
     *     program keeps of a day
     * @return empty if it is none of them
     */
    public static Optional<LocalDate> of(String written) {
        String text = written.strip();
        if (SERIAL.matcher(text).matches()) {
            return Optional.of(ZERO.plusDays(Long.parseLong(text)));
        }
        Matcher american = AMERICAN.matcher(text);
        if (american.matches()) {
            int year = Integer.parseInt(american.group(3));
            return day(year < 100 ? CENTURY + year : year, american.group(1), american.group(2));
        }
        for (Pattern pattern : new Pattern[] {YEAR_FIRST, UNBROKEN}) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.matches()) {
                return day(Integer.parseInt(matcher.group(1)), matcher.group(2), matcher.group(3));
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> day(int year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(year, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
