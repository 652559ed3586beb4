package org.hearth.store;

import java.io.IOException;

/** Somebody else was faster: what was to be exchanged or added to is no longer what the caller knows. Nothing was changed. */
public final class StaleException extends IOException {

    private static final long serialVersionUID = 1L;

    StaleException(String message) {
        super(message);
    }
}
