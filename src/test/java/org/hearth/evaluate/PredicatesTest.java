package org.hearth.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearth.rules.Rulesets;
import org.junit.jupiter.api.Test;

/**
 * What rules and rows ask of facts, each with its meaning in one line, in {@code rules/predicates.md}: so that a verdict that
 * slips into Java is seen by whoever reads the change.
 */
class PredicatesTest {

    private static final Path LIST = Path.of("rules/predicates.md");
    private static final Pattern ENTRY = Pattern.compile("\\| `(\\w+)` \\| `([\\w.]+)` \\| (.+) \\|");
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    private static final Pattern NOT_OF_THE_FACT = Pattern.compile("\\$\\w+(\\.\\w+)*|java\\.util\\.List\\.of");
    private static final Pattern PROPERTY = Pattern.compile("\\b[a-z]\\w*(\\.[a-z]\\w*)*");
    private static final Set<String> WORDS = Set.of("in", "not", "contains", "null", "true", "false");

    private static SortedSet<String> asked() {
        SortedSet<String> asked = new TreeSet<>();
        for (RuleConditions rule : RuleConditions.of(Rulesets.ruleset()).values()) {
            for (RuleConditions.FactPattern pattern : rule.patterns()) {
                for (Asked one : pattern.asked()) {
                    String drl = TEXT.matcher(one.drl()).replaceAll(" ");
                    Matcher property =
                            PROPERTY.matcher(NOT_OF_THE_FACT.matcher(drl).replaceAll(" "));
                    while (property.find()) {
                        if (!WORDS.contains(property.group())) {
                            asked.add(pattern.type().getSimpleName() + " " + property.group());
                        }
                    }
                }
            }
        }
        return asked;
    }

    @Test
    void everyPredicateIsListedWithItsMeaning() throws IOException {
        SortedMap<String, String> listed = new TreeMap<>();
        List<String> order = new ArrayList<>();
        for (String line : Files.readAllLines(LIST)) {
            Matcher entry = ENTRY.matcher(line);
            if (entry.matches()) {
                String predicate = entry.group(1) + " " + entry.group(2);
                order.add(predicate);
                assertThat(listed.put(predicate, entry.group(3).strip()))
                        .as(predicate)
                        .isNull();
            }
        }
        assertThat(listed.keySet()).as("what rules and rows ask").containsExactlyElementsOf(asked());
        assertThat(order).isSorted();
        listed.forEach((predicate, meaning) -> assertThat(meaning).as(predicate).hasSizeGreaterThan(8));
    }
}
