package org.hearth.ruleset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The compiled form of the ruleset that comes with the program, made while the program is packaged. */
public final class PackedRules {

    private static final String FOLDER = "hearth/compiled/";

    private static final String VERSION = "version";

    private PackedRules() {}

    /** The version of the ruleset that was packed. */
    public static String version() {
        return Version.PACKED;
    }

    /** Read once, and only when somebody asks. */
    private static final class Version {

        private static final String PACKED = read();

        private static String read() {
            try (InputStream in = PackedRules.class.getClassLoader().getResourceAsStream(FOLDER + VERSION)) {
                if (in == null) {
                    throw new IllegalStateException("the program was packaged without its rules");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Whether the ruleset with this hash is the one that was packed. */
    static boolean has(String hash) {
        return PackedRules.class.getClassLoader().getResource(FOLDER + hash + ".zip") != null;
    }

    /** The packed compiled rules of a ruleset with this hash, if it is the one that was packed. */
    static Optional<CompiledRules> find(String hash) {
        try (InputStream in = PackedRules.class.getClassLoader().getResourceAsStream(FOLDER + hash + ".zip")) {
            return in == null ? Optional.empty() : Optional.of(CompiledRules.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Compiles the project's rules into the folder of its classes; a step of the build. Does nothing if neither the rules
     * nor the facts that they were compiled against have changed.
     *
     * @param arguments the folder of classes
     */
    public static void main(String... arguments) throws IOException {
        Path classes = Path.of(arguments[0]);
        RulesetFiles files =
                RulesetFiles.of(classes.resolve("hearth/rules"), classes.resolve("hearth/decision-tables"));
        Path folder = classes.resolve(FOLDER);
        Path packed = folder.resolve(files.hash() + ".zip");
        Path stampFile = folder.resolve("stamp");
        String stamp = stamp(files, classes.resolve("org/hearth"));
        if (Files.exists(packed)
                && Files.exists(stampFile)
                && Files.readString(stampFile).equals(stamp)) {
            return;
        }
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.list(folder)) {
                for (Path file : old.toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(folder);
        Files.write(packed, RulesetCompiler.compileRules(files).toBytes());
        Files.writeString(folder.resolve(VERSION), RulesetCompiler.version(files));
        Files.writeString(stampFile, stamp);
    }

    private static String stamp(RulesetFiles files, Path program) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(files.hash().getBytes(StandardCharsets.UTF_8));
            for (String facts : List.of("claim", "finding", "therapy", "tables", "ruleset")) {
                try (Stream<Path> walk = Files.walk(program.resolve(facts))) {
                    for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                        digest.update(Files.readAllBytes(file));
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
