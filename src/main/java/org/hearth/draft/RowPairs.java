package org.hearth.draft;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hearth.tables.workbook.Sheet;

/**
 * The rows of a sheet beside those that they were: what is the same first, then what has the same name, then what is the same but
 * for its name. Told by the texts of the cells, so that it holds of cells that are wrong as well.
 */
final class RowPairs {

    /**
     * A row as its cells' texts.
     *
     * @param index its place in the sheet, from 0
     */
    record Line(int index, List<String> cells) {

        String key() {
            return cells.get(0);
        }

        private List<String> rest() {
            return cells.subList(1, cells.size());
        }
    }

    private final List<Line> now;
    private final Map<Line, Line> before = new HashMap<>();
    private final List<Line> gone;

    private RowPairs(List<Line> now, List<Line> gone) {
        this.now = now;
        this.gone = gone;
    }

    /**
     * Pairs the rows of two editions of a sheet.
     *
     * @param headings the row of the headings, from 0
     * @param width how many columns count
     * @param was the older edition; {@code null} for none
     */
    static RowPairs of(Sheet is, Sheet was, int headings, int width) {
        RowPairs pairs = new RowPairs(lines(is, headings, width), lines(was, headings, width));
        List<Line> come = new ArrayList<>(pairs.now);
        pairs.pair(come, Line::cells);
        pairs.pair(come, Line::key);
        pairs.pair(come, Line::rest);
        return pairs;
    }

    private static List<Line> lines(Sheet sheet, int headings, int width) {
        List<Line> lines = new ArrayList<>();
        for (int row = headings + 1; sheet != null && row < sheet.rows().size(); row++) {
            if (!sheet.blankRow(row)) {
                List<String> cells = new ArrayList<>();
                for (int column = 0; column < width; column++) {
                    cells.add(sheet.text(row, column));
                }
                lines.add(new Line(row, cells));
            }
        }
        return lines;
    }

    private void pair(List<Line> come, Function<Line, Object> by) {
        Map<Object, Deque<Line>> waiting = new HashMap<>();
        gone.forEach(line -> waiting.computeIfAbsent(by.apply(line), key -> new ArrayDeque<>())
                .add(line));
        come.removeIf(line -> {
            Deque<Line> old = waiting.get(by.apply(line));
            if (old == null || old.isEmpty()) {
                return false;
            }
            before.put(line, old.remove());
            return true;
        });
        Set<Line> taken = new HashSet<>(before.values());
        gone.removeIf(taken::contains);
    }

    /** The rows as they are, top to bottom. */
    List<Line> now() {
        return now;
    }

    /** What a row was; {@code null} if it is new. */
    Line before(Line line) {
        return before.get(line);
    }

    /** The rows that are gone. */
    List<Line> gone() {
        return gone;
    }
}
