package org.hearth.episode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hearth.claim.Discipline;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.codes.FunctionalRole;
import org.hearth.codes.ParameterName;
import org.hearth.facts.functional.CourseOfTreatment;
import org.hearth.facts.functional.LimitationReport;
import org.hearth.facts.functional.ReportingDay;
import org.hearth.facts.functional.TreatmentDay;
import org.hearth.facts.homehealth.Reassessment;
import org.hearth.facts.line.Line;
import org.hearth.facts.line.LineRole;

/** Gathers the treatment of one discipline, claim by claim. Not safe for use by several threads. */
final class CourseBuilder {

    private record Treated(TreatmentDay fact, Course.Day day) {}

    private final Discipline discipline;
    private final Codes codes;
    private final SortedMap<LocalDate, Treated> days = new TreeMap<>();
    private final List<Course.Visit> visits = new ArrayList<>();
    /** Lines of 32X claims by their admission; of a claim that does not say it by {@link LocalDate#MIN}. */
    private final SortedMap<LocalDate, List<Line>> homeHealth = new TreeMap<>();

    private CourseOfTreatment last;

    CourseBuilder(Discipline discipline, Codes codes) {
        this.discipline = discipline;
        this.codes = codes;
    }

    /** Adds what a 34X shows; of a day that an earlier one has too, the later one shows more. */
    void add(JudgedClaim claim, CourseOfTreatment course) {
        for (TreatmentDay fact : course.days()) {
            List<ReportingDay> reports = claim.evaluation().functionalReporting().stream()
                    .filter(report -> report.discipline() == discipline
                            && report.serviceDate().equals(fact.date()))
                    .toList();
            days.put(
                    fact.date(),
                    new Treated(
                            fact,
                            new Course.Day(
                                    fact.date(),
                                    claim.claim().claimId(),
                                    fact.episode().dayOfEpisode(),
                                    course.startKnown(),
                                    fact.asked() ? fact.dayInPeriod() : 0,
                                    fact.evaluative(),
                                    reports)));
        }
        if (!course.days().isEmpty() && (last == null || !lastDay(course).isBefore(lastDay(last)))) {
            last = course;
        }
    }

    private static LocalDate lastDay(CourseOfTreatment course) {
        return course.days().get(course.days().size() - 1).date();
    }

    /** Adds the visits of a 32X. */
    void add(JudgedClaim claim, List<Line> lines) {
        LocalDate admission = claim.claim().admissionDate();
        homeHealth
                .computeIfAbsent(admission == null ? LocalDate.MIN : admission, any -> new ArrayList<>())
                .addAll(lines);
        for (Line line : lines) {
            if (line.is(LineRole.VISIT) && line.dated() && line.visitCode().therapy() == discipline) {
                visits.add(new Course.Visit(
                        line.serviceDate(),
                        claim.claim().claimId(),
                        line.visitCode().who(),
                        line.hcpcs()));
            }
        }
    }

    /** Whether the claims have anything of the discipline. */
    boolean treated() {
        return !days.isEmpty() || !visits.isEmpty();
    }

    Course course() {
        visits.sort(Comparator.comparing(Course.Visit::on));
        return new Course(
                discipline, days.values().stream().map(Treated::day).toList(), limitations(), visits, reassessments());
    }

    private List<Reassessment> reassessments() {
        List<Reassessment> all = new ArrayList<>();
        homeHealth.values().forEach(lines -> all.addAll(Reassessment.of(discipline, lines, codes)));
        return all;
    }

    /** A limitation is open from the day that reports it first to the last day before which it was open. */
    private List<Course.Limitation> limitations() {
        List<TreatmentDay> facts = days.values().stream().map(Treated::fact).toList();
        Map<String, LocalDate> open = new LinkedHashMap<>();
        List<Course.Limitation> all = new ArrayList<>();
        for (int index = 0; index < facts.size(); index++) {
            TreatmentDay day = facts.get(index);
            List<String> after =
                    index + 1 < facts.size() ? facts.get(index + 1).episode().open() : last.open();
            for (String name : after) {
                open.putIfAbsent(name, day.date());
            }
            for (LimitationReport report : day.reports()) {
                // begun and ended on one day, as at a one-time visit
                open.putIfAbsent(report.set(), day.date());
            }
            for (String name : List.copyOf(open.keySet())) {
                if (!after.contains(name)) {
                    all.add(new Course.Limitation(name, open.remove(name), day.date(), ends(day, name)));
                }
            }
        }
        open.forEach((name, since) -> all.add(new Course.Limitation(name, since, null, false)));
        all.sort(Comparator.comparing(Course.Limitation::opened).thenComparing(Course.Limitation::name));
        return all;
    }

    private static boolean ends(TreatmentDay day, String limitation) {
        return day.reports().stream()
                .anyMatch(report ->
                        report.set().equals(limitation) && report.roles().contains(FunctionalRole.DISCHARGE));
    }

    /** In how many treatment days the next functional report is due, if therapy goes on and a limitation is open. */
    void reportDue(List<NextDue> next) {
        if (last == null || last.open().isEmpty()) {
            return;
        }
        OptionalInt interval = codes.parameter(ParameterName.FUNCTIONAL_REPORT_INTERVAL, Day.of(lastDay(last)));
        if (interval.isPresent()) {
            int into = last.daysInPeriod() % interval.getAsInt();
            next.add(new NextDue("functional report", discipline, null, interval.getAsInt() - into));
        }
    }

    /** By when a therapist has to visit next, in the last admission. */
    void reassessmentDue(List<NextDue> next) {
        if (!homeHealth.isEmpty()) {
            List<Reassessment> all = Reassessment.of(discipline, homeHealth.get(homeHealth.lastKey()), codes);
            if (!all.isEmpty()) {
                next.add(new NextDue(
                        "reassessment", discipline, all.get(all.size() - 1).due(), null));
            }
        }
    }
}
