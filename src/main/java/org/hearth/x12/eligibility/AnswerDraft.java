package org.hearth.x12.eligibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.hearth.claim.AmountBucket;
import org.hearth.claim.ContextFact;
import org.hearth.claim.DateSpan;
import org.hearth.claim.HomeHealthPeriod;
import org.hearth.claim.HomeHealthPeriod.Billed;
import org.hearth.claim.PayerBefore;
import org.hearth.x12.eligibility.EligibilityAnswer.Enrolment;
import org.hearth.x12.eligibility.EligibilityAnswer.Hospice;
import org.hearth.x12.eligibility.EligibilityAnswer.TherapyUsed;

/** The answer about a beneficiary as it is read, group by group. A group of which a part is unknown keeps the rest. */
final class AnswerDraft {

    private String memberId;
    private DateSpan asked;
    private LocalDate diedOn;
    private boolean medicare;
    private boolean homeHealthAsked;
    private boolean hospiceAsked;
    private boolean plansAsked;
    private final Entitled partA = new Entitled(ContextFact.PART_A);
    private final Entitled partB = new Entitled(ContextFact.PART_B);
    private final List<HomeHealthPeriod> homeHealth = new ArrayList<>();
    private final List<LocalDate> certifications = new ArrayList<>();
    private final List<Hospice> hospice = new ArrayList<>();
    private final List<Enrolment> enrolments = new ArrayList<>();
    private final List<PayerBefore> payersBefore = new ArrayList<>();
    private final List<TherapyUsed> therapyUsed = new ArrayList<>();
    private final Set<ContextFact> unread = EnumSet.noneOf(ContextFact.class);
    private final SortedMap<String, Integer> unused = new TreeMap<>();
    private final Consumer<String> notes;

    /** Entitlement to a part of Medicare, if anything is said of it. */
    private static final class Entitled {
        private final ContextFact fact;
        private boolean told;
        private final List<DateSpan> spans = new ArrayList<>(1);
        private final List<DateSpan> without = new ArrayList<>(0);

        Entitled(ContextFact fact) {
            this.fact = fact;
        }

        List<DateSpan> days() {
            return told ? EligibilityAnswer.without(spans, without) : null;
        }
    }

    /** @param notes is told of what could not be read, in words that name nobody */
    AnswerDraft(Consumer<String> notes) {
        this.notes = notes;
    }

    void memberId(String id) {
        memberId = id;
    }

    String memberId() {
        return memberId;
    }

    void asked(DateSpan span) {
        asked = span;
    }

    void diedOn(LocalDate day) {
        diedOn = day;
    }

    /** Says that something of a part could not be read, so that what is not told of it may be so all the same. */
    void unread(ContextFact part) {
        unread.add(part);
    }

    /** Whether a group says that it is Medicare's. */
    boolean isMedicare() {
        return medicare;
    }

    /** Takes in a group that is whole. */
    void take(BenefitGroup group) {
        if (group.kindIn("1", "6", "C")) {
            homeHealthAsked |= group.hasService("42");
            hospiceAsked |= group.hasService("45");
            plansAsked |= group.hasService("30");
        }
        if (group.hasBrokenDate()) {
            notes.accept("a date of a group `" + shown(group.kind()) + "` (EB01) is none; it is left out");
        }
        if (!taken(group)) {
            unused.merge(shown(group.kind()), 1, Integer::sum);
        }
    }

    /** A code of a stranger's file, for a line of text. */
    private static String shown(String code) {
        return code.matches("[0-9A-Z]{1,2}") ? code : "?";
    }

    private boolean taken(BenefitGroup group) {
        if (group.kindIn("I") || group.onlyService("88")) {
            return false;
        }
        if (group.kindIn("1", "2", "3", "4", "5", "6", "7", "8")) {
            return entitlement(group);
        }
        if (group.kindIn("R", "U", "D") && group.isPayerBefore()) {
            return add(
                    group,
                    ContextFact.PAYERS_BEFORE,
                    payersBefore,
                    span -> new PayerBefore(group.insurance(), span),
                    "290");
        }
        if (group.kindIn("R", "U") && group.isEnrolment()) {
            return add(
                    group,
                    ContextFact.MEDICARE_ADVANTAGE_PERIODS,
                    enrolments,
                    span -> new Enrolment(
                            span, group.insurance(), group.contract(), group.benefitPackage(), group.billOption()),
                    "290");
        }
        if (group.kindIn("X")) {
            return onFile(group);
        }
        if (group.kindIn("D") && group.isTherapy()) {
            return therapy(group);
        }
        if (group.kindIn("D") && group.isHospiceCount() && !hospice.isEmpty()) {
            Hospice last = hospice.remove(hospice.size() - 1);
            hospice.add(new Hospice(last.span(), last.npi(), last.revocation(), group.quantity()));
            return true;
        }
        return false;
    }

