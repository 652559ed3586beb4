package org.hearth.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hearth.ruleset.RuleFile;
import org.hearth.ruleset.Ruleset;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.tables.content.Column;
import org.hearth.tables.content.ColumnType;
import org.hearth.tables.content.DecisionTable;
import org.hearth.tables.content.Table;

/** The examples of a ruleset, and how they come out. */
public final class Examples {

    /** Told how many examples have been run; all of them take seconds. */
    @FunctionalInterface
    public interface Progress {
        /** Called after each example, from 1 to the number of all. */
        void ran(int examples, int all);
    }

    private Examples() {}

    /** The pages of all findings, by path. */
    public static List<Page> pages(RulesetFiles files) {
        return files.ending(".md").stream()
                .filter(path -> RuleFile.of(path).isPresent())
                .map(path -> Page.of(path, new String(files.files().get(path), StandardCharsets.UTF_8)))
                .toList();
    }

    /** The examples of the pages, then those of the workbooks. */
    public static List<Example> all(RulesetFiles files, Ruleset ruleset) {
        List<Example> examples = new ArrayList<>();
        pages(files).forEach(page -> examples.addAll(page.examples()));
        examples.addAll(ofWorkbooks(ruleset));
        return List.copyOf(examples);
    }

    /** The examples of a finding's page. */
    public static List<Example> ofFinding(RulesetFiles files, String id) {
        return pages(files).stream()
                .filter(page -> page.id().equals(id))
                .flatMap(page -> page.examples().stream())
                .toList();
    }

    /**
     * The examples that show what a table does: those of its sheet, those of the pages of the findings that it reports by
     * itself, and any other that expects one of its rows by name.
     */
    public static List<Example> ofTable(RulesetFiles files, Ruleset ruleset, Table table) {
        Set<String> findings = findings(table);
        Set<String> pages = pages(files).stream()
                .filter(page -> findings.contains(page.id()))
                .map(Page::path)
                .collect(Collectors.toSet());
        String row = "(row " + table.name() + "/";
        return all(files, ruleset).stream()
                .filter(example -> pages.contains(example.where())
                        || example.where().startsWith(table.workbook() + ",")
                        || example.expect().contains(row))
                .toList();
    }

    /** What the rows of a decision table name, or its snippets do. */
    private static Set<String> findings(Table table) {
        Set<String> findings = new HashSet<>();
        if (table instanceof DecisionTable decisions) {
            for (Column column : table.columns()) {
                if (column.type().kind() == ColumnType.Kind.FINDING) {
                    table.rows()
                            .forEach(row ->
                                    findings.add(String.valueOf(row.values().get(column.heading()))));
                }
            }
            decisions.technicalRows().stream()
                    .flatMap(List::stream)
                    .forEach(snippet -> findings.addAll(RuleFile.reported(snippet)));
        }
        return findings;
    }

    /** The examples that analysts wrote into the workbooks. */
    static List<Example> ofWorkbooks(Ruleset ruleset) {
        return ruleset.tables().stream()
                .flatMap(table -> table.examples().stream())
                .map(Example::of)
                .toList();
    }

    /** Runs examples; those that come out otherwise than they want, in their order. */
    public static List<TablesReport.FailedExample> run(List<Example> examples, Ruleset ruleset, Progress progress) {
        return run(examples, ruleset, new HashSet<>(), progress);
    }

    /**
     * Runs examples.
     *
     * @param fired takes the name of each rule that fires; a row's is {@code table/key}
     */
    static List<TablesReport.FailedExample> run(
            List<Example> examples, Ruleset ruleset, Set<String> fired, Progress progress) {
        List<TablesReport.FailedExample> failed = new ArrayList<>();
        try {
            fired.addAll(ExampleRun.of(examples, ruleset, (example, mismatch, ran) -> {
                        mismatch.ifPresent(found -> failed.add(new TablesReport.FailedExample(example, found)));
                        progress.ran(ran, examples.size());
                    })
                    .keySet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return failed;
    }
}
