package org.hearth.facts.units;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearth.codes.Codes;
import org.hearth.codes.ServiceUnit;
import org.hearth.codes.TherapyCode;
import org.hearth.codes.VisitCode;
import org.hearth.codes.VisitKind;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.BillKind;
import org.hearth.facts.line.Derivation;
import org.hearth.facts.line.FactSink;
import org.hearth.facts.line.Line;
import org.hearth.facts.line.OneDay;

/**
 * Pools the minutes of a 34X by discipline and day, and takes those of every 32X visit alone. Minutes that are not
 * whole are not judged: a pool with one line whose minutes nobody knows would seem to allow less than it does.
 */
public final class MinuteFacts implements Derivation {

    private static final int DAY_MINUTES = (int) Duration.ofDays(1).toMinutes();

    @Override
    public void derive(Bill bill, List<Line> lines, Codes codes, FactSink sink) {
        if (!bill.asksForPayment()) {
            return;
        }
        NotJudged not = new NotJudged();
        if (bill.is(BillKind.OUTPATIENT)) {
            pools(lines, codes, sink, not);
        } else {
            visits(lines, sink, not);
        }
        not.tell(sink);
    }

    private static void visits(List<Line> lines, FactSink sink, NotJudged not) {
        for (Line line : lines) {
            VisitCode code = line.visitCode();
            if (code.kind() != VisitKind.VISIT || code.unitKind() != ServiceUnit.TIMED) {
                continue;
            }
            if (line.minutes() == null) {
                not.minutes(line);
            } else {
                sink.add(new LineMinutes(line, code.unitKind(), code.unitMinutes()));
            }
        }
    }

    private static void pools(List<Line> lines, Codes codes, FactSink sink, NotJudged not) {
        Map<OneDay, List<Line>> pools = new LinkedHashMap<>();
        for (Line line : lines) {
            TherapyCode code = line.therapyCode();
            if (!line.therapy() || code == TherapyCode.NONE) {
                continue;
            }
            if (code.unitKind() != ServiceUnit.TIMED) {
                alone(line, sink, not);
            } else if (line.dated()) {
                pools.computeIfAbsent(
                                new OneDay(line.on(), line.discipline(), code.unitMinutes()),
                                unseen -> new ArrayList<>(4))
                        .add(line);
            } else {
                not.date(line);
            }
        }
        pools.values().forEach(pool -> pool(pool, codes, sink, not));
    }

    private static void pool(List<Line> pool, Codes codes, FactSink sink, NotJudged not) {
        for (Line line : pool) {
            if (line.minutes() == null) {
                pool.forEach(not::minutes);
                return;
            }
        }
        if (CodeUnits.minutes(pool) > DAY_MINUTES) {
            pool.forEach(not::day);
            return;
        }
        Line first = pool.get(0);
        sink.add(new UnitPool(pool, first.therapyCode().unitMinutes(), code -> addOn(code, codes, first.on())));
    }

    /** A service outside the pool: an untimed one is asked about only where the line says no units itself. */
    private static void alone(Line line, FactSink sink, NotJudged not) {
        TherapyCode code = line.therapyCode();
        boolean untimed = code.unitKind() == ServiceUnit.UNTIMED;
        if (line.minutes() != null && line.dated() && (!untimed || line.units() == null)) {
            sink.add(new LineMinutes(line, code.unitKind(), code.unitMinutes()));
        } else if (line.minutes() == null && code.unitKind() == ServiceUnit.OWN_TIME) {
            not.minutes(line);
        }
    }

    /** The pooled code that bills the further time of a code which carries only so many units a day. */
    private static TherapyCode addOn(TherapyCode code, Codes codes, int on) {
        if (code.maxPerDay() == Integer.MAX_VALUE) {
            return TherapyCode.NONE;
        }
        return codes.therapyCodes().all().stream()
                .filter(row -> row.baseCode().equals(code.code())
                        && row.unitKind() == code.unitKind()
                        && row.unitMinutes().equals(code.unitMinutes())
                        && row.holdsOn(on))
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
