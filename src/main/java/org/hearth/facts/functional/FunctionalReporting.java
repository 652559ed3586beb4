package org.hearth.facts.functional;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hearth.claim.Claim;
import org.hearth.claim.Discipline;
import org.hearth.claim.ServiceLine;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.codes.FunctionalCode;
import org.hearth.codes.ModifierCode;
import org.hearth.codes.ModifierKind;
import org.hearth.codes.Parameter;
import org.hearth.codes.ParameterName;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.Derivation;
import org.hearth.facts.line.FactSink;
import org.hearth.facts.line.Line;
import org.hearth.history.StandingClaims;

/**
 * Works out, for functional reporting on a 34X, the treatment days of each discipline over the claim and the agency's
 * earlier ones, and what each day of the claim reports (Pub. 100-04 ch. 5 s. 10.6). Reports are asked for on the days on
 * which the parameter {@code functional report interval} holds: reports of the testing phase before count as made, but
 * nothing is missed in it. Nor is one asked for on a day on which the patient is under a home health plan of care, when
 * what a 34X still bills is disposable wound therapy. A claim without such a day and without a functional G-code has no facts here.
 */
public final class FunctionalReporting implements Derivation {

    private static final String THERAPY_BILL = "34X";
    private static final Set<String> IN_HOME_HEALTH = Set.of("open period", "under plan");
    private static final Set<String> FIRST_BILLS = Set.of("1", "2");

    @Override
    public void derive(Bill bill, List<Line> lines, Codes codes, FactSink sink) {
        if (!bill.asksForPayment()) {
            return;
        }
        boolean therapyBill = bill.kind().equals(THERAPY_BILL);
        List<Line> functional = new ArrayList<>();
        boolean asked = false;
        for (Line line : lines) {
            if (codes.functionalCodes().lists(line.hcpcs())) {
                functional.add(line);
            } else if (therapyBill && line.therapy() && !asked) {
                asked = codes.parameterRow(ParameterName.FUNCTIONAL_REPORT_INTERVAL, line.on()) != null;
            }
        }
        if (functional.isEmpty() && !asked) {
            return;
        }
        Map<Discipline, SortedMap<LocalDate, ReportedDay>> days = new EnumMap<>(Discipline.class);
        if (therapyBill) {
            for (Line line : lines) {
                boolean homeHealth = IN_HOME_HEALTH.contains(line.homeHealth());
                add(line.billed(), line.on(), codes, line, homeHealth, days);
            }
            for (Claim earlier :
                    StandingClaims.before(bill.claim(), claim -> furnishesAny(claim, days.keySet(), codes))) {
                int from = Day.of(earlier.statementFrom());
                for (ServiceLine line : earlier.lines()) {
                    int on = Day.of(line.serviceDate(), from);
                    add(line, on, codes, null, bill.homeHealthPeriodOn(on).isPresent(), days);
                }
            }
        }
        for (Line line : functional) {
            Discipline discipline = ReportedDay.discipline(line.billed(), line.on(), codes);
            SortedMap<LocalDate, ReportedDay> ofDiscipline = discipline == null ? null : days.get(discipline);
            boolean companion = ofDiscipline != null
                    && ofDiscipline.get(Day.date(line.on())).carriesReport();
            Parameter nominal = codes.parameterRow(ParameterName.NOMINAL_CHARGE_CEILING, line.on());
            sink.add(new FunctionalLine(line, discipline, companion, nominal == null ? null : nominal.value()));
        }
        if (therapyBill) {
            derive(bill, days, codes, sink);
        }
    }

    private static void add(
            ServiceLine line,
            int on,
            Codes codes,
            Line own,
            boolean homeHealth,
            Map<Discipline, SortedMap<LocalDate, ReportedDay>> days) {
        Discipline discipline = ReportedDay.discipline(line, on, codes);
        if (discipline == null || own == null && !days.containsKey(discipline)) {
            return;
        }
        days.computeIfAbsent(discipline, any -> new TreeMap<>())
                .computeIfAbsent(Day.date(on), any -> new ReportedDay())
                .add(line, on, codes, own, homeHealth);
    }

    private static boolean furnishesAny(Claim claim, Set<Discipline> disciplines, Codes codes) {
        int from = Day.of(claim.statementFrom());
        for (ServiceLine line : claim.lines()) {
            Discipline discipline = ReportedDay.discipline(line, Day.of(line.serviceDate(), from), codes);
            if (discipline != null && disciplines.contains(discipline)) {
                return true;
            }
        }
        return false;
    }

    private static void derive(
            Bill bill, Map<Discipline, SortedMap<LocalDate, ReportedDay>> days, Codes codes, FactSink sink) {
        Limitations limitations = Limitations.of(codes);
        Set<Integer> unjudged = new TreeSet<>();
        days.forEach((discipline, ofDiscipline) -> {
            boolean startKnown = startKnown(bill, discipline, ofDiscipline, codes);
            for (TreatmentDay day : walk(bill, discipline, ofDiscipline, startKnown, codes, limitations)) {
                sink.add(day);
                if (!day.asked()) {
                    continue;
                }
                if (!startKnown) {
                    unjudged.add(day.line().lineNumber());
                }
                for (LimitationReport report : day.reports()) {
                    if (!ofDiscipline.get(day.date()).linesOf(report.set()).isEmpty()) {
                        sink.add(report);
                    }
                }
            }
        });
        if (!unjudged.isEmpty()) {
            sink.notChecked("functional reporting", List.copyOf(unjudged), "history");
        }
    }

