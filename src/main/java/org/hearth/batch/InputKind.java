package org.hearth.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What an input is, told by its first bytes. Text is told by its first character that is neither blank nor a byte order mark. */
public enum InputKind {
    /** Claims as JSON, one or one after another. */
    JSON(null, null),
    /** A JSON list of claims. */
    JSON_LIST(null, null),
    /** An X12 file. */
    X12(null, null),
    /** Something compressed by gzip. */
    GZIP("a file that was compressed by gzip twice", "unpack it once, or send the 837I file as it is"),
    /** Nothing, or nothing but blanks. */
    EMPTY("empty: there is not a single character in it", "write the claims out again, as an 837I file or as JSON"),
    /** Text of two bytes a character. */
    UTF_16("text in UTF-16, two bytes a character", "save it as plain text (ASCII or UTF-8) and send that"),
    /** A workbook of a spreadsheet program, {@code .xlsx} or {@code .xls}. */
    SPREADSHEET("a spreadsheet", "send the claims as an 837I file from the billing system, or as JSON"),
    /** Files packed into one. */
    ZIP("a zip archive", "unpack it and send the files in it, or their folder"),
    /** A printed page. */
    PDF("a PDF document", "send the 837I file that it was printed from"),
    /** PNG, JPEG, GIF or TIFF. */
    PICTURE("a picture", "send the 837I file of the claims"),
    /** None of these. */
    OTHER(
            "neither an 837I file nor claims as JSON: it begins with neither `ISA` nor `{` nor `[`",
            "send an 837I file, or claims as JSON");

    /** How far blanks may reach, and how far into an archive is looked. */
    private static final int PEEK = 4096;

    private static final int FIRST_OF_NO_TEXT = 0x80;

    private final String called;
    private final String instead;

    InputKind(String called, String instead) {
        this.called = called;
        this.instead = instead;
    }

    /** What it is in words, to stand after {@code this is}; {@code null} of what can be read. */
    public String called() {
        return called;
    }

    /** What to send in its place; {@code null} of what can be read. */
    public String instead() {
        return instead;
    }

    /**
     * The kind of an input; consumes nothing, and reads no further than it must, as more may be long in coming.
     *
     * @param in a stream that can be marked
     */
    public static InputKind of(InputStream in) throws IOException {
        in.mark(PEEK + 2);
        try {
            return read(in);
        } finally {
            in.reset();
        }
    }

    private static InputKind read(InputStream in) throws IOException {
        int first = in.read();
        InputKind binary =
                switch (first) {
                    case 0x1f -> in.read() == 0x8b ? GZIP : OTHER;
                    case 0xfe -> in.read() == 0xff ? UTF_16 : OTHER;
                    case 0x00 -> follows(in, "{", "[", "I") ? UTF_16 : OTHER;
                    case 0x89 -> follows(in, "PNG") ? PICTURE : OTHER;
                    case 0xd0 -> in.read() == 0xcf ? SPREADSHEET : OTHER;
                    case 'P' -> follows(in, "K\003\004") ? archive(in) : OTHER;
                    case '%' -> follows(in, "PDF") ? PDF : OTHER;
                    case 'G' -> follows(in, "IF8") ? PICTURE : OTHER;
                    default -> null;
                };
        if (binary != null) {
            return binary;
        }
        if (first == 0xff) {
            int second = in.read();
            return second == 0xfe ? UTF_16 : second == 0xd8 ? PICTURE : OTHER;
        }
        return text(first, in);
    }

    private static InputKind text(int begin, InputStream in) throws IOException {
        int first = begin;
        int read = 1;
        // the bytes of a mark are no text
        while (first >= 0 && (first <= ' ' || first >= FIRST_OF_NO_TEXT)) {
            if (read++ == PEEK) {
                return OTHER;
            }
            first = in.read();
        }
        return switch (first) {
            case -1 -> EMPTY;
            case '{' -> JSON;
            case '[' -> JSON_LIST;
            case 'I' -> interchange(in);
            default -> OTHER;
        };
    }

    private static InputKind interchange(InputStream in) throws IOException {
        int second = in.read();
        return second == 0 ? UTF_16 : second == 'S' && in.read() == 'A' ? X12 : OTHER;
    }

    /** A workbook is a zip archive whose first members say so. */
    private static InputKind archive(InputStream in) throws IOException {
        String begin = new String(in.readNBytes(PEEK - 4), StandardCharsets.ISO_8859_1);
        return begin.contains("[Content_Types].xml") || begin.contains("xl/") ? SPREADSHEET : ZIP;
    }

    private static boolean follows(InputStream in, String... texts) throws IOException {
        byte[] next = in.readNBytes(texts[0].length());
        String read = new String(next, StandardCharsets.ISO_8859_1);
        return List.of(texts).contains(read);
    }
}
