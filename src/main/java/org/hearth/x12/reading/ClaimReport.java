package org.hearth.x12.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.hearth.claim.BilledForm;
import org.hearth.x12.segment.Days;
import org.hearth.x12.segment.Quoted;
import org.hearth.x12.segment.Segment;

/** Reads the values of a claim that can be wrong, and keeps what is wrong with them. One serves claim after claim. */
final class ClaimReport {

    private static final String DATE_FIX = "write a day as `D8` and CCYYMMDD, a range as `RD8` and CCYYMMDD-CCYYMMDD";

    private final Envelope envelope;
    private final FirstProblems problems = new FirstProblems(10);
    private final List<BilledForm> forms = new ArrayList<>(0);
    private final Days days = new Days();
    private String list = "";
    private int index = -1;

    ClaimReport(Envelope envelope) {
        this.envelope = envelope;
    }

    /** Forgets all of it: a claim begins. */
    void clear() {
        problems.clear();
        forms.clear();
        withinClaim();
    }

    /** The codes that were billed in another form than their own, in the order read. */
    List<BilledForm> forms() {
        return forms;
    }

    /**
     * A code in its own form; the form it was billed in is kept where that is another.
     *
     * @param field a pointer from what {@link #within} named
     * @param name what it is, such as {@code revenue code}
     */
    String form(String field, String name, String billed, String canonical) {
        if (billed != null && !billed.equals(canonical)) {
            forms.add(new BilledForm(pointer(field), name, billed, canonical));
        }
        return canonical;
    }

    FirstProblems problems() {
        return problems;
    }

    /** Says what the fields named from now on belong to: an element of a list, or the claim itself. */
    void within(String newList, int newIndex) {
        list = newList;
        index = newIndex;
    }

    /** The fields named from now on are the claim's own. */
    void withinClaim() {
        within("", -1);
    }

    /** @param field a pointer from what {@link #within} named */
    void wrong(String field, Segment segment, int element, String message, String fix) {
        add(field, segment, element, message, fix, segment.isEmpty(element, 1));
    }

    /** A problem of an element, part of which is not there. */
    void incomplete(String field, Segment segment, int element, String message, String fix) {
        add(field, segment, element, message, fix, true);
    }

    private void add(String field, Segment segment, int element, String message, String fix, boolean missing) {
        problems.add(
                new X12Problem(pointer(field), envelope.at(segment, element), segment.offset(), message, fix, missing));
    }

    /** A problem of what is not there, placed at a segment that went by. */
    void missing(String field, String tag, int position, long offset, String message, String fix) {
        problems.add(new X12Problem(pointer(field), envelope.at(tag, position, null), offset, message, fix, true));
    }

    private String pointer(String field) {
        return index < 0 ? field : list + "/" + index + field;
    }

    /** The amount in US dollars; {@code null} if it was not sent or is none. */
    BigDecimal amount(String field, Segment segment, int element, int component) {
        if (segment.isEmpty(element, component)) {
            return null;
        }
        BigDecimal amount = segment.number(element, component);
        if (amount == null) {
            notANumber(field, segment, element, component, "an amount", "`120.00`");
        }
        return amount;
    }

    /** The count of units; {@code null} if it was not sent or is none. */
    BigDecimal units(String field, Segment segment, int element) {
        if (segment.isEmpty(element, 1)) {
            return null;
        }
        BigDecimal units = segment.count(element, 1);
        if (units == null) {
            notANumber(field, segment, element, 1, "a count of units", "`3`");
        }
        return units;
    }

    /** The days of a DTP segment; without a first day if they are none. */
    Days dates(String field, Segment dtp) {
        String wrong = days.readDtp(dtp);
        if (wrong != null) {
            wrong(field, dtp, 3, wrong, DATE_FIX);
        }
        return days;
    }

    /** The days of a component, whose qualifier is in the one before; without a first day if they are none. */
    Days dates(String field, Segment segment, int element, int qualifier) {
        String wrong = days.read(segment, element, qualifier);
        if (wrong != null) {
            wrong(field, segment, element, wrong, DATE_FIX);
        }
        return days;
    }

    private void notANumber(String field, Segment segment, int element, int component, String what, String example) {
        wrong(
                field,
                segment,
                element,
                Quoted.value(segment.text(element, component)) + " is not " + what,
                "write up to 18 digits with at most one point, such as " + example);
    }
}
