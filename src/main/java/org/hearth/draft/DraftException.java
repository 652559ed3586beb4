package org.hearth.draft;

import java.util.List;

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

    /** It is another's to do than whose it is; the message says so. */
    public static final class Own extends DraftException {
        private static final long serialVersionUID = 1L;

        Own(String message) {
            super(message);
        }
    }

    /** A folder says what is active, and nothing is published beside it. */
    public static final class Watched extends DraftException {
        private static final long serialVersionUID = 1L;

        /** @param folder the folder */
        public Watched(String folder) {
            super("the service watches `" + folder
                    + "`, and what is there is active; take the files of the draft, put them"
                    + " there, and the service judges by them");
        }
    }

    /** Something stands against its release; the message says what, the lines name each thing. */
    public static final class Unfit extends DraftException {
        private static final long serialVersionUID = 1L;

        private final transient List<String> lines;

        /**
         * @param message what is in the way, and what to do
         * @param lines each thing that is; may be empty
         */
        public Unfit(String message, List<String> lines) {
            super(message);
            this.lines = List.copyOf(lines);
        }

        /** Each thing that is in the way. */
        public List<String> lines() {
            return lines;
        }

        /** The message with the first thing that is in the way. */
        String inWords() {
            return lines.isEmpty() ? getMessage() : getMessage() + ": " + lines.get(0);
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
