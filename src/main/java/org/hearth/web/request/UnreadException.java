package org.hearth.web.request;

import java.io.IOException;

/** Nobody reads an answer, so that it was ended before its end. */
public final class UnreadException extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param cause what its writer was told then; {@code null} if nothing */
    public UnreadException(Throwable cause) {
        super("the answer is not read", cause);
    }
}
