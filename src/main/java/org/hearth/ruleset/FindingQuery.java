package org.hearth.ruleset;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hearth.catalog.FindingType;
import org.hearth.tables.content.Row;
import org.hearth.tables.content.Table;

/**
 * What findings are looked up by; {@code null} or blank asks nothing.
 *
 * @param words ids, codes, form locators ({@code FL 44}), fields or words; a finding has to have all of them, in its row of the
 *     catalogue or on its page before the examples, at the beginning of a word, in capitals or not
 * @param fiss the shared system's reason code, such as {@code 38200}
 * @param carc the claim adjustment reason code, such as {@code 16}
 */
public record FindingQuery(String words, String fiss, String carc) {

    private static final String CATALOGUE = "findings";
    private static final int MOST_WORDS = 20;
    private static final Pattern LOCATOR = Pattern.compile("\\bfl\\s*(\\d{1,2})(?:-\\d{1,2})?(?=\\s|$)");
    private static final Pattern SPAN = Pattern.compile("FL (\\d+)[a-z]?(?:-(\\d+))?");
    private static final Pattern EXAMPLES = Pattern.compile("(?m)^## Examples$");

    /** The findings that have all that is asked for, by id. */
    public List<FindingType> in(Ruleset ruleset) {
        Map<String, String> texts = isBlank(words) ? Map.of() : texts(ruleset);
        Predicate<String> written = isBlank(words) ? text -> true : written();
        return ruleset.catalog().all().stream()
                .filter(type -> isBlank(fiss) || ReasonCodes.has(ruleset.reasonCodes(type), fiss))
                .filter(type -> isBlank(carc) || isCarc(type))
                .filter(type -> isBlank(words) || locates(type))
                .filter(type -> written.test(texts.getOrDefault(type.id(), "") + " "
                        + String.join(" ", ruleset.reasonCodes(type)).toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private boolean isCarc(FindingType type) {
        return type.codes().carc() != null
                && List.of(type.codes().carc().split(", "))
                        .contains(carc.strip().toUpperCase(Locale.ROOT));
    }

    /** Whether a finding's form locator is, or spans, each that is asked for. */
    private boolean locates(FindingType type) {
        Matcher asked = LOCATOR.matcher(words.toLowerCase(Locale.ROOT));
        while (asked.find()) {
            int locator = Integer.parseInt(asked.group(1));
            Matcher span = SPAN.matcher(type.formLocator() == null ? "" : type.formLocator());
            if (!span.matches()) {
                return false;
            }
            int from = Integer.parseInt(span.group(1));
            int through = span.group(2) == null ? from : Integer.parseInt(span.group(2));
            if (locator < from || locator > through) {
                return false;
            }
        }
        return true;
    }

    private Predicate<String> written() {
        String rest =
                LOCATOR.matcher(words.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        List<Pattern> all = Arrays.stream(rest.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(word -> Pattern.compile("(?<![a-z0-9])" + Pattern.quote(word)))
                .toList();
        return text -> all.stream().allMatch(word -> word.matcher(text).find());
    }

    /** What is written of each finding, in small letters, by id. */
    private static Map<String, String> texts(Ruleset ruleset) {
        Map<String, String> rows = ruleset.tables().stream()
                .filter(table -> table.name().equals(CATALOGUE))
                .map(Table::rows)
                .flatMap(List::stream)
                .collect(Collectors.toMap(Row::key, FindingQuery::text, (one, other) -> one + " " + other));
        return ruleset.catalog().all().stream()
                .collect(Collectors.toMap(FindingType::id, type -> (rows.getOrDefault(type.id(), "") + " "
                                + EXAMPLES.split(ruleset.pages().getOrDefault(type.id(), ""), 2)[0])
                        .toLowerCase(Locale.ROOT)));
    }

    private static String text(Row row) {
        return row.values().values().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
}
