package org.hearth.evaluate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hearth.codes.CodeRow;
import org.hearth.finding.FromRow;
import org.hearth.ruleset.Ruleset;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;

/** Notes which rows have a part in judging one claim. */
final class RowTracker extends DefaultAgendaEventListener {

    private final Ruleset ruleset;
    private final boolean byLine;
    private final SortedSet<String> rows = new TreeSet<>();
    private final Map<Integer, Set<String>> ofLines = new HashMap<>();

    /** @param byLine whether to tell of which lines rows were used, which costs more than judging the claim */
    RowTracker(Ruleset ruleset, boolean byLine) {
        this.ruleset = ruleset;
        this.byLine = byLine;
    }

    /** Takes a row of a code list that was found. */
    void lookedUp(CodeRow row) {
        note(row.row(), null);
    }

    /** Takes a fact that goes into the session: the rows that were looked up for it are its line's. */
    void about(Object fact) {
        Integer line = byLine ? Property.line(fact) : null;
        if (line != null) {
            lookedUpFor(fact).forEach(row -> note(row.row(), line));
        }
    }

    /** The rows that a fact carries, and itself if it is one. */
    static Stream<FromRow> lookedUpFor(Object fact) {
        return Stream.concat(
                        Stream.of(fact).filter(FromRow.class::isInstance),
                        Arrays.stream(fact.getClass().getMethods())
                                .filter(method -> method.getParameterCount() == 0
                                        && FromRow.class.isAssignableFrom(method.getReturnType()))
                                .map(method -> Property.of(fact, method.getName())))
                .filter(Objects::nonNull)
                .map(FromRow.class::cast)
                .filter(row -> row.row() != null);
    }

    @Override
    public void afterMatchFired(AfterMatchFiredEvent event) {
        String rule = event.getMatch().getRule().getName();
        note(rule, null);
        if (!byLine) {
            return;
        }
        event.getMatch().getObjects().stream()
                .map(Property::line)
                .filter(Objects::nonNull)
                .forEach(line -> note(rule, line));
    }

    private void note(String row, Integer line) {
        if (row == null || ruleset.row(row) == null) {
            return;
        }
        rows.add(row);
        if (line != null) {
            ofLines.computeIfAbsent(line, first -> new TreeSet<>()).add(row);
        }
    }

    UsedRows used() {
        return new UsedRows(rows, ofLines);
    }
}
