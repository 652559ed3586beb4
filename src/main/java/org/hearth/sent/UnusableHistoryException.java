package org.hearth.sent;

import java.io.IOException;

/** The history cannot be used; the message says why and what to do, and holds nothing of any claim. */
public final class UnusableHistoryException extends IOException {

    private static final long serialVersionUID = 1L;

    UnusableHistoryException(String message) {
        super(message);
    }

    UnusableHistoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
