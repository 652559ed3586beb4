package org.hearth.json;

/**
 * What a payer may not take of an input, though it was read.
 *
 * @param file the input's name, or {@code null}
 * @param message what it is, one line
 * @param fix what to send instead, one line
 */
public record Warning(String file, String message, String fix) {}
