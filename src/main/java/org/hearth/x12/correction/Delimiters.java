package org.hearth.x12.correction;

/**
 * The delimiters of an interchange, as its header has them.
 *
 * @param element between elements
 * @param repetition between repetitions of an element
 * @param component between components of an element
 * @param terminator after a segment
 */
record Delimiters(char element, char repetition, char component, char terminator) {

    private static final int HEADER = 106;

    /** Those of a header; {@code null} if it is not as long as one. */
    static Delimiters of(String isa) {
        return isa.length() < HEADER
                ? null
                : new Delimiters(isa.charAt(3), isa.charAt(82), isa.charAt(104), isa.charAt(105));
    }

    /** Whether a value of an element cannot hold a character. */
    boolean has(char c) {
        return c == element || c == repetition || c == component || c == terminator;
    }
}
