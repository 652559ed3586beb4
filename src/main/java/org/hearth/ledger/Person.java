package org.hearth.ledger;

/**
 * Somebody who does what is recorded.
 *
 * @param name for people
 * @param subject what the provider of identities names them by, which stays the same when a name changes; {@code null} where the
 *     service does not know who called and the name is as told
 */
public record Person(String name, String subject) {

    /** The characters that a subject has at most. */
    public static final int SUBJECT = 255;

    /** Somebody of whom only a name was told; {@code null} if not even that. */
    public static Person told(String name) {
        return new Person(name, null);
    }

    /** Whether the service knows who it is. */
    public boolean identified() {
        return subject != null;
    }
}
