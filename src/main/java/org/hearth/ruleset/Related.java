package org.hearth.ruleset;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hearth.catalog.FindingType;
import org.hearth.tables.content.Column;
import org.hearth.tables.content.ColumnType;
import org.hearth.tables.content.Table;

/**
 * The findings nearest to a finding: those that its page names or whose page names it, that have its reason code, or that
 * the same table reports of the same field.
 */
final class Related {

    private static final Pattern ID = Pattern.compile("HHT-[0-9]{3}");
    private static final Pattern EXAMPLES = Pattern.compile("(?m)^## Examples$");

    private Related() {}

    /** The ids, ascending. */
    static List<String> to(FindingType type, Ruleset ruleset) {
        Set<String> named = named(type, ruleset);
        List<String> codes = ruleset.reasonCodes(type);
        Set<String> besides = ruleset.tables().stream()
                .map(Related::reported)
                .filter(reported -> reported.contains(type.id()))
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        return ruleset.catalog().all().stream()
                .filter(other -> !other.id().equals(type.id()))
                .filter(other -> named.contains(other.id())
                        || named(other, ruleset).contains(type.id())
                        || !Collections.disjoint(codes, ruleset.reasonCodes(other))
                        || besides.contains(other.id()) && field(other).equals(field(type)))
                .map(FindingType::id)
                .toList();
    }

    /** What the page names before its examples, which name other rules' findings too. */
    private static Set<String> named(FindingType type, Ruleset ruleset) {
        Set<String> named = new TreeSet<>();
        Matcher id = ID.matcher(EXAMPLES.split(ruleset.pages().getOrDefault(type.id(), ""), 2)[0]);
        while (id.find()) {
            named.add(id.group());
        }
        return named;
    }

    private static String field(FindingType type) {
        return type.field().render(List.of());
    }

    private static Set<String> reported(Table table) {
        return table.columns().stream()
                .filter(column -> column.type().kind() == ColumnType.Kind.FINDING)
                .map(Column::heading)
                .flatMap(heading -> table.rows().stream()
                        .map(row -> String.valueOf(row.values().get(heading))))
                .collect(Collectors.toSet());
    }
}
