package org.hearth.decision;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Where the lines of a log are kept. Used by one thread. */
interface Sink extends AutoCloseable {

    /**
     * A line.
     *
     * @param id what names it, and no other
     * @param claim the hash of the claim; {@code null} where it is about none
     * @param content JSON, with the end of its line
     */
    record Line(String id, Instant at, String claim, byte[] content) {}

    /**
     * Keeps some lines.
     *
     * @throws IOException if not all of them could be kept; the call is then made again with the same lines, which are kept once
     */
    void write(List<Line> lines) throws IOException;

    /** Where it is, for people, without a password. */
    String place();

    @Override
    void close();
}
