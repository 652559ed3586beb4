package org.hearth.facts.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;
import org.hearth.claim.Certification;
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

    /** The day treatment started; the earliest, where the claim has several; 0 where it has none. */
    @DayNumber
    int started() {
        return bill.earliest(startCode());
    }

    /**
     * Days that the plan's certification covers, counted from {@link #certifiedFromDate()}; {@code null} where the claim
     * or the policy does not say.
     */
    public Integer certificationDays() {
        int base = certifiedFrom();
        OptionalInt days = base == 0 ? OptionalInt.empty() : codes.parameter(interval(base), base);
        return days.isEmpty() ? null : days.getAsInt();
    }

    /**
     * Days from {@link #certifiedFromDate()} to the discipline's last date of service on the claim; {@code null} where
     * the claim does not say when the plan was established.
     */
    public Integer daysSinceCertification() {
        int base = certifiedFrom();
        return base == 0 ? null : (int) ChronoUnit.DAYS.between(Day.date(base), Day.date(last));
    }

    /**
     * From when the plan's certification counts: the last plan date, the start of treatment or a certification that the
     * sender knows of, whichever is latest (Pub. 100-02 ch. 15 s. 220.1.3); 0 where the claim has no plan date.
     */
    private int certifiedFrom() {
        int latest = bill.latest(planCode());
        if (latest == 0) {
            return 0;
        }
        int from = Math.max(latest, Math.min(started(), first));
        for (Certification certification : bill.context().certifications()) {
            int known = certifiedFrom(certification);
            // one that begins after the last line is none of it
            if (certification.discipline() == discipline && known <= last) {
                from = Math.max(from, known);
            }
        }
        return from;
    }

    /** The first treatment under a certification; where that is not known the signature; 0 where neither is. */
    private static int certifiedFrom(Certification certification) {
        int signed = Day.of(certification.signed(), 0);
        return Day.of(certification.initialTreatment(), signed);
    }

    /** Until treatment has started a plan date is that of the first certification. */
    private ParameterName interval(int base) {
        return base <= started() ? ParameterName.CERTIFICATION_DAYS : ParameterName.RECERTIFICATION_DAYS;
    }

    /** The day from which the plan's certification counts; {@code null} where the claim has no plan date. */
    public LocalDate certifiedFromDate() {
        int base = certifiedFrom();
        return base == 0 ? null : Day.date(base);
    }

    /** The last day that the plan's certification covers; {@code null} where claim or policy does not say. */
    public LocalDate certifiedThroughDate() {
        Integer days = certificationDays();
        return days == null ? null : certifiedFromDate().plusDays(days);
    }

    @Override
    public String pointer() {
        return "";
    }
}
