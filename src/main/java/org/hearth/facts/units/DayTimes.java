package org.hearth.facts.units;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.hearth.codes.Codes;
import org.hearth.codes.ParameterName;
import org.hearth.codes.ServiceUnit;
import org.hearth.codes.VisitKind;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.BillKind;
import org.hearth.facts.line.Derivation;
import org.hearth.facts.line.FactSink;
import org.hearth.facts.line.Line;

/**
 * Finds the days of which a claim bills more units of 15 minutes than a day has, by discipline or service, else in all. Supplies,
 * telehealth and services that are no time do not count; a line of several days cannot be told apart, one without a day stands
 * for itself.
 */
public final class DayTimes implements Derivation {

    @Override
    public void derive(Bill bill, List<Line> lines, Codes codes, FactSink sink) {
        if (!bill.asksForPayment()) {
            return;
        }
        Map<Integer, List<Line>> days = new LinkedHashMap<>();
        for (Line line : lines) {
            if (!timed(line) || line.wholeUnits() == null || line.ranged()) {
                continue;
            }
            if (line.dated()) {
                days.computeIfAbsent(line.on(), unseen -> new ArrayList<>(4)).add(line);
            } else {
                day(List.of(line), codes, sink);
            }
        }
        days.values().forEach(day -> day(day, codes, sink));
    }

    private static void day(List<Line> day, Codes codes, FactSink sink) {
        OptionalInt most =
                codes.parameter(ParameterName.UNITS_OF_A_DAY, day.get(0).on());
        if (most.isEmpty()) {
            return;
        }
        DayTime all = DayTime.ofAll(day, most.getAsInt());
        if (all.over() == 0) {
            return;
        }
        Map<String, List<Line>> services = new LinkedHashMap<>();
        for (Line line : day) {
            services.computeIfAbsent(line.service(), unseen -> new ArrayList<>(2))
                    .add(line);
        }
        List<DayTime> over = services.values().stream()
                .map(own -> DayTime.ofOne(own, most.getAsInt()))
                .filter(time -> time.over() > 0)
                .toList();
        // where one service alone has more than the day, that all together have more says nothing new
        (over.isEmpty() ? List.of(all) : over).forEach(sink::add);
    }

    private static boolean timed(Line line) {
        return line.bill().is(BillKind.OUTPATIENT)
                ? line.therapy() && line.therapyCode().unitKind() == ServiceUnit.TIMED
                : line.visitCode().kind() == VisitKind.VISIT && line.visitCode().unitKind() == ServiceUnit.TIMED;
    }
}
