package org.hearth.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.tables.content.Change;
import org.hearth.tables.content.ExampleRow;
import org.hearth.tables.content.PartialTableException;
import org.hearth.tables.content.Table;
import org.hearth.tables.workbook.InvalidTablesException;
import org.hearth.tables.workbook.TableProblem;

/**
 * Workbooks that have fewer examples than the active edition of them. Examples are what shows that a change is wrong, so
 * whoever takes some away says so: in the sheet Notes, where a new line under {@code changed on} begins with the words {@code
 * fewer examples}, or to whatever publishes or approves.
 */
public final class FewerExamples {

    /** The words that a new line of the changelog begins with where fewer examples are meant. */
    public static final String WORDS = "fewer examples";

    private static final int MOST_NAMED = 5;

    private FewerExamples() {}

    /**
     * The workbooks that have fewer examples than they had, and do not say so.
     *
     * @param active the files of the edition that claims are judged by
     * @param proposed those that are to take their place
     * @return a problem for each such workbook; of one that cannot be read or is missing there is none, since that is told
     *     of it elsewhere
     */
    public static List<TableProblem> problems(RulesetFiles active, RulesetFiles proposed) {
        return problems(active, "the active edition", proposed);
    }

    /**
     * The workbooks that have fewer examples than those of some other edition.
     *
     * @param called what that edition is called where it is told
     */
    public static List<TableProblem> problems(RulesetFiles before, String called, RulesetFiles proposed) {
        List<TableProblem> problems = new ArrayList<>();
        for (String path : before.ending(".xlsx")) {
            byte[] was = before.files().get(path);
            byte[] is = proposed.files().get(path);
            if (is != null && !Arrays.equals(was, is)) {
                String file = path.substring(RulesetFiles.TABLES.length());
                read(file, was)
                        .flatMap(old -> read(file, is).flatMap(now -> problem(old, called, now)))
                        .ifPresent(problems::add);
            }
        }
        return problems;
    }

    private static Optional<Table> read(String file, byte[] workbook) {
        try {
            return Optional.of(Table.read(file, workbook));
        } catch (PartialTableException e) {
            return Optional.of(e.partial());
        } catch (InvalidTablesException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether a table has fewer examples than another edition of it, and does not say so.
     *
     * @param called what that edition is called where it is told
     */
    public static Optional<TableProblem> problem(Table before, String called, Table after) {
        int had = before.examples().size();
        int has = after.examples().size();
        if (has >= had || isNoted(before, after)) {
            return Optional.empty();
        }
        return Optional.of(new TableProblem(
                after.workbook(),
                ExampleRow.SHEET,
                null,
                after.name() + " has " + has + (has == 1 ? " example" : " examples") + ", " + called + " has " + had
                        + ": without " + missing(before, after),
                "bring them back, or say why in a new line of the sheet Notes under `changed on` that begins with the words `"
                        + WORDS + "`, or when it is published or approved"));
    }

    /** The names of those that are gone, a few of them. */
    private static String missing(Table before, Table after) {
        Set<String> left = after.examples().stream().map(ExampleRow::name).collect(Collectors.toSet());
        List<String> gone = before.examples().stream()
                .map(ExampleRow::name)
                .filter(name -> !left.contains(name))
                .map(name -> "`" + name + "`")
                .toList();
        return gone.size() <= MOST_NAMED
                ? String.join(", ", gone)
                : String.join(", ", gone.subList(0, MOST_NAMED)) + " and " + (gone.size() - MOST_NAMED) + " more";
    }

    private static boolean isNoted(Table before, Table after) {
        List<Change> added = new ArrayList<>(after.changes());
        added.removeAll(before.changes());
        return added.stream()
                .anyMatch(
                        change -> change.what().strip().toLowerCase(Locale.ROOT).startsWith(WORDS));
    }
}
