package org.hearth.sent;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** The connections to a database, an embedded one or a PostgreSQL. Safe for use by several threads. */
final class Database implements AutoCloseable {

    /** What the files of the embedded store are called. */
    static final String NAME = "sent";

    private static final int MOST_CONNECTIONS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LOCKED_BY_ANOTHER_PROCESS = 90020;
    private static final int MILLIS_BETWEEN_TRIES = 100;
    private static final Duration PATIENCE_WITH_ANOTHER_PROCESS = Duration.ofSeconds(2);

    private final AgroalDataSource pool;
    private final boolean embedded;

    private Database(AgroalDataSource pool, boolean embedded) {
        this.pool = pool;
        this.embedded = embedded;
    }

    /** The file of the embedded store in a folder. */
    static Path file(Path folder) {
        return folder.resolve(NAME + ".mv.db");
    }

    /**
     * The embedded store of a folder, which is made if it is not there.
     *
     * @throws UnusableHistoryException if it cannot be opened; another process may have it open
     */
    static Database embedded(Path folder) throws UnusableHistoryException {
        Path path = folder.toAbsolutePath().normalize();
        if (path.toString().indexOf(';') >= 0) {
            throw new UnusableHistoryException(
                    "the history cannot be in `" + path + "`: the name of its folder has a `;`; name another folder");
        }
        // a trace file would be one more place with what is kept in it
        String url = "jdbc:h2:file:" + path.resolve(NAME).toString().replace('\\', '/')
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;TRACE_LEVEL_FILE=0"
                + ";LOCK_TIMEOUT=" + PATIENCE.toMillis();
        Database database = new Database(pool("org.h2.Driver", url, new Postgresql.Address(url, "sa", "")), true);
        try {
            database.waitForOtherProcesses();
            return database;
        } catch (SQLException e) {
            database.close();
            throw new UnusableHistoryException(
                    e.getErrorCode() == LOCKED_BY_ANOTHER_PROCESS
                            ? "the history in `" + path + "` is open in another process, and belongs to one at a time;"
                                    + " wait until that has ended, or keep the history in a PostgreSQL"
                                    + " (`HEARTH_HISTORY_URL`), which serves many"
                            : "the history in `" + path + "` cannot be opened: " + words(e, url),
                    e);
        }
    }

    /**
     * A PostgreSQL.
     *
     * @throws UnusableHistoryException if it cannot be reached
     */
    static Database postgresql(String url) throws UnusableHistoryException {
        Postgresql.Address address = Postgresql.address(url);
        Database database = new Database(pool("org.postgresql.Driver", address.jdbc(), address), false);
        try (Connection connection = database.connection()) {
            connection.isValid(0);
            return database;
        } catch (SQLException e) {
            database.close();
            throw new UnusableHistoryException(
                    "the history in `" + Postgresql.shown(url) + "` cannot be reached: " + words(e, address.jdbc())
                            + "; see that the server runs and that `HEARTH_HISTORY_URL` names it, its database and its"
                            + " user",
                    e);
        }
    }

    private static AgroalDataSource pool(String driver, String url, Postgresql.Address address)
            throws UnusableHistoryException {
        AgroalDataSourceConfigurationSupplier configuration = new AgroalDataSourceConfigurationSupplier()
                .metricsEnabled(false)
                .connectionPoolConfiguration(pool -> pool.maxSize(MOST_CONNECTIONS)
                        .acquisitionTimeout(PATIENCE)
                        // a server that was started again has ended the connections that it had
                        .validateOnBorrow(!driver.startsWith("org.h2"))
                        .connectionValidator(connection -> valid(connection))
                        .connectionFactoryConfiguration(factory -> {
                            factory.connectionProviderClassName(driver).jdbcUrl(url);
                            if (address.user() != null) {
                                factory.principal(new NamePrincipal(address.user()));
                            }
                            if (address.password() != null) {
                                factory.credential(new SimplePassword(address.password()));
                            }
                            return factory;
                        }));
        try {
            return AgroalDataSource.from(configuration);
        } catch (SQLException e) {
            throw new UnusableHistoryException("the history cannot be opened: " + words(e, url), e);
        }
    }

    private static boolean valid(Connection connection) {
        try {
            return connection.isValid((int) PATIENCE.toSeconds());
        } catch (SQLException e) {
            return false;
        }
    }

    private void waitForOtherProcesses() throws SQLException {
        long until = System.nanoTime() + PATIENCE_WITH_ANOTHER_PROCESS.toNanos();
        while (true) {
            try (Connection connection = connection()) {
                settle(connection);
                return;
            } catch (SQLException e) {
                if (e.getErrorCode() != LOCKED_BY_ANOTHER_PROCESS || System.nanoTime() > until) {
                    throw e;
                }
            }
            try {
                Thread.sleep(MILLIS_BETWEEN_TRIES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    AgroalDataSource pool() {
        return pool;
    }

    /** A connection, to be closed; it commits each statement unless told otherwise. */
    Connection connection() throws SQLException {
        return pool.getConnection();
    }

    /** Returns once what was committed is on the disk. A PostgreSQL has seen to that when it has committed. */
    void settle(Connection connection) throws SQLException {
        if (embedded) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("checkpoint sync");
            }
        }
    }

    /** Why the database would not do something, in its words; data is kept as hashes, so they hold none. */
    static String words(SQLException why, String url) {
        String message = why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
        return message.replace(url, "the URL").lines().findFirst().orElse("").strip();
    }

    @Override
    public void close() {
        pool.close();
    }
}
