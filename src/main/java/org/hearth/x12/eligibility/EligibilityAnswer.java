package org.hearth.x12.eligibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hearth.claim.AmountBucket;
import org.hearth.claim.ClaimContext;
import org.hearth.claim.ContextFact;
import org.hearth.claim.DateSpan;
import org.hearth.claim.HomeHealthPeriod;
import org.hearth.claim.PayerBefore;
import org.hearth.claim.PlanEnrolment;

/**
 * What Medicare answered about one beneficiary, of the days that were asked for. A list that is {@code null} was not asked
 * for, as far as the answer shows it; an empty one says that there is nothing on file on these days.
 *
 * @param memberId the Medicare number as returned
 * @param asOf the day of the answer
 * @param asked the days asked for
 * @param diedOn the day of death; {@code null} if none is on file
 * @param partA days of entitlement to Part A, those without left out
 * @param partB days of entitlement to Part B, likewise
 * @param homeHealth home health periods
 * @param homeHealthCertifications the days on which a physician billed a certification of home health; no admission
 * @param hospice hospice elections
 * @param enrolments enrolments in plans that take Medicare's place
 * @param payersBefore payers before Medicare
 * @param therapyUsed therapy amounts used, by year
 * @param unread the parts of which something could not be read: what is told of them is so, and may not be all
 * @param unused how many groups of the answer are used for nothing, by their first code (EB01)
 */
