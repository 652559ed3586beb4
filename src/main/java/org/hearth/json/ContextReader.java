package org.hearth.json;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hearth.claim.AmountBucket;
import org.hearth.claim.Certification;
import org.hearth.claim.ClaimContext;
import org.hearth.claim.ContextFact;
import org.hearth.claim.DateSpan;
import org.hearth.claim.Discipline;
import org.hearth.claim.HomeHealthPeriod;
import org.hearth.claim.PayerBefore;
import org.hearth.claim.PlanEnrolment;

/** Reads what only the claim's sender, or the payer's file, knows. */
final class ContextReader {

    private static final int MAX_PERIODS = 999;

    private ContextReader() {}

    static ClaimContext context(JsonFields fields) {
        Boolean underPlan = fields.flag("underHomeHealthPlan");
        Boolean homebound = fields.flag("homebound");
        List<HomeHealthPeriod> periods =
                fields.objects("homeHealthPeriods", MAX_PERIODS, (item, index) -> homeHealthPeriod(item));
        Map<AmountBucket, BigDecimal> before = fields.object("therapyAmountBefore", ContextReader::amounts);
        Map<Discipline, LocalDate> discharged = fields.object("dischargedOn", ContextReader::byDiscipline);
        Map<Discipline, LocalDate> oneTime = fields.object("oneTimeVisits", ContextReader::byDiscipline);
        Map<Discipline, LocalDate> second = fields.object("secondPlanEvaluations", ContextReader::byDiscipline);
        LocalDate notice = fields.object("noticeOfAdmission", item -> {
            item.require("received");
            return item.date("received");
        });
        List<DateSpan> inpatient = spans(fields, "inpatientStays");
        List<DateSpan> hospice = spans(fields, "hospicePeriods");
        List<PlanEnrolment> advantage =
                fields.objects("medicareAdvantagePeriods", MAX_PERIODS, (item, index) -> enrolment(item));
        List<Certification> certifications =
                fields.objects("certifications", MAX_PERIODS, (item, index) -> certification(item));
        ClaimContext.Builder context = ClaimContext.builder()
                .underHomeHealthPlan(underPlan)
                .homebound(homebound)
                .homeHealthPeriods(periods)
                .therapyAmountBefore(before == null ? Map.of() : before)
                .dischargedOn(discharged == null ? Map.of() : discharged)
                .oneTimeVisits(oneTime == null ? Map.of() : oneTime)
                .secondPlanEvaluations(second == null ? Map.of() : second)
                .noticeOfAdmissionReceived(notice)
                .inpatientStays(inpatient)
                .hospicePeriods(hospice)
                .medicareAdvantagePeriods(advantage)
                .certifications(certifications)
                .partA(spans(fields, "partA"))
                .partB(spans(fields, "partB"))
                .diedOn(fields.date("diedOn"))
                .payersBefore(fields.objects("payersBefore", MAX_PERIODS, (item, index) -> payerBefore(item)));
        if (fields.isNull("diedOn")) {
            context.speakingOf(ContextFact.DIED_ON);
        }
        for (ContextFact fact : ContextFact.values()) {
            if (fields.has(fact.field())) {
                context.speakingOf(fact);
            }
        }
        fields.object("answeredOn", answered -> answered(answered, context));
        return context.build();
    }

    /** The parts that Medicare's eligibility answer told; a part of which nothing is said has no teller. */
    private static ClaimContext.Builder answered(JsonFields fields, ClaimContext.Builder context) {
        for (ContextFact fact : ContextFact.values()) {
            LocalDate day = fields.date(fact.field());
            if (day != null) {
                context.answeredOn(fact, day);
            }
        }
        return context;
    }

    /** The two ends of a span; the second may be open. */
    static DateSpan span(JsonFields fields) {
        LocalDate from = fields.date("from");
        LocalDate through = fields.date("through");
        fields.ordered("from", from, "through", through);
        return new DateSpan(from, through);
    }

    private static List<DateSpan> spans(JsonFields fields, String name) {
        return fields.objects(name, MAX_PERIODS, (item, index) -> {
            item.require("from");
            return span(item);
        });
    }

    private static HomeHealthPeriod homeHealthPeriod(JsonFields fields) {
        fields.require("from");
        LocalDate billedThrough = fields.date("billedThrough");
        return new HomeHealthPeriod(
                span(fields),
                fields.text("billingProviderNpi", Shape.NPI),
                new HomeHealthPeriod.Billed(billedThrough != null || fields.isNull("billedThrough"), billedThrough));
    }

    private static PlanEnrolment enrolment(JsonFields fields) {
        fields.require("from");
        String claimsBy = fields.text("claimsBy", Shape.CLAIMS_BY);
        return new PlanEnrolment(
                span(fields),
                fields.text("contract", Shape.CONTRACT),
                PlanEnrolment.ClaimsBy.of(claimsBy).orElse(null));
    }

    private static PayerBefore payerBefore(JsonFields fields) {
        fields.require("kind", "from");
        return new PayerBefore(fields.text("kind", Shape.INSURANCE_KIND), span(fields));
    }

    private static Map<AmountBucket, BigDecimal> amounts(JsonFields fields) {
        Map<AmountBucket, BigDecimal> amounts = new EnumMap<>(AmountBucket.class);
        for (AmountBucket bucket : AmountBucket.values()) {
            BigDecimal amount = fields.amount(bucket.name());
            if (amount != null) {
                amounts.put(bucket, amount);
            }
        }
        return amounts;
    }

    private static Map<Discipline, LocalDate> byDiscipline(JsonFields fields) {
        Map<Discipline, LocalDate> dates = new EnumMap<>(Discipline.class);
        for (Discipline discipline : Discipline.values()) {
            LocalDate date = fields.date(discipline.name());
            if (date != null) {
                dates.put(discipline, date);
            }
        }
        return dates;
    }

    private static Certification certification(JsonFields fields) {
        fields.require("discipline");
        String discipline = fields.text("discipline", Shape.DISCIPLINE);
        return new Certification(
                discipline == null ? null : Discipline.valueOf(discipline),
                fields.date("initialTreatment"),
                fields.date("signed"),
                fields.date("planSent"),
                fields.date("orderSigned"));
    }
}
