package org.hearth.facts.claim;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearth.claim.HomeHealthPeriod;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.BillKind;

/**
 * What is known to begin where the statement of a 32X ends, so that its period of care is cut short (Pub. 100-04 ch. 10 s.
 * 10.1.13 to 10.1.15).
 *
 * @param by {@code enrolment in Medicare Advantage} on the day after, {@code admission to another agency} on the last day or
 *     the day after, {@code readmission} by the same agency from the last day on and within the length of the period; of
 *     several the first; {@code nothing} where none is known
 * @param on its first day, or {@code null}
 */
public record Following(String by, LocalDate on) {

    private static final Following NOTHING = new Following("nothing", null);

    static Following of(Bill bill, int mostDays) {
        if (!bill.is(BillKind.HOME_HEALTH)) {
            return NOTHING;
        }
        LocalDate from = bill.statementFrom();
        LocalDate through = bill.statementThrough();
        LocalDate dayAfter = through.plusDays(1);
        LocalDate end = from.plusDays(mostDays);
        Optional<LocalDate> enrolled =
                OtherCoverage.planBegins(bill, dayAfter) ? Optional.of(dayAfter) : Optional.empty();
        Optional<LocalDate> transferred = bill.ofAnotherAgency(
                        period -> startsIn(period, from, through, dayAfter.plusDays(1)))
                .map(period -> period.span().from());
        Optional<LocalDate> readmitted = bill.ofThisAgency(period -> startsIn(period, from, through, end))
                .map(period -> period.span().from())
                .or(() -> bill.history().admittedAgain(from, through, end));
        return Stream.of(
                        enrolled.map(day -> new Following("enrolment in Medicare Advantage", day)),
                        transferred.map(day -> new Following("admission to another agency", day)),
                        readmitted.map(day -> new Following("readmission", day)))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(Following::on))
                .orElse(NOTHING);
    }

    private static boolean startsIn(HomeHealthPeriod period, LocalDate after, LocalDate since, LocalDate before) {
        LocalDate start = period.span().from();
        return start.isAfter(after) && !start.isBefore(since) && start.isBefore(before);
    }
}
