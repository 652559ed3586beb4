package org.hearth.facts.functional;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.hearth.claim.Discipline;
import org.hearth.codes.FunctionalRole;

/**
 * A treatment day on which functional reporting was due or made.
 *
 * @param discipline whose
 * @param serviceDate the day
 * @param treatmentDay which treatment day of the reporting period it is, from 1; 0 while the start of the episode is
 *     unknown
 * @param due {@code outset}, {@code progress}, {@code evaluation}, {@code discharge}, ... or {@code none}
 * @param required the roles required
 * @param reported the G-codes on the claim
 * @param missing the roles required and not reported
 */
public record ReportingDay(
        Discipline discipline,
        LocalDate serviceDate,
        int treatmentDay,
        String due,
        List<String> required,
        List<String> reported,
        List<String> missing) {

    public ReportingDay {
        required = List.copyOf(required);
        reported = List.copyOf(reported);
        missing = List.copyOf(missing);
    }

    /**
     * The days on which a report was due or made, by day and discipline.
     *
     * @param days the treatment days of a claim
     * @param required what the rules asked for on them
     */
    public static List<ReportingDay> of(Collection<TreatmentDay> days, Collection<ReportRequired> required) {
        List<ReportingDay> reporting = new ArrayList<>();
        for (TreatmentDay day : days) {
            List<ReportRequired> due =
                    required.stream().filter(report -> report.day() == day).toList();
            for (ReportRequired report : due) {
                reporting.add(of(day, report.due(), report.roles(), report.missing()));
            }
            if (due.isEmpty() && !day.reports().isEmpty()) {
                reporting.add(of(day, "none", List.of(), List.of()));
            }
        }
        reporting.sort(Comparator.comparing(ReportingDay::serviceDate)
                .thenComparing(ReportingDay::discipline)
                .thenComparing(ReportingDay::due));
        return reporting;
    }

    private static ReportingDay of(
            TreatmentDay day, String due, List<FunctionalRole> required, List<FunctionalRole> missing) {
        return new ReportingDay(
                day.discipline(),
                day.date(),
                day.dayInPeriod(),
                due,
                required.stream().map(FunctionalRole::toString).toList(),
                day.reported(),
                missing.stream().map(FunctionalRole::toString).toList());
    }
}
