package org.hearth.draft;

/** A draft cannot be had, or not be changed as was asked. */
public sealed class DraftException extends Exception {

    private static final long serialVersionUID = 1L;

    private DraftException(String message) {
        super(message, null, false, false);
    }

    /** No draft has this id. */
    public static final class Unknown extends DraftException {
        private static final long serialVersionUID = 1L;

        Unknown() {
            super("there is no such draft");
        }
    }

    /** Somebody else has changed the draft since it was read. */
    public static final class Stale extends DraftException {
        private static final long serialVersionUID = 1L;

        private final transient Draft now;

        Stale(Draft now) {
            super("somebody else has changed the draft");
            this.now = now;
        }

        /** The draft as it is now. */
        public Draft now() {
            return now;
        }
    }

    /** The draft is in no state for it, or has nothing to undo; the message says so and what to do. */
    public static final class Refused extends DraftException {
        private static final long serialVersionUID = 1L;

        /** @param message what is in the way, and what to do */
        public Refused(String message) {
            super(message);
        }
    }

    /** There would be more than is kept; the message says of what. */
    public static final class Full extends DraftException {
        private static final long serialVersionUID = 1L;

        Full(String message) {
            super(message);
        }
    }
}
