package org.hearth.json;

import org.hearth.claim.ServiceLine;
import org.hearth.claim.TreatmentMinutes;

/** Reads a service line. */
final class LineReader {

    private static final int DAY = 24 * 60;

    /**
     * The minutes of a line; {@code null} where they are not known.
     *
     * @param all in all
     * @param by by who furnished them
     */
    record Minutes(Integer all, TreatmentMinutes by) {}

    private LineReader() {}

    /**
     * @param fields the line
     * @param place its place in the list, from 1: its number where it carries none
     */
    static ServiceLine line(JsonFields fields, int place) {
        Integer lineNumber = fields.whole("lineNumber", 1, ClaimReader.MAX_LINES);
        String lineControl = fields.text("lineControl", Shape.CONTROL_NUMBER);
        fields.require("revenueCode");
        String revenueCode = fields.text("revenueCode", Shape.REVENUE_CODE);
        String qualifier = fields.text("procedureQualifier", Shape.QUALIFIER);
        String hcpcs = fields.text("hcpcs", Shape.HCPCS);
        var modifiers = fields.texts("modifiers", Shape.MODIFIER, 4);
        var from = fields.date("serviceDate");
        var through = fields.date("serviceThrough");
        if (through != null) {
            fields.require("serviceDate");
            fields.ordered("serviceDate", from, "serviceThrough", through);
        }
        var units = fields.units("units");
        var charge = fields.amount("charge");
        var nonCovered = fields.amount("nonCoveredCharge");
        var allowed = fields.amount("allowedAmount");
        Minutes minutes = minutes(fields);
        return new ServiceLine(
                lineNumber == null ? place : lineNumber,
                lineControl,
                revenueCode,
                qualifier,
                hcpcs,
                modifiers,
                from,
                through,
                units,
                charge,
                nonCovered,
                allowed,
                minutes.all,
                minutes.by);
    }

    /** The fields {@code minutes} and {@code minutesBy} of a line; they agree. */
    static Minutes minutes(JsonFields fields) {
        Integer minutes = fields.whole("minutes", 0, DAY);
        TreatmentMinutes minutesBy = fields.object("minutesBy", LineReader::minutesBy);
        if (minutesBy != null && minutes == null && !fields.has("minutes")) {
            minutes = minutesBy.total();
        }
        if (minutesBy != null && minutes != null && minutesBy.total() != minutes) {
            fields.complain(
                    "minutesBy",
                    null,
                    "the minutes of `minutesBy` come to `" + minutesBy.total() + "`, `minutes` says `" + minutes + "`",
                    "make the two agree, or leave one out");
        }
        return new Minutes(minutes, minutesBy);
    }

    private static TreatmentMinutes minutesBy(JsonFields fields) {
        Integer therapist = fields.whole("therapist", 0, DAY);
        Integer assistant = fields.whole("assistant", 0, DAY);
        Integer together = fields.whole("together", 0, DAY);
        if (!fields.has("therapist") && !fields.has("assistant") && !fields.has("together")) {
            fields.require("therapist");
        }
        TreatmentMinutes minutes = new TreatmentMinutes(orZero(therapist), orZero(assistant), orZero(together));
        if (minutes.total() > DAY) {
            fields.complainOfAll(
                    "the minutes come to `" + minutes.total() + "`, a day has `" + DAY + "`",
                    "write the treatment minutes of this line alone");
        }
        return minutes;
    }

    private static int orZero(Integer minutes) {
        return minutes == null ? 0 : minutes;
    }
}
