package org.hearth.store;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A log in a PostgreSQL, a row an entry. */
final class SharedLog implements Log {

    private static final String NUMBER_IS_TAKEN = "23505";

    private final SharedDatabase database;
    private final String name;

    SharedLog(SharedDatabase database, String name) {
        this.database = database;
        this.name = Names.of(name);
    }

    @Override
    public long length() throws IOException {
        return database.with(connection -> {
            try (PreparedStatement ask =
                    connection.prepareStatement("select coalesce(max(number), 0) from store_entry where log = ?")) {
                ask.setString(1, name);
                try (ResultSet found = ask.executeQuery()) {
                    found.next();
                    return found.getLong(1);
                }
            }
        });
    }

    @Override
    public List<byte[]> read(long from) throws IOException {
        return database.with(connection -> {
            try (PreparedStatement ask = connection.prepareStatement(
                    "select content from store_entry where log = ? and number >= ? order by number")) {
                ask.setString(1, name);
                ask.setLong(2, from);
                try (ResultSet found = ask.executeQuery()) {
                    List<byte[]> entries = new ArrayList<>();
                    while (found.next()) {
                        entries.add(found.getBytes(1));
                    }
                    return entries;
                }
            }
        });
    }

    @Override
    public long append(long expectedLength, byte[] entry) throws IOException {
        Names.requireLine(entry);
        return database.with(connection -> {
            try (PreparedStatement add = connection.prepareStatement("insert into store_entry (log, number, content)"
                    + " select cast(? as varchar), cast(? as bigint), cast(? as bytea)"
                    + " where (select coalesce(max(number), 0) from store_entry where log = ?) = ?")) {
                add.setString(1, name);
                add.setLong(2, expectedLength + 1);
                add.setBytes(3, entry);
                add.setString(4, name);
                add.setLong(5, expectedLength);
                if (add.executeUpdate() == 0) {
                    throw Names.stale(name);
                }
                return expectedLength + 1;
            } catch (SQLException e) {
                if (NUMBER_IS_TAKEN.equals(e.getSQLState())) {
                    throw Names.stale(name);
                }
                throw e;
            }
        });
    }
}
