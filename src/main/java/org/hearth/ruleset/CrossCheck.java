package org.hearth.ruleset;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearth.catalog.FindingCatalog;
import org.hearth.codes.ParameterName;
import org.hearth.codes.ServiceUnit;
import org.hearth.facts.claim.Carried;
import org.hearth.tables.content.CodeList;
import org.hearth.tables.content.Column;
import org.hearth.tables.content.ColumnType;
import org.hearth.tables.content.DecisionTable;
import org.hearth.tables.content.Row;
import org.hearth.tables.content.Table;
import org.hearth.tables.workbook.TableProblem;

/** What the workbooks ask of each other: codes that a list knows, findings that exist, parameters that rules ask for. */
final class CrossCheck {

    private static final String FINDINGS = "codes/findings.xlsx";

    private final Map<String, DecisionTable> decisionTables;
    private final Map<String, CodeList> lists;
    private final List<TableProblem> problems;
    private final List<TableProblem> warnings;

    CrossCheck(
            Map<String, DecisionTable> decisionTables,
            Map<String, CodeList> lists,
            List<TableProblem> problems,
            List<TableProblem> warnings) {
        this.decisionTables = decisionTables;
        this.lists = lists;
        this.problems = problems;
        this.warnings = warnings;
    }

    /** Whether each code of a table is one that its list knows. */
    void references(Table table) {
        for (Column column : table.columns()) {
            if (table instanceof DecisionTable && "CONDITION".equals(column.role())) {
                zeros(table, column);
            }
            CodeList list = column.type().list() == null ? null : lists.get(listOf(column.type()));
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

    /** Whether the minutes of a unit are given where a unit is a time, and not where it is none. */
    void unitMinutes(CodeList list) {
        Column minutes = list.columns().stream()
                .filter(column -> column.heading().equals("unit minutes"))
                .findFirst()
                .orElse(null);
        for (Row row : minutes == null ? List.<Row>of() : list.rows()) {
            Object unit = row.values().get("unit kind");
            boolean time = Stream.of(ServiceUnit.TIMED, ServiceUnit.OWN_TIME)
                    .anyMatch(one -> one.toString().equals(unit));
            Object given = row.values().get(minutes.heading());
            if (time && !(given instanceof Integer number && number > 0)) {
                add(row, minutes, "a unit that is `" + unit + "` has minutes", "write how many, 1 or more");
            } else if (!time && given instanceof Integer) {
                add(row, minutes, "a unit that is `" + unit + "` has no minutes", "write none");
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

    /**
     * Whether each finding that a row, a rule or a page names has its row, and each row somebody who reports it.
     *
     * @param complete whether every decision table could be read, so that nobody who reports can have been missed
     */
    void findings(RulesetFiles files, FindingCatalog catalog, boolean complete) {
        Set<String> named = new HashSet<>();
        for (DecisionTable table : decisionTables.values()) {
            for (Column column : table.columns()) {
                if (column.type().kind() == ColumnType.Kind.FINDING) {
                    for (Row row : table.rows()) {
                        if (row.values().get(column.heading()) instanceof String id) {
                            named.add(id);
                            if (!catalog.has(id)) {
                                add(row, column, "`" + id + "` is no finding", "write an id of " + FINDINGS);
                            }
                        }
                    }
                }
            }
        }
        Set<String> needed = new TreeSet<>();
        for (String path : files.ending(".drl")) {
            needed.addAll(RuleFile.reported(new String(files.files().get(path), StandardCharsets.UTF_8)));
        }
        named.addAll(needed);
        for (String path : files.ending(".md")) {
            RuleFile.of(path).ifPresent(page -> needed.add(page.id()));
        }
        for (String id : needed) {
            if (!catalog.has(id)) {
                problems.add(new TableProblem(
                        FINDINGS,
                        "Rows",
                        null,
                        "there is no row `" + id + "`, which a rule or its page needs",
                        files.own() ? "write the row" : "bring the row back from the shipped workbook"));
            }
        }
        for (Row row : complete ? lists.get("findings").rows() : List.<Row>of()) {
            if (!named.contains(row.key())) {
                warnings.add(new TableProblem(
                        FINDINGS,
                        row.reference().sheet(),
                        row.reference().cell(),
                        "no rule and no row reports `" + row.key() + "`",
                        files.own()
                                ? "write the rule, or name it in a decision table"
                                : "name it in a decision table; a new rule is an engineer's"));
            }
        }
    }

    /** Whether the parameters are those that are asked for, no fewer and no more, and whole where they are counted. */
    void parameters(CodeList list) {
        Map<Object, ParameterName> asked =
                Arrays.stream(ParameterName.values()).collect(Collectors.toMap(ParameterName::toString, name -> name));
        Set<ParameterName> left = EnumSet.allOf(ParameterName.class);
        for (Row row : list.rows()) {
            ParameterName name = asked.get(row.values().get("code"));
            left.remove(name);
            if (name == null) {
                add(
                        row,
                        column(list, "code"),
                        "no rule asks for the parameter `" + row.values().get("code") + "`",
                        "write the name as it was; a new parameter needs a rule: ask an engineer");
            } else if (name.whole()
                    && row.values().get("value") instanceof BigDecimal value
                    && value.stripTrailingZeros().scale() > 0) {
                add(
                        row,
                        column(list, "value"),
                        "`" + value.toPlainString() + "` is no whole number, and `" + name
                                + "` is counted in whole ones",
                        "write a whole number");
            }
        }
        for (ParameterName name : left) {
            problems.add(new TableProblem(
                    list.workbook(),
                    "Rows",
                    null,
                    "the parameter `" + name + "` is missing, and a rule asks for it",
                    "bring its row back; to end it, give it a last day"));
        }
    }

    private static Column column(CodeList list, String heading) {
        return list.columns().stream()
                .filter(column -> column.heading().equals(heading))
                .findFirst()
                .orElseThrow();
    }
}
