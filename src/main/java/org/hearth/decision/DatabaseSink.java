package org.hearth.decision;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.hearth.database.Database;
import org.hearth.database.Holding;
import org.hearth.database.Postgresql;
import org.hearth.database.Schema;
import org.hearth.database.UnusableDatabaseException;

/** A table of a PostgreSQL, which several machines may share; opened when the first line comes. */
final class DatabaseSink implements Sink {

    /** What it is called in messages. */
    static final Holding HOLDING = new Holding("the decision log", "HEARTH_DECISION_LOG");

    private final String url;
    private Database database;

    DatabaseSink(String url) {
        this.url = url;
    }

    /** The database of a log, brought up to date. */
    static Database open(String url) throws UnusableDatabaseException {
        Database opened = Database.postgresql(url, HOLDING);
        try {
            Schema.bring(opened, Postgresql.shown(url), HOLDING);
            return opened;
        } catch (UnusableDatabaseException e) {
            opened.close();
            throw e;
        }
    }

    @Override
    public void write(List<Line> lines) throws IOException {
        if (database == null) {
            database = open(url);
        }
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            // whether a transaction whose end was not heard of was kept nobody knows, so it may be made twice
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into decision (id, decided_at, claim, content) values (?, ?, ?, ?) on conflict do nothing")) {
                for (Line line : lines) {
                    insert.setString(1, line.id());
                    insert.setObject(2, line.at().atOffset(ZoneOffset.UTC));
                    insert.setString(3, line.claim());
                    insert.setString(4, new String(line.content(), StandardCharsets.UTF_8).stripTrailing());
                    insert.addBatch();
                }
                insert.executeBatch();
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IOException(
                    HOLDING.what() + " in `" + place() + "` cannot be written: " + Database.words(e, url), e);
        }
    }

    @Override
    public String place() {
        return Postgresql.shown(url);
    }

    @Override
    public void close() {
        if (database != null) {
            database.close();
        }
    }
}
