package org.hearth.facts.amount;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hearth.claim.AmountBucket;
import org.hearth.claim.Discipline;
import org.hearth.claim.ServiceLine;
import org.hearth.codes.Codes;
import org.hearth.codes.ModifierKind;
import org.hearth.codes.TherapyAmount;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.BillKind;
import org.hearth.facts.line.Derivation;
import org.hearth.facts.line.FactSink;
import org.hearth.facts.line.Line;

/**
 * Runs the beneficiary's yearly therapy amount over the lines of a 34X (Pub. 100-04 ch. 5 s. 10.3). Stops at the first
 * line without an allowed amount, since nothing after it is known, unless the amount is passed by then. Where nobody says
 * what was used before, what the agency's own earlier claims came to is the least that was.
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
        if (!bill.is(BillKind.OUTPATIENT) || !bill.asksForPayment()) {
            return;
        }
        Missing missing = new Missing(new ArrayList<>(0), new ArrayList<>(0), new ArrayList<>(0));
        accruing(lines, codes).forEach((bucket, own) -> run(bucket, own, bill, codes, sink, missing));
        missing.report(sink);
    }

    /** The lines of a 34X that add to a yearly amount, by what shares it, in the order of their dates. */
    public static Map<AmountBucket, List<Line>> accruing(List<Line> lines, Codes codes) {
        Map<AmountBucket, List<Line>> accruing = new EnumMap<>(AmountBucket.class);
        for (Line line : lines) {
            AmountBucket bucket =
                    accrues(line) ? codes.of(line.discipline(), line.on()).therapyAmount() : null;
            if (bucket != null) {
                accruing.computeIfAbsent(bucket, any -> new ArrayList<>(lines.size()))
                        .add(line);
            }
        }
        accruing.values().forEach(own -> own.sort(ORDER));
        return accruing;
    }

    private static void run(
            AmountBucket bucket, List<Line> accruing, Bill bill, Codes codes, FactSink sink, Missing missing) {
        BigDecimal told = bill.context().therapyAmountBefore().get(bucket);
        BigDecimal total = told == null ? OwnAmounts.before(bill, bucket, codes) : told;
        boolean known = true;
        for (Line line : accruing) {
            if (line.serviceDate().getYear() != bill.fromYear()
                    || told == null && !passes(total, line, bucket, codes)) {
                missing.before().add(line.lineNumber());
                total = told == null && total.signum() > 0 ? total.add(allowed(line)) : total;
                continue;
            }
            TherapyAmount limit = codes.therapyAmounts().on(bucket.name(), line.on(), null);
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

    /**
     * Whether what the agency is known to have billed before, with the line, is above the amount: others can only have added
     * to it.
     */
    private static boolean passes(BigDecimal own, Line line, AmountBucket bucket, Codes codes) {
        if (own.signum() <= 0) {
            return false;
        }
        TherapyAmount limit = codes.therapyAmounts().on(bucket.name(), line.on(), null);
        return limit != null && own.add(allowed(line)).compareTo(limit.amount()) > 0;
    }

    private static BigDecimal allowed(Line line) {
        BigDecimal allowed = line.billed().allowedAmount();
        return allowed == null ? BigDecimal.ZERO : allowed;
    }

    private static void place(
            Line line,
            AmountBucket bucket,
            BigDecimal before,
            BigDecimal after,
            TherapyAmount limit,
            Codes codes,
            FactSink sink) {
        boolean attested = line.modifiedBy(ModifierKind.THRESHOLD);
        boolean spoken = attested
                || after.compareTo(limit.amount()) > 0
                || limit.reviewThreshold() != null && after.compareTo(limit.reviewThreshold()) > 0;
        if (spoken) {
            sink.add(new LineAmount(line, bucket, services(bucket, line.on(), codes), attested, before, after, limit));
        }
    }

    /** The disciplines that share an amount on a day, in words. */
    public static String services(AmountBucket bucket, int on, Codes codes) {
        return codes.disciplines().all().stream()
                .filter(row -> row.therapyAmount() == bucket && row.holdsOn(on))
                .map(row -> Discipline.valueOf(row.code()).label())
                .collect(Collectors.joining(" and "));
    }

    /**
     * Whether a line adds to the amount. What Medicare is not asked to pay adds nothing: functional reporting, bundled
     * codes, lines billed as not covered, and lines with a liability modifier, which are billed to be denied.
     */
    static boolean accrues(Line line) {
        if (!line.therapy() || !line.dated()) {
            return false;
        }
        boolean unpaid = line.functionalCode().row() != null
                || line.therapyCode().row() != null && !line.therapyCode().payable()
                || notCovered(line.billed())
                || line.modifiedBy(ModifierKind.LIABILITY)
                || line.modifiedBy(ModifierKind.EXCLUDED);
        return !unpaid;
    }

    private static boolean notCovered(ServiceLine billed) {
        BigDecimal allowed = billed.allowedAmount();
        if (allowed != null && allowed.signum() == 0) {
            return true;
        }
        return billed.notCovered();
    }
}
