package org.hearth.database;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL on this machine, one for all tests of a run; each test gets tables of its own. */
public final class PostgresqlServer {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static EmbeddedPostgres server;
    private static String refused;

    private PostgresqlServer() {}

    /** The URL of an empty schema; ends the test as skipped where no server can be started. */
    public static synchronized String emptyDatabase() throws SQLException {
        start();
        assumeTrue(server != null, "PostgreSQL cannot be started here, so nothing is tested on it: " + refused);
        String schema = "test" + SCHEMAS.incrementAndGet();
        String url = server.getJdbcUrl("postgres", "postgres");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + schema);
        }
        return url + "&currentSchema=" + schema;
    }

    private static void start() {
        if (server != null || refused != null) {
            return;
        }
        try {
            server = EmbeddedPostgres.builder().start();
        } catch (Exception e) {
            refused = e.toString();
        }
    }
}
