package org.hearth.store;

import java.nio.file.Path;
import org.hearth.data.DataFolder;

/**
 * The store of drafts and releases: files below the data folder or, where one is named, a PostgreSQL. Nothing is opened or
 * made before it is needed.
 */
public final class Store implements AutoCloseable {

    /** The property that names a PostgreSQL; {@code HEARTH_STORE_URL} in the environment. */
    public static final String URL = "hearth.store.url";

    private static final String FOLDER = "store";

    private final DataFolder data;
    private final SharedDatabase database;

    /**
     * A store.
     *
     * @param url the PostgreSQL, as its driver or its other programs write it; {@code null} or blank for files
     * @param data the folder below which the files are
     */
    public Store(String url, DataFolder data) {
        this.data = data;
        this.database = url == null || url.isBlank() ? null : new SharedDatabase(url.strip());
    }

    /** The store that the environment of a command names: the system property, then the environment variable. */
    public static Store ofEnvironment(DataFolder data) {
        return new Store(System.getProperty(URL, System.getenv(SharedDatabase.VARIABLE)), data);
    }

    /** Whether several machines may share it. */
    public boolean shared() {
        return database != null;
    }

    /** Where it is, for people, without a password. */
    public String place() {
        return database == null ? folder().toAbsolutePath().normalize().toString() : database.place();
    }

    /** The objects. */
    public Objects objects() {
        return database == null ? new FileObjects(data, folder().resolve("objects")) : new SharedObjects(database);
    }

    /**
     * A log; it is there when something is first added.
     *
     * @param name one part of a name of {@link Objects}, of up to forty characters
     */
    public Log log(String name) {
        return database == null ? new FileLog(folder(), name) : new SharedLog(database, name);
    }

    private Path folder() {
        return data.resolve(FOLDER);
    }

    @Override
    public void close() {
        if (database != null) {
            database.close();
        }
    }
}
