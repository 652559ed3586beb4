package org.hearth.codes;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Every edition of the imported code sets of a ruleset; most rulesets have none. Immutable. */
public final class CodeSets {

    /** No set at all. */
    public static final CodeSets NONE = new CodeSets(List.of());

    private final Map<CodeSet.Kind, List<CodeSet>> latestFirst = new EnumMap<>(CodeSet.Kind.class);

    /** Editions in any order, no two of a kind from the same day. */
    public CodeSets(Collection<CodeSet> editions) {
        for (CodeSet.Kind kind : CodeSet.Kind.values()) {
            latestFirst.put(
                    kind,
                    editions.stream()
                            .filter(edition -> edition.kind() == kind)
                            .sorted(Comparator.comparingInt(CodeSet::from).reversed())
                            .toList());
        }
    }

    /** The edition in force on a day, as {@link Day}, or {@code null} if none was imported that holds by then. */
    public CodeSet on(CodeSet.Kind kind, int day) {
        for (CodeSet edition : latestFirst.get(kind)) {
            if (edition.from() <= day) {
                return edition;
            }
        }
        return null;
    }

    /** Every edition, by kind, the latest first. */
    public List<CodeSet> all() {
        return latestFirst.values().stream().flatMap(List::stream).toList();
    }
}
