package org.hearth.therapy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Pools the minutes of a 34X by discipline and day, and takes those of every 32X visit alone. Minutes that are not
 * whole are not judged: a pool with one line whose minutes nobody knows would seem to allow less than it does.
 */
final class MinuteFacts implements Derivation {

    /** The parameter that says how long a pooled unit is. */
    static final String UNIT_MINUTES = "unit minutes";

    private static final int DAY_MINUTES = (int) Duration.ofDays(1).toMinutes();

    @Override
    public void derive(Bill bill, List<Line> lines, Codes codes, FactSink sink) {
        NotJudged not = new NotJudged();
        if (bill.kind().equals("34X")) {
            pools(lines, codes, sink, not);
        } else {
            visits(lines, codes, sink, not);
        }
        not.tell(sink);
    }

    private static void visits(List<Line> lines, Codes codes, FactSink sink, NotJudged not) {
        for (Line line : lines) {
            if (!line.visitCode().kind().equals("visit")) {
                continue;
            }
            int unit = unitMinutes(codes, line);
            if (!line.visitCode().basis().equals(unit + " minutes")) {
                continue;
            }
            if (line.minutes() == null) {
                not.minutes(line);
            } else {
                sink.add(new LineMinutes(line, String.valueOf(unit), line.minutes()));
            }
        }
    }

    private static void pools(List<Line> lines, Codes codes, FactSink sink, NotJudged not) {
        Map<Long, List<Line>> pools = new TreeMap<>();
        for (Line line : lines) {
            if (!line.therapy() || line.therapyCode() == TherapyCode.NONE) {
                continue;
            }
            if (!line.therapyCode().basis().equals(String.valueOf(unitMinutes(codes, line)))) {
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
                int unit = unitMinutes(codes, pool.get(0));
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

    private static int unitMinutes(Codes codes, Line line) {
        return codes.parameter(UNIT_MINUTES, line.on()).orElse(0);
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
