package org.hearth.facts.amount;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hearth.claim.Discipline;
import org.hearth.claim.ServiceLine;
import org.hearth.codes.Codes;
import org.hearth.codes.ModifierCode;
import org.hearth.codes.TherapyAmount;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.Derivation;
import org.hearth.facts.line.FactSink;
import org.hearth.facts.line.Line;

/**
 * Runs the beneficiary's yearly therapy amount over the lines of a 34X (Pub. 100-04 ch. 5 s. 10.3). Stops at the first
 * line without an allowed amount, since nothing after it is known, unless the amount is passed by then.
 */
public final class AmountTotals implements Derivation {

    private static final String TOPIC = "therapy amount";

    private static final Comparator<Line> ORDER = Comparator.comparingInt(Line::on);

    /** What could not be judged, by the fact that was missing. */
    private record Missing(List<Integer> before, List<Integer> allowed, List<Integer> limit) {
        void report(FactSink sink) {
            report(sink, before, "therapy amount before");
            report(sink, allowed, "allowed amount");
            report(sink, limit, "amount of the year");
        }

        private static void report(FactSink sink, List<Integer> lines, String needs) {
            if (!lines.isEmpty()) {
                lines.sort(null);
                sink.notChecked(TOPIC, lines, needs);
            }
        }
    }

    @Override
    public void derive(Bill bill, List<Line> lines, Codes codes, FactSink sink) {
        if (!bill.kind().equals("34X") || !bill.asksForPayment()) {
            return;
        }
        List<Line> ptAndSlp = new ArrayList<>(lines.size());
        List<Line> ot = new ArrayList<>(0);
        for (Line line : lines) {
            if (accrues(line, codes)) {
                (line.discipline() == Discipline.OT ? ot : ptAndSlp).add(line);
            }
        }
        Missing missing = new Missing(new ArrayList<>(0), new ArrayList<>(0), new ArrayList<>(0));
        run("PT_SLP", ptAndSlp, bill, codes, sink, missing);
        run("OT", ot, bill, codes, sink, missing);
        missing.report(sink);
    }

    private static void run(
            String bucket, List<Line> accruing, Bill bill, Codes codes, FactSink sink, Missing missing) {
        accruing.sort(ORDER);
        BigDecimal total = bill.context().therapyAmountBefore().get(bucket);
        boolean known = true;
        for (Line line : accruing) {
            if (total == null || year(line.on()) != year(bill.from())) {
                missing.before().add(line.lineNumber());
                continue;
            }
            TherapyAmount limit = codes.therapyAmounts().on(bucket, line.on(), null);
            BigDecimal allowed = line.billed().allowedAmount();
            if (limit == null) {
                missing.limit().add(line.lineNumber());
            } else if (!known || allowed == null && total.compareTo(limit.amount()) <= 0) {
                known = false;
                missing.allowed().add(line.lineNumber());
            } else {
                BigDecimal after = allowed == null ? total : total.add(allowed);
                place(line, bucket, total, after, limit, codes, sink);
                total = after;
            }
        }
    }

    private static void place(
            Line line,
            String bucket,
            BigDecimal before,
            BigDecimal after,
            TherapyAmount limit,
            Codes codes,
            FactSink sink) {
        boolean attested = ModifierCode.any("threshold", line.modifiers(), line.on(), codes);
        boolean entersReview = limit.reviewThreshold() != null
                && before.compareTo(limit.reviewThreshold()) <= 0
                && after.compareTo(limit.reviewThreshold()) > 0;
        boolean above = before.compareTo(limit.amount()) > 0;
        boolean crosses = !above && after.compareTo(limit.amount()) > 0;
        if (above || crosses || attested || entersReview) {
            String position = above ? "above" : crosses ? "crosses" : "below";
            sink.add(new LineAmount(position, line, bucket, attested, entersReview, before, after, limit));
        }
    }

    /**
     * Whether a line adds to the amount. What Medicare is not asked to pay adds nothing: functional reporting, bundled
     * codes, lines billed as not covered, and lines with a liability modifier, which are billed to be denied.
     */
    private static boolean accrues(Line line, Codes codes) {
        if (!line.therapy() || !line.dated()) {
            return false;
        }
        boolean unpaid = line.functionalCode().row() != null
                || line.therapyCode().row() != null && !line.therapyCode().payable()
                || notCovered(line.billed())
                || ModifierCode.any("liability", line.modifiers(), line.on(), codes)
                || ModifierCode.any("excluded", line.modifiers(), line.on(), codes);
        return !unpaid;
    }

    private static boolean notCovered(ServiceLine billed) {
        BigDecimal allowed = billed.allowedAmount();
        if (allowed != null && allowed.signum() == 0) {
            return true;
        }
        return billed.notCovered();
    }

    private static int year(int day) {
        return day / 10_000;
    }
}
