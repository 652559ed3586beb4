package org.hearth.facts.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;
import org.hearth.claim.Certification;
import org.hearth.claim.Discipline;
import org.hearth.codes.Day;
import org.hearth.codes.DayNumber;
import org.hearth.codes.ParameterName;
import org.hearth.facts.line.Bill;
import org.hearth.finding.FromRow;
import org.hearth.finding.InWords;

/**
 * What a 34X claim owes for a discipline that it bills, a row of {@code discipline-requirements}, and what it says
 * instead (Pub. 100-04 ch. 5 s. 20 and 20.1). Days are {@link Day}s, 0 where the claim has none.
 *
 * @param row the row
 * @param billed the discipline on the claim
 * @param modifier its discipline modifier
 * @param planDueFrom the first day of receipt from which a claim without plan of care date is returned
 * @param fiss the reason code for a missing plan date
 */
@InWords("discipline requirement")
public record DisciplineRequirement(
        String row, DisciplineBilled billed, String modifier, @DayNumber int planDueFrom, String fiss)
        implements FromRow {

    /** {@code 32X} or {@code 34X}. */
    public String kind() {
        return billed.kind();
    }

    /** The claim. */
    public Bill bill() {
        return billed.bill();
    }

    public Discipline discipline() {
        return billed.discipline();
    }

    /** The discipline in words. */
    public String disciplineName() {
        return billed.disciplineName();
    }

    /** The day of receipt, as {@link Bill#received()}. */
    @DayNumber
    public int received() {
        return billed.received();
    }

    /** Statement-through. */
    @DayNumber
    public int through() {
        return bill().through();
    }

    /** The frequency of the type of bill. */
    public String frequency() {
        return bill().frequency();
    }

    /** As {@link DisciplineBilled#earlier()}. */
    public String earlier() {
        return billed.earlier();
    }

    /** The discipline's first date of service on the claim. */
    @DayNumber
    public int first() {
        return billed.first();
    }

    /** As {@link DisciplineBilled#treated()}. */
    @DayNumber
    public int treated() {
        return billed.treated();
    }

    /** The discipline's last date of service on the claim. */
    @DayNumber
    public int last() {
        return billed.last();
    }

    /** As {@link DisciplineBilled#planCode()}. */
    public String planCode() {
        return billed.planCode();
    }

    /** As {@link DisciplineBilled#startCode()}. */
    public String startCode() {
        return billed.startCode();
    }

    /** The day the plan was established or last reviewed; the earliest, where the claim has several. */
    @DayNumber
    public int planned() {
        return bill().earliest(planCode());
    }

    /** The day treatment started; the earliest, where the claim has several. */
    @DayNumber
    public int started() {
        return bill().earliest(startCode());
    }

    /** Whether the claim says when the plan was established or last reviewed. */
    public boolean planGiven() {
        return planned() != 0;
    }

    /** Whether the claim says when treatment started. */
    public boolean startGiven() {
        return started() != 0;
    }

    /**
     * Days that the plan's certification covers, counted from {@link #certifiedFromDate()}; {@code null} where the claim
     * or the policy does not say.
     */
    public Integer certificationDays() {
        int base = certifiedFrom();
        OptionalInt days = base == 0 ? OptionalInt.empty() : billed.parameter(interval(base), base);
        return days.isEmpty() ? null : days.getAsInt();
    }

    /**
     * Days from {@link #certifiedFromDate()} to the discipline's last date of service on the claim; {@code null} where
     * the claim does not say when the plan was established.
     */
    public Integer daysSinceCertification() {
        int base = certifiedFrom();
        return base == 0 ? null : (int) ChronoUnit.DAYS.between(Day.date(base), lastDate());
    }

    /**
     * From when the plan's certification counts: the last plan date, the start of treatment or a certification that the
     * sender knows of, whichever is latest (Pub. 100-02 ch. 15 s. 220.1.3); 0 where the claim has no plan date.
     */
    private int certifiedFrom() {
        int latest = bill().latest(planCode());
        if (latest == 0) {
            return 0;
        }
        int from = Math.max(latest, Math.min(started(), billed.first()));
        for (Certification certification : bill().context().certifications()) {
            int known = certifiedFrom(certification);
            // one that begins after the last line is none of it
            if (certification.discipline() == discipline() && known <= last()) {
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

    /** The day from which the plan's certification counts, for a finding's text. */
    public LocalDate certifiedFromDate() {
        return Day.date(certifiedFrom());
    }

    /** The last day that the plan's certification covers; {@code null} where claim or policy does not say. */
    public LocalDate certifiedThroughDate() {
        Integer days = certificationDays();
        return days == null ? null : certifiedFromDate().plusDays(days);
    }

    public LocalDate firstDate() {
        return Day.date(first());
    }

    public LocalDate treatedDate() {
        return Day.date(treated());
    }

    public LocalDate lastDate() {
        return Day.date(last());
    }

    public LocalDate planDate() {
        return Day.date(planned());
    }

    public LocalDate startDate() {
        return Day.date(started());
    }
}
