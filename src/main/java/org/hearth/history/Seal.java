package org.hearth.history;

/**
 * Turns an identifier into the form in which it is kept: always the same for the same identifier, and without a key
 * nobody can tell from it which identifier it was. Safe for use by several threads.
 */
@FunctionalInterface
public interface Seal {

    /** Keeps identifiers as they are. */
    Seal NONE = identifier -> identifier;

    /** The form in which an identifier is kept; {@code null} of {@code null}. */
    String of(String identifier);
}
