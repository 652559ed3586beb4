package org.hearth.store;

import java.io.IOException;

/** The store cannot be reached, read or written; the message says why and what to do. */
public final class UnusableStoreException extends IOException {

    private static final long serialVersionUID = 1L;

    UnusableStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
