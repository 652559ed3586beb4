package org.hearth.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The tables of a database, by numbered files in {@code org/hearth/database/schema}; each database is brought up to the last. */
public final class Schema {

    /** The number of the last file. */
    private static final int CURRENT = 3;

    /** Where the database says which files it has. */
    private static final String TABLE = "sent_schema";

    private Schema() {}

    /**
     * Brings a database up to date.
     *
     * @throws UnusableDatabaseException if it cannot be, or is of a later edition
     */
    public static void bring(Database database, String place, Holding holding) throws UnusableDatabaseException {
        try {
            int version = version(database);
            if (version > CURRENT) {
                throw new UnusableDatabaseException(
                        holding.what() + " in `" + place + "` was written by a later edition of"
                                + " Hearth (its tables have version " + version + ", this edition knows " + CURRENT
                                + "); use that edition");
            }
            if (version < CURRENT) {
                migrate(database);
            }
        } catch (SQLException e) {
            throw new UnusableDatabaseException(
                    holding.what() + " in `" + place + "` cannot be read: " + Database.words(e, place), e);
        } catch (FlywayException e) {
            throw new UnusableDatabaseException(
                    "the tables of " + holding.what() + " in `" + place + "` cannot be made: "
                            + e.getMessage()
                                    .lines()
                                    .filter(line -> !line.isBlank())
                                    .findFirst()
                                    .orElse("")
                            + "; the user of the database must be allowed to make tables",
                    e);
        }
    }

    /** Which files a database has, without what takes long to start. */
    private static int version(Database database) throws SQLException {
        try (Connection connection = database.connection()) {
            DatabaseMetaData about = connection.getMetaData();
            try (ResultSet table = about.getTables(null, connection.getSchema(), TABLE, null)) {
                if (!table.next()) {
                    return 0;
                }
            }
            try (Statement statement = connection.createStatement();
                    ResultSet last = statement.executeQuery("select max(cast(\"version\" as integer)) from " + TABLE
                            + " where \"success\" and \"version\" is not null")) {
                return last.next() ? last.getInt(1) : 0;
            }
        }
    }

    private static void migrate(Database database) {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(database.pool())
                .locations("classpath:org/hearth/database/schema")
                .table(TABLE)
                // a PostgreSQL may hold other tables than these
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
