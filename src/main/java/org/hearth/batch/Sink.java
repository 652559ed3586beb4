package org.hearth.batch;

import java.io.OutputStream;

/**
 * Where an answer goes.
 *
 * @param text takes an answer that is text
 * @param bytes takes one that is {@link Format#isBinary() not}, and stays open
 */
public record Sink(Appendable text, OutputStream bytes) {}
