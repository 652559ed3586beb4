package org.hearth.spark;

import java.io.IOException;

/** An answer is whole, and stays where it was made, as it cannot be put in its place. The message says where both are. */
final class UnplacedAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param cause why it was not put there at last, or {@code null} where others were in the place each time */
    UnplacedAnswerException(String message, IOException cause) {
        super(message, cause);
    }
}
