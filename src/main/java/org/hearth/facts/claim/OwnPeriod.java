package org.hearth.facts.claim;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.claim.DateSpan;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.codes.DayNumber;
import org.hearth.codes.ParameterName;
import org.hearth.facts.line.Bill;
import org.hearth.finding.InWords;
import org.hearth.history.Earlier;
import org.hearth.history.History;

/**
 * A period of care, or an admission by its notice, that the agency itself has billed and that stands beside the claim or
 * notice that is judged: what the payer's file shows of the agency's own past (Pub. 100-04 ch. 10 s. 10.1.14). Of a past
 * that nobody told there is none of these, nor of a bill that the claim only repeats.
 *
 * @param claim what is judged
 * @param own the bill that stands, a claim or a notice of admission
 * @param known the same, with where it is known from
 * @param latest whether it starts before the statement, and none of those that do ends later
 * @param length days in a period of care that starts when it does; 0 where no length is set
 */
@InWords("own period")
public record OwnPeriod(HomeHealthClaim claim, Claim own, Earlier known, boolean latest, int length) {

    static List<OwnPeriod> beside(HomeHealthClaim claim, Codes codes) {
        History history = claim.bill().history();
        List<Earlier> standing = history.beside();
        List<OwnPeriod> periods = new ArrayList<>(standing.size());
        LocalDate from = claim.bill().statementFrom();
        LocalDate latest = standing.stream()
                .map(Earlier::claim)
                .filter(own -> own.statementFrom().isBefore(from))
                .map(Claim::statementThrough)
                .max(LocalDate::compareTo)
                .orElse(null);
        for (Earlier known : standing) {
            Claim own = known.claim();
            int length = codes.parameter(ParameterName.PERIOD_DAYS, Day.of(own.statementFrom()))
                    .orElse(0);
            boolean last =
                    own.statementFrom().isBefore(from) && own.statementThrough().equals(latest);
            periods.add(new OwnPeriod(claim, own, known, last, length));
        }
        return periods;
    }

    private Bill bill() {
        return claim.bill();
    }

    /** Whether there is nothing else in the agency's past, as {@link History#complete()}. */
    public boolean pastComplete() {
        return bill().history().complete();
    }

    /** The frequency that it was sent with, fourth character of its type of bill. */
    public String sentAs() {
        return own.typeOfBill().frequency();
    }

    /** The bill for a finding's text, as {@link Earlier#named()}. */
    public String named() {
        return known.named();
    }

    /** The first day of its statement, as {@link Day}. */
    @DayNumber
    public int started() {
        return Day.of(own.statementFrom());
    }

    /** The first day of its statement. */
    public LocalDate ownSince() {
        return own.statementFrom();
    }

    /** Its patient discharge status, two digits; {@code null} where absent. */
    public String status() {
        return own.patientStatus();
    }

    /** Whether its statement starts on the day on which the claim's does. */
    public boolean sameStart() {
        return own.statementFrom().equals(bill().statementFrom());
    }

    /** Whether both carry the same treatment authorization code. */
    public boolean sameAuthorization() {
        return bill().history().sameAuthorization(known);
    }

    /**
     * How many days both statements cover. The day on which one ends and the other begins an admission is none: the
     * beneficiary may be discharged and admitted again on one day.
     */
    public int daysShared() {
        Claim judged = bill().claim();
        if (admittedAtTheEndOf(own, judged) || admittedAtTheEndOf(judged, own)) {
            return 0;
        }
        LocalDate from = later(own.statementFrom(), judged.statementFrom());
        LocalDate through = own.statementThrough().isBefore(judged.statementThrough())
                ? own.statementThrough()
                : judged.statementThrough();
        return (int) Math.max(0, ChronoUnit.DAYS.between(from, through) + 1);
    }

    private static boolean admittedAtTheEndOf(Claim one, Claim next) {
        return one.statementFrom().isBefore(next.statementFrom())
                && one.statementThrough().equals(next.statementFrom())
                && next.statementFrom().equals(next.admissionDate());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * How many days of the period of care that it began are left when the claim's statement starts, that day counted; 0 if
     * that period is over by then, if it starts no earlier than the claim's, or if no length is set.
     */
    public int daysLeft() {
        long gone = ChronoUnit.DAYS.between(own.statementFrom(), bill().statementFrom());
        return gone <= 0 ? 0 : (int) Math.max(0, length - gone);
    }

    /**
     * Whether an inpatient stay on file began in it, or on the day after it, lasted beyond its end and was over when the
     * claim's statement starts.
     */
    public boolean leftForStay() {
        for (DateSpan stay : bill().context().inpatientStays()) {
            if (stay.through() != null
                    && !stay.from().isBefore(own.statementFrom())
                    && !stay.from().isAfter(own.statementThrough().plusDays(1))
                    && !stay.through().isBefore(own.statementThrough())
                    && !stay.through().isAfter(bill().statementFrom())) {
                return true;
            }
        }
        return false;
    }
}
