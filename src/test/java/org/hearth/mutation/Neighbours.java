package org.hearth.mutation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hearth.tables.content.CodeList;
import org.hearth.tables.content.Column;
import org.hearth.tables.content.ColumnType;
import org.hearth.tables.content.MutantRows;
import org.hearth.tables.content.Row;
import org.hearth.tables.content.Table;
import org.hearth.tables.content.Unbound;

/** What the cells of a table could as well say. */
final class Neighbours {

    /** A day in the midst of those that rules are for: where a row without a limit is given one. */
    private static final LocalDate MIDST = LocalDate.of(2018, 1, 1);

    private final Table table;
    private final Set<String> findings;

    /** @param findings the ids of all findings */
    Neighbours(Table table, Collection<String> findings) {
        this.table = table;
        this.findings = new TreeSet<>(findings);
    }

    /** Every mutant of the table. */
    List<Mutant> mutants() {
        List<Mutant> mutants = new ArrayList<>();
        for (Row row : table.rows()) {
            for (Column column : table.columns()) {
                if (read(column)) {
                    for (Object value : new LinkedHashSet<>(of(row, column))) {
                        Row moved = MutantRows.with(row, column.heading(), value);
                        if (moved != null) {
                            mutants.add(new Mutant(table, row, column, moved));
                        }
                    }
                }
            }
        }
        return mutants;
    }

    /** Whether a rule reads the cells of a column, as data. */
    private boolean read(Column column) {
        if (table instanceof CodeList) {
            return !Set.of("code", "source", "checked on").contains(column.heading())
                    && column.type().kind() != ColumnType.Kind.KEY;
        }
        return column.role().equals("CONDITION") || column.role().equals("ACTION");
    }

    private List<Object> of(Row row, Column column) {
        Object value = row.values().get(column.heading());
        boolean condition = "CONDITION".equals(column.role());
        if (value == Unbound.ANY && !condition && table instanceof org.hearth.tables.content.DecisionTable) {
            // the row does without this action
            return List.of();
        }
        List<Object> values =
                new ArrayList<>(value instanceof Unbound ? bound(row, column, value) : moved(column, value));
        if (condition && !(value instanceof Unbound) && !measured(column)) {
            values.add(Unbound.ANY);
        }
        values.removeIf(other -> other.equals(value));
        return values;
    }

    private static boolean measured(Column column) {
        return switch (column.type().kind()) {
            case DATE, NUMBER, AMOUNT -> true;
            default -> false;
        };
    }

    private List<Object> moved(Column column, Object value) {
        if (value instanceof LocalDate date) {
            return List.of(date.minusDays(1), date.plusDays(1));
        }
        if (value instanceof Integer number) {
            return number == 0 ? List.of(1) : List.of(number - 1, number + 1);
        }
        if (value instanceof BigDecimal number) {
            return List.of(number.subtract(number.ulp()), number.add(number.ulp()));
        }
        if (value instanceof Boolean yes) {
            return List.of(!yes);
        }
        if (value instanceof List<?> codes) {
            return lists(column, codes);
        }
        return switch (column.type().kind()) {
            case CHOICE -> List.copyOf(column.type().choices());
            case FINDING -> next(findings.stream(), value);
            case TEXT -> List.of(value + " x");
            default -> next(siblings(column), value);
        };
    }

    /** One of several codes left out, each in turn; and one more. */
    private List<Object> lists(Column column, List<?> codes) {
        List<Object> lists = new ArrayList<>();
        for (Object code : codes) {
            List<Object> fewer = new ArrayList<>(codes);
            fewer.remove(code);
            if (!fewer.isEmpty()) {
                lists.add(fewer);
            }
        }
        siblings(column)
                .filter(code -> !codes.contains(code))
                .findFirst()
                .ifPresent(code ->
                        lists.add(Stream.concat(codes.stream(), Stream.of(code)).toList()));
        return lists;
    }

    /** A limit for a cell that sets none. */
    private List<Object> bound(Row row, Column column, Object value) {
        return switch (column.type().kind()) {
            case DATE, NUMBER, AMOUNT -> {
                boolean first = column.heading().matches(".*\\bfrom\\b.*");
                String partner = first
                        ? column.heading().replaceFirst("from( |$)", "through$1")
                        : column.heading().replaceFirst("through( |$)", "from$1");
                Object end = row.values().get(partner);
                if (end != null && !(end instanceof Unbound) && !partner.equals(column.heading())) {
                    yield List.of(end);
                }
                if (column.type().kind() == ColumnType.Kind.DATE) {
                    yield List.of(first ? midst(row) : midst(row).minusDays(1));
                }
                yield siblings(column).limit(1).toList();
            }
            case YES_NO -> List.of(true, false);
            case CHOICE -> List.copyOf(column.type().choices());
            case CODES, CHOICES ->
                siblings(column).limit(1).<Object>map(code -> List.of(code)).toList();
            default ->
                value == Unbound.NONE
                        ? next(siblings(column), value)
                        : siblings(column).limit(2).toList();
        };
    }

    /** A day that the row holds on both sides of: a year inside it, or where it has no limits one in the midst of all. */
    private static LocalDate midst(Row row) {
        if (row.values().get("from") instanceof LocalDate from) {
            LocalDate after = from.plusYears(1);
            return row.values().get("through") instanceof LocalDate through && through.isBefore(after)
                    ? through
                    : after;
        }
        return row.values().get("through") instanceof LocalDate through && !through.isAfter(MIDST)
                ? through.minusYears(1)
                : MIDST;
    }

    /** The other values of a column, of lists their items, in the order of their first place. */
    private Stream<Object> siblings(Column column) {
        return table.rows().stream()
                .map(row -> row.values().get(column.heading()))
                .filter(value -> !(value instanceof Unbound))
                .flatMap(value ->
                        value instanceof List<?> codes ? codes.stream().<Object>map(code -> code) : Stream.of(value))
                .filter(Objects::nonNull)
                .distinct();
    }

    /** The value after one, or the first where it is the last. */
    private static List<Object> next(Stream<?> values, Object value) {
        List<?> all = values.toList();
        if (all.isEmpty() || all.size() == 1 && all.contains(value)) {
            return List.of();
        }
        return List.of(all.get((all.indexOf(value) + 1) % all.size()));
    }
}
