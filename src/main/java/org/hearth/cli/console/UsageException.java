package org.hearth.cli.console;

/** A command that cannot be run as it is asked for or configured; the message says what to write instead. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message a line or several, for whoever wrote the command */
    public UsageException(String message) {
        super(message);
    }
}
