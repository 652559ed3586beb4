package org.hearth.store;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Content under names. An object is there whole or not at all, whenever the power fails, and is exchanged only by whoever
 * knows what stands. Safe for use by any number of threads, processes and, in a PostgreSQL, machines.
 */
public interface Objects {

    /**
     * The form of a name: up to six parts with {@code /} between, each of up to a hundred letters, digits and {@code . _ + -},
     * the first of them a letter or digit. No name is the folder of another.
     */
    Pattern NAME =
            Pattern.compile("(?=.{1,200}$)[A-Za-z0-9][A-Za-z0-9._+-]{0,99}(/[A-Za-z0-9][A-Za-z0-9._+-]{0,99}){0,5}");

    /** The bytes that an object has at most. */
    int MOST_BYTES = 64 << 20;

    /**
     * An object as it stands.
     *
     * @param revision what names this content, never 0; it says nothing of how often it was exchanged
     * @param bytes the content
     */
    record Stored(long revision, byte[] bytes) {}

    /**
     * The object of a name.
     *
     * @return empty if there is none
     * @throws IOException if the store cannot be read
     */
    Optional<Stored> get(String name) throws IOException;

    /**
     * Puts an object in the place of that which the caller knows; it is on the disk when this returns.
     *
     * @param expectedRevision that of the known one, 0 if there should be none
     * @return the new revision
     * @throws StaleException if another stands there
     * @throws IOException if the store cannot be written; then nothing has changed
     */
    long put(String name, long expectedRevision, byte[] bytes) throws IOException;

    /**
     * Deletes an object that is never exchanged, whatever it holds.
     *
     * @return whether there was one
     * @throws IOException if the store cannot be written
     */
    boolean delete(String name) throws IOException;

    /**
     * Deletes the object that the caller knows.
     *
     * @param expectedRevision that of the known one, not 0
     * @throws StaleException if another stands there, or none
     * @throws IOException if the store cannot be written; then nothing has changed
     */
    void delete(String name, long expectedRevision) throws IOException;

    /**
     * The names that begin in a way, sorted.
     *
     * @param prefix such as {@code drafts/}; empty for all
     * @throws IOException if the store cannot be read
     */
    List<String> keys(String prefix) throws IOException;
}
