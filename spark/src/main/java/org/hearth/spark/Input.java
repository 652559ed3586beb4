package org.hearth.spark;

import java.io.Serializable;

/**
 * A file of claims.
 *
 * @param number which of the files, from 0
 * @param path where it lies, with its file system
 * @param name its name without the folder: what findings call it
 * @param bytes how many it has
 * @param kind what it holds; {@code null} while nobody has looked into it
 * @param broken why it cannot be read, in words; {@code null} if it can
 */
record Input(int number, String path, String name, long bytes, Kind kind, String broken) implements Serializable {

    /** What a file holds, as far as it matters to how it is read. */
    enum Kind {
        /** An 837I file, one that was compressed among them. */
        X12,
        /** A Parquet file. */
        PARQUET,
        /** Whatever else the program tells by its content. */
        OTHER
    }

    /** A file that cannot be read. */
    static Input broken(int number, String path, String why) {
        return new Input(number, path, path.substring(path.lastIndexOf('/') + 1), 0, null, why);
    }

    /** The same file, looked into. */
    Input of(Kind found) {
        return new Input(number, path, name, bytes, found, broken);
    }
}
