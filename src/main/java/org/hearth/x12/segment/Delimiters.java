package org.hearth.x12.segment;

import java.io.Serializable;

/**
 * The delimiters of an interchange, as its header (ISA) sets them, each a byte from 0 to 255.
 *
 * @param element stands before each element of a segment: the fourth byte of ISA
 * @param repetition stands between the repetitions of an element (ISA11); -1 before version 00402 and where ISA11 is a letter or digit
 * @param component stands between the components of an element (ISA16)
 * @param segment ends a segment: the byte after ISA16
 */
public record Delimiters(int element, int repetition, int component, int segment) implements Serializable {

    /** How many bytes ISA has, its terminator with it. */
    static final int HEADER = 106;

    private static final int FIRST_WITH_REPETITION = 402;

    /** Where ISA has its element separators. */
    private static final int[] SEPARATORS = {3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103};

    /**
     * What a header sets.
     *
     * @param header ISA with its terminator, {@link #HEADER} bytes
     * @return {@code null} if its elements do not have their widths, or a letter, digit or blank would be a delimiter
     */
    static Delimiters of(byte[] header) {
        int element = header[3] & 0xFF;
        int next = 0;
        for (int i = 3; i < HEADER; i++) {
            boolean separates = next < SEPARATORS.length && SEPARATORS[next] == i;
            if (separates != ((header[i] & 0xFF) == element)) {
                return null;
            }
            next += separates ? 1 : 0;
        }
        int repetition = version(header) < FIRST_WITH_REPETITION || !canDelimit(header[82]) ? -1 : header[82] & 0xFF;
        return canDelimit(header[3]) && canDelimit(header[104]) && canDelimit(header[105])
                ? new Delimiters(element, repetition, header[104] & 0xFF, header[105] & 0xFF)
                : null;
    }

    /** Whether a line end that comes after so many bytes of a header is a delimiter, and not the end of a wrapped line. */
    static boolean mayBeLineEnd(byte[] header, int length, byte lineEnd) {
        return length == 3 || length == 82 || length >= 104 || length > 3 && header[3] == lineEnd;
    }

    /** Some write {@code U} in ISA11 in every version. */
    private static boolean canDelimit(byte b) {
        return b != ' ' && !(b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z');
    }

    /** The version's number (ISA12), such as 501; the highest if it is no number. */
    private static int version(byte[] header) {
        int version = 0;
        for (int i = 84; i < 89; i++) {
            int digit = header[i] - '0';
            if (digit < 0 || digit > 9) {
                return Integer.MAX_VALUE;
            }
            version = version * 10 + digit;
        }
        return version;
    }
}