public record EligibilityAnswer(
        String memberId,
        LocalDate asOf,
        DateSpan asked,
        LocalDate diedOn,
        List<DateSpan> partA,
        List<DateSpan> partB,
        List<HomeHealthPeriod> homeHealth,
        List<LocalDate> homeHealthCertifications,
        List<Hospice> hospice,
        List<Enrolment> enrolments,
        List<PayerBefore> payersBefore,
        List<TherapyUsed> therapyUsed,
        Set<ContextFact> unread,
        SortedMap<String, Integer> unused) {

    /**
     * A hospice election.
     *
     * @param span its days; the end may be open
     * @param npi the hospice's; {@code null} if not known
     * @param revocation how it ended: {@code 0} not revoked, {@code 1} to {@code 3} revoked; {@code null} if not said
     * @param count which of the beneficiary's elections it is; {@code null} if not said
     */
    public record Hospice(DateSpan span, String npi, String revocation, Integer count) {}

    /**
     * An enrolment in a plan.
     *
     * @param span its days; the end may be open
     * @param type the kind of plan (EB04), such as {@code HN}; {@code null} if not said
     * @param contract the plan's contract, such as {@code H9999}; {@code null} if not said
     * @param benefitPackage the number of the plan below the contract; {@code null} if not said
     * @param billOption who handles its claims, such as {@code C} for the plan; {@code null} if not said
     */
    public record Enrolment(DateSpan span, String type, String contract, String benefitPackage, String billOption) {

        private PlanEnrolment toClaim() {
            return new PlanEnrolment(span, contract, claimsBy());
        }

        private PlanEnrolment.ClaimsBy claimsBy() {
            if (billOption == null) {
                return null;
            }
            return switch (billOption) {
                case "C" -> PlanEnrolment.ClaimsBy.PLAN;
                case "A", "B", "1", "2" -> PlanEnrolment.ClaimsBy.CONTRACTOR;
                default -> null;
            };
        }
    }

    /**
     * What was used of a year's therapy amount by the claims processed so far.
     *
     * @param year the calendar year
     * @param bucket what shares the amount
     * @param used in US dollars
     */
    public record TherapyUsed(int year, AmountBucket bucket, BigDecimal used) {}

    public EligibilityAnswer {
        partA = copy(partA);
        partB = copy(partB);
        homeHealth = copy(homeHealth);
        homeHealthCertifications = List.copyOf(homeHealthCertifications);
        hospice = copy(hospice);
        enrolments = copy(enrolments);
        payersBefore = copy(payersBefore);
        therapyUsed = List.copyOf(therapyUsed);
        unread = Set.copyOf(unread);
        unused = Collections.unmodifiableSortedMap(new TreeMap<>(unused));
    }

    private static <T> List<T> copy(List<T> list) {
        return list == null ? null : List.copyOf(list);
    }

    /** The end of a member id, which is all of it that is ever shown. */
    public static String ending(String memberId) {
        return memberId == null || memberId.length() <= SHOWN
                ? "not named"
                : "ending `" + memberId.substring(memberId.length() - SHOWN) + "`";
    }

    private static final int SHOWN = 4;

    /** Whether the days asked for hold all of a span. */
    public boolean covers(LocalDate from, LocalDate through) {
        return asked.contains(from) && asked.contains(through);
    }

    /**
     * What it says of a claim of these days; nothing unless they were all asked for. Never a notice of admission, nor a stay:
     * the answer names neither.
     */
    public ClaimContext about(LocalDate from, LocalDate through) {
        if (!covers(from, through)) {
            return ClaimContext.UNKNOWN;
        }
        ClaimContext.Builder context = ClaimContext.builder();
        told(context.diedOn(diedOn), ContextFact.DIED_ON);
        if (partA != null) {
            told(context.partA(partA), ContextFact.PART_A);
        }
        if (partB != null) {
            told(context.partB(partB), ContextFact.PART_B);
        }
        if (homeHealth != null) {
            told(context.homeHealthPeriods(homeHealth), ContextFact.HOME_HEALTH_PERIODS);
        }
        if (hospice != null) {
            told(context.hospicePeriods(hospice.stream().map(Hospice::span).toList()), ContextFact.HOSPICE_PERIODS);
        }
        if (enrolments != null) {
            told(
                    context.medicareAdvantagePeriods(
                            enrolments.stream().map(Enrolment::toClaim).toList()),
                    ContextFact.MEDICARE_ADVANTAGE_PERIODS);
        }
        if (payersBefore != null) {
            told(context.payersBefore(payersBefore), ContextFact.PAYERS_BEFORE);
        }
        Map<AmountBucket, BigDecimal> used = usedIn(from.getYear());
        if (!used.isEmpty()) {
            context.therapyAmountBefore(used).answeredOn(ContextFact.THERAPY_AMOUNT_BEFORE, asOf);
        }
        return context.build();
    }

    /** Says of a part who told it, and whether that is all of it. */
    private void told(ClaimContext.Builder context, ContextFact part) {
        if (unread.contains(part)) {
            context.partlyAnsweredOn(part, asOf);
        } else {
            context.answeredOn(part, asOf);
        }
    }

    /** Of two rows of one amount the larger: neither can be less than what was used. */
    private Map<AmountBucket, BigDecimal> usedIn(int year) {
        Map<AmountBucket, BigDecimal> amounts = new EnumMap<>(AmountBucket.class);
        for (TherapyUsed row : therapyUsed) {
            if (row.year() == year) {
                amounts.merge(row.bucket(), row.used(), BigDecimal::max);
            }
        }
        return amounts;
    }

    /** Some spans without the days of others. */
    static List<DateSpan> without(List<DateSpan> spans, List<DateSpan> taken) {
        List<DateSpan> left = spans;
        for (DateSpan cut : taken) {
            List<DateSpan> next = new ArrayList<>(left.size() + 1);
            for (DateSpan span : left) {
                if (cut.from().isAfter(span.from())) {
                    LocalDate before = cut.from().minusDays(1);
                    boolean ends = span.through() != null && span.through().isBefore(before);
                    next.add(new DateSpan(span.from(), ends ? span.through() : before));
                }
                if (cut.through() != null
                        && (span.through() == null || cut.through().isBefore(span.through()))) {
                    LocalDate after = cut.through().plusDays(1);
                    next.add(new DateSpan(after.isAfter(span.from()) ? after : span.from(), span.through()));
                }
            }
            left = next;
        }
        return left;
    }
}
