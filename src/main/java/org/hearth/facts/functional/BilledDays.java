package org.hearth.facts.functional;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hearth.claim.Claim;
import org.hearth.claim.Discipline;
import org.hearth.claim.ServiceLine;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.Line;
import org.hearth.history.Earlier;

/** What a 34X and the agency's earlier ones bill by discipline and day, as far as the claim bills the discipline. */
final class BilledDays {

    private static final Set<String> IN_HOME_HEALTH = Set.of("open period", "under plan");

    private final Codes codes;
    private final Map<Discipline, SortedMap<LocalDate, BilledDay>> days = new EnumMap<>(Discipline.class);

    /** @param lines the bill's lines */
    BilledDays(Bill bill, List<Line> lines, Codes codes) {
        this.codes = codes;
        for (Line line : lines) {
            Discipline discipline = discipline(line.billed(), line.on());
            if (discipline != null) {
                days.computeIfAbsent(discipline, any -> new TreeMap<>());
                add(discipline, line.billed(), line.on(), line, IN_HOME_HEALTH.contains(line.homeHealth()));
            }
        }
        for (Earlier known : bill.history().beside()) {
            Claim earlier = known.claim();
            if (!codes.billType(earlier).asksForPayment()) {
                continue;
            }
            int from = Day.of(earlier.statementFrom());
            for (ServiceLine line : earlier.lines()) {
                int on = Day.of(line.serviceDate(), from);
                Discipline discipline = discipline(line, on);
                if (discipline != null && days.containsKey(discipline)) {
                    add(discipline, line, on, null, bill.homeHealthPeriodOn(on).isPresent());
                }
            }
        }
    }

    private Discipline discipline(ServiceLine line, int on) {
        return BilledDay.discipline(line, on, codes);
    }

    private void add(Discipline discipline, ServiceLine line, int on, Line own, boolean homeHealth) {
        days.get(discipline)
                .computeIfAbsent(Day.date(on), any -> new BilledDay())
                .add(line, on, codes, own, homeHealth);
    }

    /** The disciplines that the claim bills. */
    Set<Discipline> disciplines() {
        return days.keySet();
    }

    /** The days of a discipline that the claim bills, in order. */
    SortedMap<LocalDate, BilledDay> of(Discipline discipline) {
        return days.get(discipline);
    }

    /** Whether a report of a discipline can stand on a day; {@code null} is no discipline. */
    boolean carriesReport(Discipline discipline, LocalDate date) {
        return discipline != null
                && days.containsKey(discipline)
                && days.get(discipline).get(date).carriesReport();
    }

    /** The first day on which the claim or an earlier one has treatment of a discipline, if there is any. */
    Optional<LocalDate> firstTreatment(Discipline discipline) {
        return days.get(discipline).entrySet().stream()
                .filter(day -> day.getValue().treatment())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
