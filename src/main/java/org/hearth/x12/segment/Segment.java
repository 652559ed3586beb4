package org.hearth.x12.segment;

import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.Location;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The segment being read: its elements' characters in one buffer that every segment uses again, and what they say. An
 * element without components has one. Elements and components count from 1, as the guides do; one that was not sent is
 * empty. Repetitions of an element stand apart ({@link #repeats}): nothing that a claim keeps repeats.
 */
public final class Segment {

    private static final int MAX_ELEMENTS = 40;
    private static final int MAX_TOKENS = 256;
    private static final int MAX_REPEATS = 256;
    private static final int POOLED_LENGTH = 8;

    private final String[] pool = new String[1 << 10];
    private final int[] firstToken = new int[MAX_ELEMENTS + 2];
    private final int[] tokenStart = new int[MAX_TOKENS];
    private final int[] tokenEnd = new int[MAX_TOKENS];
    private char[] chars = new char[8192];
    private int used;
    private int tokens;
    private int elements;

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
        used = 0;
        tokens = 0;
        elements = 0;
        if (!repeated.isEmpty()) {
            repeated.clear();
        }
    }

    /** Takes in the element or component that StAEDI is at. */
    void add(EDIStreamReader edi) {
        Location at = edi.getLocation();
        int element = at.getElementPosition();
        if (at.getElementOccurrence() > 1) {
            if (at.getComponentPosition() <= 1 && repeated.size() < MAX_REPEATS) {
                repeated.add(new Repeated(element, edi.getText().strip()));
            }
            return;
        }
        if (element > MAX_ELEMENTS || tokens == MAX_TOKENS) {
            return;
        }
        while (elements < element) {
            firstToken[++elements] = tokens;
        }
        int length = edi.getTextLength();
        if (used + length > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(chars.length * 2, used + length));
        }
        edi.getTextCharacters(0, chars, used, length);
        int end = used + length;
        tokenStart[tokens] = used;
        used = end;
        while (end > tokenStart[tokens] && chars[end - 1] == ' ') {
            end--;
        }
        tokenEnd[tokens++] = end;
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
        for (int i = 0; i < used; i++) {
            if (isForeign(chars[i])) {
                return true;
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
            if (chars[tokenStart[token] + i] != value.charAt(i)) {
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
            return pooled(start, length);
        }
        return decoded(start, length);
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
        if (used + length + 1 > chars.length) {
            chars = Arrays.copyOf(chars, chars.length * 2);
        }
        int start = used;
        chars[used++] = '0';
        System.arraycopy(chars, tokenStart[token(element, 1)], chars, used, length);
        used += length;
        return pooled(start, length + 1);
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
        return chars[tokenStart[token(element, component)] + index];
    }

    /** The number: at most 18 digits with at most one point; {@code null} if it is none. */
    public BigDecimal number(int element, int component) {
        int length = length(element, component);
        if (!isPlainNumber(element, component, 0, length)) {
            return null;
        }
        return new BigDecimal(chars, tokenStart[token(element, component)], length);
    }

    /** The number, which may begin with a minus sign; {@code null} if it is none. */
    public BigDecimal signed(int element, int component) {
        int length = length(element, component);
        if (length == 0 || charAt(element, component, 0) != '-') {
            return number(element, component);
        }
        return isPlainNumber(element, component, 1, length)
                ? new BigDecimal(chars, tokenStart[token(element, component)], length)
                : null;
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
            char c = chars[i];
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value;
    }

    private boolean isPlainNumber(int element, int component, int start, int length) {
        int digits = 0;
        int points = 0;
        for (int i = start; i < length; i++) {
            char c = charAt(element, component, i);
            if (c == '.') {
                points++;
            } else if (c >= '0' && c <= '9') {
                digits++;
            } else {
                return false;
            }
        }
        return digits > 0 && digits <= 18 && points <= 1;
    }

    /** Codes come again in every claim: one string for each does. */
    private String pooled(int start, int length) {
        int hash = 0;
        for (int i = start; i < start + length; i++) {
            hash = 31 * hash + chars[i];
        }
        int slot = (hash ^ hash >>> 10 ^ hash >>> 20) & pool.length - 1;
        String known = pool[slot];
        if (known == null || !same(known, start, length)) {
            known = decoded(start, length);
            pool[slot] = known;
        }
        return known;
    }

    private boolean same(String known, int start, int length) {
        if (known.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (known.charAt(i) != chars[start + i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * The bytes are read as Latin-1, which no byte can break; a text that is valid UTF-8 beyond ASCII is taken for
     * UTF-8.
     */
    private String decoded(int start, int length) {
        String latin = new String(chars, start, length);
        for (int i = 0; i < length; i++) {
            if (latin.charAt(i) > 0x7F) {
                return utf8(latin);
            }
        }
        return latin;
    }

    private static String utf8(String latin) {
        try {
            CharBuffer text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(latin.getBytes(StandardCharsets.ISO_8859_1)));
            return text.toString();
        } catch (CharacterCodingException e) {
            return latin;
        }
    }
}
