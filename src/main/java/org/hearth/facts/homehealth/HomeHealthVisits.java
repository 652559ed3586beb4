package org.hearth.facts.homehealth;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import org.hearth.claim.Discipline;
import org.hearth.codes.Codes;
import org.hearth.codes.ParameterName;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.BillKind;
import org.hearth.facts.line.Derivation;
import org.hearth.facts.line.FactSink;
import org.hearth.facts.line.Line;
import org.hearth.facts.line.LineRole;
import org.hearth.facts.line.OneDay;

/**
 * Derives what the visits of a 32X are beside each other: several of a service on a day, the first of a discipline, an
 * assistant's since the last of a therapist.
 */
public final class HomeHealthVisits implements Derivation {

    @Override
    public void derive(Bill bill, List<Line> lines, Codes codes, FactSink sink) {
        if (!bill.is(BillKind.HOME_HEALTH)) {
            return;
        }
        List<Line> visits = lines.stream()
                .filter(line -> line.is(LineRole.VISIT) && line.dated())
                .sorted(Comparator.comparingInt(Line::on))
                .toList();
        sameDay(visits, sink);
        Map<Discipline, List<Line>> byDiscipline = new EnumMap<>(Discipline.class);
        for (Line visit : visits) {
            // the code says who came, the revenue code may be wrong
            Discipline discipline = visit.visitCode().therapy();
            if (discipline != null) {
                byDiscipline.computeIfAbsent(discipline, d -> new ArrayList<>()).add(visit);
            }
        }
        if (bill.period().equals("first")) {
            byDiscipline.forEach((discipline, own) -> sink.add(start(discipline, own)));
        }
        List<Integer> unjudged = new ArrayList<>(0);
        byDiscipline.forEach((discipline, own) -> assistants(bill, discipline, own, codes, sink, unjudged));
        if (!unjudged.isEmpty()) {
            unjudged.sort(Comparator.naturalOrder());
            sink.notChecked("therapy reassessment", unjudged, "earlier claims");
        }
    }

    private static void sameDay(List<Line> visits, FactSink sink) {
        Map<OneDay, Line> first = new HashMap<>();
        for (Line visit : visits) {
            if (visit.homeHealthUse().coded().equals("yes")) {
                Line earlier = first.putIfAbsent(new OneDay(visit.on(), visit.service(), null), visit);
                if (earlier != null) {
                    sink.add(new SameDayVisit(visit, earlier));
                }
            }
        }
    }

    private static DisciplineStart start(Discipline discipline, List<Line> visits) {
        Line first = visits.get(0);
        long byTherapist = visits.stream()
                .filter(visit -> visit.on() == first.on() && byTherapist(visit))
                .count();
        return new DisciplineStart(first, discipline, (int) byTherapist);
    }

    private static void assistants(
            Bill bill, Discipline discipline, List<Line> visits, Codes codes, FactSink sink, List<Integer> unjudged) {
        if (visits.stream().noneMatch(HomeHealthVisits::byAssistant)) {
            return;
        }
        NavigableSet<LocalDate> therapist =
                bill.history().visitDays(code -> code.who().equals("therapist") && code.therapy() == discipline);
        visits.stream().filter(HomeHealthVisits::byTherapist).forEach(visit -> therapist.add(visit.serviceDate()));
        for (Line visit : visits) {
            int allowed = codes.parameter(ParameterName.THERAPY_REASSESSMENT_DAYS, visit.on())
                    .orElse(0);
            if (allowed == 0 || !byAssistant(visit)) {
                continue;
            }
            AssistantVisit fact = new AssistantVisit(visit, discipline, allowed, therapist.floor(visit.serviceDate()));
            sink.add(fact);
            if (fact.daysSinceTherapist() > allowed && fact.pastAsked() && !fact.pastKnown()) {
                unjudged.add(visit.lineNumber());
            }
        }
    }

    private static boolean byTherapist(Line visit) {
        return visit.visitCode().who().equals("therapist");
    }

    private static boolean byAssistant(Line visit) {
        return visit.visitCode().who().equals("assistant")
                && !visit.homeHealthUse().nonCovered();
    }
}
