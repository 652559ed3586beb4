package org.hearth.json;

import java.io.IOException;
import java.io.InputStream;
import org.hearth.json.Frame.Fault;

/** Cuts an input into the texts of its items, without parsing them: a bracketed list, or objects in a row. */
final class Frames {

    private final Source source;
    private boolean begun;
    private boolean inList;
    private boolean oneALine;
    private boolean ended;
    /** Whether the list's next item is its first, before which no comma stands. */
    private boolean first = true;

    Frames(Source source) {
        this.source = source;
    }

    /** Goes on behind an item. @param input the input's bytes from there on */
    Frames(InputStream input, StreamPoint from) {
        source = new Source(input, from);
        begun = true;
        oneALine = from.oneALine();
    }

    /** How many bytes of the input precede what is not looked at yet. */
    long offset() {
        return source.offset();
    }

    /** For another to go on with, behind an item of a row. @param place how many items precede it */
    StreamPoint point(long place) {
        return new StreamPoint(source.offset(), source.line(), source.column(), place, oneALine);
    }

    /** Whether the input is a bracketed list. */
    boolean inList() {
        return inList;
    }

    /** The next item's text, or {@code null} at the end of the input. */
    Frame next() throws IOException {
        if (ended) {
            return null;
        }
        if (!begun) {
            begun = true;
            if (utf16()) {
                return fault(Fault.ENCODING, 1, 1, 0);
            }
            if (source.afterBlanks() == '[') {
                inList = true;
            } else {
                source.putBackLast();
            }
        }
        return inList ? inList(source.afterBlanks()) : inRow(source.afterBlanks());
    }

    /** Skips a byte order mark; tells whether it is a UTF-16 one. */
    private boolean utf16() throws IOException {
        byte[] mark = new byte[3];
        int length = 0;
        while (length < 3) {
            int value = source.read();
            if (value == Source.END) {
                break;
            }
            mark[length++] = (byte) value;
        }
        boolean utf8 = length == 3 && mark[0] == (byte) 0xef && mark[1] == (byte) 0xbb && mark[2] == (byte) 0xbf;
        source.putBack(mark, 0, utf8 ? 0 : length, 1, 1);
        int start = length < 2 ? 0 : (mark[0] & 0xff) << 8 | mark[1] & 0xff;
        return start == 0xfeff || start == 0xfffe;
    }

    private Frame inRow(int value) throws IOException {
        if (value == Source.END) {
            return null;
        }
        if (value == '{') {
            Frame frame = new ObjectCut(source, false, oneALine).cut();
            oneALine |= frame.fault() == null && source.lastLine() == frame.line();
            return frame;
        }
        Frame frame = fault(Fault.NO_OBJECT);
        source.skipLine();
        return frame;
    }

    private Frame inList(int value) throws IOException {
        if (value == ']') {
            ended = true;
            return source.afterBlanks() == Source.END ? null : fault(Fault.AFTER_LIST);
        }
        int opening = value;
        if (!first) {
            if (value != ',') {
                return fault(value == Source.END ? Fault.UNFINISHED : Fault.SEPARATOR);
            }
            opening = source.afterBlanks();
        }
        first = false;
        if (opening == '{') {
            return new ObjectCut(source, true, false).cut();
        }
        return fault(opening == Source.END ? Fault.UNFINISHED : Fault.NO_OBJECT);
    }

    private Frame fault(Fault fault) {
        return fault(fault, source.lastLine(), source.lastColumn(), source.lastOffset());
    }

    private static Frame fault(Fault fault, long line, int column, long offset) {
        return new Frame(null, line, column, offset, fault);
    }
}
