package org.hearth.ruleset;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;

/**
 * Compiled rules by their content: those in use, those of the package, those kept in the data folder. Only what is in none
 * of them is compiled, so that a changed row costs its own table. Safe for use by any number of threads.
 */
final class CompiledUnits {

    private static final ClassLoader PROGRAM = CompiledUnits.class.getClassLoader();
    private static final CompiledUnits SHARED = new CompiledUnits();

    /** The units of some forty rulesets that share nothing, about 100 MB. */
    private static final int MOST_KEPT = 1_200;

    private static final String ENDING = ".zip";

    /** A loaded unit's classes are shared by every ruleset that has it, and go with the last one. */
    private final Map<String, WeakReference<CompiledUnit.Loaded>> inUse = new HashMap<>();

    private CompiledUnits() {}

    /** Those of the process. */
    static CompiledUnits shared() {
        return SHARED;
    }

    /**
     * Rules ready to run.
     *
     * @param drl DRL by path
     * @throws InvalidRulesetException if it does not build
     */
    KieBase kieBase(Map<String, String> drl) {
        List<Model> models = new ArrayList<>();
        loaded(RuleUnit.of(drl)).forEach(unit -> models.addAll(unit.models()));
        return KieBaseBuilder.createKieBaseFromModel(models);
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
                keep(key, compiled);
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
                : PackedRules.find(key).or(() -> kept(key)).map(compiled -> use(key, compiled));
    }

    private CompiledUnit.Loaded use(String key, CompiledUnit compiled) {
        CompiledUnit.Loaded unit = compiled.load(PROGRAM);
        inUse.put(key, new WeakReference<>(unit));
        return unit;
    }

    private static Path folder(DataFolder data) {
        return data.resolve("compiled");
    }

    /** What cannot be read is compiled again. */
    private static Optional<CompiledUnit> kept(String key) {
        Path file = folder(DataFolder.standard()).resolve(key + ENDING);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            CompiledUnit unit = CompiledUnit.read(Files.readAllBytes(file));
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(unit);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Where nothing can be kept, the next start compiles again, and that is all. */
    private static void keep(String key, CompiledUnit compiled) {
        DataFolder data = DataFolder.standard();
        try {
            data.write(folder(data).resolve(key + ENDING), compiled.write());
            List<Path> files = new ArrayList<>(data.files(folder(data)));
            if (files.size() > MOST_KEPT) {
                files.sort(Comparator.comparing(CompiledUnits::modified));
                for (Path file : files.subList(0, files.size() - MOST_KEPT)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            return;
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            // another process has just deleted it
            return FileTime.fromMillis(0);
        }
    }
}
