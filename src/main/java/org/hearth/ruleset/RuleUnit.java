package org.hearth.ruleset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearth.data.Digest;

/**
 * The rules of one package: what is compiled, kept and loaded by itself. A decision table is a package of its own, and so
 * is each family of DRL rules.
 *
 * @param name the package
 * @param drl its DRL by path
 */
record RuleUnit(String name, SortedMap<String, String> drl) {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)");

    /** Where the engine puts rules that name no package. */
    private static final String NO_PACKAGE = "defaultpkg";

    RuleUnit {
        drl = Collections.unmodifiableSortedMap(new TreeMap<>(drl));
    }

    /** DRL by path, put together by package. */
    static List<RuleUnit> of(Map<String, String> drl) {
        SortedMap<String, SortedMap<String, String>> byPackage = new TreeMap<>();
        drl.forEach((path, text) -> {
            Matcher matcher = PACKAGE.matcher(text);
            byPackage
                    .computeIfAbsent(matcher.find() ? matcher.group(1) : NO_PACKAGE, name -> new TreeMap<>())
                    .put(path, text);
        });
        List<RuleUnit> units = new ArrayList<>();
        byPackage.forEach((name, texts) -> units.add(new RuleUnit(name, texts)));
        return units;
    }

    /** What the compiled form depends on, 32 hexadecimal digits: the DRL and the program's facts. */
    String key(String facts) {
        Digest digest = new Digest().add(facts);
        drl.forEach((path, text) -> digest.add(path).add(text));
        return digest.hex(32);
    }
}
