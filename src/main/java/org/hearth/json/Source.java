package org.hearth.json;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of an input, with the line and column of the next one, and the means to put some back. */
final class Source {

    static final int END = -1;

    private final InputStream input;
    private final byte[] buffer = new byte[64 * 1024];
    private int next;
    private int limit;
    private byte[] returned = {};
    private int nextReturned;
    private long line = 1;
    private int column = 1;
    private long offset;
    private int last = END;
    private long lastLine = 1;
    private int lastColumn = 1;

    Source(InputStream input) {
        this.input = input;
    }

    /** Begins inside an input. @param input its bytes from there on */
    Source(InputStream input, StreamPoint from) {
        this.input = input;
        offset = from.offset();
        line = from.line();
        column = from.column();
    }

    /** How many bytes of the input precede the next one. */
    long offset() {
        return offset;
    }

    /** The line of the next byte, from 1. */
    long line() {
        return line;
    }

    /** The column of the next byte, counted in bytes from 1. */
    int column() {
        return column;
    }

    /** The line of the byte read last, from 1. */
    long lastLine() {
        return lastLine;
    }

    /** The column of the byte read last, counted in bytes from 1. */
    int lastColumn() {
        return lastColumn;
    }

    /** How many bytes of the input precede the byte read last. */
    long lastOffset() {
        return last == END ? offset : offset - 1;
    }

    static boolean blank(int value) {
        return value == ' ' || value == '\t' || value == '\r' || value == '\n';
    }

    /** The next byte, 0 to 255, or {@link #END}. */
    int read() throws IOException {
        last = nextReturned < returned.length ? returned[nextReturned++] & 0xff : fresh();
        lastLine = line;
        lastColumn = column;
        if (last != END) {
            offset++;
        }
        if (last == '\n') {
            line++;
            column = 1;
        } else if (last != END) {
            column++;
        }
        return last;
    }

    private int fresh() throws IOException {
        while (next == limit) {
            next = 0;
            limit = Math.max(0, input.read(buffer));
            if (limit == 0) {
                return END;
            }
        }
        return buffer[next++] & 0xff;
    }

    /** The next byte that is not blank, or {@link #END}. */
    int afterBlanks() throws IOException {
        int value = read();
        while (blank(value)) {
            value = read();
        }
        return value;
    }

    /** Skips what is left of the line of the byte read last; false if the input ends in it. */
    boolean skipLine() throws IOException {
        while (last != '\n' && last != END) {
            read();
        }
        return last == '\n';
    }

    /** Skips the line of the byte read last, and those after it up to one with an opening brace this far left. */
    void skipToBrace(int furthestColumn) throws IOException {
        skipLine();
        while (afterBlanks() != END) {
            if (last == '{' && lastColumn <= furthestColumn) {
                putBackLast();
                return;
            }
            skipLine();
        }
    }

    /** Puts the byte read last back; does nothing at the end of the input. */
    void putBackLast() {
        if (last != END) {
            putBack(new byte[] {(byte) last}, 0, 1, lastLine, lastColumn);
        }
    }

    /** Puts bytes back that were read from this line and column on. */
    void putBack(byte[] bytes, int first, int length, long fromLine, int fromColumn) {
        int left = returned.length - nextReturned;
        byte[] all = new byte[length + left];
        System.arraycopy(bytes, first, all, 0, length);
        System.arraycopy(returned, nextReturned, all, length, left);
        returned = all;
        nextReturned = 0;
        offset -= length;
        line = fromLine;
        column = fromColumn;
    }
}
