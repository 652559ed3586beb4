package org.hearth.ruleset;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hearth.catalog.FindingType;
import org.hearth.catalog.Wording;
import org.hearth.tables.content.Column;
import org.hearth.tables.content.ColumnType;
import org.hearth.tables.content.DecisionTable;
import org.hearth.tables.content.Row;
import org.hearth.tables.content.Table;
import org.hearth.tables.content.Unbound;

/** The shared system's reason codes of each finding: those of its own row, or of the table rows that it takes them from. */
final class ReasonCodes {

    /** How the heading of a column with reason codes ends. */
    private static final String HEADING = "reason code";

    private static final Pattern FAMILY = Pattern.compile("X+$");

    private ReasonCodes() {}

    /** The codes of a finding, {@code 153XX} for a family; empty where none is known. */
    static List<String> of(FindingType type, List<Table> tables) {
        String fiss = type.codes().fiss();
        if (fiss == null) {
            return List.of();
        }
        if (Wording.of(fiss).names().isEmpty()) {
            return List.of(fiss.split(", "));
        }
        List<Table> deciding = tables.stream()
                .filter(DecisionTable.class::isInstance)
                .filter(table -> headings(table, HEADING).findAny().isPresent())
                .toList();
        boolean reportedByRows = deciding.stream().anyMatch(table -> table.rows().stream()
                .flatMap(row -> findings(table, row))
                .anyMatch(type.id()::equals));
        // what no row reports is a rule's, which has the code from a fact that a row without a finding derives
        return deciding.stream()
                .flatMap(table -> table.rows().stream()
                        .filter(row -> reportedByRows
                                ? findings(table, row).anyMatch(type.id()::equals)
                                : findings(table, row).findAny().isEmpty())
                        .flatMap(row -> codes(table, row)))
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether one of some codes is a code, or a family that has it; small letters count as capitals. */
    static boolean has(List<String> codes, String code) {
        String asked = code.strip().toUpperCase(Locale.ROOT);
        return codes.stream()
                .anyMatch(one -> one.equals(asked)
                        || asked.matches(FAMILY.matcher(one)
                                .replaceAll(end -> "[0-9A-Z]{" + end.group().length() + "}")));
    }

    private static Stream<String> headings(Table table, String end) {
        return table.columns().stream().map(Column::heading).filter(heading -> heading.endsWith(end));
    }

    private static Stream<String> codes(Table table, Row row) {
        return headings(table, HEADING)
                .map(heading -> row.values().get(heading))
                .filter(value -> value != Unbound.NONE)
                .map(String::valueOf);
    }

    private static Stream<String> findings(Table table, Row row) {
        return table.columns().stream()
                .filter(column -> column.type().kind() == ColumnType.Kind.FINDING)
                .map(column -> String.valueOf(row.values().get(column.heading())));
    }
}
