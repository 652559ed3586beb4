package org.hearth.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hearth.claim.Claim;
import org.hearth.claim.ServiceLine;

/**
 * An example's claim as a biller reads one: the complete lines as a table, and what the example itself says of the header as
 * a short list.
 *
 * @param header such as {@code type of bill 0343}; first type of bill and statement, then what the example says
 * @param headings of the columns that a line has something in
 * @param lines the cells of each line, in the order of the headings
 */
public record ExampleTable(List<String> header, List<String> headings, List<List<String>> lines) {

    private record Column(String heading, Function<ServiceLine, Object> value) {

        String text(ServiceLine line) {
            Object value = this.value.apply(line);
            return value instanceof BigDecimal number
                    ? number.toPlainString()
                    : value instanceof List<?> list
                            ? list.stream().map(String::valueOf).collect(Collectors.joining(" "))
                            : Objects.toString(value, "");
        }
    }

    private static final List<Column> COLUMNS = List.of(
            new Column("line", ServiceLine::lineNumber),
            new Column("revenue code", ServiceLine::revenueCode),
            new Column("HCPCS", ServiceLine::hcpcs),
            new Column("modifiers", ServiceLine::modifiers),
            new Column("date", ServiceLine::serviceDate),
            new Column("through", ServiceLine::serviceThrough),
            new Column("units", ServiceLine::units),
            new Column("charge", ServiceLine::charge),
            new Column("non-covered", ServiceLine::nonCoveredCharge),
            new Column("allowed", ServiceLine::allowedAmount),
            new Column("minutes", ServiceLine::minutes),
            new Column(
                    "by therapist",
                    line -> line.minutesBy() == null ? null : line.minutesBy().therapist()),
            new Column(
                    "by assistant",
                    line -> line.minutesBy() == null ? null : line.minutesBy().assistant()),
            new Column(
                    "together",
                    line -> line.minutesBy() == null ? null : line.minutesBy().together()));

    /** Told by the table or before the rest. */
    private static final Set<String> TOLD =
            Set.of("bill", "lines", "without", "statementFrom", "statementThrough", EdiExample.FIELD);

    public ExampleTable {
        header = List.copyOf(header);
        headings = List.copyOf(headings);
        lines = lines.stream().map(List::copyOf).toList();
    }

    /**
     * The table of an example.
     *
     * @throws IllegalArgumentException if its claim cannot be read
     */
    public static ExampleTable of(Example example) {
        Claim claim = example.toClaim();
        List<Column> columns = COLUMNS.stream()
                .filter(column -> claim.lines().stream()
                        .anyMatch(line -> !column.text(line).isEmpty()))
                .toList();
        return new ExampleTable(
                header(claim, ExampleClaims.written(example.claim())),
                columns.stream().map(Column::heading).toList(),
                claim.lines().stream()
                        .map(line -> columns.stream()
                                .map(column -> column.text(line))
                                .toList())
                        .toList());
    }

    private static List<String> header(Claim claim, ObjectNode written) {
        List<String> header = new ArrayList<>();
        header.add("type of bill " + claim.typeOfBill().code());
        header.add("statement " + claim.statementFrom() + " to " + claim.statementThrough());
        written.properties().forEach(field -> {
            if (!TOLD.contains(field.getKey())) {
                header.add(
                        field.getKey().equals("history")
                                ? history(field.getValue())
                                : words(field.getKey()) + ": " + words(field.getValue()));
            }
        });
        return header;
    }

    private static String history(JsonNode history) {
        return history.isEmpty() ? "earlier claims: none" : "earlier claims: " + history.size();
    }

    private static String words(JsonNode value) {
        if (value.isNull()) {
            return "none";
        }
        if (value.isArray()) {
            return value.isEmpty()
                    ? "none"
                    : joined(StreamSupport.stream(value.spliterator(), false).map(ExampleTable::words));
        }
        return value instanceof ObjectNode object
                ? joined(object.properties().stream()
                        .map(field -> words(field.getKey()) + " " + words(field.getValue())))
                : value.asText();
    }

    private static String joined(Stream<String> words) {
        return words.collect(Collectors.joining(", "));
    }

    /** A JSON name as words, such as {@code patient status}; a code stays as it is. */
    private static String words(String name) {
        String apart = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return Character.isLowerCase(name.charAt(0)) ? apart.toLowerCase(Locale.ROOT) : name;
    }
}
