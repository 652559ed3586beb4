package org.hearth.x12.reading;

import java.util.Arrays;

/** Gathers where the fields of the claim being read stand. One serves claim after claim. */
final class Places {

    /** The codes of a claim that repeat, in the order that {@link X12Origin} keeps them. */
    enum Codes {
        CONDITION,
        OCCURRENCE,
        SPAN,
        VALUE,
        DIAGNOSIS
    }

    /** A segment of a service line, in the order that {@link X12Origin} keeps them. */
    enum LinePlace {
        NUMBER("LX"),
        SERVICE("SV2"),
        DATE("DTP"),
        CONTROL("REF");

        private final String tag;

        LinePlace(String tag) {
            this.tag = tag;
        }

        String tag() {
            return tag;
        }
    }

    static final int HEADER = Place.values().length;
    static final int KINDS = Codes.values().length;
    static final int PER_LINE = LinePlace.values().length;

    private final int[] header = new int[HEADER];
    private final int[] counts = new int[KINDS];
    private final int[][] codes = new int[KINDS][ClaimAssembler.MAX_CODES];
    private final int[] lines = new int[ClaimAssembler.MAX_LINES * PER_LINE];
    private int lineCount;

    void clear() {
        Arrays.fill(header, 0);
        Arrays.fill(counts, 0);
        lineCount = 0;
    }

    void put(Place place, int value) {
        header[place.ordinal()] = value;
    }

    int get(Place place) {
        return header[place.ordinal()];
    }

    /** Puts the place of the next code of a kind. */
    void add(Codes kind, int packed) {
        codes[kind.ordinal()][counts[kind.ordinal()]++] = packed;
    }

    int count(Codes kind) {
        return counts[kind.ordinal()];
    }

    /** Puts the places of the next line, all still unknown. */
    void addLine() {
        Arrays.fill(lines, lineCount * PER_LINE, (lineCount + 1) * PER_LINE, 0);
        lineCount++;
    }

    int lineCount() {
        return lineCount;
    }

    /** Puts a place of the last line. */
    void putLine(LinePlace place, int position) {
        lines[(lineCount - 1) * PER_LINE + place.ordinal()] = position;
    }

    int getLine(LinePlace place) {
        return lines[(lineCount - 1) * PER_LINE + place.ordinal()];
    }

    /** All of it in one array: header, counts of codes, codes by kind, lines. */
    int[] toArray() {
        int size = HEADER + KINDS + lineCount * PER_LINE;
        for (int count : counts) {
            size += count;
        }
        int[] all = Arrays.copyOf(header, size);
        System.arraycopy(counts, 0, all, HEADER, KINDS);
        int next = HEADER + KINDS;
        for (int kind = 0; kind < KINDS; kind++) {
            System.arraycopy(codes[kind], 0, all, next, counts[kind]);
            next += counts[kind];
        }
        System.arraycopy(lines, 0, all, next, lineCount * PER_LINE);
        return all;
    }
}
