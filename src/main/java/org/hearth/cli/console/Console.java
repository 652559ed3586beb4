package org.hearth.cli.console;

import java.io.InputStream;
import java.io.PrintWriter;

/**
 * The streams of a command.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param outIsTerminal whether a person sees what goes to standard output while it is written
 * @param errIsTerminal whether a person sees what goes to standard error while it is written
 */
public record Console(InputStream in, PrintWriter out, PrintWriter err, boolean outIsTerminal, boolean errIsTerminal) {

    /** Streams that no terminal shows. */
    public Console(InputStream in, PrintWriter out, PrintWriter err) {
        this(in, out, err, false, false);
    }
}
