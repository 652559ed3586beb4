package org.hearth.facts.units;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * Sums the units of 15 minutes that a claim bills for one day, by discipline or service and in all. Supplies, telehealth and
 * services that are no time do not count; a line of several days cannot be told apart, one without a day stands for itself.
 */
public final class DayTimes implements Derivation {

    @Override
    public void derive(Bill bill, List<Line> lines, Codes codes, FactSink sink) {
        if (!bill.asksForPayment()) {
            return;
        }
        Map<Integer, Map<String, List<Line>>> days = new LinkedHashMap<>();
        for (Line line : lines) {
            if (!timed(line) || line.wholeUnits() == null || line.ranged()) {
                continue;
            }
            if (line.dated()) {
                days.computeIfAbsent(line.on(), unseen -> new LinkedHashMap<>())
                        .computeIfAbsent(line.service(), unseen -> new ArrayList<>(2))
                        .add(line);
            } else {
                most(line.on(), codes).ifPresent(most -> sink.add(DayTime.ofOne(List.of(line), most)));
            }
        }
        days.forEach((on, services) -> most(on, codes).ifPresent(most -> day(services.values(), most, sink)));
    }

    private static void day(Collection<List<Line>> services, int most, FactSink sink) {
        boolean over = false;
        for (List<Line> own : services) {
            DayTime time = DayTime.ofOne(own, most);
            sink.add(time);
            over |= time.over() > 0;
        }
        // where one service alone has more than the day, that all together have more says nothing new
        if (services.size() > 1 && !over) {
            List<Line> all = new ArrayList<>();
            services.forEach(all::addAll);
            sink.add(DayTime.ofAll(all, most));
        }
    }

    private static Optional<Integer> most(int on, Codes codes) {
        OptionalInt most = codes.parameter(ParameterName.UNITS_OF_A_DAY, on);
        return most.isPresent() ? Optional.of(most.getAsInt()) : Optional.empty();
    }

    private static boolean timed(Line line) {
        return line.bill().is(BillKind.OUTPATIENT)
                ? line.therapy() && line.therapyCode().unitKind() == ServiceUnit.TIMED
                : line.visitCode().kind() == VisitKind.VISIT && line.visitCode().unitKind() == ServiceUnit.TIMED;
    }
}
