package org.hearth.ruleset;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drools.model.Model;
import org.hearth.data.ContentCache;
import org.hearth.tables.content.DecisionTable;

/**
 * Compiled rules by their content: those in use, those of the package, those kept in the data folder. Only what is in none
 * of them is compiled, so that a changed row costs its own table. Safe for use by any number of threads.
 */
final class CompiledUnits {

    private static final ClassLoader PROGRAM = CompiledUnits.class.getClassLoader();
    private static final CompiledUnits SHARED = new CompiledUnits();

    /** A ruleset takes two and a half. */
    private static final int MOST_MEGABYTES = 100;

    /** Where compiled units lie among what is packed, and in the data folder. */
    static final String FOLDER = "compiled";

    private static final ContentCache CACHE = new ContentCache(FOLDER, MOST_MEGABYTES);

    /** A loaded unit's classes are shared by every ruleset that has it, and go with the last one. */
    private final Map<String, WeakReference<CompiledUnit.Loaded>> inUse = new HashMap<>();

    private CompiledUnits() {}

    /** Those of the process. */
    static CompiledUnits shared() {
        return SHARED;
    }

    /**
     * Rules, compiled and loaded.
     *
     * @param drl DRL by path
     * @throws InvalidRulesetException if it does not build
     */
    List<Model> models(Map<String, String> drl) {
        List<Model> models = new ArrayList<>();
        loaded(RuleUnit.of(drl)).forEach(unit -> models.addAll(unit.models()));
        return models;
    }

    /** The packed rules, loaded. */
    List<Model> packed() {
        List<Model> models = new ArrayList<>();
        for (String key : PackedRules.units()) {
            models.addAll(packed(key).models());
        }
        return models;
    }

    private synchronized CompiledUnit.Loaded packed(String key) {
        return find(key).orElseThrow(() -> new InvalidRulesetException("a packed unit of rules is missing or torn"));
    }

    /**
     * Compiles and loads a table that nobody will ask for again.
     *
     * @throws InvalidRulesetException if it does not build
     */
    static void compileAside(DecisionTable table) {
        List<RuleUnit> units = RuleUnit.of(Map.of(RulesetCompiler.path(table), table.toDrl()));
        CompiledUnit.compile(units, PROGRAM).values().forEach(unit -> unit.load(PROGRAM)
                .models());
    }

    /** One at a time: two builds of the same rules would only wait for each other's processor. */
    private synchronized List<CompiledUnit.Loaded> loaded(List<RuleUnit> units) {
        String facts = PackedRules.facts();
        Map<RuleUnit, CompiledUnit.Loaded> loaded = new HashMap<>();
        List<RuleUnit> missing = new ArrayList<>();
        for (RuleUnit unit : units) {
            String key = unit.key(facts);
            find(key).ifPresentOrElse(found -> loaded.put(unit, found), () -> missing.add(unit));
        }
        if (!missing.isEmpty()) {
            CompiledUnit.compile(missing, PROGRAM).forEach((unit, compiled) -> {
                String key = unit.key(facts);
                CACHE.keep(key, compiled.write());
                loaded.put(unit, use(key, compiled));
            });
        }
        inUse.values().removeIf(reference -> reference.get() == null);
        return units.stream().map(loaded::get).toList();
    }

    private Optional<CompiledUnit.Loaded> find(String key) {
        WeakReference<CompiledUnit.Loaded> reference = inUse.get(key);
        CompiledUnit.Loaded unit = reference == null ? null : reference.get();
        return unit != null
                ? Optional.of(unit)
                : CACHE.find(key).flatMap(CompiledUnits::read).map(compiled -> use(key, compiled));
    }

    /** What cannot be read is compiled again. */
    private static Optional<CompiledUnit> read(byte[] written) {
        try {
            return Optional.of(CompiledUnit.read(written));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The name of a unit's file among what is packed. */
    static String file(String key) {
        return CACHE.file(key);
    }

    private CompiledUnit.Loaded use(String key, CompiledUnit compiled) {
        CompiledUnit.Loaded unit = compiled.load(PROGRAM);
        inUse.put(key, new WeakReference<>(unit));
        return unit;
    }
}
