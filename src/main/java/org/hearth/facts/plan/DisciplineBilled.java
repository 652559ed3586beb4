package org.hearth.facts.plan;

import java.util.List;
import java.util.OptionalInt;
import org.hearth.claim.Claim;
import org.hearth.claim.Discipline;
import org.hearth.claim.ServiceLine;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.codes.DayNumber;
import org.hearth.codes.ParameterName;
import org.hearth.codes.RevenueCode;
import org.hearth.facts.line.Bill;
import org.hearth.finding.InWords;
import org.hearth.finding.Subject;

/**
 * A therapy discipline billed on a claim.
 *
 * @param bill the claim
 * @param discipline which
 * @param first its first date of service on the claim, as {@link Day}
 * @param treated the first such date with more than evaluations, as {@link Day}; {@link Day#LAST} where there is none
 * @param last its last date of service on the claim, as {@link Day}
 * @param codes the code lists that the claim is judged by
 */
@InWords("discipline billed")
public record DisciplineBilled(
        Bill bill,
        Discipline discipline,
        @DayNumber int first,
        @DayNumber int treated,
        @DayNumber int last,
        Codes codes)
        implements Subject {

    /** {@code 32X} or {@code 34X}. */
    public String kind() {
        return bill.kind();
    }

    /** The discipline in words. */
    public String disciplineName() {
        return discipline.label();
    }

    /** The day of receipt, as {@link Bill#received()}. */
    @DayNumber
    public int received() {
        return bill.received();
    }

    /**
     * Whether claims of the same kind bill the discipline on a day before its first on this one: {@code some} or {@code
     * none}; {@code unknown} where nobody said which claims there are.
     */
    public String earlier() {
        List<Claim> history = bill.claim().history();
        if (history == null) {
            return "unknown";
        }
        boolean some = history.stream()
                .filter(claim -> claim.typeOfBill().kind().equals(bill.kind()))
                .anyMatch(
                        claim -> claim.lines().stream().anyMatch(line -> earlier(line, Day.of(claim.statementFrom()))));
        return some ? "some" : "none";
    }

    private boolean earlier(ServiceLine line, int claimFrom) {
        int on = Day.of(line.serviceDate(), claimFrom);
        return on < first
                && codes.revenueCodes()
                                .on(line.revenueCode(), on, RevenueCode.NONE)
                                .discipline()
                        == discipline;
    }

    /** The occurrence code of the day its plan of care was established or last reviewed. */
    public String planCode() {
        return codes.of(discipline, first).planDateCode();
    }

    /** The occurrence code of the day its treatment started. */
    public String startCode() {
        return codes.of(discipline, first).startDateCode();
    }

    /** A number that is policy on a day. */
    OptionalInt parameter(ParameterName name, int day) {
        return codes.parameter(name, day);
    }

    @Override
    public String pointer() {
        return "";
    }
}
