package org.hearth.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hearth.tables.content.Workbooks;
import peers.Model;

/** Writes the tables of the workload as workbooks in Hearth's own form. They are synthetic. */
public final class WorkloadTables {

    static final String CODES = "listed-codes.xlsx";

    private static final String BRACKETS = "unit-brackets.drl.xlsx";
    private static final String MODIFIERS = "discipline-modifiers.drl.xlsx";
    private static final String OCCURRENCES = "plan-occurrences.drl.xlsx";

    static final List<String> DECISION_TABLES = List.of(BRACKETS, MODIFIERS, OCCURRENCES);

    private static final String REPORT = "findings.report(\"$param\", $%s, new RowKey(kcontext.getRule().getName()));";
    private static final String SOURCE = "the workload, synthetic";

    private WorkloadTables() {}

    /**
     * Writes them.
     *
     * @param arguments the folder to write them into
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Model.Tables tables = Model.tables();
        Files.write(folder.resolve(CODES), codes(tables.codes()));
        Files.write(folder.resolve(BRACKETS), brackets(tables.brackets()));
        Files.write(folder.resolve(MODIFIERS), modifiers(tables.requirements()));
        Files.write(folder.resolve(OCCURRENCES), occurrences(tables.requirements()));
    }

    private static byte[] codes(List<Model.CodeRow> codes) {
        List<Object[]> cells = new ArrayList<>();
        cells.add(cells("row", "code", "discipline", "timed", "from", "through", "source"));
        for (Model.CodeRow code : codes) {
            cells.add(cells(
                    code.hcpcs() + " from " + code.from(),
                    code.hcpcs(),
                    code.discipline(),
                    code.timed() ? "yes" : "no",
                    LocalDate.parse(code.from()),
                    LocalDate.parse(code.through()),
                    SOURCE));
        }
        return Workbooks.codeList(
                cells.toArray(Object[][]::new),
                notes(
                        "listed-codes",
                        cells("row", "key", "the row's name"),
                        cells("code", "code", "the code"),
                        cells("discipline", "choice: PT, OT, SLP", "whose it is"),
                        cells("timed", "yes-no", "whether its units are minutes"),
                        cells("from", "date", "first day"),
                        cells("through", "date", "last day")));
    }

    private static byte[] brackets(List<Model.BracketRow> brackets) {
        List<Object[]> cells = technical("unit-brackets", "BilledLine");
        cells.add(cells("NAME", "CONDITION", "CONDITION", "CONDITION", "ACTION", "METADATA"));
        cells.add(cells(null, "$line : BilledLine"));
        cells.add(cells(
                null,
                "timed == true, minutes >= $param",
                "minutes <= $param",
                "units != $param",
                REPORT.formatted("line"),
                "source( $param )"));
        cells.add(cells("row", "from minutes", "through minutes", "units", "finding", "source"));
        for (Model.BracketRow bracket : brackets) {
            cells.add(cells(
                    String.valueOf(bracket.units()),
                    bracket.from(),
                    bracket.through(),
                    bracket.units(),
                    "UNITS",
                    SOURCE));
        }
        return Workbooks.decisionTable(
                cells.toArray(Object[][]::new),
                notes(
                        "unit-brackets",
                        cells("row", "key", "the row's name"),
                        cells("from minutes", "number", "fewest minutes that the row answers"),
                        cells("through minutes", "number", "most minutes that the row answers"),
                        cells("units", "number", "units that the minutes allow"),
                        cells("finding", "code", "what is said of a line with other units")));
    }

    private static byte[] modifiers(List<Model.ReqRow> requirements) {
        List<Object[]> cells = technical("discipline-modifiers", "BilledLine");
        cells.add(cells("NAME", "CONDITION", "CONDITION", "CONDITION", "ACTION", "METADATA"));
        cells.add(cells(null, "$line : BilledLine"));
        cells.add(cells(
                null,
                "kind == \"$param\"",
                "family == \"$param\"",
                "modifiers not contains \"$param\"",
                REPORT.formatted("line"),
                "source( $param )"));
        cells.add(cells("row", "bill", "family", "modifier", "finding", "source"));
        for (Model.ReqRow requirement : requirements) {
            cells.add(cells(
                    requirement.discipline(), "34X", requirement.family(), requirement.modifier(), "MOD", SOURCE));
        }
        return Workbooks.decisionTable(
                cells.toArray(Object[][]::new),
                notes(
                        "discipline-modifiers",
                        cells("row", "key", "the row's name"),
                        cells("bill", "choice: 32X, 34X", "the kind of bill the row is for"),
                        cells("family", "code", "first three digits of the revenue code"),
                        cells("modifier", "code", "the modifier that the line carries"),
                        cells("finding", "code", "what is said of a line without it")));
    }

    private static byte[] occurrences(List<Model.ReqRow> requirements) {
        List<Object[]> cells = technical("plan-occurrences", "BilledClaim");
        cells.add(cells("NAME", "CONDITION", "CONDITION", "CONDITION", "ACTION", "METADATA"));
        cells.add(cells(null, "$claim : BilledClaim"));
        cells.add(cells(
                null,
                "kind == \"$param\"",
                "families contains \"$param\"",
                "occurrenceCodes not contains \"$param\"",
                REPORT.formatted("claim"),
                "source( $param )"));
        cells.add(cells("row", "bill", "family", "occurrence code", "finding", "source"));
        for (Model.ReqRow requirement : requirements) {
            cells.add(cells(
                    requirement.discipline(),
                    "34X",
                    requirement.family(),
                    requirement.occurrence(),
                    "OCC-" + requirement.discipline(),
                    SOURCE));
        }
        return Workbooks.decisionTable(
                cells.toArray(Object[][]::new),
                notes(
                        "plan-occurrences",
                        cells("row", "key", "the row's name"),
                        cells("bill", "choice: 32X, 34X", "the kind of bill the row is for"),
                        cells("family", "code", "first three digits of the revenue codes of the lines"),
                        cells("occurrence code", "code", "the code that the claim has with such lines"),
                        cells("finding", "code", "what is said of a claim without it")));
    }

    /** The rows above those that say what each column is. */
    private static List<Object[]> technical(String table, String fact) {
        List<Object[]> cells = new ArrayList<>();
        cells.add(cells("RuleSet", "org.hearth.peers.tables." + table.replace('-', '_')));
        cells.add(cells("Import", "org.hearth.peers." + fact + ", org.hearth.finding.RowKey"));
        cells.add(cells("Variables", "org.hearth.finding.Findings findings"));
        cells.add(cells("RuleTable " + table));
        return cells;
    }

    private static Object[][] notes(String table, Object[]... columns) {
        List<Object[]> cells = new ArrayList<>();
        cells.add(cells("table", table));
        cells.add(cells("about", "a table of the workload"));
        cells.add(cells("dates are", "date of service"));
        cells.add(cells("rows match", "all"));
        cells.add(cells());
        cells.add(cells("column", "type", "meaning"));
        cells.addAll(List.of(columns));
        cells.add(cells("source", "source", "where the row comes from"));
        cells.add(cells());
        cells.add(cells("changed on", "effective", "what changed"));
        cells.add(cells(LocalDate.of(2026, 11, 30), "open", "first edition"));
        return cells.toArray(Object[][]::new);
    }

    private static Object[] cells(Object... cells) {
        return cells;
    }
}
