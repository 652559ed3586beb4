package org.hearth.cli.releases;

import java.io.IOException;
import java.util.List;

/** The service, or the data folder, refuses what is asked of it; the lines name each thing that is in the way. */
public final class RefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;

    /** @param message why, for people */
    public RefusedException(String message, List<String> lines) {
        super(message);
        this.lines = List.copyOf(lines);
    }

    /** What is in the way, each in a line. */
    public List<String> lines() {
        return lines;
    }
}
