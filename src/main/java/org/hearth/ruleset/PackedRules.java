package org.hearth.ruleset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kie.api.KieBase;

/** The compiled form of the ruleset that comes with the program, made while the program is packaged. */
public final class PackedRules {

    private static final String FOLDER = "hearth/compiled/";

    private static final String VERSION = "version";
    private static final String FACTS = "facts";
    private static final String UNIT = ".zip";

    private PackedRules() {}

    /** The version of the ruleset that was packed. */
    public static String version() {
        return Packed.VERSION;
    }

    /** A hash of the program's facts, and of the engine that rules about them are compiled for. */
    static String facts() {
        return Packed.FACTS;
    }

    /** Read once, and only when somebody asks. */
    private static final class Packed {

        private static final String VERSION = text(PackedRules.VERSION);
        private static final String FACTS = text(PackedRules.FACTS);

        private static String text(String name) {
            return resource(name)
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .orElseThrow(() -> new IllegalStateException("the program was packaged without its rules"));
        }
    }

    private static Optional<byte[]> resource(String name) {
        try (InputStream in = PackedRules.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether this is the hash of the ruleset that was packed. */
    static boolean has(String hash) {
        // while the program is being packaged there is none yet
        return resource(VERSION)
                .map(version -> new String(version, StandardCharsets.UTF_8).endsWith("+" + hash))
                .orElse(false);
    }

    /** The packed compiled form of a unit, if it was packed. */
    static Optional<CompiledUnit> find(String key) {
        return resource(key + UNIT).map(PackedRules::read);
    }

    private static CompiledUnit read(byte[] written) {
        try {
            return CompiledUnit.read(written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Compiles the project's rules into the folder of its classes; a step of the build. Compiles only what has changed: a
     * unit's rules, or the facts that all are compiled against.
     *
     * @param arguments the folder of classes
     */
    public static void main(String... arguments) throws IOException {
        Path classes = Path.of(arguments[0]);
        RulesetFiles files =
                RulesetFiles.of(classes.resolve("hearth/rules"), classes.resolve("hearth/decision-tables"));
        Path folder = Files.createDirectories(classes.resolve(FOLDER));
        Path program = classes.resolve("org/hearth");
        Path stampFile = folder.resolve("stamp");
        String stamp = new Digest()
                .add(files.hash())
                .add(hash(program, "claim", "finding", "therapy", "tables", "ruleset"))
                .hex(32);
        if (Files.exists(stampFile) && Files.readString(stampFile).equals(stamp)) {
            return;
        }
        Files.deleteIfExists(stampFile);
        TableSet tables = TableSet.read(files);
        String facts = new Digest()
                .add(hash(program, "claim", "finding", "therapy"))
                .add(String.valueOf(KieBase.class.getPackage().getImplementationVersion()))
                .hex(32);
        compile(RuleUnit.of(RulesetCompiler.drl(files, tables)), facts, folder);
        Files.writeString(folder.resolve(FACTS), facts);
        Files.writeString(folder.resolve(VERSION), RulesetCompiler.version(files, tables));
        Files.writeString(stampFile, stamp);
    }

    private static void compile(List<RuleUnit> units, String facts, Path folder) throws IOException {
        Map<Path, RuleUnit> byFile = new HashMap<>();
        units.forEach(unit -> byFile.put(folder.resolve(unit.key(facts) + UNIT), unit));
        try (Stream<Path> old = Files.list(folder)) {
            for (Path file : old.toList()) {
                if (file.toString().endsWith(UNIT) && byFile.remove(file) == null) {
                    Files.delete(file);
                }
            }
        }
        Map<RuleUnit, CompiledUnit> compiled =
                CompiledUnit.compile(List.copyOf(byFile.values()), PackedRules.class.getClassLoader());
        for (Map.Entry<Path, RuleUnit> missing : byFile.entrySet()) {
            Files.write(missing.getKey(), compiled.get(missing.getValue()).write());
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
