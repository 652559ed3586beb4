package org.hearth.beside;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hearth.json.FirstProblems;
import org.hearth.json.Problem;

/** Which column of a grid is which: headings are compared without regard to blanks and capitals. */
final class Headings {

    private final Map<String, Integer> columns = new HashMap<>();

    /**
     * @param known the columns that are read
     * @param ignored those that may be there for the reader's eyes
     * @param problems is told of columns that are neither, and of those that stand twice; a heading that is not known may be
     *     somebody's data and is not repeated
     */
    Headings(Grid grid, List<String> known, List<String> ignored, FirstProblems problems) {
        int width = grid.rows().isEmpty() ? 0 : grid.rows().get(0).size();
        for (int column = 0; column < width; column++) {
            String heading = grid.text(0, column);
            if (heading.isEmpty()) {
                continue;
            }
            String name =
                    known.stream().filter(one -> same(one, heading)).findFirst().orElse(null);
            if (name == null) {
                if (ignored.stream().noneMatch(one -> same(one, heading))) {
                    problems.add(new Problem(
                            "",
                            null,
                            grid.place(0, column) + ": the heading of this column is not known",
                            "write one of " + String.join(", ", known)));
                }
            } else if (columns.putIfAbsent(name, column) != null) {
                problems.add(
                        new Problem("", null, grid.place(0, column) + ": the column stands twice", "leave one out"));
            }
        }
    }

    private static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String heading) {
        return heading.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
    }

    boolean has(String name) {
        return columns.containsKey(name);
    }

    /** The column of a name, or -1. */
    int of(String name) {
        return columns.getOrDefault(name, -1);
    }
}
