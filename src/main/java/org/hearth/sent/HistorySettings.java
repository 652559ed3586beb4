package org.hearth.sent;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hearth.data.DataFolder;
import org.hearth.database.Postgresql;

/**
 * Whether and where what was marked as sent is kept.
 *
 * @param mode what may be done with it
 * @param folder the folder of the embedded store; {@code null} where a PostgreSQL is named
 * @param url the PostgreSQL, or {@code null}
 * @param key the key that seals, as written; {@code null} where none is configured
 * @param formerKeys keys that sealed before, as written
 */
public record HistorySettings(Mode mode, Path folder, String url, String key, List<String> formerKeys) {

    /** What may be done with the history. */
    public enum Mode {
        /** It is read, and what is marked as sent is kept. */
        ON,
        /** It is read. */
        READ,
        /** There is none. */
        OFF
    }

    /** What turns the history on in the data folder, where no folder and no PostgreSQL is named. */
    public static final String MARK = "history.on";

    /** The property that says what may be done with it. */
    public static final String MODE = "hearth.history";

    /** The property that names the folder of the embedded store. */
    public static final String FOLDER = "hearth.history.dir";

    /** The property that names a PostgreSQL in its place. */
    public static final String URL = "hearth.history.url";

    /** The property that names the PostgreSQL of drafts and releases, where what was sent is kept too unless a place of its own is named. */
    public static final String STORE = "hearth.store.url";

    /** The property that holds the key. */
    public static final String KEY = "hearth.history.key";

    /** The property that holds the keys before it, with commas between. */
    public static final String FORMER_KEYS = "hearth.history.former-keys";

    public HistorySettings {
        formerKeys = List.copyOf(formerKeys);
    }

    /**
     * What is configured. That drafts and releases are kept in a PostgreSQL says where, and does not turn the history on.
     *
     * @param property the value of a property such as {@code hearth.history.dir}, or {@code null}
     * @throws UnusableHistoryException if a value makes no sense
     */
    public static HistorySettings of(UnaryOperator<String> property, DataFolder data) throws UnusableHistoryException {
        String folder = set(property, FOLDER);
        String own = set(property, URL);
        String url = own == null && folder == null ? set(property, STORE) : own;
        String former = set(property, FORMER_KEYS);
        return new HistorySettings(
                mode(set(property, MODE), folder != null || own != null || Files.exists(data.resolve(MARK))),
                url != null ? null : folder == null ? data.resolve("history") : path(folder),
                url,
                set(property, KEY),
                former == null
                        ? List.of()
                        : Arrays.stream(former.split(","))
                                .map(String::strip)
                                .filter(one -> !one.isEmpty())
                                .toList());
    }

    /** What the environment of a command says: system properties, then environment variables. */
    public static HistorySettings ofEnvironment(DataFolder data) throws UnusableHistoryException {
        return of(name -> System.getProperty(name, System.getenv(variable(name))), data);
    }

    /** The environment variable of a property. */
    static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /**
     * These settings with the history somewhere else.
     *
     * @param place {@code none}, a folder, or the URL of a PostgreSQL
     * @throws UnusableHistoryException if it can be none of these
     */
    public HistorySettings at(String place) throws UnusableHistoryException {
        if (place.equals("none")) {
            return new HistorySettings(Mode.OFF, folder, url, key, formerKeys);
        }
        Mode reading = mode == Mode.OFF ? Mode.ON : mode;
        return Postgresql.isUrl(place)
                ? new HistorySettings(reading, null, place, key, formerKeys)
                : new HistorySettings(reading, path(place), null, key, formerKeys);
    }

    /** Whether there is a history. */
    public boolean on() {
        return mode != Mode.OFF;
    }

    /** Where it is, without a password. */
    public String place() {
        return url == null ? folder.toAbsolutePath().normalize().toString() : Postgresql.shown(url);
    }

    /** Whether a text says what may be done with a history, or nothing at all. */
    public static boolean isMode(String written) {
        return written.isBlank() || modeOf(written.strip()).isPresent();
    }

    private static Optional<Mode> modeOf(String written) {
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.name().equalsIgnoreCase(written))
                .findFirst();
    }

    private static Mode mode(String written, boolean named) throws UnusableHistoryException {
        if (written == null) {
            return named ? Mode.ON : Mode.OFF;
        }
        return modeOf(written)
                .orElseThrow(() -> new UnusableHistoryException(
                        "`" + variable(MODE) + "` is `" + written + "`; write `on`, `read` or `off`"));
    }

    private static Path path(String folder) throws UnusableHistoryException {
        try {
            return Path.of(folder);
        } catch (InvalidPathException e) {
            throw new UnusableHistoryException("`" + folder + "` cannot be the name of a folder; name the folder of the"
                    + " history, or the URL of a PostgreSQL (`jdbc:postgresql://...`)");
        }
    }

    private static String set(UnaryOperator<String> property, String name) {
        String value = property.apply(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "HistorySettings[" + mode + ", " + place() + "]";
    }
}
