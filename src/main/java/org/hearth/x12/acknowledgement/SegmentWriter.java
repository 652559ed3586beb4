package org.hearth.x12.acknowledgement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;

/**
 * Writes segments, one a line, and counts them. Not a library's writer: those write to a stream of bytes in one go and
 * stop at a value that holds a delimiter, while here totals stand before the claims that they count, and what a sender
 * wrote between delimiters of his own must come through.
 *
 * <p>An {@link IOException} comes out unchecked, as segments are written from within the reading.
 */
final class SegmentWriter {

    static final char ELEMENT = '*';
    static final char COMPONENT = ':';
    static final char REPETITION = '^';
    static final String TERMINATOR = "~\n";

    private final Appendable out;
    private final StringBuilder line = new StringBuilder(128);
    private int segments;
    private long characters;

    SegmentWriter(Appendable out) {
        this.out = out;
    }

    /** Components of one element. */
    record Composite(List<String> components) {

        static Composite of(String... components) {
            return new Composite(Arrays.asList(components));
        }
    }

    /**
     * Writes a segment.
     *
     * @param elements text, numbers, {@link Composite}s, or {@code null} for an empty element; empty ones at the end are
     *     left out
     */
    void write(String tag, Object... elements) {
        line.setLength(0);
        line.append(tag);
        int used = line.length();
        for (Object element : elements) {
            line.append(ELEMENT);
            int before = line.length();
            if (element instanceof Composite composite) {
                write(composite);
            } else if (element != null) {
                clean(element.toString());
            }
            if (line.length() > before) {
                used = line.length();
            }
        }
        line.setLength(used);
        line.append(TERMINATOR);
        append(line);
        segments++;
    }

    /** Writes an interchange header (ISA), whose elements have a fixed width. */
    void writeHeader(
            String senderQualifier,
            String sender,
            String receiverQualifier,
            String receiver,
            String dayAndTime,
            String control,
            String usage) {
        line.setLength(0);
        line.append("ISA*00*          *00*          *").append(senderQualifier).append(ELEMENT);
        padded(sender);
        line.append(ELEMENT).append(receiverQualifier).append(ELEMENT);
        padded(receiver);
        line.append(ELEMENT).append(dayAndTime).append(ELEMENT).append(REPETITION);
        line.append("*00501*")
                .append(control)
                .append("*0*")
                .append(usage)
                .append(ELEMENT)
                .append(COMPONENT);
        line.append(TERMINATOR);
        append(line);
    }

    private void padded(String value) {
        int end = line.length() + 15;
        // a character of several bytes would shift what follows, and this header is told by its length
        clean(value == null ? "" : value.replaceAll("[^\\x20-\\x7E]", " "));
        line.setLength(Math.min(line.length(), end));
        while (line.length() < end) {
            line.append(' ');
        }
    }

    /** Writes segments that were written before. */
    void writeAgain(CharSequence written, int count) {
        append(written);
        segments += count;
    }

    /** How many segments were written. */
    int segments() {
        return segments;
    }

    /** How many characters were written. */
    long characters() {
        return characters;
    }

    private void append(CharSequence text) {
        try {
            out.append(text);
            characters += text.length();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Composite composite) {
        int used = line.length();
        for (String component : composite.components) {
            int before = line.length();
            if (component != null) {
                clean(component);
            }
            if (line.length() > before) {
                used = line.length();
            }
            line.append(COMPONENT);
        }
        line.setLength(used);
    }

    /** A value as it is written. */
    static String cleaned(String value) {
        SegmentWriter writer = new SegmentWriter(null);
        writer.clean(value);
        return writer.line.toString();
    }

    /** A sender may use other delimiters, and ours in his values; there they become blanks. */
    private void clean(String sent) {
        String value = ascii(sent);
        int start = line.length();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            line.append(isPlain(c) ? c : ' ');
        }
        int end = line.length();
        while (end > start && line.charAt(end - 1) == ' ') {
            end--;
        }
        line.setLength(end);
    }

    /**
     * A text in ASCII, which is all that X12 is sure to carry: letters lose their marks, what has no letter in it becomes a
     * blank. Files are read byte by byte, so text in UTF-8 is put together first.
     */
    private static String ascii(String value) {
        if (value.chars().allMatch(c -> c <= 0x7F)) {
            return value;
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            // it was Latin-1 then
            text = value;
        }
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace("\u00df", "ss")
                .replaceAll("[^\\x00-\\x7F]", " ");
    }

    /** Whether it can stand in a value as it is. */
    static boolean isPlain(char c) {
        return c >= ' ' && c < 0x7F && c != ELEMENT && c != COMPONENT && c != REPETITION && c != '~';
    }
}
