package org.hearth.json;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearth.claim.AmountBucket;
import org.hearth.claim.Certification;
import org.hearth.claim.ClaimContext;
import org.hearth.claim.ContextFact;
import org.hearth.claim.DateSpan;
import org.hearth.claim.Discipline;
import org.hearth.claim.HomeHealthPeriod;

/** Reads what only the claim's sender knows. */
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
        List<DateSpan> advantage = spans(fields, "medicareAdvantagePeriods");
        List<Certification> certifications =
                fields.objects("certifications", MAX_PERIODS, (item, index) -> certification(item));
        return new ClaimContext(
                        underPlan,
                        homebound,
                        periods,
                        before == null ? Map.of() : before,
                        discharged == null ? Map.of() : discharged,
                        oneTime == null ? Map.of() : oneTime,
                        second == null ? Map.of() : second,
                        notice,
                        inpatient,
                        hospice,
                        advantage,
                        certifications)
                .speakingOf(spokenOf(fields));
    }

    private static Set<ContextFact> spokenOf(JsonFields fields) {
        Set<ContextFact> spokenOf = EnumSet.noneOf(ContextFact.class);
        for (ContextFact fact : ContextFact.values()) {
            if (fields.has(fact.field())) {
                spokenOf.add(fact);
            }
        }
        return spokenOf;
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
        return new HomeHealthPeriod(span(fields), fields.text("billingProviderNpi", Shape.NPI));
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
