package org.hearth.ruleset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hearth.data.ContentCache;
import org.hearth.data.Digest;
import org.hearth.tables.workbook.KeptCells;
import org.kie.api.KieBase;
import org.kie.internal.builder.conf.ParallelRulesBuildThresholdOption;

/** The compiled rules and the cells of the ruleset that comes with the program, made while the program is packaged. */
public final class PackedRules {

    private static final String VERSION = "version";
    private static final String CONTENT = "content";
    private static final String FACTS = "facts";
    private static final String UNITS = "units";

    private PackedRules() {}

    /** The version of the ruleset that was packed. */
    public static String version() {
        return Packed.VERSION;
    }

    /** A hash of the program's facts, and of the engine that rules about them are compiled for. */
    static String facts() {
        return Packed.FACTS;
    }

    /** The keys of the packed units, in the order in which their rules are put together. */
    static List<String> units() {
        return Packed.UNITS;
    }

    /** Read once, and only when somebody asks. */
    private static final class Packed {

        private static final String VERSION = text(PackedRules.VERSION);
        private static final String FACTS = text(PackedRules.FACTS);
        private static final List<String> UNITS =
                text(PackedRules.UNITS).lines().toList();

        private static String text(String name) {
            return ContentCache.packedText(name)
                    .orElseThrow(() -> new IllegalStateException("the program was packaged without its rules"));
        }
    }

    /** Whether a ruleset is the one that was packed, which was found sound then. */
    static boolean has(RulesetFiles files) {
        // while the program is being packaged there is none yet
        return ContentCache.packedText(CONTENT).map(files.wholeHash()::equals).orElse(false);
    }

    /**
     * Compiles the project's rules into the folder of its classes; a step of the build. Compiles only what has changed: a
     * unit's rules, or the facts that all are compiled against.
     *
     * @param arguments the folder of classes
     */
    public static void main(String... arguments) throws IOException {
        // as the program does: the engine's compiler takes words into lower case as the language of the machine does
        Locale.setDefault(Locale.US);
        // what several rules share has the names of those that were seen by then: one after another, they are the same
        // each time
        System.setProperty(ParallelRulesBuildThresholdOption.PROPERTY_NAME, "-1");
        Path classes = Path.of(arguments[0]);
        RulesetFiles files =
                RulesetFiles.of(classes.resolve("hearth/rules"), classes.resolve("hearth/decision-tables"));
        Path folder = Files.createDirectories(classes.resolve(ContentCache.PACKED));
        Path program = classes.resolve("org/hearth");
        Path stampFile = folder.resolve("stamp");
        String stamp = new Digest()
                .add(files.hash())
                .add(hash(program, "claim", "finding", "codes", "facts", "tables", "ruleset"))
                .hex(32);
        if (Files.exists(stampFile) && Files.readString(stampFile).equals(stamp)) {
            return;
        }
        Files.deleteIfExists(stampFile);
        deleteAll(folder.resolve("cells"));
        Map<String, byte[]> workbooks = new HashMap<>(files.files());
        workbooks.keySet().removeIf(path -> !path.endsWith(".xlsx"));
        Map<String, byte[]> cells = KeptCells.packed(hash(program, "tables"), workbooks);
        for (Map.Entry<String, byte[]> file : cells.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
        TableSet tables = new TableReading(files).tables();
        String facts = new Digest()
                .add(hash(program, "claim", "finding", "codes", "facts"))
                .add(String.valueOf(KieBase.class.getPackage().getImplementationVersion()))
                .hex(32);
        List<RuleUnit> units = RuleUnit.of(RulesetCompiler.drl(files, tables));
        compile(units, facts, folder);
        Files.write(
                folder.resolve(UNITS),
                units.stream().map(unit -> unit.key(facts)).toList());
        Files.writeString(folder.resolve(FACTS), facts);
        Files.writeString(folder.resolve(CONTENT), files.wholeHash());
        Files.writeString(folder.resolve(VERSION), RulesetCompiler.version(files, tables));
        Files.writeString(stampFile, stamp);
    }

    private static void compile(List<RuleUnit> units, String facts, Path folder) throws IOException {
        // in an order that no folder's name changes, so that the same sources give the same bytes
        Map<Path, RuleUnit> missing = new TreeMap<>();
        units.forEach(unit -> missing.put(folder.resolve(CompiledUnits.file(unit.key(facts))), unit));
        Path compiledFolder =
                Files.createDirectories(missing.keySet().iterator().next().getParent());
        try (Stream<Path> old = Files.list(compiledFolder)) {
            for (Path file : old.toList()) {
                if (missing.remove(file) == null) {
                    Files.delete(file);
                }
            }
        }
        Map<RuleUnit, CompiledUnit> compiled =
                CompiledUnit.compile(List.copyOf(missing.values()), PackedRules.class.getClassLoader());
        for (Map.Entry<Path, RuleUnit> entry : missing.entrySet()) {
            Files.write(entry.getKey(), compiled.get(entry.getValue()).write());
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> old = Files.list(folder)) {
                for (Path file : old.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static String hash(Path program, String... packages) throws IOException {
        Digest digest = new Digest();
        for (String name : packages) {
            try (Stream<Path> walk = Files.walk(program.resolve(name))) {
                for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                    digest.add(program.relativize(file).toString().replace('\\', '/'))
                            .add(Files.readAllBytes(file));
                }
            }
        }
        return digest.hex(32);
    }
}