    private interface OfSpan<T> {
        T of(DateSpan span);
    }

    private <T> boolean add(BenefitGroup group, ContextFact fact, List<T> to, OfSpan<T> made, String qualifier) {
        List<DateSpan> spans = group.spans(qualifier);
        if (spans.isEmpty() || group.isBroken(qualifier)) {
            unread(fact);
        }
        if (spans.isEmpty()) {
            notes.accept("a group `" + shown(group.kind()) + "` (EB01) has no days; it tells nothing");
            return false;
        }
        to.add(made.of(spans.get(0)));
        return true;
    }

    private boolean entitlement(BenefitGroup group) {
        boolean active = group.kindIn("1", "2", "3", "4", "5");
        boolean a = group.isInsurance("MA");
        boolean b = group.isInsurance("MB");
        medicare |= a || b;
        if (!a && !b && (active || !group.namesNoInsurance())) {
            return false;
        }
        if (active) {
            Entitled part = a ? partA : partB;
            List<DateSpan> spans = group.spans("291");
            part.told = true;
            if (spans.isEmpty() || group.hasBrokenDate()) {
                unread(part.fact);
            }
            if (spans.isEmpty()) {
                notes.accept("an entitlement has no days; it tells nothing");
                return false;
            }
            part.spans.addAll(spans);
            return true;
        }
        // without a part named it is said of both
        for (Entitled part : a ? List.of(partA) : b ? List.of(partB) : List.of(partA, partB)) {
            part.told |= !group.namesNoInsurance();
            part.without.addAll(group.spans("307"));
            if (group.hasBrokenDate()) {
                unread(part.fact);
            }
        }
        return true;
    }

    private boolean onFile(BenefitGroup group) {
        if (group.isCertification()) {
            certifications.addAll(group.days("193"));
            return true;
        }
        if (group.hasProcedure()) {
            return false;
        }
        if (group.isHomeHealth()) {
            return add(
                    group,
                    ContextFact.HOME_HEALTH_PERIODS,
                    homeHealth,
                    span -> new HomeHealthPeriod(span, group.npi(), billed(group)),
                    "472");
        }
        return group.isHospice()
                && add(
                        group,
                        ContextFact.HOSPICE_PERIODS,
                        hospice,
                        span -> new Hospice(span, group.npi(), group.revocation(), null),
                        "292");
    }

    /** What claims reach; not known where a day of it could not be read. */
    private static Billed billed(BenefitGroup group) {
        LocalDate first = group.day("193");
        LocalDate last = group.day("194");
        if (last != null) {
            return Billed.through(last);
        }
        if (group.isBroken("193") || group.isBroken("194")) {
            return Billed.UNTOLD;
        }
        return first == null ? Billed.NOTHING : Billed.through(first);
    }

    private boolean therapy(BenefitGroup group) {
        BigDecimal used = group.used();
        LocalDate year = group.day("292");
        if (used == null || year == null) {
            notes.accept("a therapy amount is not said to be one that was used, or has no year; it is left out");
            return false;
        }
        if (group.hasService("AE") || group.hasService("AF")) {
            therapyUsed.add(new TherapyUsed(year.getYear(), AmountBucket.PT_SLP, used));
        }
        if (group.hasService("AD")) {
            therapyUsed.add(new TherapyUsed(year.getYear(), AmountBucket.OT, used));
        }
        return true;
    }

    /** The answer of a day; asked for that day alone unless it says otherwise. */
    EligibilityAnswer answer(LocalDate asOf) {
        return new EligibilityAnswer(
                memberId,
                asOf,
                asked == null ? new DateSpan(asOf, asOf) : asked,
                diedOn,
                partA.days(),
                partB.days(),
                homeHealthAsked || !homeHealth.isEmpty() ? homeHealth : null,
                certifications,
                hospiceAsked || !hospice.isEmpty() ? hospice : null,
                plansAsked || !enrolments.isEmpty() ? enrolments : null,
                plansAsked || !payersBefore.isEmpty() ? payersBefore : null,
                therapyUsed,
                unread,
                unused);
    }
}
