package org.hearth.tables.codeset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.hearth.data.Digest;
import org.hearth.finding.Shown;

/**
 * A code file as it was published, which may be anything: its lines are bounded and looked at before they are taken.
 *
 * @param name its name, for people
 * @param lines its lines, without ends of lines and byte order mark
 * @param digest the SHA-256 hash of its bytes
 */
record PublishedFile(String name, List<String> lines, String digest) {

    /** Many times what a published code file takes. */
    private static final int MOST_BYTES = 64 << 20;

    private static final int LONGEST_LINE = 4_000;

    /** Every zip, and so every xlsx, begins with these. */
    private static final String ZIP = "PK\u0003\u0004";

    private static final Pattern CODE = Pattern.compile("[A-Z][0-9][0-9A-Z]{1,5}");

    /** The first and the last letter of a whole code file; the chapters of ICD-10-CM run from one to the other. */
    private static final char FIRST = 'A';

    private static final char LAST = 'Z';

    /**
     * The lines of a file.
     *
     * @throws IOException with what is wrong and in which line
     */
    static PublishedFile of(String name, InputStream in) throws IOException {
        byte[] content = in.readNBytes(MOST_BYTES + 1);
        if (content.length > MOST_BYTES) {
            throw wrong(name, "it is larger than any published code file");
        }
        // titles may be in any encoding; codes and headings are the same in all of them
        String text = new String(content, StandardCharsets.ISO_8859_1);
        if (text.startsWith(ZIP)) {
            throw wrong(name, "it is a zip or a spreadsheet; unpack it, or save its sheet as CSV, and name that file");
        }
        List<String> lines = new ArrayList<>();
        int from = text.startsWith("\u00ef\u00bb\u00bf") ? "\u00ef\u00bb\u00bf".length() : 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            String line = text.substring(from, end < 0 ? text.length() : end);
            line = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            if (line.length() > LONGEST_LINE) {
                throw wrong(name, lines.size() + 1, "it is longer than " + LONGEST_LINE + " characters");
            }
            if (line.chars().anyMatch(c -> c < ' ' && c != '\t')) {
                throw wrong(name, lines.size() + 1, "it is no text");
            }
            lines.add(line);
            from = end < 0 ? text.length() : end + 1;
        }
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isBlank()) {
            lines.remove(lines.size() - 1);
        }
        if (lines.isEmpty()) {
            throw wrong(name, "it is empty");
        }
        return new PublishedFile(name, lines, Digest.ofFile(content));
    }

    /** A line by its number, from 1. */
    String line(int number) {
        return lines.get(number - 1);
    }

    /** The codes that a file lists, each with the line that it stands in. */
    static final class Listed {

        private final PublishedFile file;
        private final Map<String, Integer> lineOf = new HashMap<>();

        Listed(PublishedFile file) {
            this.file = file;
        }

        /**
         * Takes a code as it is written, with a point or without.
         *
         * @return the code without its point
         * @throws IOException if it is none, or stands in an earlier line
         */
        String take(String written, int line) throws IOException {
            String code = written.strip().replace(".", "").toUpperCase(Locale.ROOT);
            if (!CODE.matcher(code).matches()) {
                throw file.wrong(line, Shown.value(written.strip()) + " is no code of ICD-10-CM");
            }
            Integer earlier = lineOf.putIfAbsent(code, line);
            if (earlier != null) {
                throw file.wrong(line, "`" + code + "` stands in line " + earlier + " already");
            }
            return code;
        }

        /**
         * Nothing tells a file that broke off at the end of a line from a whole one but what it lacks.
         *
         * @throws IOException if the codes do not run from the first chapter to the last
         */
        void requireWhole() throws IOException {
            for (char letter : new char[] {FIRST, LAST}) {
                if (lineOf.keySet().stream().noneMatch(code -> code.charAt(0) == letter)) {
                    throw PublishedFile.wrong(
                            file.name(), "it has no code that begins with " + letter + ": it is not whole");
                }
            }
        }
    }

    /** What is wrong with a line. */
    IOException wrong(int line, String what) {
        return wrong(name, line, what);
    }

    private static IOException wrong(String name, int line, String what) {
        return new IOException(Shown.value(name) + ", line " + line + ": " + what);
    }

    /** What is wrong with the file as a whole. */
    static IOException wrong(String name, String what) {
        return new IOException(Shown.value(name) + ": " + what);
    }
}
