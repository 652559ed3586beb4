package org.hearth.ruleset;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearth.catalog.FindingCatalog;
import org.hearth.codes.ParameterName;
import org.hearth.codes.ServiceUnit;
import org.hearth.tables.content.CodeList;
import org.hearth.tables.content.Column;
import org.hearth.tables.content.ColumnType;
import org.hearth.tables.content.DecisionTable;
import org.hearth.tables.content.Row;
import org.hearth.tables.workbook.TableProblem;

/** What the workbooks ask of each other, but for codes: findings that exist, parameters that rules ask for. */
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

    private void add(Row row, Column column, String message, String fix) {
        problems.add(
                new TableProblem(row.reference().workbook(), row.reference().sheet(), row.cell(column), message, fix));
    }

    /**
     * Whether each finding that a row, a rule or a page names has its row, and each row somebody who reports it.
     *
     * @param rules the findings of the rules and pages
     * @param own whether the files are the program's own sources
     * @param complete whether every decision table could be read, so that nobody who reports can have been missed
     */
    void findings(RuleFindings rules, boolean own, FindingCatalog catalog, boolean complete) {
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
        named.addAll(rules.reported());
        for (String id : rules.needed()) {
            if (!catalog.has(id)) {
                problems.add(new TableProblem(
                        FINDINGS,
                        "Rows",
                        null,
                        "there is no row `" + id + "`, which a rule or its page needs",
                        own ? "write the row" : "bring the row back from the shipped workbook"));
            }
        }
        for (Row row : complete ? lists.get("findings").rows() : List.<Row>of()) {
            if (!named.contains(row.key())) {
                warnings.add(new TableProblem(
                        FINDINGS,
                        row.reference().sheet(),
                        row.reference().cell(),
                        "no rule and no row reports `" + row.key() + "`",
                        own
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
