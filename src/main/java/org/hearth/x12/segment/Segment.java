package org.hearth.x12.segment;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * The segment being read: where its elements stand in the scanner's bytes, and what they say. An element without
 * components has one. Elements and components count from 1, as the guides do; one that was not sent is empty.
 * Repetitions of an element stand apart ({@link #repeats}): nothing that a claim keeps repeats.
 */
public final class Segment {

    /** How many characters an element may have. */
    public static final int LONGEST_ELEMENT = 4096;

    private static final int MAX_ELEMENTS = 40;
    private static final int MAX_TOKENS = 256;
    private static final int MAX_REPEATS = 256;
    private static final int MAX_DIGITS = 18;
    private static final int POOLED_LENGTH = 8;

    /** Stands for a control character in an element: as little a character of X12 as that, and harmless where it is shown. */
    private static final byte CONTROL = (byte) 0x80;

    private final String[] pool = new String[1 << 10];
    private final int[] firstToken = new int[MAX_ELEMENTS + 2];
    private final int[] tokenStart = new int[MAX_TOKENS];
    private final int[] tokenEnd = new int[MAX_TOKENS];
    private byte[] bytes = {};
    private byte[] own = {};
    private final byte[] padding = new byte[POOLED_LENGTH];
    private int tokens;
    private int elements;
    private boolean kept;

    private final List<Repeated> repeated = new ArrayList<>(0);

    private String tag;
    private int position;
    private long offset;

    /** The first component of a repetition after an element's first. */
    private record Repeated(int element, String text) {}

    /** Begins a segment without elements. */
    void begin(String newTag, int newPosition, long newOffset) {
        tag = newTag;
        position = newPosition;
        offset = newOffset;
        tokens = 0;
        elements = 0;
        if (!repeated.isEmpty()) {
            repeated.clear();
        }
    }

    /** Takes in the elements of the segment that a scanner read to its end. */
    void take(SegmentScanner scanner) {
        bytes = scanner.buffer();
        int from = scanner.elements();
        int to = scanner.end() - 1;
        if (scanner.isOdd()) {
            to = copyPlain(from, to, scanner.delimiters());
            from = 0;
            bytes = own;
        }
        split(from, to, scanner.delimiters(), scanner.isHeader());
    }

    /** Copies elements without the line ends in them; how many bytes that are. */
    private int copyPlain(int from, int to, Delimiters delimiters) {
        if (own.length < to - from) {
            own = new byte[to - from];
        }
        int length = 0;
        for (int i = from; i < to; i++) {
            int read = bytes[i] & 0xFF;
            boolean separates =
                    read == delimiters.element() || read == delimiters.component() || read == delimiters.repetition();
            if (separates || read >= ' ') {
                own[length++] = bytes[i];
            } else if (read != '\r' && read != '\n') {
                own[length++] = CONTROL;
            }
        }
        return length;
    }

    /** Notes where elements and components stand, each behind its separator. */
    private void split(int from, int to, Delimiters delimiters, boolean header) {
        int element = delimiters.element();
        // the header's own elements hold the other delimiters
        int component = header ? element : delimiters.component();
        int repetition = header ? element : delimiters.repetition();
        for (int i = from; i < to; ) {
            open();
            boolean repeats = false;
            boolean first = true;
            int read = element;
            do {
                int begin = ++i;
                while (i < to && (read = bytes[i] & 0xFF) != element && read != component && read != repetition) {
                    i++;
                }
                put(begin, i, repeats, first);
                if (i == to) {
                    return;
                }
                repeats |= read == repetition;
                first = read == repetition;
            } while (read != element);
        }
    }

    private void open() {
        kept = elements < MAX_ELEMENTS && tokens < MAX_TOKENS;
        if (kept) {
            firstToken[++elements] = tokens;
        }
    }

    private void put(int begin, int end, boolean repeats, boolean first) {
        if (!kept) {
            return;
        }
        if (repeats) {
            if (first && repeated.size() < MAX_REPEATS) {
                repeated.add(new Repeated(
                        elements, decoded(bytes, begin, end - begin).strip()));
            }
        } else if (tokens < MAX_TOKENS) {
            int stripped = end;
            while (stripped > begin && bytes[stripped - 1] == ' ') {
                stripped--;
            }
            tokenStart[tokens] = begin;
            tokenEnd[tokens++] = stripped;
        }
    }

    public String tag() {
        return tag;
    }

    /** Which segment of the transaction set, ST being 1; 0 outside of one. */
    public int position() {
        return position;
    }

    /** How many characters of the file precede it. */
    public long offset() {
        return offset;
    }

    /** How many elements it has. */
    public int elements() {
        return elements;
    }

    public boolean isEmpty(int element, int component) {
        int token = token(element, component);
        return token < 0 || tokenStart[token] == tokenEnd[token];
    }

    /** How many components an element has, sent empty or not; 0 if the segment ends before it. */
    public int components(int element) {
        if (element > elements) {
            return 0;
        }
        return (element == elements ? tokens : firstToken[element + 1]) - firstToken[element];
    }

    /** Whether any component of an element was sent. */
    public boolean isSent(int element) {
        for (int component = components(element); component > 0; component--) {
            if (!isEmpty(element, component)) {
                return true;
            }
        }
        return false;
    }

    /** Whether any character of it is none that X12 carries: the printable ones of ASCII. */
    public boolean hasForeign() {
        for (int token = 0; token < tokens; token++) {
            for (int i = tokenStart[token]; i < tokenEnd[token]; i++) {
                if (isForeign((char) (bytes[i] & 0xFF))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a component has a character that X12 does not carry. */
    public boolean hasForeign(int element, int component) {
        for (int i = length(element, component) - 1; i >= 0; i--) {
            if (isForeign(charAt(element, component, i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isForeign(char c) {
        return c < ' ' || c > '~';
    }

    public boolean is(int element, String value) {
        return is(element, 1, value);
    }

    public boolean is(int element, int component, String value) {
        int token = token(element, component);
        if (token < 0 || tokenEnd[token] - tokenStart[token] != value.length()) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if ((bytes[tokenStart[token] + i] & 0xFF) != value.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    public String text(int element) {
        return text(element, 1);
    }

    /** As sent, without trailing blanks; {@code null} if empty. */
    public String text(int element, int component) {
        int token = token(element, component);
        if (token < 0 || tokenStart[token] == tokenEnd[token]) {
            return null;
        }
        int start = tokenStart[token];
        int length = tokenEnd[token] - start;
        if (length <= POOLED_LENGTH) {
            return pooled(bytes, start, length);
        }
        return decoded(bytes, start, length);
    }

    /** The first components of an element and of its repetitions, in order; those that are empty are left out. */
    public List<String> repeats(int element) {
        List<String> all = new ArrayList<>(1 + repeated.size());
        if (!isEmpty(element, 1)) {
            all.add(text(element));
        }
        for (Repeated one : repeated) {
            if (one.element() == element && !one.text().isEmpty()) {
                all.add(one.text());
            }
        }
        return all;
    }

    /** As sent, with a zero before it. */
    public String padded(int element) {
        int length = length(element, 1);
        if (length >= POOLED_LENGTH) {
            return "0".concat(text(element));
        }
        padding[0] = '0';
        System.arraycopy(bytes, tokenStart[token(element, 1)], padding, 1, length);
        return pooled(padding, 0, length + 1);
    }

    /** The date in the eight characters from {@code from}, or {@code null} if they are none. */
    public LocalDate date(int element, int component, int from) {
        int token = token(element, component);
        if (token < 0 || tokenEnd[token] - tokenStart[token] < from + 8) {
            return null;
        }
        int year = digits(tokenStart[token] + from, 4);
        int month = digits(tokenStart[token] + from + 4, 2);
        int day = digits(tokenStart[token] + from + 6, 2);
        if (year < 1 || month < 1 || month > 12 || day < 1) {
            return null;
        }
        if (day > 28 && day > YearMonth.of(year, month).lengthOfMonth()) {
            return null;
        }
        return LocalDate.of(year, month, day);
    }

    /** How many characters it has, trailing blanks not counted. */
    public int length(int element, int component) {
        int token = token(element, component);
        return token < 0 ? 0 : tokenEnd[token] - tokenStart[token];
    }

    /** A character of an element that has so many. */
    public char charAt(int element, int component, int index) {
        return (char) (bytes[tokenStart[token(element, component)] + index] & 0xFF);
    }

    /** The number: at most 18 digits with at most one point; {@code null} if it is none. */
    public BigDecimal number(int element, int component) {
        return number(element, component, 0);
    }

    /** The number, which may begin with a minus sign; {@code null} if it is none. */
    public BigDecimal signed(int element, int component) {
        int length = length(element, component);
        if (length == 0 || charAt(element, component, 0) != '-') {
            return number(element, component);
        }
        BigDecimal number = number(element, component, 1);
        return number == null ? null : number.negate();
    }

    /** The number without the zeros that end its fraction, so that {@code 3.00} is 3; {@code null} if it is none. */
    public BigDecimal count(int element, int component) {
        BigDecimal number = number(element, component);
        if (number == null || number.scale() == 0) {
            return number;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The whole number of at most nine digits; -1 if it is none. */
    public int whole(int element) {
        int length = length(element, 1);
        return length == 0 || length > 9 ? -1 : digits(tokenStart[token(element, 1)], length);
    }

    private int token(int element, int component) {
        if (element > elements) {
            return -1;
        }
        int token = firstToken[element] + component - 1;
        return token < (element == elements ? tokens : firstToken[element + 1]) ? token : -1;
    }

    private int digits(int start, int length) {
        int value = 0;
        for (int i = start; i < start + length; i++) {
            int c = bytes[i];
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value;
    }

    private BigDecimal number(int element, int component, int from) {
        int length = length(element, component);
        long unscaled = 0;
        int digits = 0;
        int point = -1;
        for (int i = from; i < length; i++) {
            char c = charAt(element, component, i);
            if (c == '.' && point < 0) {
                point = i;
            } else if (c >= '0' && c <= '9' && ++digits <= MAX_DIGITS) {
                unscaled = unscaled * 10 + c - '0';
            } else {
                return null;
            }
        }
        return digits == 0 ? null : BigDecimal.valueOf(unscaled, point < 0 ? 0 : length - 1 - point);
    }

    /** Codes come again in every claim: one string for each does. */
    private String pooled(byte[] from, int start, int length) {
        int hash = 0;
        for (int i = start; i < start + length; i++) {
            hash = 31 * hash + from[i];
        }
        int slot = (hash ^ hash >>> 10 ^ hash >>> 20) & pool.length - 1;
        String known = pool[slot];
        if (known == null || !same(known, from, start, length)) {
            known = decoded(from, start, length);
            pool[slot] = known;
        }
        return known;
    }

    private static boolean same(String known, byte[] from, int start, int length) {
        if (known.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (known.charAt(i) != (from[start + i] & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The bytes are read as Latin-1, which no byte can break; a text that is valid UTF-8 beyond ASCII is taken for
     * UTF-8.
     */
    private static String decoded(byte[] from, int start, int length) {
        for (int i = start; i < start + length; i++) {
            if (from[i] < 0) {
                return utf8(from, start, length);
            }
        }
        return new String(from, start, length, StandardCharsets.ISO_8859_1);
    }

    private static String utf8(byte[] from, int start, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(from, start, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(from, start, length, StandardCharsets.ISO_8859_1);
        }
    }
}
