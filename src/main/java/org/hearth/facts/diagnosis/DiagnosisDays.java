package org.hearth.facts.diagnosis;

import java.time.LocalDate;
import org.hearth.claim.DateSpan;
import org.hearth.claim.ServiceLine;
import org.hearth.codes.Day;
import org.hearth.codes.DayNumber;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.BillKind;

/**
 * The days that decide in which version of ICD a claim is coded and which codes are in force: of an outpatient claim its
 * first and last date of service, of any other bill its statement-through (CR 7492).
 *
 * @param first as {@link Day}
 * @param last as {@link Day}
 */
record DiagnosisDays(@DayNumber int first, @DayNumber int last) {

    /** A date outside the statement is a slip that says nothing of the diagnoses. */
    static DiagnosisDays of(Bill bill) {
        if (!bill.is(BillKind.OUTPATIENT)) {
            return new DiagnosisDays(bill.through(), bill.through());
        }
        DateSpan statement = new DateSpan(bill.statementFrom(), bill.statementThrough());
        int first = Day.LAST;
        int last = Day.FIRST;
        for (ServiceLine line : bill.claim().lines()) {
            LocalDate day = line.serviceDate();
            if (day != null && statement.contains(day)) {
                first = Math.min(first, Day.of(day));
                last = Math.max(last, Day.of(day));
            }
        }
        return first > last ? new DiagnosisDays(bill.from(), bill.through()) : new DiagnosisDays(first, last);
    }
}
