package org.hearth.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hearth.tables.content.Row;
import org.hearth.tables.content.Table;
import org.hearth.tables.content.Unbound;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The workbooks hold what a second reader typed independently from the sources: src/test/resources/codes. */
class CodeListsTest {

    @ParameterizedTest
    @CsvSource({
        "visit-codes, visit-codes",
        "therapy-codes, therapy-codes",
        "bill-types, bill-types",
        "functional-codes, functional-codes",
        "header-codes, header-codes",
        "modifier-codes, modifier-codes",
        "revenue-codes, revenue-codes",
        "disciplines, disciplines",
        "unit-brackets, unit-brackets"
    })
    void holdsWhatASecondReaderTyped(String table, String fixture) throws IOException {
        compare(table, fixture, column -> column);
    }

    @ParameterizedTest
    @CsvSource({"parameters, parameters"})
    void holdsTheSameNumbers(String table, String fixture) throws IOException {
        compare(table, fixture, column -> column.equals("name") ? "code" : column);
    }

    @ParameterizedTest
    @CsvSource({"therapy-amounts, therapy-amounts"})
    void holdsTheAmountsOfEachYear(String table, String fixture) throws IOException {
        TreeSet<String> actual = new TreeSet<>();
        for (Row row : rows(table)) {
            LocalDate through = (LocalDate) row.values().get("through");
            if (through.getMonthValue() == 12) {
                actual.add(String.join(
                        " ",
                        (String) row.values().get("code"),
                        String.valueOf(through.getYear()),
                        text(row.values().get("amount")),
                        (String) row.values().get("regime"),
                        text(row.values().get("review threshold"))));
            }
        }
        TreeSet<String> expected = typed(fixture).stream()
                .skip(1)
                .map(row -> String.join(" ", row))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(actual).isEqualTo(expected);
    }

    private static void compare(String table, String fixture, Function<String, String> heading) throws IOException {
        List<List<String>> typed = typed(fixture);
        List<String> headings = typed.get(0).stream().map(heading).toList();
        TreeSet<String> expected = typed.stream()
                .skip(1)
                .map(row -> String.join(" | ", row))
                .collect(Collectors.toCollection(TreeSet::new));
        TreeSet<String> actual = rows(table).stream()
                .map(row -> headings.stream()
                        .map(column -> text(row.values().get(column)))
                        .collect(Collectors.joining(" | ")))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(actual).isEqualTo(expected);
    }

    private static List<Row> rows(String name) {
        return Rulesets.ruleset().tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .map(Table::rows)
                .orElseThrow();
    }

    private static String text(Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(" "));
        }
        return value instanceof Unbound unbound ? unbound.name().toLowerCase(Locale.ROOT) : String.valueOf(value);
    }

    /** The rows of a fixture; none of its values holds a comma inside quotes but set names, which are quoted whole. */
    private static List<List<String>> typed(String fixture) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (InputStream in = CodeListsTest.class.getResourceAsStream("/codes/" + fixture + ".csv")) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : all.split("\\R")) {
                List<String> cells = new ArrayList<>();
                for (String cell : line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
                    cells.add(cell.replace("\"", ""));
                }
                rows.add(cells);
            }
        }
        return rows;
    }
}
