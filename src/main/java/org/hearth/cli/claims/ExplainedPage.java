package org.hearth.cli.claims;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearth.catalog.FindingType;
import org.hearth.finding.Effect;
import org.hearth.release.Example;
import org.hearth.release.ExampleTable;
import org.hearth.ruleset.Ruleset;

/** A finding's page for a terminal: its effect and codes, its text, and each example's claim as a table. */
final class ExplainedPage {

    private static final String INDENT = "    ";

    private final PrintWriter out;

    ExplainedPage(PrintWriter out) {
        this.out = out;
    }

    /** Writes the page of a finding. */
    void write(FindingType type, Ruleset ruleset) {
        List<String> block = null;
        String fence = "";
        for (String line : ruleset.pages().get(type.id()).split("\\R")) {
            if (block != null && line.equals("```")) {
                block(fence, block);
                block = null;
            } else if (block != null) {
                block.add(line);
            } else if (line.startsWith("```")) {
                fence = line.substring(3).strip();
                block = new ArrayList<>();
            } else {
                out.println(line);
                if (line.startsWith("# ")) {
                    codes(type, ruleset);
                }
            }
        }
    }

    /** Writes what each effect means. */
    void effects() {
        for (Effect effect : Effect.values()) {
            out.println(effect + ": " + effect.explained());
        }
    }

    private void codes(FindingType type, Ruleset ruleset) {
        out.println();
        out.println(type.effect() + ": " + type.effect().explained());
        out.println(Stream.of(
                        named("UB-04", type.formLocator()),
                        named("FISS", String.join(", ", ruleset.reasonCodes(type))),
                        named("CARC", type.codes().carc()),
                        named("RARC", type.codes().rarc()),
                        named("277CA", type.codes().claimStatus()),
                        named("source:", type.citation()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; ")));
        List<String> related = ruleset.related(type);
        if (!related.isEmpty()) {
            out.println("see also: " + String.join(", ", related));
        }
    }

    private static String named(String name, String value) {
        return value == null || value.isEmpty() ? "" : name + " " + value;
    }

    private void block(String fence, List<String> block) {
        switch (fence) {
            case "claim" -> claim(String.join("\n", block));
            case "expect" -> expected(block);
            default -> block.forEach(line -> out.println(INDENT + line));
        }
    }

    private void claim(String yaml) {
        ExampleTable table = ExampleTable.of(new Example("", "", yaml, "none"));
        table.header().forEach(entry -> out.println(INDENT + entry));
        out.println();
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < table.headings().size(); column++) {
            int at = column;
            widths.add(Stream.concat(Stream.of(table.headings()), table.lines().stream())
                    .mapToInt(row -> row.get(at).length())
                    .max()
                    .orElse(0));
        }
        row(table.headings(), widths);
        table.lines().forEach(row -> row(row, widths));
    }

    private void row(List<String> cells, List<Integer> widths) {
        StringBuilder row = new StringBuilder(INDENT);
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            row.append(cell).append(" ".repeat(widths.get(column) - cell.length() + 2));
        }
        out.println(row.toString().stripTrailing());
    }

    private void expected(List<String> findings) {
        out.println(INDENT + "found:");
        findings.forEach(finding -> out.println(INDENT + INDENT + finding));
    }
}
