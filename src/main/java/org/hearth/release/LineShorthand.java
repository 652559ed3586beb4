package org.hearth.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hearth.tables.content.MeantDate;

/**
 * A service line in short form, as examples write it: words in any order, told apart by their shape.
 *
 * <pre>{@code 2018-05-01 0420 97110 GP KX 2u 30m $60.00}</pre>
 *
 * <ul>
 *   <li>{@code 2018-05-01} date of service; {@code ..2018-05-03} its last day; {@code undated} none
 *   <li>four digits: revenue code; five capitals or digits: HCPCS; two: a modifier
 *   <li>{@code 2u} units, {@code ?u} none given; 1 if absent
 *   <li>{@code 30m} minutes; {@code 20t 10a 5j} minutes of the therapist, the assistant, both together
 *   <li>{@code $60.00} charge, 100.00 if absent, {@code ?$} none given; {@code nc$60.00} non-covered; {@code
 *       al$58.00} allowed amount
 * </ul>
 */
final class LineShorthand {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern AMOUNT = Pattern.compile("(nc|al)?\\$-?\\d+(\\.\\d+)?");
    private static final Pattern COUNT = Pattern.compile("-?\\d+(\\.\\d+)?[umtaj]");

    /** A word that says nothing. */
    static final class Unreadable extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;
        private final String fix;

        Unreadable(String what, String fix) {
            super(what);
            this.fix = fix;
        }

        /** What is wrong with it. */
        String what() {
            return getMessage();
        }

        /** What to write instead. */
        String fix() {
            return fix;
        }
    }

    private LineShorthand() {}

    /**
     * The line as contract JSON.
     *
     * @throws Unreadable if a word has no known shape
     */
    static ObjectNode expand(String shorthand) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("units", 1).put("charge", new BigDecimal("100.00"));
        for (String word : shorthand.trim().split("\\s+")) {
            add(line, word);
        }
        return line;
    }

    /**
     * A line of contract JSON in short form, in the order in which people write them. Whether the words say all of it, and
     * can be read, {@link #expand} tells.
     */
    static String of(ObjectNode line) {
        List<String> words = new ArrayList<>();
        words.add(line.path("serviceDate").asText("undated"));
        if (line.has("serviceThrough")) {
            words.add(".." + line.path("serviceThrough").asText());
        }
        words.add(line.path("revenueCode").asText());
        if (line.hasNonNull("hcpcs")) {
            words.add(line.path("hcpcs").asText());
        }
        line.path("modifiers").forEach(modifier -> words.add(modifier.asText()));
        words.add(number(line, "units", "", "u", "?u"));
        if (line.path("minutesBy") instanceof ObjectNode by) {
            // who is not named furnished none
            words.add(number(by, "therapist", "", "t", ""));
            words.add(by.path("assistant").asInt() == 0 ? "" : number(by, "assistant", "", "a", ""));
            words.add(by.path("together").asInt() == 0 ? "" : number(by, "together", "", "j", ""));
        } else {
            words.add(number(line, "minutes", "", "m", ""));
        }
        words.add(number(line, "charge", "$", "", "?$"));
        words.add(number(line, "nonCoveredCharge", "nc$", "", ""));
        words.add(number(line, "allowedAmount", "al$", "", ""));
        return words.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }

    /** A number between its marks, or a word for none. */
    private static String number(ObjectNode of, String name, String before, String after, String none) {
        JsonNode value = of.path(name);
        return value.isNumber() ? before + value.decimalValue().toPlainString() + after : none;
    }

    private static void add(ObjectNode line, String word) {
        if (DATE.matcher(word).matches()) {
            line.put("serviceDate", word);
        } else if (word.startsWith("..")) {
            line.put("serviceThrough", word.substring(2));
        } else if (word.equals("undated")) {
            line.remove("serviceDate");
        } else if (word.equals("?u")) {
            line.remove("units");
        } else if (word.equals("?$")) {
            line.remove("charge");
        } else if (AMOUNT.matcher(word).matches()) {
            amount(line, word);
        } else if (COUNT.matcher(word).matches()) {
            count(line, word.charAt(word.length() - 1), new BigDecimal(word.substring(0, word.length() - 1)));
        } else if (word.matches("\\d{4}")) {
            line.put("revenueCode", word);
        } else if (word.matches("[A-Z0-9]{5}")) {
            line.put("hcpcs", word);
        } else if (word.matches("[A-Z0-9]{2}")) {
            line.withArray("/modifiers").add(word);
        } else {
            throw unreadable(word);
        }
    }

    private static Unreadable unreadable(String word) {
        return MeantDate.of(word)
                .map(day -> new Unreadable("`" + word + "` is no date as examples have it", "write " + day))
                .orElseGet(() -> new Unreadable(
                        "`" + word + "` has no known shape",
                        "write words such as 2018-05-01, 0420, 97110, GP, 2u, 30m and $60.00"));
    }

    private static void amount(ObjectNode line, String word) {
        BigDecimal amount = new BigDecimal(word.substring(word.indexOf('$') + 1));
        if (word.startsWith("nc")) {
            line.put("nonCoveredCharge", amount);
        } else if (word.startsWith("al")) {
            line.put("allowedAmount", amount);
        } else {
            line.put("charge", amount);
        }
    }

    private static void count(ObjectNode line, char kind, BigDecimal count) {
        switch (kind) {
            case 'u' -> line.put("units", count);
            case 'm' -> line.put("minutes", count.intValueExact());
            default -> {
                ObjectNode by = line.withObject("/minutesBy");
                for (String who : new String[] {"therapist", "assistant", "together"}) {
                    if (!by.has(who)) {
                        by.put(who, 0);
                    }
                }
                by.put(kind == 't' ? "therapist" : kind == 'a' ? "assistant" : "together", count.intValueExact());
            }
        }
    }
}
