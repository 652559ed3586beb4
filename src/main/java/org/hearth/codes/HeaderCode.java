package org.hearth.codes;

import java.util.Locale;
import org.hearth.finding.InWords;

/**
 * What a code of a claim's header is: a row of {@code codes/header-codes.xlsx} (UB-04 FL 14, 15, 17, 18-28, 31-36 and
 * 39-41).
 *
 * @param row table and key
 * @param code the code with its kind, as {@link HeaderKind#with}
 * @param label what it says, in Hearth's own words
 * @param decides which day of the statement its first and last day are compared with
 * @param amount what the amount of a value code is
 * @param homeHealth how it stands on a 32X
 * @param outpatient how it stands on a 34X
 * @param notice how it stands on a notice of admission or its cancellation
 * @param from first day
 * @param through last day
 */
@InWords("header code")
public record HeaderCode(
        String row,
        String code,
        String label,
        StatementDay decides,
        Amount amount,
        HeaderStanding homeHealth,
        HeaderStanding outpatient,
        HeaderStanding notice,
        int from,
        int through)
        implements CodeRow {

    /** A day of the statement that a code is judged on. */
    public enum StatementDay {
        /** The first. */
        FROM,
        /** The last: of codes that say how the period ended. */
        THROUGH;

        @Override
        public String toString() {
            return "statement " + name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the amount of a value code is. */
    public enum Amount {
        /** Dollars. */
        MONEY,
        /** A number that stands for something else, such as a place. */
        NUMBER,
        /** Of a code that has none. */
        NO_AMOUNT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** The day of a statement that decides whether it is in force, days as {@link Day}. */
    @DayNumber
    public int deciding(int statementFrom, int statementThrough) {
        return decides == StatementDay.FROM ? statementFrom : statementThrough;
    }

    /** The days of the row in words, such as {@code from 2010-07-01}. */
    public String span() {
        return Day.span(from, through);
    }
}
