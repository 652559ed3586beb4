package org.hearth.sent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearth.data.DataFolder;
import org.hearth.database.Database;
import org.hearth.database.Holding;
import org.hearth.database.Schema;
import org.hearth.database.UnusableDatabaseException;

/** Opens the configured history, and nothing of a database before. */
public final class SentHistory {

    /** What a history is opened for. */
    public enum Purpose {
        /** To look claims up: what is not there is not made. */
        READ,
        /** To keep and to forget claims too: what is not there is made. */
        WRITE
    }

    /** The key of an embedded store for which none is configured, in the store's folder. */
    static final String KEY_FILE = "key";

    private static final Holding HOLDING = new Holding("the history", "HEARTH_HISTORY_URL");

    private SentHistory() {}

    /**
     * Opens the history.
     *
     * @return the store, to be closed; empty if the history is off, or is to be read and nothing was kept yet
     * @throws UnusableHistoryException if it cannot be opened, or may not be written
     */
    public static Optional<SentStore> open(HistorySettings settings, Purpose purpose) throws UnusableHistoryException {
        if (!settings.on()) {
            return Optional.empty();
        }
        requireAllowed(settings, purpose);
        if (settings.url() != null) {
            return Optional.of(opened(settings, database(() -> Database.postgresql(settings.url(), HOLDING))));
        }
        if (purpose == Purpose.READ && !Files.exists(Database.file(settings.folder()))) {
            return Optional.empty();
        }
        try {
            new DataFolder(settings.folder()).make();
        } catch (IOException e) {
            throw new UnusableHistoryException(
                    "the history cannot be kept in `" + settings.place() + "`: " + e.getMessage(), e);
        }
        return Optional.of(opened(settings, database(() -> Database.embedded(settings.folder(), HOLDING))));
    }

    /** @throws UnusableHistoryException if it is to be written and may only be read */
    static void requireAllowed(HistorySettings settings, Purpose purpose) throws UnusableHistoryException {
        if (purpose == Purpose.WRITE && settings.mode() == HistorySettings.Mode.READ) {
            throw new UnusableHistoryException("the history in `" + settings.place()
                    + "` is only read here (`HEARTH_HISTORY` is `read`); write `on` to keep what was sent");
        }
    }

    /** One at a time, so that two that make a store make one key. */
    private static synchronized SentStore opened(HistorySettings settings, Database database)
            throws UnusableHistoryException {
        try {
            Schema.bring(database, settings.place(), HOLDING);
            List<String> known = knownKeys(database, settings);
            Keys keys = keys(settings, known);
            requireAll(known, keys, settings);
            if (!known.contains(keys.current().id())) {
                note(database, keys.current(), settings);
            }
            return new SentStore(database, keys, settings.place());
        } catch (UnusableDatabaseException e) {
            database.close();
            throw new UnusableHistoryException(e.getMessage(), e);
        } catch (UnusableHistoryException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** How a database is opened. */
    private interface Opening {
        Database open() throws UnusableDatabaseException;
    }

    private static Database database(Opening opening) throws UnusableHistoryException {
        try {
            return opening.open();
        } catch (UnusableDatabaseException e) {
            throw new UnusableHistoryException(e.getMessage(), e);
        }
    }

    private static Keys keys(HistorySettings settings, List<String> known) throws UnusableHistoryException {
        try {
            List<Key> former = new ArrayList<>();
            for (String written : settings.formerKeys()) {
                former.add(Key.of(written, "a key of `HEARTH_HISTORY_FORMER_KEYS`"));
            }
            return new Keys(current(settings, known), former);
        } catch (IllegalArgumentException e) {
            throw new UnusableHistoryException("the history cannot be used: " + e.getMessage());
        }
    }

    private static Key current(HistorySettings settings, List<String> known) throws UnusableHistoryException {
        if (settings.key() != null) {
            return Key.of(settings.key(), "`HEARTH_HISTORY_KEY`");
        }
        if (settings.folder() == null) {
            throw new UnusableHistoryException("the history in `" + settings.place() + "` needs a key that all who use"
                    + " it share; set `HEARTH_HISTORY_KEY` to what `openssl rand -hex 32` prints, and keep a copy: what"
                    + " is kept is of no use without it");
        }
        Path file = settings.folder().resolve(KEY_FILE);
        if (!known.isEmpty() && !Files.exists(file)) {
            throw new UnusableHistoryException("the history in `" + settings.place() + "` has lost its key: `" + file
                    + "` is not there; put it back from a backup. Without it nothing can be looked up: delete the"
                    + " folder then, and begin anew");
        }
        try {
            return Key.in(file);
        } catch (IOException e) {
            throw new UnusableHistoryException(
                    "the key of the history, `" + file + "`, can be neither read nor made: " + e.getMessage(), e);
        }
    }

    private static List<String> knownKeys(Database database, HistorySettings settings) throws UnusableHistoryException {
        try (Connection connection = database.connection();
                Statement ask = connection.createStatement();
                ResultSet found = ask.executeQuery("select id from sent_key order by since, id")) {
            List<String> known = new ArrayList<>();
            while (found.next()) {
                known.add(found.getString(1));
            }
            return known;
        } catch (SQLException e) {
            throw new UnusableHistoryException(
                    "the history in `" + settings.place() + "` cannot be read: " + Database.words(e, settings.place()),
                    e);
        }
    }

    /** A key that is not there would hide what it sealed, and a claim would pass for the first of its kind. */
    private static void requireAll(List<String> known, Keys keys, HistorySettings settings)
            throws UnusableHistoryException {
        List<String> missing =
                known.stream().filter(id -> keys.of(id).isEmpty()).toList();
        if (!missing.isEmpty()) {
            throw new UnusableHistoryException("the history in `" + settings.place() + "` was kept with another key: `"
                    + String.join("`, `", missing) + "`, and `" + keys.current().id() + "` is given. Set"
                    + " `HEARTH_HISTORY_KEY` to the right one; or, if it was changed, add the one before it to"
                    + " `HEARTH_HISTORY_FORMER_KEYS`");
        }
    }

    private static void note(Database database, Key key, HistorySettings settings) throws UnusableHistoryException {
        try (Connection connection = database.connection()) {
            note(connection, key);
            database.settle(connection);
        } catch (SQLException e) {
            throw new UnusableHistoryException(
                    "the history in `" + settings.place() + "` cannot be written: "
                            + Database.words(e, settings.place()),
                    e);
        }
    }

    /** Notes a key as one that seals. */
    static void note(Connection connection, Key key) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into sent_key (id, since) values (?, ?) on conflict do nothing")) {
            insert.setString(1, key.id());
            insert.setObject(2, LocalDate.now(Clock.systemDefaultZone()));
            insert.executeUpdate();
        }
    }
}
