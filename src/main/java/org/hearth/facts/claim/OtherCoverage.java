package org.hearth.facts.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiPredicate;
import org.hearth.claim.ClaimContext;
import org.hearth.claim.DateSpan;
import org.hearth.facts.claim.TherapyDuring.OnFile;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.FactSink;
import org.hearth.facts.line.Line;

/**
 * Finds the therapy of a 34X that falls into a hospice election, an enrolment in Medicare Advantage or a stay that the
 * sender knows of. Vaccines, drugs and equipment are not therapy; a line that is billed as wholly non-covered asks for no
 * payment.
 */
final class OtherCoverage {

    private OtherCoverage() {}

    static void derive(Bill bill, List<Line> lines, Carried carried, FactSink sink) {
        ClaimContext context = bill.context();
        add(bill, lines, carried, OnFile.HOSPICE_ELECTION, context.hospicePeriods(), DateSpan::contains, sink);
        add(
                bill,
                lines,
                carried,
                OnFile.MEDICARE_ADVANTAGE,
                context.medicareAdvantagePeriods(),
                DateSpan::contains,
                sink);
        add(bill, lines, carried, OnFile.INPATIENT_STAY, context.inpatientStays(), DateSpan::strictlyContains, sink);
    }

    private static void add(
            Bill bill,
            List<Line> lines,
            Carried carried,
            OnFile onFile,
            List<DateSpan> spans,
            BiPredicate<DateSpan, LocalDate> holds,
            FactSink sink) {
        if (spans.isEmpty()) {
            return;
        }
        List<Line> during = lines.stream()
                .filter(line -> line.therapy()
                        && line.dated()
                        && !line.billed().notCovered()
                        && spans.stream().anyMatch(span -> holds.test(span, line.serviceDate())))
                .toList();
        if (!during.isEmpty()) {
            sink.add(new TherapyDuring(bill, carried, onFile, during));
        }
    }
}
