package org.hearth.facts.plan;

import java.time.LocalDate;
import org.hearth.claim.Discipline;
import org.hearth.codes.Day;
import org.hearth.codes.DayNumber;
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
        return billed.started();
    }

    /** Whether the claim says when the plan was established or last reviewed. */
    public boolean planGiven() {
        return planned() != 0;
    }

    /** Whether the claim says when treatment started. */
    public boolean startGiven() {
        return started() != 0;
    }

    /** As {@link DisciplineBilled#certificationDays()}. */
    public Integer certificationDays() {
        return billed.certificationDays();
    }

    /** As {@link DisciplineBilled#daysSinceCertification()}. */
    public Integer daysSinceCertification() {
        return billed.daysSinceCertification();
    }

    /** The day from which the plan's certification counts, for a finding's text. */
    public LocalDate certifiedFromDate() {
        return billed.certifiedFromDate();
    }

    /** As {@link DisciplineBilled#certifiedThroughDate()}. */
    public LocalDate certifiedThroughDate() {
        return billed.certifiedThroughDate();
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
