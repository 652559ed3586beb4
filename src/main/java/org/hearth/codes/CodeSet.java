package org.hearth.codes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/**
 * One edition of a published code set that was imported: which codes stand in it from a day on. Immutable. Some 75,000
 * codes take eight bytes each, and one is found by halving, so that no claim pays for their number.
 */
public final class CodeSet {

    /** The code sets that can be imported. */
    public enum Kind {
        /** The billable codes of ICD-10-CM. */
        ICD10("ICD-10-CM code set"),
        /** The codes of ICD-10-CM that a home health grouper puts into a clinical group (PDGM). */
        PDGM("list of PDGM clinical groups");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** What it is called in a sentence. */
        public String label() {
            return label;
        }

        /** Its name in commands and files. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The most characters that a code of a set has. */
    public static final int LONGEST = Long.BYTES - 1;

    private final Kind kind;
    private final int from;
    private final String source;
    private final String digest;
    private final long[] codes;

    /**
     * An edition.
     *
     * @param from the first day it holds, as {@link Day}
     * @param source the name of the file that it was imported from
     * @param digest the SHA-256 hash of that file
     * @param codes in any order: ASCII, 1 to {@value #LONGEST} characters each, none twice
     */
    public CodeSet(Kind kind, int from, String source, String digest, Collection<String> codes) {
        this.kind = kind;
        this.from = from;
        this.source = source;
        this.digest = digest;
        this.codes = codes.stream().mapToLong(CodeSet::packed).sorted().toArray();
    }

    /** A code's characters from the left, zero bytes behind them: numbers that have the order of the codes. */
    private static long packed(String code) {
        long packed = 0;
        for (int at = 0; at < Long.BYTES; at++) {
            packed = packed << Byte.SIZE | (at < code.length() ? code.charAt(at) : 0);
        }
        return packed;
    }

    private static String unpacked(long packed) {
        byte[] bytes = new byte[Long.BYTES];
        int length = 0;
        for (long rest = packed; rest != 0; rest <<= Byte.SIZE) {
            bytes[length++] = (byte) (rest >>> Long.SIZE - Byte.SIZE);
        }
        return new String(bytes, 0, length, StandardCharsets.US_ASCII);
    }

    /** Which code set it is an edition of. */
    public Kind kind() {
        return kind;
    }

    /** The first day it holds, as {@link Day}; it holds until the next edition. */
    @DayNumber
    public int from() {
        return from;
    }

    /** The name of the file that it was imported from. */
    public String source() {
        return source;
    }

    /** The SHA-256 hash of that file, in hexadecimal digits. */
    public String digest() {
        return digest;
    }

    /** How many codes stand in it. */
    public int size() {
        return codes.length;
    }

    /** Its codes in their order. */
    public Iterable<String> codes() {
        return () -> Arrays.stream(codes).mapToObj(CodeSet::unpacked).iterator();
    }

    /** Whether a code stands in it. */
    public boolean has(String code) {
        return fits(code) && Arrays.binarySearch(codes, packed(code)) >= 0;
    }

    /** Whether a code is the beginning of longer ones that stand in it, and so the heading over them. */
    public boolean heads(String code) {
        if (!fits(code) || code.length() == LONGEST) {
            return false;
        }
        long packed = packed(code);
        int found = Arrays.binarySearch(codes, packed);
        int next = found < 0 ? -found - 1 : found + 1;
        int free = Byte.SIZE * (Long.BYTES - code.length());
        return next < codes.length && codes[next] >>> free == packed >>> free;
    }

    private static boolean fits(String code) {
        return !code.isEmpty() && code.length() <= LONGEST && code.chars().allMatch(c -> c > 0 && c < 0x80);
    }
}
