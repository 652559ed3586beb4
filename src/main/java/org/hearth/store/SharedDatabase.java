package org.hearth.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.hearth.database.Database;
import org.hearth.database.Holding;
import org.hearth.database.Postgresql;
import org.hearth.database.Schema;
import org.hearth.database.UnusableDatabaseException;

/** The PostgreSQL of a store, opened when it is first needed; one that cannot be reached is tried again some seconds later. */
final class SharedDatabase implements AutoCloseable {

    /** The environment variable that names it. */
    static final String VARIABLE = "HEARTH_STORE_URL";

    private static final Holding HOLDING = new Holding("the store of drafts and releases", VARIABLE);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    /** What is done with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T with(Connection connection) throws SQLException, StaleException;
    }

    private final String url;
    private Database database;
    private UnusableDatabaseException failure;
    private long failedAt;

    SharedDatabase(String url) {
        this.url = url;
    }

    /** Where it is, without a password. */
    String place() {
        return Postgresql.shown(url);
    }

    /**
     * Does something with a connection.
     *
     * @throws StaleException if the work says so
     * @throws UnusableStoreException if the database will not
     */
    <T> T with(Work<T> work) throws StaleException, UnusableStoreException {
        try (Connection connection = open().connection()) {
            return work.with(connection);
        } catch (UnusableDatabaseException e) {
            throw new UnusableStoreException(e.getMessage(), e);
        } catch (SQLException e) {
            throw new UnusableStoreException(
                    HOLDING.what() + " in `" + place() + "` cannot be used: " + Database.words(e, url)
                            + "; see that the server runs, and that its user may read and write the tables",
                    e);
        }
    }

    private synchronized Database open() throws UnusableDatabaseException {
        if (database != null) {
            return database;
        }
        // each request would wait for it anew
        if (failure != null && System.nanoTime() - failedAt < PAUSE.toNanos()) {
            throw failure;
        }
        Database opened = null;
        try {
            opened = Database.postgresql(url, HOLDING);
            Schema.bring(opened, place(), HOLDING);
            database = opened;
            failure = null;
            return database;
        } catch (UnusableDatabaseException e) {
            if (opened != null) {
                opened.close();
            }
            failure = e;
            failedAt = System.nanoTime();
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        if (database != null) {
            database.close();
            database = null;
        }
    }
}
