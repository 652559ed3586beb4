package org.hearth.facts.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.claim.ServiceLine;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.codes.DayNumber;
import org.hearth.codes.RevenueCode;
import org.hearth.facts.line.Bill;
import org.hearth.finding.InWords;
import org.hearth.history.Earlier;

/**
 * Outpatient therapy that the agency itself billed on a 34X for days on which this 32X bills home health (Pub. 100-04
 * ch. 10 s. 20): the days of the statement but for its last, on which the beneficiary may have been discharged.
 *
 * @param claim the 32X that is judged
 * @param own the 34X that stands
 * @param dates the days of its therapy lines, each once, in order; at least one
 */
@InWords("own outpatient therapy")
public record OwnOutpatient(HomeHealthClaim claim, Earlier own, List<LocalDate> dates) {

    static List<OwnOutpatient> during(HomeHealthClaim claim, Codes codes) {
        Bill bill = claim.bill();
        List<OwnOutpatient> found = new ArrayList<>(0);
        for (Earlier other : bill.history().ofOtherKind()) {
            List<LocalDate> dates = therapyDays(other.claim(), codes).stream()
                    .filter(day -> !day.isBefore(bill.statementFrom()) && day.isBefore(bill.statementThrough()))
                    .toList();
            if (!dates.isEmpty()) {
                found.add(new OwnOutpatient(claim, other, dates));
            }
        }
        return found;
    }

    private static List<LocalDate> therapyDays(Claim claim, Codes codes) {
        return claim.lines().stream()
                .filter(line -> line.serviceDate() != null && !line.notCovered() && isTherapy(line, codes))
                .map(ServiceLine::serviceDate)
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean isTherapy(ServiceLine line, Codes codes) {
        return codes.revenueCodes()
                        .on(line.revenueCode(), Day.of(line.serviceDate()), RevenueCode.NONE)
                        .discipline()
                != null;
    }

    /** {@code 32X}, or {@code notice} and {@code void} as {@link Bill#kind()} has them. */
    public String kind() {
        return claim.bill().kind();
    }

    /** The first of the days. */
    @DayNumber
    public int on() {
        return Day.of(dates.get(0));
    }

    /** The 34X for a finding's text, as {@link Earlier#named()}. */
    public String named() {
        return own.named();
    }
}
