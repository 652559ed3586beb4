package org.hearth.facts.plan;

import java.util.OptionalInt;
import org.hearth.claim.Discipline;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.codes.DayNumber;
import org.hearth.codes.ParameterName;
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
     * Whether the agency's bills beside the claim have the discipline on a day before its first on this one: {@code some}
     * or {@code none}; {@code unknown} where none is known and nobody said which claims there are.
     */
    public String earlier() {
        if (bill.history().billed(discipline, first)) {
            return "some";
        }
        return bill.history().complete() ? "none" : "unknown";
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
