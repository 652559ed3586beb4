package org.hearth.store;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Objects in a PostgreSQL, a row each. */
final class SharedObjects implements Objects {

    private final SharedDatabase database;

    SharedObjects(SharedDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<Stored> get(String name) throws IOException {
        Names.of(name);
        return database.with(connection -> {
            try (PreparedStatement ask =
                    connection.prepareStatement("select revision, content from store_object where name = ?")) {
                ask.setString(1, name);
                try (ResultSet found = ask.executeQuery()) {
                    return found.next()
                            ? Optional.of(new Stored(found.getLong(1), found.getBytes(2)))
                            : Optional.empty();
                }
            }
        });
    }

    @Override
    public long put(String name, long expectedRevision, byte[] bytes) throws IOException {
        Names.of(name);
        Names.requireAtMost(MOST_BYTES, bytes);
        long revision = Names.revision(bytes);
        return database.with(connection -> {
            try (PreparedStatement put = connection.prepareStatement(
                    expectedRevision == 0
                            ? "insert into store_object (revision, content, name) values (?, ?, ?) on conflict do nothing"
                            : "update store_object set revision = ?, content = ? where name = ? and revision = ?")) {
                put.setLong(1, revision);
                put.setBytes(2, bytes);
                put.setString(3, name);
                if (expectedRevision != 0) {
                    put.setLong(4, expectedRevision);
                }
                if (put.executeUpdate() == 0) {
                    throw Names.stale(name);
                }
                return revision;
            }
        });
    }

    @Override
    public boolean delete(String name) throws IOException {
        Names.of(name);
        return database.with(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from store_object where name = ?")) {
                delete.setString(1, name);
                return delete.executeUpdate() > 0;
            }
        });
    }

    @Override
    public void delete(String name, long expectedRevision) throws IOException {
        Names.of(name);
        database.with(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from store_object where name = ? and revision = ?")) {
                delete.setString(1, name);
                delete.setLong(2, expectedRevision);
                if (delete.executeUpdate() == 0) {
                    throw Names.stale(name);
                }
                return true;
            }
        });
    }

    @Override
    public List<String> keys(String prefix) throws IOException {
        return database.with(connection -> {
            try (PreparedStatement ask =
                    connection.prepareStatement("select name from store_object where substr(name, 1, ?) = ?")) {
                ask.setInt(1, prefix.length());
                ask.setString(2, prefix);
                try (ResultSet found = ask.executeQuery()) {
                    List<String> names = new ArrayList<>();
                    while (found.next()) {
                        names.add(found.getString(1));
                    }
                    // not in the order of the server's language
                    names.sort(null);
                    return List.copyOf(names);
                }
            }
        });
    }
}
