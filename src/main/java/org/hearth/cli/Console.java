package org.hearth.cli;

import java.io.InputStream;
import java.io.PrintWriter;

/**
 * The streams of a command.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 */
public record Console(InputStream in, PrintWriter out, PrintWriter err) {}
