package org.hearth.spark;

import java.io.IOException;

/** A file whose content cannot be read, however often it is tried. The message is for whoever sent it. */
final class UnusableFileException extends IOException {

    private static final long serialVersionUID = 1L;

    UnusableFileException(String message) {
        super(message);
    }
}
