package org.hearth.draft;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hearth.release.ActiveRuleset;
import org.hearth.release.Example;
import org.hearth.release.ExampleRun;
import org.hearth.release.Examples;
import org.hearth.ruleset.CheckedTables;
import org.hearth.ruleset.KnownTables.Known;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.tables.content.DecisionTable;
import org.hearth.tables.content.Row;
import org.hearth.tables.content.Table;
import org.hearth.tables.workbook.WorkbookEditor;

/**
 * Does once, aside and without haste, what whoever makes the first change after a start would wait for: every workbook is read
 * and its rows compared, one is edited and checked, a table is compiled, and the examples are read and run. Nothing of it is
 * kept but what was read of the ruleset that judges claims, and of its examples.
 */
public final class WarmUp {

    /** It ends then, however far it has come. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final int EXAMPLES_AT_ONCE = 16;

    private final Workbench workbench;
    private final ActiveRuleset.Loaded active;
    private final long end = System.nanoTime() + LONGEST.toNanos();
    private long worked = System.nanoTime();

    /** @param active the ruleset that judges claims */
    public WarmUp(Workbench workbench, ActiveRuleset.Loaded active) {
        this.workbench = workbench;
        this.active = active;
    }

    /**
     * Does it, resting as long as it works, so that whoever is served meanwhile notices little.
     *
     * @throws InterruptedIOException if the thread was interrupted
     */
    public void run() throws IOException {
        Table smallest = active.ruleset().tables().stream()
                .filter(table -> table instanceof DecisionTable && !table.rows().isEmpty())
                .min(Comparator.comparing(table -> table.rows().size()))
                .orElse(null);
        if (smallest == null) {
            return;
        }
        for (String path : active.files().ending(".xlsx")) {
            workbench
                    .known()
                    .read(
                            path.substring(RulesetFiles.TABLES.length()),
                            active.files().files().get(path));
            rest();
        }
        CheckedTables edited = edited(smallest);
        rest();
        edited.compileAside(smallest.name());
        rest();
        List<Example> examples = Examples.all(active.files(), active.ruleset());
        rest();
        // a run of all of them would go on by itself while this thread rests
        for (int from = 0; from < examples.size(); from += EXAMPLES_AT_ONCE) {
            ExampleRun.of(
                    examples.subList(from, Math.min(examples.size(), from + EXAMPLES_AT_ONCE)),
                    active.ruleset(),
                    1,
                    (example, mismatch, ran) -> {});
            rest();
        }
    }

    /** The tables with one row called otherwise, checked as a draft is. */
    private CheckedTables edited(Table table) throws IOException {
        String file = table.workbook();
        Known base = workbench.known().read(file, active.files().files().get(RulesetFiles.TABLES + file));
        Row last = table.rows().get(table.rows().size() - 1);
        WorkbookEditor editor = WorkbookEditor.open(file, active.files().files().get(RulesetFiles.TABLES + file));
        try {
            new EditRun(base.table().orElseThrow(), editor)
                    .run(List.of(new DraftEdit(
                            "set",
                            last.reference().sheet(),
                            last.reference().cell(),
                            last.key() + " again",
                            null,
                            null,
                            null,
                            null,
                            null)));
        } catch (InvalidEditException e) {
            throw new IllegalStateException(e);
        }
        SortedMap<String, byte[]> files = new TreeMap<>(active.files().files());
        byte[] bytes = editor.bytes();
        files.put(RulesetFiles.TABLES + file, bytes);
        Known known = workbench.known().learn(bytes, editor.read(file));
        try {
            rest();
            CheckedTables checked =
                    CheckedTables.of(new RulesetFiles("warm-up", files), LocalDate.now(), workbench.known());
            Grids.of(known, base, checked.problems(), checked.warnings(), 0, false, null, LocalDate.now());
            return checked;
        } finally {
            workbench.known().forget(file, bytes);
        }
    }

    private void rest() throws IOException {
        long now = System.nanoTime();
        if (now > end) {
            throw new InterruptedIOException("it takes too long");
        }
        try {
            Thread.sleep(Duration.ofNanos(Math.max(0, now - worked)).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
        worked = System.nanoTime();
    }
}
