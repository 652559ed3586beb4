package org.hearth.episode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hearth.claim.Claim;
import org.hearth.claim.Discipline;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.codes.ParameterName;
import org.hearth.facts.ClaimFacts;
import org.hearth.facts.plan.CertificationDates;
import org.hearth.facts.plan.DisciplineBilled;

/** Gathers how long plans of care are certified for. Not safe for use by several threads. */
final class PlanBuilder {

    private record Plan(Discipline discipline, LocalDate from) {}

    private final Codes codes;
    private final Map<Plan, CertifiedSpan> plans = new HashMap<>();
    /** The last day that home health claims bill, by admission. */
    private final SortedMap<LocalDate, LocalDate> admissions = new TreeMap<>();

    PlanBuilder(Codes codes) {
        this.codes = codes;
    }

    /** Adds the plans of a 34X. */
    void addOutpatient(ClaimFacts facts) {
        Map<Plan, CertificationDates> known = new HashMap<>();
        for (Object fact : facts.all()) {
            if (fact instanceof CertificationDates dates) {
                known.put(new Plan(dates.dates().discipline(), dates.dates().initialTreatment()), dates);
            }
        }
        for (Object fact : facts.all()) {
            if (fact instanceof DisciplineBilled billed && billed.certifiedFromDate() != null) {
                Plan plan = new Plan(billed.discipline(), billed.certifiedFromDate());
                CertificationDates dates = known.get(plan);
                CertifiedSpan span = new CertifiedSpan(
                        plan.discipline(),
                        plan.from(),
                        billed.certifiedThroughDate(),
                        dates == null ? null : dates.dates().signed(),
                        dates == null ? null : dates.signatureDue());
                // what an earlier claim's sender knows of the signature a later one's may not say again
                plans.merge(plan, span, (one, other) -> other.signed() == null ? one : other);
            }
        }
    }

    /** Adds the admission of a 32X. */
    void addHomeHealth(Claim claim) {
        if (claim.admissionDate() != null) {
            admissions.merge(
                    claim.admissionDate(), claim.statementThrough(), (one, other) -> one.isAfter(other) ? one : other);
        }
    }

    /** By first day; of home health as many as reach the last day billed. */
    List<CertifiedSpan> spans() {
        List<CertifiedSpan> spans = new ArrayList<>(plans.values());
        admissions.forEach((admission, last) -> {
            OptionalInt days = codes.parameter(ParameterName.HOME_HEALTH_CERTIFICATION_DAYS, Day.of(admission));
            if (days.isPresent()) {
                for (LocalDate from = admission; !from.isAfter(last); from = from.plusDays(days.getAsInt())) {
                    spans.add(new CertifiedSpan(null, from, from.plusDays(days.getAsInt() - 1L), null, null));
                }
            }
        });
        spans.sort(Comparator.comparing(CertifiedSpan::from)
                .thenComparing(CertifiedSpan::discipline, Comparator.nullsFirst(Comparator.naturalOrder())));
        return spans;
    }

    /** By when the last plan of each has to be certified again. */
    static void due(List<CertifiedSpan> spans, boolean outpatient, boolean homeHealth, List<NextDue> next) {
        Map<Discipline, CertifiedSpan> last = new HashMap<>();
        spans.forEach(span -> last.put(span.discipline(), span));
        if (homeHealth && last.containsKey(null)) {
            next.add(new NextDue("recertification", null, last.get(null).through(), null));
        }
        for (Discipline discipline : Discipline.values()) {
            CertifiedSpan span = last.get(discipline);
            if (outpatient && span != null && span.through() != null) {
                next.add(new NextDue("recertification", discipline, span.through(), null));
            }
        }
    }
}
