package org.hearth.json;

import java.io.IOException;
import java.util.Arrays;
import org.hearth.json.Frame.Fault;

/**
 * Cuts one object out of an input whose opening brace was just read, by counting brackets outside strings. In a row of
 * objects a torn one must not swallow those after it, and one that spans lines must not be taken for torn. Three marks
 * tell a torn one: a line break inside a string, which no JSON has; a brace at the start of a line, not indented more
 * than the object's own, where no object can stand; and one that can, if a torn end follows later.
 */
final class ObjectCut {

    private final Source source;
    private final boolean inList;
    private final boolean oneALine;
    private final long line;
    private final int column;
    private final long offset;

    private byte[] bytes = new byte[4096];
    private int length;
    private boolean tooLarge;

    private int depth;
    /** Which of the open brackets are square, the innermost in the lowest bit. */
    private long square;

    private boolean inString;
    private boolean escaped;
    /** The last byte that was neither blank nor within a string. */
    private int last;

    private boolean lineBegun = true;
    /** The outermost inner object that may be a claim of its own: where it starts, and how deep it stands. */
    private boolean taken;

    private int takenOffset;
    private int takenDepth;
    private long takenLine;
    private int takenColumn;

    /**
     * @param inList whether the object stands in square brackets, so that only they can follow it
     * @param oneALine whether the input is known to hold an object a line
     */
    ObjectCut(Source source, boolean inList, boolean oneALine) {
        this.source = source;
        this.inList = inList;
        this.oneALine = oneALine;
        line = source.lastLine();
        column = source.lastColumn();
        offset = source.lastOffset();
        bracket('{');
        append('{');
    }

    Frame cut() throws IOException {
        while (depth > 0) {
            int value = source.read();
            if (value == Source.END) {
                // What was taken may as well be an earlier claim or a line of a claim that breaks off: no guess.
                return frame(oneALine && putTakenBack() ? Fault.TORN : Fault.UNFINISHED);
            }
            if (inString) {
                if (value == '\n') {
                    return tornWithinLine(Fault.TORN);
                }
                string(value);
            } else if (value == '\n') {
                lineBegun = false;
            } else if (!Source.blank(value)) {
                if (!lineBegun && !beginLine(value)) {
                    source.putBackLast();
                    putTakenBack();
                    return frame(Fault.TORN);
                }
                bracket(value);
                // Torn lines would else pile up, each a part of the one before.
                if (depth > Json.MAX_DEPTH) {
                    return tornWithinLine(Fault.TOO_DEEP);
                }
            }
            append(value);
        }
        return inList || alone() ? frame(tooLarge ? Fault.TOO_LARGE : null) : frame(Fault.TRAILING);
    }

    /** Notes what the line begins with; false if it must be the next claim. */
    private boolean beginLine(int value) {
        boolean brace = value == '{' && !inList && source.lastColumn() <= column;
        if (brace && last != ':' && last != '[' && !(last == ',' && (square & 1) == 1)) {
            return false;
        }
        lineBegun = true;
        if (!taken || depth <= takenDepth) {
            taken = brace;
            takenOffset = length;
            takenDepth = depth;
            takenLine = source.lastLine();
            takenColumn = source.lastColumn();
        }
        return true;
    }

    private void string(int value) {
        if (escaped) {
            escaped = false;
        } else if (value == '\\') {
            escaped = true;
        } else if (value == '"') {
            inString = false;
        }
    }

    private void bracket(int value) {
        last = value;
        switch (value) {
            case '"' -> inString = true;
            case '{', '[' -> {
                depth++;
                square = square << 1 | (value == '[' ? 1 : 0);
            }
            case '}', ']' -> {
                depth--;
                square >>>= 1;
            }
            default -> {
                // part of a number, a word or a separator
            }
        }
    }

    private void append(int value) {
        if (tooLarge) {
            return;
        }
        if (length == ClaimReader.MAX_BYTES) {
            tooLarge = true;
            bytes = new byte[0];
            return;
        }
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(length * 2, ClaimReader.MAX_BYTES));
        }
        bytes[length++] = (byte) value;
    }

    /** Whether nothing but another object follows on the line. */
    private boolean alone() throws IOException {
        while (true) {
            int value = source.read();
            if (value == '{') {
                source.putBackLast();
                return true;
            }
            if (value == '\n' || value == Source.END) {
                return true;
            }
            if (!Source.blank(value)) {
                source.skipLine();
                return false;
            }
        }
    }

    private Frame tornWithinLine(Fault fault) throws IOException {
        source.putBackLast();
        if (!putTakenBack() && !inList) {
            if (!source.skipLine() && fault == Fault.TOO_DEEP) {
                // what was open to the end of the input may have held claims
                return frame(Fault.UNFINISHED);
            }
            source.skipToBrace(column);
        }
        return frame(fault);
    }

    /** Puts back what the torn object took for a part of itself; tells whether there is such. */
    private boolean putTakenBack() {
        if (!taken || tooLarge || depth < takenDepth || depth == takenDepth && last != '}') {
            return false;
        }
        source.putBack(bytes, takenOffset, length - takenOffset, takenLine, takenColumn);
        return true;
    }

    private Frame frame(Fault fault) {
        return new Frame(fault == null ? Arrays.copyOf(bytes, length) : null, line, column, offset, fault);
    }
}
