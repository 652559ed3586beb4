package org.hearth.codes;

import java.util.List;
import java.util.Locale;
import org.hearth.finding.InWords;

/**
 * What a HCPCS code on a 34X therapy line is: a row of {@code codes/therapy-codes.xlsx} (Pub. 100-04 ch. 5 s. 20).
 *
 * @param row table and key
 * @param code HCPCS code
 * @param label two to four words of our own
 * @param unitKind what one unit is
 * @param unitMinutes minutes of a unit; {@code null} where it is no time
 * @param maxPerDay most units in a day, or {@link Integer#MAX_VALUE} where no source sets one
 * @param baseCode the code whose further time this one bills, which must stand beside it, or {@code none}
 * @param countedWith the services that are counted together and that it is one of, such as {@code monitoring supply}; {@code
 *     none} where it is counted by itself alone
 * @param countedOver over what they are counted
 * @param disposition {@code always} or {@code sometimes} therapy, {@code none} where it is on neither list
 * @param disciplines {@code PT}, {@code OT}, {@code SLP}: who usually bills it
 * @param evaluative whether it is an evaluation or re-evaluation that calls for functional reporting
 * @param lockedModifier the one discipline modifier it may carry, or {@code any}
 * @param payable whether it is paid separately, not bundled
 * @param medicare whether Medicare takes it at all
 * @param assistantExempt whether it never carries CQ or CO
 * @param datesSeen whether a source was seen for its first and last day; where not, a line outside them is only doubtful
 * @param from first day
 * @param through last day
 */
@InWords("therapy code")
public record TherapyCode(
        String row,
        String code,
        String label,
        ServiceUnit unitKind,
        Integer unitMinutes,
        int maxPerDay,
        String baseCode,
        String countedWith,
        Over countedOver,
        String disposition,
        List<String> disciplines,
        boolean evaluative,
        String lockedModifier,
        boolean payable,
        boolean medicare,
        boolean assistantExempt,
        boolean datesSeen,
        int from,
        int through)
        implements CodeRow {

    /** What services are counted over. */
    public enum Over {
        /** Nothing: each stands for itself. */
        NONE,
        DAY,
        /** A run of days, of a number that is policy. */
        DAYS,
        /** A calendar month. */
        MONTH,
        /** From the start of care on. */
        EPISODE;

        private final String word = name().toLowerCase(Locale.ROOT);

        @Override
        public String toString() {
            return word;
        }
    }

    /** Stands for a code without a row on the day. */
    public static final TherapyCode NONE = new TherapyCode(
            null,
            "",
            "none",
            null,
            null,
            Integer.MAX_VALUE,
            "none",
            "none",
            Over.NONE,
            "none",
            List.of(),
            false,
            "any",
            false,
            true,
            false,
            false,
            Day.FIRST,
            Day.LAST);

    /** The days of the row in words, such as {@code from 2017-01-01 through 2019-12-31}. */
    public String span() {
        return Day.span(from, through);
    }
}
