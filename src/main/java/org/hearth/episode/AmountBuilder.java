package org.hearth.episode;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hearth.claim.AmountBucket;
import org.hearth.codes.Codes;
import org.hearth.codes.TherapyAmount;
import org.hearth.facts.ClaimFacts;
import org.hearth.facts.amount.AmountTotals;
import org.hearth.facts.line.Line;

/**
 * Adds up what the 34X claims of an episode use of the yearly amounts. Where a sender says what was used before a claim, that
 * counts: others may have billed in between. Not safe for use by several threads.
 */
final class AmountBuilder {

    private record Share(int year, AmountBucket bucket) {}

    private static final class Sum {
        private BigDecimal used = BigDecimal.ZERO;
        private boolean beforeKnown;
        private int unknown;
        private String services;
        private TherapyAmount limit;
        private LocalDate passed;
    }

    private final Codes codes;
    private final SortedMap<Share, Sum> sums =
            new TreeMap<>(Comparator.comparingInt(Share::year).thenComparing(Share::bucket));

    AmountBuilder(Codes codes) {
        this.codes = codes;
    }

    /** Adds a 34X that asks for payment. */
    void add(ClaimFacts facts) {
        Map<AmountBucket, BigDecimal> before = facts.bill().context().therapyAmountBefore();
        AmountTotals.accruing(facts.lines(), codes).forEach((bucket, lines) -> {
            int year = facts.bill().fromYear();
            if (before.containsKey(bucket)) {
                Sum sum = sum(year, bucket);
                sum.used = before.get(bucket);
                sum.beforeKnown = true;
                sum.unknown = 0;
            }
            for (Line line : lines) {
                add(line, sum(line.serviceDate().getYear(), bucket), bucket);
            }
        });
    }

    private Sum sum(int year, AmountBucket bucket) {
        return sums.computeIfAbsent(new Share(year, bucket), any -> new Sum());
    }

    private void add(Line line, Sum sum, AmountBucket bucket) {
        sum.services = AmountTotals.services(bucket, line.on(), codes);
        sum.limit = codes.therapyAmounts().on(bucket.name(), line.on(), null);
        BigDecimal allowed = line.billed().allowedAmount();
        if (allowed == null) {
            sum.unknown++;
            return;
        }
        sum.used = sum.used.add(allowed);
        if (sum.limit != null && sum.passed == null && sum.used.compareTo(sum.limit.amount()) > 0) {
            sum.passed = line.serviceDate();
        }
    }

    /** By year and what shares the amount; none of a year of which the list has no amount. */
    List<YearAmount> amounts() {
        List<YearAmount> amounts = new ArrayList<>(sums.size());
        sums.forEach((share, sum) -> {
            if (sum.limit != null) {
                amounts.add(new YearAmount(
                        share.year(),
                        share.bucket(),
                        sum.services,
                        sum.used,
                        sum.limit.amount(),
                        sum.limit.regime(),
                        sum.passed,
                        sum.beforeKnown,
                        sum.unknown));
            }
        });
        return amounts;
    }
}
