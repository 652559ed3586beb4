package org.hearth.batch;

import java.io.IOException;

/** The answer could not be written; nothing is wrong with what was read. */
public final class UnwritableException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Says why, as the cause does. */
    public UnwritableException(IOException cause) {
        super("the answer cannot be written: " + cause.getMessage(), cause);
    }
}
