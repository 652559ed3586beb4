package org.hearth.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hearth.claim.AmountBucket;
import org.hearth.claim.ClaimContext;
import org.hearth.claim.DateSpan;
import org.hearth.claim.Discipline;

/** Writes what only the claim's sender knows. */
final class ContextWriter {

    private final Members members;

    ContextWriter(Members members) {
        this.members = members;
    }

    void fields(ClaimContext context) throws IOException {
        members.flag("underHomeHealthPlan", context.underHomeHealthPlan());
        members.flag("homebound", context.homebound());
        members.objects("homeHealthPeriods", context.homeHealthPeriods(), period -> {
            span(period.span());
            members.text("billingProviderNpi", period.billingProviderNpi());
        });
        members.object("therapyAmountBefore", context.therapyAmountBefore(), this::amounts);
        members.object("dischargedOn", context.dischargedOn(), this::dates);
        members.object("oneTimeVisits", context.oneTimeVisits(), this::dates);
        members.object("secondPlanEvaluations", context.secondPlanEvaluations(), this::dates);
        members.object(
                "noticeOfAdmission",
                context.noticeOfAdmissionReceived(),
                received -> members.date("received", received));
        spans("inpatientStays", context.inpatientStays());
        spans("hospicePeriods", context.hospicePeriods());
        spans("medicareAdvantagePeriods", context.medicareAdvantagePeriods());
        members.objects("certifications", context.certifications(), certification -> {
            members.name("discipline", certification.discipline());
            members.date("initialTreatment", certification.initialTreatment());
            members.date("signed", certification.signed());
            members.date("planSent", certification.planSent());
            members.date("orderSigned", certification.orderSigned());
        });
    }

    private void spans(String name, List<DateSpan> spans) throws IOException {
        members.objects(name, spans, this::span);
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

    private void dates(Map<Discipline, LocalDate> dates) throws IOException {
        for (var date : new TreeMap<>(dates).entrySet()) {
            members.date(date.getKey().name(), date.getValue());
        }
    }
}
