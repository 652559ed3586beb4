package org.hearth.decision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hearth.database.Postgresql;
import org.hearth.sent.Key;

/**
 * Whether and where a log of decisions is kept.
 *
 * @param folder of the files, or {@code null} where a PostgreSQL is named
 * @param url the PostgreSQL, or {@code null}
 * @param key the key of the hashes as written; {@code null} where none is configured
 * @param fileBytes from which size on a file gets no more lines
 * @param files how many files are kept
 */
public record LogSettings(Path folder, String url, String key, long fileBytes, int files) {

    /** The property that names the folder or the PostgreSQL. */
    public static final String LOG = "hearth.decision.log";

    /** The property that holds the key. */
    public static final String KEY = "hearth.decision.key";

    /** The property that says from which size on a file gets no more lines, in bytes. */
    public static final String FILE_BYTES = "hearth.decision.file-bytes";

    /** The property that says how many files are kept. */
    public static final String FILES = "hearth.decision.files";

    /** The key of a folder for which none is configured, in the folder. */
    static final String KEY_FILE = "key";

    private static final long FILE_BYTES_BY_DEFAULT = 64L << 20;
    private static final int FILES_BY_DEFAULT = 100;

    /**
     * What is configured.
     *
     * @param property the value of a property such as {@link #LOG}, or {@code null}
     * @return empty if no log is kept
     * @throws IllegalArgumentException if a value makes no sense, saying what to write
     */
    public static Optional<LogSettings> of(UnaryOperator<String> property) {
        String place = set(property, LOG);
        if (place == null) {
            return Optional.empty();
        }
        return Optional.of(at(place, property));
    }

    /** What the environment of a command says: system properties, then environment variables. */
    public static Optional<LogSettings> ofEnvironment() {
        return of(LogSettings::ofEnvironment);
    }

    /**
     * The log at a place that is named otherwise, with the key that the environment of a command has.
     *
     * @param place a folder, or the URL of a PostgreSQL
     */
    public static LogSettings at(String place) {
        return at(place, LogSettings::ofEnvironment);
    }

    private static LogSettings at(String place, UnaryOperator<String> property) {
        boolean database = Postgresql.isUrl(place);
        return new LogSettings(
                database ? null : path(place),
                database ? place : null,
                set(property, KEY),
                number(property, FILE_BYTES, FILE_BYTES_BY_DEFAULT),
                (int) Math.min(Integer.MAX_VALUE, number(property, FILES, FILES_BY_DEFAULT)));
    }

    /**
     * The key of the hashes. That of a folder is made at first use where none is configured.
     *
     * @throws IOException if there is none, or it can be neither read nor made
     */
    Key readKey() throws IOException {
        try {
            if (key != null) {
                return Key.of(key, "`" + variable(KEY) + "`");
            }
            if (folder == null) {
                throw new IOException(
                        "the decision log in `" + Postgresql.shown(url) + "` needs a key that all who write"
                                + " it share; set `" + variable(KEY)
                                + "` to what `openssl rand -hex 32` prints, and keep a copy:"
                                + " without it no claim can be found in the log");
            }
            return Key.in(folder.resolve(KEY_FILE));
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /**
     * The key by which the log can be searched, which is made nowhere. That of a single file is looked for in its folder.
     *
     * @throws IOException if there is none
     */
    Key requireKey() throws IOException {
        if (key == null && folder != null) {
            Path file = (Files.isDirectory(folder)
                            ? folder
                            : folder.toAbsolutePath().getParent())
                    .resolve(KEY_FILE);
            if (!Files.exists(file)) {
                throw new IOException("the key of the decision log is not there, `" + file + "`; put it back, or set `"
                        + variable(KEY) + "`: without it no claim can be found in the log");
            }
            return new LogSettings(file.getParent(), null, null, fileBytes, files).readKey();
        }
        return readKey();
    }

    /** Where it is, for people, without a password. */
    public String place() {
        return folder == null
                ? Postgresql.shown(url)
                : folder.toAbsolutePath().normalize().toString();
    }

    private static String ofEnvironment(String property) {
        return System.getProperty(property, System.getenv(variable(property)));
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static Path path(String folder) {
        try {
            return Path.of(folder);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("`" + folder + "` cannot be the name of a folder; name the folder of the"
                    + " decision log in `" + variable(LOG) + "`, or the URL of a PostgreSQL (`jdbc:postgresql://...`)");
        }
    }

    private static long number(UnaryOperator<String> property, String name, long byDefault) {
        String written = set(property, name);
        if (written == null) {
            return byDefault;
        }
        if (!written.matches("[1-9]\\d{0,14}")) {
            throw new IllegalArgumentException(
                    "`" + variable(name) + "` is `" + written + "`; write a whole number, such as " + byDefault);
        }
        return Long.parseLong(written);
    }

    private static String set(UnaryOperator<String> property, String name) {
        String value = property.apply(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "LogSettings[" + place() + "]";
    }
}
