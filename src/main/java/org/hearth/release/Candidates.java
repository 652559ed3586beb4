package org.hearth.release;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hearth.ledger.Act;
import org.hearth.ruleset.KnownTables;
import org.hearth.ruleset.Ruleset;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.tables.codeset.CodeSetFile;
import org.hearth.tables.content.CodeList;
import org.hearth.tables.content.DecisionTable;
import org.hearth.tables.content.Table;
import org.hearth.tables.difference.TechnicalLayout;
import org.hearth.tables.workbook.InvalidTablesException;
import org.hearth.tables.workbook.TableProblem;

/** Workbooks and code sets sent to take the place of those of a ruleset, or a new code set: checked, and kept to be activated if they are sound. */
public final class Candidates {

    private static final String DECISION_TABLE = ".drl.xlsx";

    private final RulesetStore store;
    private final RulesetShelf shelf;

    /** Candidates for a store. */
    public Candidates(RulesetStore store, RulesetShelf shelf) {
        this.store = store;
        this.shelf = shelf;
    }

    /**
     * Checks workbooks of which nothing was read before.
     *
     * @see #check(RulesetFiles, Map, String, boolean, KnownTables, Examples.Progress)
     */
    public static TablesReport check(
            RulesetFiles base,
            Map<String, byte[]> workbooks,
            String from,
            boolean fewerExamples,
            Examples.Progress progress) {
        return check(base, workbooks, from, fewerExamples, new KnownTables(), progress);
    }

    /**
     * Checks workbooks with those of the ruleset that they are to change; takes seconds, keeps nothing.
     *
     * @param base the ruleset that everything else is taken from
     * @param workbooks by file name; its folder may be left out
     * @param from where they come from, for people
     * @param fewerExamples whether a workbook may have fewer examples than that of the base, {@link FewerExamples}
     * @param known remembers what was read of workbooks before
     */
    public static TablesReport check(
            RulesetFiles base,
            Map<String, byte[]> workbooks,
            String from,
            boolean fewerExamples,
            KnownTables known,
            Examples.Progress progress) {
        return put(base, workbooks, from).check(base, fewerExamples, known, progress);
    }

    /**
     * The files of a ruleset with workbooks in the place of its own.
     *
     * @param workbooks by file name; its folder may be left out, and what the ruleset has none of is not taken
     * @param from where they come from, for people
     */
    public static RulesetFiles in(RulesetFiles base, Map<String, byte[]> workbooks, String from) {
        return put(base, workbooks, from).files;
    }

    /**
     * Checks workbooks as {@link #check} does, and keeps the ruleset if no cell is wrong. Examples that came otherwise do
     * not keep it from being kept: whether a change is meant, nobody else can tell.
     *
     * @param before what has to be done before a sound one is kept, which it is not if that fails
     * @throws IOException if a sound one cannot be kept
     */
    public Proposal propose(
            RulesetFiles base,
            Map<String, byte[]> workbooks,
            String from,
            boolean fewerExamples,
            Before before,
            Examples.Progress progress)
            throws IOException {
        Changed changed = put(base, workbooks, from);
        TablesReport report = changed.check(base, fewerExamples, new KnownTables(), progress);
        if (report.ruleset().isEmpty()) {
            return new Proposal(report, Optional.empty());
        }
        before.kept(report.ruleset().get().version());
        return new Proposal(report, Optional.of(keep(report, changed.files)));
    }

    /** Notes what has to be known of a ruleset once it is kept. */
    @FunctionalInterface
    public interface Before {

        /** A ruleset of this version is going to be kept. */
        void kept(String version) throws IOException;
    }

    /**
     * Keeps a ruleset that was checked.
     *
     * @param report what checking it came to; without problems
     * @param files what it was compiled from
     * @throws IOException if it cannot be kept
     */
    public KeptRuleset keep(TablesReport report, RulesetFiles files) throws IOException {
        Ruleset ruleset = report.ruleset().orElseThrow();
        KeptRuleset kept = store.keep(
                ruleset.version(),
                files,
                new Act.Examples(report.passed(), report.failed().size()));
        shelf.put(ruleset.version(), new ActiveRuleset.Loaded(ruleset, files, Instant.now()));
        return kept;
    }

    /**
     * What came of a proposal.
     *
     * @param report what was found
     * @param kept the ruleset under which it can be activated; empty if a cell is wrong
     */
    public record Proposal(TablesReport report, Optional<KeptRuleset> kept) {}

    private record Changed(RulesetFiles files, List<TableProblem> misnamed) {

        /**
         * The hidden rows of a decision table are code, and a workbook that somebody sends is not trusted with any: its
         * shape must be that of the ruleset that it changes. The check by itself sees to that for the packaged rules
         * alone.
         */
        TablesReport check(RulesetFiles base, boolean fewerExamples, KnownTables known, Examples.Progress progress) {
            List<TableProblem> problems = new ArrayList<>(misnamed);
            if (!files.sameRules(RulesetFiles.packaged())) {
                for (String path : files.ending(".xlsx")) {
                    byte[] sent = files.files().get(path);
                    byte[] was = base.files().get(path);
                    if (!Arrays.equals(sent, was)) {
                        problems.addAll(differences(path.substring(RulesetFiles.TABLES.length()), was, sent));
                    }
                }
            }
            return problems.isEmpty()
                    ? TablesCheck.of(
                            files,
                            base,
                            fewerExamples ? List.of() : FewerExamples.problems(base, files),
                            LocalDate.now(),
                            known,
                            progress)
                    : new TablesReport(problems, List.of(), 0, List.of(), List.of(), List.of(), Optional.empty());
        }

        private static List<TableProblem> differences(String file, byte[] known, byte[] sent) {
            try {
                return TechnicalLayout.differences(read(file, sent), read(file, known));
            } catch (InvalidTablesException e) {
                return e.problems();
            }
        }

        private static Table read(String file, byte[] workbook) {
            return file.endsWith(DECISION_TABLE) ? DecisionTable.read(file, workbook) : CodeList.read(file, workbook);
        }
    }

    private static Changed put(RulesetFiles base, Map<String, byte[]> workbooks, String from) {
        SortedMap<String, byte[]> files = new TreeMap<>(base.files());
        List<TableProblem> misnamed = new ArrayList<>();
        workbooks.forEach((name, bytes) -> {
            Optional<String> path = CodeSetFile.mayName(name)
                    ? Optional.of(RulesetFiles.TABLES + CodeSetFile.FOLDER + name.substring(name.lastIndexOf('/') + 1))
                    : base.ending(".xlsx").stream()
                            .filter(known -> known.equals(RulesetFiles.TABLES + name) || known.endsWith("/" + name))
                            .findFirst();
            path.ifPresentOrElse(
                    known -> files.put(known, bytes),
                    () -> misnamed.add(new TableProblem(
                            name,
                            null,
                            null,
                            "the ruleset has no workbook of this name",
                            "send it under the name of the workbook whose place it takes, a code set under that which"
                                    + " hearth codes import gave it")));
        });
        return new Changed(new RulesetFiles(from, files), misnamed);
    }
}
