package org.hearth.facts.homehealth;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hearth.claim.Discipline;
import org.hearth.codes.Codes;
import org.hearth.codes.ParameterName;
import org.hearth.codes.VisitCode;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.Derivation;
import org.hearth.facts.line.FactSink;
import org.hearth.facts.line.Line;

/**
 * Derives what the visits of a 32X say about each other: second codes of a day, places of care without a visit or told
 * again, first visits, reassessments missed.
 */
public final class HomeHealthVisits implements Derivation {

    private record DayAndFamily(int on, String family) {

        static DayAndFamily of(Line line) {
            return new DayAndFamily(line.on(), line.family());
        }
    }

    @Override
    public void derive(Bill bill, List<Line> lines, Codes codes, FactSink sink) {
        if (!bill.kind().equals("32X")) {
            return;
        }
        List<Line> visits = lines.stream()
                .filter(line -> line.role().equals("visit") && line.dated())
                .sorted(Comparator.comparingInt(Line::on))
                .toList();
        secondCodes(visits, sink);
        List<Line> sites =
                lines.stream().filter(line -> line.role().equals("site")).toList();
        straySites(sites, visits, sink);
        lateSite(sites, visits, sink);
        repeatedSites(sites, sink);
        Map<Discipline, List<Line>> byDiscipline = new EnumMap<>(Discipline.class);
        for (Line visit : visits) {
            Discipline discipline = disciplineOf(visit.visitCode());
            if (discipline != null) {
                byDiscipline.computeIfAbsent(discipline, d -> new ArrayList<>()).add(visit);
            }
        }
        if (bill.period().equals("first")) {
            byDiscipline.forEach((discipline, own) -> sink.add(start(discipline, own)));
        }
        reassessments(bill, byDiscipline, codes, sink);
    }

    /** The therapy discipline of a visit code, or {@code null}: the code says who came, the revenue code may be wrong. */
    private static Discipline disciplineOf(VisitCode code) {
        return switch (code.discipline()) {
            case "PT", "OT", "SLP" -> Discipline.valueOf(code.discipline());
            default -> null;
        };
    }

    private static void secondCodes(List<Line> visits, FactSink sink) {
        Map<String, Line> first = new HashMap<>();
        for (Line visit : visits) {
            Line earlier = !visit.homeHealthUse().coded().equals("yes")
                    ? null
                    : first.putIfAbsent(visit.on() + visit.service(), visit);
            if (earlier != null && !earlier.hcpcs().equals(visit.hcpcs())) {
                sink.add(new SecondVisitCode(visit, earlier));
            }
        }
    }

    private static void straySites(List<Line> sites, List<Line> visits, FactSink sink) {
        if (sites.isEmpty() || visits.isEmpty()) {
            return;
        }
        Set<DayAndFamily> visited = new HashSet<>();
        visits.forEach(visit -> visited.add(DayAndFamily.of(visit)));
        for (Line site : sites) {
            if (site.dated() && !visited.contains(DayAndFamily.of(site))) {
                sink.add(new StraySite(site));
            }
        }
    }

    /** The first place of care, where it is told beside a visit after the first that is billed as covered. */
    private static void lateSite(List<Line> sites, List<Line> visits, FactSink sink) {
        Optional<Line> first = visits.stream()
                .filter(visit -> !visit.homeHealthUse().nonCovered())
                .findFirst();
        sites.stream()
                .filter(Line::dated)
                .min(Comparator.comparingInt(Line::on))
                .filter(site -> first.isPresent()
                        && site.on() > first.get().on()
                        && visits.stream().anyMatch(visit -> visit.on() == site.on()))
                .ifPresent(site -> sink.add(new LateSite(site, first.get())));
    }

    /**
     * A place told again. On a day with several places nobody can tell which came last, so such a day neither repeats a
     * place nor is repeated.
     */
    private static void repeatedSites(List<Line> sites, FactSink sink) {
        if (sites.size() < 2) {
            return;
        }
        Map<Integer, List<Line>> byDay = new TreeMap<>();
        for (Line site : sites) {
            byDay.computeIfAbsent(site.on(), day -> new ArrayList<>(1)).add(site);
        }
        Line before = null;
        for (List<Line> ofDay : byDay.values()) {
            String place = ofDay.get(0).hcpcs();
            if (ofDay.stream().anyMatch(site -> !site.hcpcs().equals(place))) {
                before = null;
                continue;
            }
            for (Line site : ofDay) {
                if (before != null && before.hcpcs().equals(place)) {
                    sink.add(new RepeatedSite(site, before));
                }
                before = site;
            }
        }
    }

    private static DisciplineStart start(Discipline discipline, List<Line> visits) {
        Line first = visits.get(0);
        boolean byTherapist = visits.stream()
                .filter(visit -> visit.on() == first.on())
                .anyMatch(visit -> visit.visitCode().who().equals("therapist"));
        return new DisciplineStart(first, discipline, byTherapist);
    }

    private static void reassessments(Bill bill, Map<Discipline, List<Line>> byDiscipline, Codes codes, FactSink sink) {
        EarlierVisits earlier = new EarlierVisits(bill.claim(), codes);
        List<Integer> unjudged = new ArrayList<>();
        byDiscipline.forEach((discipline, visits) -> {
            if (visits.stream().noneMatch(HomeHealthVisits::byAssistant)) {
                return;
            }
            NavigableSet<LocalDate> therapist = earlier.therapistDays(discipline);
            visits.stream()
                    .filter(visit -> visit.visitCode().who().equals("therapist"))
                    .forEach(visit -> therapist.add(visit.serviceDate()));
            for (Line visit : visits) {
                int days = codes.parameter(ParameterName.THERAPY_REASSESSMENT_DAYS, visit.on())
                        .orElse(0);
                LocalDate earliest = visit.serviceDate().minusDays(days);
                LocalDate last = therapist.floor(visit.serviceDate());
                if (days == 0 || !byAssistant(visit) || last != null && !last.isBefore(earliest)) {
                    continue;
                }
                if (earlier.cover(earliest)) {
                    sink.add(new ReassessmentGap(visit, discipline, days, last));
                } else if (!earlier.admittedAfter(earliest)) {
                    unjudged.add(visit.lineNumber());
                }
            }
        });
        if (!unjudged.isEmpty()) {
            unjudged.sort(Comparator.naturalOrder());
            sink.notChecked("therapy reassessment", unjudged, "history");
        }
    }

    private static boolean byAssistant(Line visit) {
        return visit.visitCode().who().equals("assistant")
                && !visit.homeHealthUse().nonCovered();
    }
}
