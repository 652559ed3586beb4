package org.hearth.x12;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Breaks inputs in a byte, in a run of bytes, or in the pieces between separators. The same seed breaks alike. */
public final class Mutations {

    /** Delimiters of an 837I file of the samples: of segments, elements and components. */
    public static final String X12 = "~*:";
    /** What stands between the parts of a JSON text. */
    public static final String JSON = ",:{}[]\n";

    private static final int FARTHEST_PIECE = 600;
    private static final int MOST_REPEATS = 1_200;

    /** What a piece may become: empty, too long, too large, no number, no date, other alphabets, other syntax. */
    private static final String[] ODD = {
        "",
        " ",
        "0",
        "-1",
        "00000000",
        "99999999",
        "20250230",
        "20250301-20250201",
        "1e9",
        "9".repeat(18),
        "9".repeat(40),
        "0.0000000001",
        "NaN",
        "null",
        "true",
        "\"",
        "\\u0000",
        "\u0000",
        "\u00e9",
        "\u65e5\u672c",
        "\ufeff",
        "A".repeat(200),
        "A".repeat(5_000),
        "ISA",
        "IEA",
        "SE",
        "ST*837*0001*005010X223A2",
        "CLM*X*9***32:A:9",
        "HL*9999999999*1*22*0",
        "LX*1",
        "LX*999",
        "SV2*0420*HC:97110:GP*1*UN*1",
        "{",
        "}",
        "[",
        "]",
        "{\"claimId\":\"X\"}",
        "HC:97110",
        "RD8",
        "D8",
        "^",
        "\r\n",
    };

    private final Random random;

    public Mutations(long seed) {
        random = new Random(seed);
    }

    /** Which of so many, from 0. */
    public int pick(int count) {
        return random.nextInt(count);
    }

    /** The input broken in up to three places, bytes only. */
    public byte[] ofBytes(byte[] input) {
        byte[] bytes = input.clone();
        for (int i = random.nextInt(3); i >= 0 && bytes.length > 0; i--) {
            bytes = ofBytesOnce(bytes);
        }
        return bytes;
    }

    /** The input broken in up to four places, bytes or pieces between separators. */
    public byte[] of(byte[] input, String separators) {
        byte[] bytes = input.clone();
        for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
            bytes = random.nextInt(4) == 0 ? ofBytesOnce(bytes) : ofPieceOnce(bytes, separators);
        }
        return bytes;
    }

    private byte[] ofBytesOnce(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(40));
        return switch (random.nextInt(5)) {
            case 0 -> {
                bytes[at] = (byte) random.nextInt(256);
                yield bytes;
            }
            case 1 -> {
                bytes[at] = (byte) "*:~^\n0A".charAt(random.nextInt(7));
                yield bytes;
            }
            case 2 -> splice(bytes, at, length, new byte[0]);
            case 3 -> splice(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
            default -> splice(bytes, at, 0, text("~CLM*X*9~LX*1~SV2*0420*HC:1~SE*1".substring(random.nextInt(20))));
        };
    }

    private byte[] ofPieceOnce(byte[] bytes, String separators) {
        char separator = separators.charAt(random.nextInt(separators.length()));
        int start = afterSeparator(bytes, separator, random.nextInt(bytes.length));
        int end = atSeparator(bytes, separator, start);
        byte[] piece = Arrays.copyOfRange(bytes, start, end);
        byte[] whole = Arrays.copyOfRange(bytes, start, Math.min(end + 1, bytes.length));
        return switch (random.nextInt(8)) {
            case 0 -> splice(bytes, start, whole.length, new byte[0]);
            case 1 -> splice(bytes, start, 0, whole);
            case 2 -> splice(bytes, start, 0, repeated(whole, 1 + random.nextInt(MOST_REPEATS)));
            case 3 -> {
                // elsewhere
                byte[] without = splice(bytes, start, whole.length, new byte[0]);
                yield splice(without, afterSeparator(without, separator, random.nextInt(without.length + 1)), 0, whole);
            }
            case 4 -> {
                // in place of another
                int other = afterSeparator(bytes, separator, random.nextInt(bytes.length));
                yield splice(bytes, other, atSeparator(bytes, separator, other) - other, piece);
            }
            case 5 -> Arrays.copyOf(bytes, end);
            default -> splice(bytes, start, piece.length, text(ODD[random.nextInt(ODD.length)]));
        };
    }

    private static int afterSeparator(byte[] bytes, char separator, int at) {
        for (int i = at; i > Math.max(0, at - FARTHEST_PIECE); i--) {
            if (bytes[i - 1] == separator) {
                return i;
            }
        }
        return at;
    }

    private static int atSeparator(byte[] bytes, char separator, int from) {
        for (int i = from; i < Math.min(bytes.length, from + FARTHEST_PIECE); i++) {
            if (bytes[i] == separator) {
                return i;
            }
        }
        return from;
    }

    private static byte[] repeated(byte[] piece, int times) {
        byte[] all = new byte[Math.min(piece.length * times, 1 << 16)];
        for (int i = 0; i < all.length; i++) {
            all[i] = piece[i % piece.length];
        }
        return all;
    }

    private static byte[] splice(byte[] bytes, int at, int removed, byte[] added) {
        byte[] result = new byte[bytes.length - removed + added.length];
        System.arraycopy(bytes, 0, result, 0, at);
        System.arraycopy(added, 0, result, at, added.length);
        System.arraycopy(bytes, at + removed, result, at + added.length, bytes.length - at - removed);
        return result;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
