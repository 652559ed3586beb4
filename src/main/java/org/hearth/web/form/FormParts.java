package org.hearth.web.form;

import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a form ({@code multipart/form-data}, RFC 7578), read one after another as they arrive. The framework by
 * itself would write the files of a form into a folder before anything is judged; here nothing of them is kept.
 */
public final class FormParts {

    /** A body that is no form. */
    public static final class BrokenFormException extends IOException {
        private static final long serialVersionUID = 1L;

        BrokenFormException(String message) {
            super(message);
        }
    }

    /**
     * A part.
     *
     * @param name the field
     * @param fileName the name that a file has where it comes from, without folders; {@code null} if it is no file
     * @param content the bytes, to be read before the next part is asked for
     */
    public record Part(String name, String fileName, InputStream content) {}

    private static final int BUFFER = 1 << 16;
    private static final int MOST_HEADER = 1 << 13;
    private static final int MOST_PARTS = 1_000;
    private static final Pattern PARAMETER = Pattern.compile(";\\s*([a-zA-Z*]+)=(?:\"([^\"]*)\"|([^;\\s]+))");

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    /** Where the next delimiter stands; -1 if it is not in the buffer. */
    private int found = -1;

    private int parts;
    private boolean ended;

    /**
     * @param in the body
     * @param contentType its type, with the boundary
     * @throws BrokenFormException if the type names no boundary
     */
    public FormParts(InputStream in, String contentType) throws BrokenFormException {
        String boundary = MediaType.valueOf(contentType).getParameters().get("boundary");
        if (boundary == null || boundary.isEmpty() || boundary.length() > 70) {
            throw new BrokenFormException("`Content-Type` names no boundary between the fields of the form");
        }
        this.in = in;
        delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        // the first delimiter has no line before it
        buffer[0] = '\r';
        buffer[1] = '\n';
        limit = 2;
    }

    /** The next part, or {@code null} at the end of the form. */
    public Part next() throws IOException {
        if (ended) {
            return null;
        }
        if (parts == 0 && available() > 0) {
            throw new BrokenFormException("the body does not begin with a field of a form");
        }
        skip();
        position = found + delimiter.length;
        found = -1;
        String after = line();
        if (after.startsWith("--")) {
            ended = true;
            return null;
        }
        if (++parts > MOST_PARTS) {
            throw new BrokenFormException("the form has more than " + MOST_PARTS + " fields");
        }
        return part();
    }

    private Part part() throws IOException {
        Map<String, String> parameters = new TreeMap<>();
        int header = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            header += line.length();
            if (header > MOST_HEADER) {
                throw new BrokenFormException("a field of the form has more than " + MOST_HEADER + " bytes of headers");
            }
            if (line.regionMatches(true, 0, "Content-Disposition:", 0, 20)) {
                Matcher parameter = PARAMETER.matcher(line);
                while (parameter.find()) {
                    parameters.put(
                            parameter.group(1).toLowerCase(Locale.ROOT),
                            parameter.group(2) == null ? parameter.group(3) : parameter.group(2));
                }
            }
        }
        String name = parameters.get("name");
        if (name == null) {
            throw new BrokenFormException("a field of the form has no name");
        }
        String file = parameters.get("filename");
        return new Part(name, file == null ? null : file.substring(lastFolder(file) + 1), new Content());
    }

    private static int lastFolder(String file) {
        return Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
    }

    private void skip() throws IOException {
        while (available() > 0) {
            position += available();
        }
    }

    /** How many bytes can be taken before the next delimiter; 0 at the delimiter. Reads if it must. */
    private int available() throws IOException {
        while (true) {
            if (found < 0) {
                found = indexOfDelimiter();
            }
            if (found >= 0) {
                return found - position;
            }
            int sure = limit - (delimiter.length - 1) - position;
            if (sure > 0) {
                return sure;
            }
            fill();
        }
    }

    private int indexOfDelimiter() {
        for (int start = position; start <= limit - delimiter.length; start++) {
            int same = 0;
            while (same < delimiter.length && buffer[start + same] == delimiter[same]) {
                same++;
            }
            if (same == delimiter.length) {
                return start;
            }
        }
        return -1;
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
        int read = limit == buffer.length ? -1 : in.read(buffer, limit, buffer.length - limit);
        if (read < 0) {
            throw new BrokenFormException("the form breaks off");
        }
        limit += read;
    }

    /** A line of a part's header, without its end. */
    private String line() throws IOException {
        int scanned = 0;
        while (true) {
            for (int at = position + scanned; at + 1 < limit; at++, scanned++) {
                if (buffer[at] == '\r' && buffer[at + 1] == '\n') {
                    String line = new String(buffer, position, at - position, StandardCharsets.UTF_8);
                    position = at + 2;
                    return line;
                }
            }
            if (scanned > MOST_HEADER) {
                throw new BrokenFormException(
                        "a field of the form has a header of more than " + MOST_HEADER + " bytes");
            }
            fill();
        }
    }

    /** What is left of the part at hand. */
    private final class Content extends InputStream {

        @Override
        public int read() throws IOException {
            if (FormParts.this.available() == 0) {
                return -1;
            }
            return buffer[position++] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = Math.min(length, FormParts.this.available());
            if (count == 0) {
                return length == 0 ? 0 : -1;
            }
            System.arraycopy(buffer, position, target, offset, count);
            position += count;
            return count;
        }
    }
}
