package org.hearth.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearth.finding.Shown;
import org.hearth.tables.difference.Difference;
import org.hearth.tables.difference.Difference.Kind;
import org.hearth.tables.difference.Difference.Part;
import org.hearth.tables.difference.TableDifference;
import org.hearth.tables.difference.TablesDiff;
import org.hearth.tables.workbook.TableProblem;

/** What a change of workbooks changes, as plain text: table by table, a line a difference, what it came to at the end. */
public final class TablesDiffText {

    /** Two values longer than this together stand on lines of their own. */
    private static final int SHORT = 90;

    private final Appendable out;

    /** @param out where it is written */
    public TablesDiffText(Appendable out) {
        this.out = out;
    }

    /**
     * Writes the differences.
     *
     * @throws IOException if they cannot be written
     */
    public void write(TablesDiff diff) throws IOException {
        problems("before", diff.before());
        problems("after", diff.after());
        for (TableDifference table : diff.tables()) {
            String name = table.table() + " (" + table.workbook() + ")";
            if (table.kind() != Kind.CHANGED) {
                line(name + ": " + table.kind().label() + ", " + Tally.counted(table.rows(), "row"));
            } else {
                line(name);
                for (Difference difference : table.differences()) {
                    difference(table, difference);
                }
            }
            line("");
        }
        line(summary(diff));
    }

    private void problems(String edition, List<TableProblem> problems) throws IOException {
        for (TableProblem problem : problems) {
            line(edition + ": " + problem);
        }
        if (!problems.isEmpty()) {
            line("");
        }
    }

    private void difference(TableDifference table, Difference difference) throws IOException {
        String lead = "  %-7s  %s".formatted(difference.kind().label(), name(table, difference));
        switch (difference.kind()) {
            case RENAMED -> line(lead + " -> " + renamed(table, difference) + ", which holds the same");
            case CHANGED -> {
                for (Difference.Value value : difference.values()) {
                    changed(lead, value);
                }
            }
            default -> line(lead + held(difference));
        }
    }

    /** What is called what, such as {@code visit-codes/G0157}. */
    static String name(TableDifference table, Difference difference) {
        return difference.part() == Part.ROW
                ? table.table() + "/" + difference.key()
                : difference.part().label() + " " + shown(difference.key());
    }

    /** Its new name. */
    static String renamed(TableDifference table, Difference difference) {
        return difference.part() == Part.ROW
                ? table.table() + "/" + difference.renamedTo()
                : shown(difference.renamedTo());
    }

    private void changed(String lead, Difference.Value value) throws IOException {
        String was = value.before() == null ? "(not there)" : shown(value.before());
        String is = value.after() == null ? "(gone)" : shown(value.after());
        if (was.length() + is.length() <= SHORT) {
            line(lead + ": " + value.heading() + " " + was + " -> " + is);
        } else {
            line(lead + ": " + value.heading());
            line("           was " + was);
            line("           now " + is);
        }
    }

    /** What something holds that is new or gone; what sets no limit is left out. */
    static String held(Difference difference) {
        String values = difference.values().stream()
                .map(value -> {
                    String text = value.before() == null ? value.after() : value.before();
                    return text.isEmpty() || text.equals("any") || text.equals("open")
                            ? null
                            : value.heading() + " " + shown(text);
                })
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.joining(", "));
        return values.isEmpty() ? "" : ": " + values;
    }

    /** A value as it stands if it is one word, else in quotation marks. */
    static String shown(String value) {
        return value.matches("[A-Za-z0-9][A-Za-z0-9._:/+-]*") ? value : '"' + value.replace("\n", "\\n") + '"';
    }

    /** One line: how much differs. */
    static String summary(TablesDiff diff) {
        List<String> counts = new ArrayList<>();
        for (Kind whole : List.of(Kind.ADDED, Kind.REMOVED)) {
            long tables = diff.tables().stream()
                    .filter(table -> table.kind() == whole)
                    .count();
            counts.add(tables == 0 ? null : Tally.counted(tables, "table") + " " + whole.label());
        }
        for (Part part : Part.values()) {
            String kinds = Stream.of(Kind.values())
                    .filter(kind -> diff.count(part, kind) > 0)
                    .map(kind -> diff.count(part, kind) + " " + kind.label())
                    .collect(Collectors.joining(", "));
            counts.add(kinds.isEmpty() ? null : plural(part) + ": " + kinds);
        }
        String differing = counts.stream().filter(java.util.Objects::nonNull).collect(Collectors.joining("; "));
        long changed = diff.tables().stream()
                .filter(table -> table.kind() == Kind.CHANGED)
                .count();
        String compared =
                changed + " of " + Tally.counted(diff.compared(), "table") + " differ" + (changed == 1 ? "s" : "");
        return (differing.isEmpty() ? "no difference in " + Tally.counted(diff.compared(), "table") : compared)
                + (differing.isEmpty() ? "" : "; " + differing)
                + (diff.whole() ? "" : "; " + Tally.counted(unread(diff), "workbook") + " could not be compared");
    }

    private static String plural(Part part) {
        return part == Part.CHANGELOG ? "changelog entries" : part.label() + "s";
    }

    private static long unread(TablesDiff diff) {
        return Stream.concat(diff.before().stream(), diff.after().stream())
                .map(TableProblem::workbook)
                .distinct()
                .count();
    }

    private void line(String text) throws IOException {
        out.append(Shown.escaped(text)).append('\n');
    }
}