    /** Ruling: the start is known by the history, or where a first bill says that treatment started on its first day. */
    private static boolean startKnown(
            Bill bill, Discipline discipline, SortedMap<LocalDate, ReportedDay> days, Codes codes) {
        Claim claim = bill.claim();
        if (claim.history() != null) {
            return true;
        }
        if (!FIRST_BILLS.contains(bill.frequency())) {
            return false;
        }
        LocalDate first = days.entrySet().stream()
                .filter(day -> day.getValue().treatment())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
        if (first == null) {
            return false;
        }
        String code = codes.of(discipline, Day.of(first)).startDateCode();
        LocalDate started = claim.occurrenceCodes().stream()
                .filter(occurrence -> occurrence.code().equals(code))
                .map(occurrence -> occurrence.date())
                .findFirst()
                .orElse(claim.admissionDate());
        return first.equals(started);
    }

    private static List<TreatmentDay> walk(
            Bill bill,
            Discipline discipline,
            SortedMap<LocalDate, ReportedDay> days,
            boolean startKnown,
            Codes codes,
            Limitations limitations) {
        List<TreatmentDay> treatmentDays = new ArrayList<>();
        ReportingEpisode episode = new ReportingEpisode();
        LocalDate discharged = bill.context().dischargedOn().get(discipline);
        LocalDate oneTimeVisit = bill.context().oneTimeVisits().get(discipline);
        LocalDate secondPlan = bill.context().secondPlanEvaluations().get(discipline);
        days.forEach((date, reported) -> {
            int on = Day.of(date);
            if (reported.treatment()) {
                if (endedBetween(episode.last(), discharged, date)
                        || endedBetween(episode.last(), oneTimeVisit, date)) {
                    episode.restart();
                }
                OptionalInt interval = codes.parameter(ParameterName.FUNCTIONAL_REPORT_INTERVAL, on);
                episode.enter(date, codes.parameter(ParameterName.FUNCTIONAL_REPORTING_GAP, on), interval);
                Line line = reported.firstLine();
                if (line != null) {
                    boolean begins = startKnown && episode.begins();
                    treatmentDays.add(new TreatmentDay(
                            discipline,
                            date,
                            line,
                            limitations.modifier(discipline),
                            interval.isPresent(),
                            startKnown,
                            startKnown ? episode.dayOfEpisode() : 0,
                            startKnown ? episode.dayInPeriod() : 0,
                            begins,
                            begins && episode.afterEnd(),
                            startKnown
                                    && !begins
                                    && interval.isPresent()
                                    && episode.dayInPeriod() == interval.getAsInt(),
                            reported.evaluative(),
                            date.equals(oneTimeVisit),
                            date.equals(discharged),
                            date.equals(secondPlan),
                            episode.open(),
                            limitations.reports(discipline, date, reported, episode, startKnown)));
                }
            }
            episode.report(reported.rolesOf());
        });
        return treatmentDays;
    }

    private static boolean endedBetween(LocalDate last, LocalDate end, LocalDate next) {
        return last != null && end != null && !end.isBefore(last) && end.isBefore(next);
    }

    /** The functional limitations and their codes, looked up once a claim. */
    private record Limitations(Map<String, List<FunctionalCode>> codesOf, Map<String, String> modifiers) {

        static Limitations of(Codes codes) {
            Map<String, List<FunctionalCode>> codesOf = new HashMap<>();
            for (FunctionalCode code : codes.functionalCodes().all()) {
                codesOf.computeIfAbsent(code.set(), set -> new ArrayList<>()).add(code);
            }
            Map<String, String> modifiers = new HashMap<>();
            for (ModifierCode modifier : codes.modifierCodes().all()) {
                if (modifier.kind() == ModifierKind.DISCIPLINE) {
                    modifiers.put(modifier.discipline(), modifier.code());
                }
            }
            return new Limitations(codesOf, modifiers);
        }

        String modifier(Discipline discipline) {
            return modifiers.get(discipline.name());
        }

        List<LimitationReport> reports(
                Discipline discipline, LocalDate date, ReportedDay day, ReportingEpisode episode, boolean startKnown) {
            List<LimitationReport> reports = new ArrayList<>(day.rolesOf().size());
            day.rolesOf().forEach((set, roles) -> {
                DayOrder order = new DayOrder(set, roles, day.rolesOf(), episode, startKnown);
                Map<String, String> codeOf = new HashMap<>();
                String after = "none";
                for (FunctionalCode code : codesOf.get(set)) {
                    if (code.holdsOn(Day.of(date))) {
                        codeOf.put(code.role(), code.code());
                        after = code.after();
                    }
                }
                List<Line> lines = day.linesOf(set);
                reports.add(new LimitationReport(
                        discipline,
                        date,
                        set,
                        roles,
                        lines.isEmpty() ? List.of(day.firstLine()) : lines,
                        modifier(discipline),
                        codeOf,
                        episode.open().contains(set),
                        order.others(),
                        order.mixed(),
                        order.second(),
                        order.outOfSequence(),
                        after,
                        order.unprepared(after)));
            });
            return reports;
        }
    }
}
