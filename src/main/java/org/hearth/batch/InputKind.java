package org.hearth.batch;

import java.io.IOException;
import java.io.InputStream;

/** What an input is, told by its first characters that are neither blank nor a byte order mark. */
public enum InputKind {
    /** Claims as JSON, one or one after another. */
    JSON,
    /** A JSON list of claims. */
    JSON_LIST,
    /** An 837I file. */
    X12,
    /** Something compressed by gzip. */
    GZIP,
    /** Nothing, or nothing but blanks. */
    EMPTY,
    /** None of these. */
    OTHER;

    /** How far blanks may reach. */
    private static final int PEEK = 4096;

    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;
    private static final int FIRST_OF_NO_TEXT = 0x80;

    /**
     * The kind of an input; consumes nothing, and reads no further than it must, as more may be long in coming.
     *
     * @param in a stream that can be marked
     */
    public static InputKind of(InputStream in) throws IOException {
        in.mark(PEEK + 2);
        try {
            return read(in);
        } finally {
            in.reset();
        }
    }

    private static InputKind read(InputStream in) throws IOException {
        int first = in.read();
        if (first == GZIP_FIRST) {
            return in.read() == GZIP_SECOND ? GZIP : OTHER;
        }
        int read = 1;
        // the bytes of a mark are no text
        while (first >= 0 && (first <= ' ' || first >= FIRST_OF_NO_TEXT)) {
            if (read++ == PEEK) {
                return OTHER;
            }
            first = in.read();
        }
        return switch (first) {
            case -1 -> EMPTY;
            case '{' -> JSON;
            case '[' -> JSON_LIST;
            case 'I' -> in.read() == 'S' && in.read() == 'A' ? X12 : OTHER;
            default -> OTHER;
        };
    }
}
