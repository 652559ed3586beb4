package org.hearth.database;

import java.io.IOException;

/** A database cannot be used; the message says why and what to do, and holds nothing of what is kept there. */
public final class UnusableDatabaseException extends IOException {

    private static final long serialVersionUID = 1L;

    UnusableDatabaseException(String message) {
        super(message);
    }

    UnusableDatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
