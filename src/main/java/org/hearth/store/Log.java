package org.hearth.store;

import java.io.IOException;
import java.util.List;

/**
 * Entries that are only ever added, numbered from 1. An entry is there whole or not at all, whenever the power fails. Safe
 * for use by any number of threads, processes and, in a PostgreSQL, machines.
 */
public interface Log {

    /** The bytes that an entry has at most. */
    int MOST_BYTES = 1 << 20;

    /**
     * How many entries there are; cheap enough to be asked twice a second.
     *
     * @throws IOException if the store cannot be read
     */
    long length() throws IOException;

    /**
     * The entries from a number on, in their order.
     *
     * @param from the number of the first, from 1
     * @throws IOException if the store cannot be read
     */
    List<byte[]> read(long from) throws IOException;

    /**
     * Adds an entry; it is on the disk when this returns.
     *
     * @param expectedLength how many entries the caller knows
     * @param entry one line of text in UTF-8, without its end
     * @return how many entries there are now
     * @throws StaleException if there are more or fewer than the caller knows
     * @throws IOException if the store cannot be written; then nothing was added
     */
    long append(long expectedLength, byte[] entry) throws IOException;
}
