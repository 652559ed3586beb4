package org.hearth.facts.units;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hearth.codes.ServiceUnit;
import org.hearth.codes.TherapyCode;
import org.hearth.codes.VisitCode;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.BillKind;
import org.hearth.facts.line.Line;
import org.hearth.facts.line.NotChecked;

/**
 * Says of each line that was sent with minutes and without units why no line to bill is proposed for it, where none is and
 * nothing else says so.
 */
public final class UnansweredMinutes {

    /** The topic under which it is said. */
    static final String TOPIC = "units to bill";

    private static final String UNITS = "units";

    private UnansweredMinutes() {}

    /**
     * What is to be said, by reason.
     *
     * @param lines the claim's lines
     * @param proposed the lines to bill that are proposed
     * @param said what is said already
     */
    public static List<NotChecked> of(
            Bill bill, List<Line> lines, Collection<ProposedLine> proposed, Collection<NotChecked> said) {
        Set<Integer> answered = null;
        TreeMap<String, Set<Integer>> byReason = new TreeMap<>();
        for (Line line : lines) {
            if (line.units() != null || line.minutes() == null) {
                continue;
            }
            if (answered == null) {
                answered = answered(proposed, said);
            }
            if (!answered.contains(line.lineNumber())) {
                byReason.computeIfAbsent(needs(bill, line), unseen -> new TreeSet<>())
                        .add(line.lineNumber());
            }
        }
        return byReason.entrySet().stream()
                .map(reason -> new NotChecked(TOPIC, List.copyOf(reason.getValue()), reason.getKey()))
                .toList();
    }

    private static Set<Integer> answered(Collection<ProposedLine> proposed, Collection<NotChecked> said) {
        Set<Integer> answered = new HashSet<>();
        proposed.forEach(line -> answered.add(line.from()));
        said.stream().filter(one -> one.topic().equals(UNITS)).forEach(one -> answered.addAll(one.lines()));
        return answered;
    }

    private static String needs(Bill bill, Line line) {
        if (!bill.asksForPayment()) {
            return "a bill that asks for payment";
        }
        ServiceUnit unit = unit(bill, line);
        if (unit == null) {
            return "a code whose units are known";
        }
        if (unit != ServiceUnit.TIMED && unit != ServiceUnit.OWN_TIME && unit != ServiceUnit.UNTIMED) {
            return "units, which its minutes do not tell";
        }
        return line.dated() ? "minutes enough for a unit" : "date of service";
    }

    /** What a unit of the line's code is; {@code null} where that is not known. */
    private static ServiceUnit unit(Bill bill, Line line) {
        if (bill.is(BillKind.OUTPATIENT)) {
            TherapyCode code = line.therapyCode();
            return line.therapy() && code != TherapyCode.NONE ? code.unitKind() : null;
        }
        VisitCode code = line.visitCode();
        return code == VisitCode.NONE ? null : code.unitKind();
    }
}
