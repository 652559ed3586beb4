package org.hearth.x12.segment;

import java.time.LocalDate;

/** The day or the days that a date format qualifier and its value name. One serves date after date. */
public final class Days {

    private LocalDate from;
    private LocalDate through;

    /** The first day; {@code null} if the last value read was none. */
    public LocalDate from() {
        return from;
    }

    /** The last day, the first again if there is but one. */
    public LocalDate through() {
        return through;
    }

    public boolean isOneDay() {
        return from != null && from.equals(through);
    }

    /**
     * Reads a value.
     *
     * @param qualifier the component that holds the qualifier: {@code D8}, {@code RD8}, or {@code DT}, whose hours are
     *     cut off; the value follows it
     * @return what is wrong with the value, or {@code null}
     */
    public String read(Segment segment, int element, int qualifier) {
        return segment.is(element, qualifier, "RD8")
                ? readRange(segment, element, qualifier + 1)
                : readDay(segment, element, qualifier, element, qualifier + 1);
    }

    /** Reads the value of a DTP segment, whose qualifier and value are elements of their own. */
    public String readDtp(Segment dtp) {
        return dtp.is(2, "RD8") ? readRange(dtp, 3, 1) : readDay(dtp, 2, 1, 3, 1);
    }

    private String readDay(Segment segment, int element, int qualifier, int valueElement, int value) {
        from = null;
        through = null;
        boolean withTime = segment.is(element, qualifier, "DT");
        if (!withTime && !segment.is(element, qualifier, "D8")) {
            if (segment.isEmpty(element, qualifier)) {
                return "a date is missing";
            }
            return "a date of format " + Quoted.value(segment.text(element, qualifier)) + " is not read here";
        }
        if (segment.length(valueElement, value) == (withTime ? 12 : 8)) {
            from = segment.date(valueElement, value, 0);
            through = from;
        }
        return from == null ? Quoted.value(segment.text(valueElement, value)) + " is not a date" : null;
    }

    private String readRange(Segment segment, int element, int component) {
        boolean range = segment.length(element, component) == 17 && segment.charAt(element, component, 8) == '-';
        from = range ? segment.date(element, component, 0) : null;
        through = range ? segment.date(element, component, 9) : null;
        if (from == null || through == null) {
            from = null;
            return Quoted.value(segment.text(element, component)) + " is not a range of dates";
        }
        if (through.isBefore(from)) {
            from = null;
            return "the range " + Quoted.value(segment.text(element, component)) + " ends before it begins";
        }
        return null;
    }
}
