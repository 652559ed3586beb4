package org.hearth.ruleset;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearth.catalog.FindingCatalog;
import org.hearth.catalog.FindingType;
import org.hearth.tables.content.CodeList;
import org.hearth.tables.content.DecisionTable;
import org.hearth.tables.content.Row;
import org.hearth.tables.workbook.TableProblem;

/**
 * What a {@link SourceTree} still lacks so that its tables and findings are of use, for the engineer who writes them: the
 * page of a finding, the rule that asks for what a table inserts. Everything else runs meanwhile.
 */
final class Lacks {

    private static final Pattern INSERTED = Pattern.compile("\\binsert\\(\\s*new\\s+(\\w+)\\(");
    private static final Pattern IMPORT_LINE = Pattern.compile("(?m)^\\s*import\\b.*$");

    private final RulesetFiles files;
    private final Collection<DecisionTable> tables;
    private final CodeList findings;
    private final FindingCatalog catalog;

    Lacks(RulesetFiles files, Collection<DecisionTable> tables, CodeList findings, FindingCatalog catalog) {
        this.files = files;
        this.tables = tables;
        this.findings = findings;
        this.catalog = catalog;
    }

    /** What is lacking, by workbook. */
    List<TableProblem> all() {
        List<TableProblem> lacking = new ArrayList<>();
        pages(lacking);
        rules(lacking);
        return lacking;
    }

    private void pages(List<TableProblem> lacking) {
        List<String> pages = files.ending(".md");
        for (Row row : findings.rows()) {
            if (catalog.has(row.key()) && pages.stream().noneMatch(path -> path.contains("/" + row.key() + "-"))) {
                FindingType type = catalog.get(row.key());
                String name = type.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
                lacking.add(new TableProblem(
                        findings.workbook(),
                        row.reference().sheet(),
                        row.reference().cell(),
                        "`" + row.key() + "` has no page",
                        "write rules/<family>/" + row.key() + "-" + name + ".md, as rules/README.md says"));
            }
        }
    }

    /** A fact that a table inserts and no rule asks for changes nothing. */
    private void rules(List<TableProblem> lacking) {
        StringBuilder asked = new StringBuilder();
        for (String path : files.ending(".drl")) {
            String drl = new String(files.files().get(path), StandardCharsets.UTF_8);
            asked.append(IMPORT_LINE.matcher(drl).replaceAll("")).append('\n');
        }
        for (DecisionTable table : tables) {
            table.technicalRows().stream()
                    .filter(row -> row.isEmpty() || !row.get(0).equals("Import"))
                    .flatMap(List::stream)
                    .forEach(snippet -> asked.append(snippet).append('\n'));
        }
        for (DecisionTable table : tables) {
            Matcher inserted = INSERTED.matcher(String.join(
                    "\n", table.technicalRows().stream().flatMap(List::stream).toList()));
            while (inserted.find()) {
                String fact = inserted.group(1);
                if (!Pattern.compile("(?<!new )\\b" + fact + "\\b")
                        .matcher(asked)
                        .find()) {
                    lacking.add(new TableProblem(
                            table.workbook(),
                            null,
                            null,
                            "its rows insert `" + fact + "`, and no rule asks for it",
                            "write the rule that does, rules/<family>/HHT-nnn-<title>.drl"));
                }
            }
        }
    }
}
