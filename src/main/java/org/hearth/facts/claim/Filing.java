package org.hearth.facts.claim;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.hearth.claim.Claim;
import org.hearth.claim.Door;
import org.hearth.codes.Codes;
import org.hearth.codes.ParameterName;
import org.hearth.facts.line.Bill;

/**
 * When a claim was filed, beside the last day for it: the day of the statement-through in a later calendar year (Pub. 100-04
 * ch. 1 s. 70), a Saturday or Sunday put off to Monday. Federal holidays are not known.
 *
 * @param standing {@code in time}; {@code late}; {@code late with a reason}, where a delay reason or remarks may name an
 *     exception; {@code late by the batch}, where only the batch's day says when it was received; {@code unknown}
 * @param lastDay the last day; {@code null} where no number of years is set for the statement-through
 */
public record Filing(String standing, LocalDate lastDay) {

    static Filing of(Bill bill, Codes codes) {
        Claim claim = bill.claim();
        LocalDate lastDay = codes.parameter(ParameterName.TIMELY_FILING_YEARS, bill.through()).stream()
                .mapToObj(years -> workday(claim.statementThrough().plusYears(years)))
                .findFirst()
                .orElse(null);
        if (lastDay == null || claim.receivedDate() == null) {
            return new Filing("unknown", lastDay);
        }
        if (!claim.receivedDate().isAfter(lastDay)) {
            return new Filing("in time", lastDay);
        }
        if (claim.asSent().door() == Door.X12) {
            return new Filing("late by the batch", lastDay);
        }
        boolean reason = claim.delayReason() != null
                || claim.remarks() != null && !claim.remarks().isBlank();
        return new Filing(reason ? "late with a reason" : "late", lastDay);
    }

    private static LocalDate workday(LocalDate day) {
        LocalDate workday = day;
        while (workday.getDayOfWeek() == DayOfWeek.SATURDAY || workday.getDayOfWeek() == DayOfWeek.SUNDAY) {
            workday = workday.plusDays(1);
        }
        return workday;
    }
}
