package org.hearth.ruleset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hearth.facts.claim.Carried;
import org.hearth.tables.content.CodeList;
import org.hearth.tables.content.Column;
import org.hearth.tables.content.ColumnType;
import org.hearth.tables.content.DecisionTable;
import org.hearth.tables.content.Row;
import org.hearth.tables.content.Table;
import org.hearth.tables.workbook.TableProblem;

/** Whether the codes of a table are codes that the lists know which it leans on. */
final class CodeReferences {

    private final List<TableProblem> problems = new ArrayList<>();
    private final List<TableProblem> warnings = new ArrayList<>();

    private CodeReferences() {}

    /**
     * What there is to say of the codes of a table.
     *
     * @param lists the code lists, by name; of codes of another nothing is said
     */
    static CodeReferences of(Table table, Map<String, CodeList> lists) {
        CodeReferences references = new CodeReferences();
        references.ask(table, lists);
        return references;
    }

    /** The lists that a table leans on, a column each; {@code null} for a column that leans on none, or on one that is missing. */
    static List<CodeList> leanedOn(Table table, Map<String, CodeList> lists) {
        List<CodeList> leaned = new ArrayList<>();
        table.columns().forEach(column -> leaned.add(list(column, lists)));
        return leaned;
    }

    private static CodeList list(Column column, Map<String, CodeList> lists) {
        return column.type().list() == null ? null : lists.get(listOf(column.type()));
    }

    /** What must be mended. */
    List<TableProblem> problems() {
        return problems;
    }

    /** What is worth a look. */
    List<TableProblem> warnings() {
        return warnings;
    }

    private void ask(Table table, Map<String, CodeList> lists) {
        for (Column column : table.columns()) {
            if (table instanceof DecisionTable && "CONDITION".equals(column.role())) {
                zeros(table, column);
            }
            CodeList list = list(column, lists);
            Set<String> known = list == null ? null : known(list, column.type());
            boolean carried = table instanceof DecisionTable decisions && decisions.asksWhatIsCarried(column);
            for (Row row : known == null && !carried ? List.<Row>of() : table.rows()) {
                for (String code : codes(row.values().get(column.heading()))) {
                    if (carried && !Carried.isKnown(code)) {
                        add(
                                row,
                                column,
                                "`" + code + "` is nothing that a claim can be asked for",
                                "write it as the sheet Notes says, such as OC 50 or VC 61");
                    } else if (known != null && !known.contains(code)) {
                        add(
                                row,
                                column,
                                "`" + code + "` is in no row of " + list.workbook(),
                                likest(code, known) + "or add it to that list first");
                    }
                }
            }
        }
    }

    /** A code that is shorter than all others of its column may have lost a zero, where no list can tell. */
    private void zeros(Table table, Column column) {
        if (column.type().kind() != ColumnType.Kind.CODE && column.type().kind() != ColumnType.Kind.CODES
                || column.type().list() != null) {
            return;
        }
        Map<Integer, List<String>> byLength = table.rows().stream()
                .flatMap(row -> codes(row.values().get(column.heading())).stream())
                .distinct()
                .collect(Collectors.groupingBy(String::length));
        int longest = byLength.keySet().stream().max(Integer::compare).orElse(0);
        if (byLength.size() != 2
                || byLength.values().stream().noneMatch(same -> same.size() == 1)
                || byLength.get(longest).size() < 2) {
            return;
        }
        for (Row row : table.rows()) {
            for (String code : codes(row.values().get(column.heading()))) {
                if (code.length() < longest && code.matches("[0-9]+")) {
                    warnings.add(new TableProblem(
                            row.reference().workbook(),
                            row.reference().sheet(),
                            row.cell(column),
                            "`" + code + "` is shorter than every other code of its column",
                            "write `" + "0".repeat(longest - code.length()) + code + "` if it has lost its zero"));
                }
            }
        }
    }

    private static String listOf(ColumnType type) {
        return type.list().startsWith(ColumnType.FAMILIES)
                ? type.list().substring(ColumnType.FAMILIES.length())
                : type.list();
    }

    private static Set<String> known(CodeList list, ColumnType type) {
        boolean families = type.list().startsWith(ColumnType.FAMILIES);
        Set<String> known = new TreeSet<>();
        for (Row row : list.rows()) {
            if (row.values().get("code") instanceof String code) {
                known.add(families && code.length() > 3 ? code.substring(0, 3) : code);
            }
        }
        return known;
    }

    private static List<String> codes(Object value) {
        return value instanceof String code
                ? List.of(code)
                : value instanceof List<?> codes
                        ? codes.stream().map(String::valueOf).toList()
                        : List.of();
    }

    /** What may have been meant: the code in capitals, with its zero, or with the digit that its letter looks like. */
    private static String likest(String code, Set<String> known) {
        String upper = code.toUpperCase(Locale.ROOT);
        for (String meant : List.of(
                upper,
                "0" + code,
                upper.replace('O', '0'),
                upper.replace('0', 'O'),
                code.replace('l', '1').replace('I', '1'))) {
            if (known.contains(meant)) {
                return "write `" + meant + "`, ";
            }
        }
        return "write one of its codes, ";
    }

    private void add(Row row, Column column, String message, String fix) {
        problems.add(
                new TableProblem(row.reference().workbook(), row.reference().sheet(), row.cell(column), message, fix));
    }
}
