package org.hearth.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hearth.claim.AmountBucket;
import org.hearth.claim.ClaimContext;
import org.hearth.claim.ContextFact;
import org.hearth.claim.DateSpan;
import org.hearth.claim.Discipline;

/** Writes what only the claim's sender, or the payer's file, knows; a part of which nobody knows is left out. */
final class ContextWriter {

    private final Members members;
    private final ClaimContext context;

    ContextWriter(Members members, ClaimContext context) {
        this.members = members;
        this.context = context;
    }

    void fields() throws IOException {
        members.flag("underHomeHealthPlan", context.underHomeHealthPlan());
        members.flag("homebound", context.homebound());
        if (context.knows(ContextFact.HOME_HEALTH_PERIODS)) {
            members.objects("homeHealthPeriods", context.homeHealthPeriods(), period -> {
                span(period.span());
                members.text("billingProviderNpi", period.billingProviderNpi());
                if (period.billed().told()) {
                    members.dateOrNone("billedThrough", period.billed().through());
                }
            });
        }
        if (context.knows(ContextFact.THERAPY_AMOUNT_BEFORE)) {
            members.object("therapyAmountBefore", context.therapyAmountBefore(), this::amounts);
        }
        days(ContextFact.DISCHARGED_ON, context.dischargedOn());
        days(ContextFact.ONE_TIME_VISITS, context.oneTimeVisits());
        days(ContextFact.SECOND_PLAN_EVALUATIONS, context.secondPlanEvaluations());
        members.object(
                "noticeOfAdmission",
                context.noticeOfAdmissionReceived(),
                received -> members.date("received", received));
        spans(ContextFact.INPATIENT_STAYS, context.inpatientStays());
        spans(ContextFact.HOSPICE_PERIODS, context.hospicePeriods());
        if (context.knows(ContextFact.MEDICARE_ADVANTAGE_PERIODS)) {
            members.objects("medicareAdvantagePeriods", context.medicareAdvantagePeriods(), enrolment -> {
                span(enrolment.span());
                members.text("contract", enrolment.contract());
                members.text(
                        "claimsBy",
                        enrolment.claimsBy() == null
                                ? null
                                : enrolment.claimsBy().toString());
            });
        }
        if (context.knows(ContextFact.CERTIFICATIONS)) {
            members.objects("certifications", context.certifications(), certification -> {
                members.name("discipline", certification.discipline());
                members.date("initialTreatment", certification.initialTreatment());
                members.date("signed", certification.signed());
                members.date("planSent", certification.planSent());
                members.date("orderSigned", certification.orderSigned());
            });
        }
        spans(ContextFact.PART_A, context.partA());
        spans(ContextFact.PART_B, context.partB());
        if (context.knows(ContextFact.DIED_ON)) {
            members.dateOrNone("diedOn", context.diedOn());
        }
        if (context.knows(ContextFact.PAYERS_BEFORE)) {
            members.objects("payersBefore", context.payersBefore(), payer -> {
                members.text("kind", payer.kind());
                span(payer.span());
            });
        }
        if (!context.answeredOn().isEmpty()) {
            members.object("answeredOn", context.answeredOn(), this::answers);
        }
    }

    private void spans(ContextFact part, List<DateSpan> spans) throws IOException {
        if (context.knows(part)) {
            members.objects(part.field(), spans, this::span);
        }
    }

    private void days(ContextFact part, Map<Discipline, LocalDate> days) throws IOException {
        if (context.knows(part)) {
            members.object(part.field(), days, this::dates);
        }
    }

    private void span(DateSpan span) throws IOException {
        members.date("from", span.from());
        members.date("through", span.through());
    }

    private void amounts(Map<AmountBucket, BigDecimal> amounts) throws IOException {
        // an immutable map has another order in every process
        for (var amount : new TreeMap<>(amounts).entrySet()) {
            members.number(amount.getKey().name(), amount.getValue());
        }
    }

    private void answers(Map<ContextFact, LocalDate> days) throws IOException {
        for (var day : new TreeMap<>(days).entrySet()) {
            // a part that is not written has no teller: it would be read as one of which there is nothing
            if (context.knows(day.getKey())) {
                members.date(day.getKey().field(), day.getValue());
            }
        }
    }

    private void dates(Map<Discipline, LocalDate> dates) throws IOException {
        for (var date : new TreeMap<>(dates).entrySet()) {
            members.date(date.getKey().name(), date.getValue());
        }
    }
}
