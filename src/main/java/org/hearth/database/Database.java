package org.hearth.database;

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
public final class Database implements AutoCloseable {

    /** What the files of the embedded store are called. */
    public static final String NAME = "sent";

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
    public static Path file(Path folder) {
        return folder.resolve(NAME + ".mv.db");
    }

    /**
     * The embedded store of a folder, which is made if it is not there.
     *
     * @throws UnusableDatabaseException if it cannot be opened; another process may have it open
     */
    public static Database embedded(Path folder, Holding holding) throws UnusableDatabaseException {
        Path path = folder.toAbsolutePath().normalize();
        if (path.toString().indexOf(';') >= 0) {
            throw new UnusableDatabaseException(holding.what() + " cannot be in `" + path
                    + "`: the name of its folder has a `;`; name another folder");
        }
        // a trace file would be one more place with what is kept in it
        String url = "jdbc:h2:file:" + path.resolve(NAME).toString().replace('\\', '/')
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;TRACE_LEVEL_FILE=0"
                + ";LOCK_TIMEOUT=" + PATIENCE.toMillis();
        Database database =
                new Database(pool("org.h2.Driver", url, new Postgresql.Address(url, "sa", ""), holding), true);
        try {
            database.waitForOtherProcesses();
            return database;
        } catch (SQLException e) {
            database.close();
            throw new UnusableDatabaseException(
                    e.getErrorCode() == LOCKED_BY_ANOTHER_PROCESS
                            ? holding.what() + " in `" + path
                                    + "` is open in another process, and belongs to one at a time;"
                                    + " wait until that has ended, or keep it in a PostgreSQL"
                                    + " (`" + holding.variable() + "`), which serves many"
                            : holding.what() + " in `" + path + "` cannot be opened: " + words(e, url),
                    e);
        }
    }

    /**
     * A PostgreSQL.
     *
     * @throws UnusableDatabaseException if it cannot be reached
     */
    public static Database postgresql(String url, Holding holding) throws UnusableDatabaseException {
        Postgresql.Address address = Postgresql.address(url, holding.variable());
        Database database = new Database(pool("org.postgresql.Driver", address.jdbc(), address, holding), false);
        try (Connection connection = database.connection()) {
            connection.isValid(0);
            return database;
        } catch (SQLException e) {
            database.close();
            throw new UnusableDatabaseException(
                    holding.what() + " in `" + Postgresql.shown(url) + "` cannot be reached: "
                            + words(e, address.jdbc())
                            + "; see that the server runs and that `" + holding.variable()
                            + "` names it, its database and its"
                            + " user",
                    e);
        }
    }

    private static AgroalDataSource pool(String driver, String url, Postgresql.Address address, Holding holding)
            throws UnusableDatabaseException {
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
            throw new UnusableDatabaseException(holding.what() + " cannot be opened: " + words(e, url), e);
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
    public Connection connection() throws SQLException {
        return pool.getConnection();
    }

    /** Returns once what was committed is on the disk. A PostgreSQL has seen to that when it has committed. */
    public void settle(Connection connection) throws SQLException {
        if (embedded) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("checkpoint sync");
            }
        }
    }

    /** Why the database would not do something, in its words; data is kept as hashes, so they hold none. */
    public static String words(SQLException why, String url) {
        String message = why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
        return message.replace(url, "the URL").lines().findFirst().orElse("").strip();
    }

    @Override
    public void close() {
        pool.close();
    }
}
