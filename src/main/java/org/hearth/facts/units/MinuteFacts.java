package org.hearth.facts.units;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hearth.codes.Codes;
import org.hearth.codes.Parameter;
import org.hearth.codes.TherapyCode;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.Derivation;
import org.hearth.facts.line.FactSink;
import org.hearth.facts.line.Line;

/**
 * Pools the minutes of a 34X by discipline and day, and takes those of every 32X visit alone. Minutes that are not
 * whole are not judged: a pool with one line whose minutes nobody knows would seem to allow less than it does.
 */
public final class MinuteFacts implements Derivation {

    /** The parameter that says how long a pooled unit is. */
    static final String UNIT_MINUTES = "unit minutes";

    private static final int DAY_MINUTES = (int) Duration.ofDays(1).toMinutes();

    @Override
    public void derive(Bill bill, List<Line> lines, Codes codes, FactSink sink) {
        if (!bill.asksForPayment()) {
            return;
        }
        NotJudged not = new NotJudged();
        List<Unit> units =
                codes.parameters().of(UNIT_MINUTES).stream().map(Unit::new).toList();
        if (bill.kind().equals("34X")) {
            pools(lines, units, codes, sink, not);
        } else {
            visits(lines, units, sink, not);
        }
        not.tell(sink);
    }

    private static void visits(List<Line> lines, List<Unit> units, FactSink sink, NotJudged not) {
        for (Line line : lines) {
            Unit unit = line.visitCode().kind().equals("visit") ? Unit.of(line, units) : null;
            if (unit == null || !line.visitCode().basis().equals(unit.ofVisit())) {
                continue;
            }
            if (line.minutes() == null) {
                not.minutes(line);
            } else {
                sink.add(new LineMinutes(line, unit.basis(), line.minutes()));
            }
        }
    }

    private static void pools(List<Line> lines, List<Unit> units, Codes codes, FactSink sink, NotJudged not) {
        Map<Long, List<Line>> pools = new TreeMap<>();
        for (Line line : lines) {
            if (!line.therapy() || line.therapyCode() == TherapyCode.NONE) {
                continue;
            }
            Unit unit = Unit.of(line, units);
            if (unit == null || !line.therapyCode().basis().equals(unit.basis())) {
                alone(line, sink);
            } else if (line.dated()) {
                long key = line.on() * 10L + line.discipline().ordinal();
                pools.computeIfAbsent(key, unseen -> new ArrayList<>(4)).add(line);
            } else {
                not.date(line);
            }
        }
        for (List<Line> pool : pools.values()) {
            if (pool.stream().anyMatch(line -> line.minutes() == null)) {
                pool.forEach(not::minutes);
            } else if (CodeUnits.minutes(pool) > DAY_MINUTES) {
                pool.forEach(not::day);
            } else {
                int unit = Unit.of(pool.get(0), units).minutes();
                sink.add(new UnitPool(pool, unit, code -> addOn(code, codes, pool.get(0))));
            }
        }
    }

    /** A service outside the pool: an untimed one is asked about only where the line says no units itself. */
    private static void alone(Line line, FactSink sink) {
        boolean untimed = line.therapyCode().basis().equals("untimed");
        if (line.minutes() != null && line.dated() && (!untimed || line.units() == null)) {
            sink.add(new LineMinutes(line, line.therapyCode().basis(), line.minutes()));
        }
    }

    /** The pooled code that bills the further time of a code which carries only so many units a day. */
    private static TherapyCode addOn(TherapyCode code, Codes codes, Line line) {
        if (code.maxPerDay() == Integer.MAX_VALUE) {
            return TherapyCode.NONE;
        }
        return codes.therapyCodes().all().stream()
                .filter(row -> row.baseCode().equals(code.code())
                        && row.basis().equals(code.basis())
                        && row.holdsOn(line.on()))
                .findFirst()
                .orElse(TherapyCode.NONE);
    }

    /** How long a unit is during a span of days, and how the code lists write it as a basis. */
    private record Unit(Parameter row, int minutes, String basis, String ofVisit) {

        Unit(Parameter row) {
            this(row, row.value().intValueExact());
        }

        private Unit(Parameter row, int minutes) {
            this(row, minutes, String.valueOf(minutes), minutes + " minutes");
        }

        /** The unit on a line's day, or {@code null} where there is none. */
        static Unit of(Line line, List<Unit> units) {
            for (Unit unit : units) {
                if (unit.row().holdsOn(line.on())) {
                    return unit;
                }
            }
            return null;
        }
    }

    /** Lines that cannot be judged, by the fact that they lack. */
    private static final class NotJudged {

        private final List<Integer> withoutMinutes = new ArrayList<>(0);
        private final List<Integer> withoutDate = new ArrayList<>(0);
        private final List<Integer> beyondTheDay = new ArrayList<>(0);

        void minutes(Line line) {
            withoutMinutes.add(line.lineNumber());
        }

        void date(Line line) {
            withoutDate.add(line.lineNumber());
        }

        void day(Line line) {
            beyondTheDay.add(line.lineNumber());
        }

        void tell(FactSink sink) {
            tell(sink, withoutMinutes, "minutes");
            tell(sink, withoutDate, "date of service");
            tell(sink, beyondTheDay, "minutes that fit into one day");
        }

        private static void tell(FactSink sink, List<Integer> lines, String needs) {
            if (!lines.isEmpty()) {
                sink.notChecked("units", lines.stream().sorted().toList(), needs);
            }
        }
    }
}
