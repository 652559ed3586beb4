package org.hearth.sent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;

/** What is kept as a file: a line that says what it is, a claim a line, and a line that says that it is whole. */
final class ExportFile {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String VERSION = "hearthHistory";
    private static final int CURRENT = 1;
    private static final String END = "end";
    private static final String CLAIMS = "claims";
    private static final String MEMBER = "member";
    private static final String AGENCY = "agency";
    private static final String KEY = "key";
    private static final String SENT_ON = "sentOn";
    private static final String CONTENT = "content";
    private static final int HASH_BYTES = 16;

    private ExportFile() {}

    /** Writes one. */
    static final class Output {

        private final Writer out;
        private long claims;

        Output(Writer out) throws IOException {
            this.out = out;
            line(MAPPER.createObjectNode().put(VERSION, CURRENT));
        }

        void write(SentStore.Row row) throws IOException {
            claims++;
            line(MAPPER.createObjectNode()
                    .put(MEMBER, row.member())
                    .put(AGENCY, row.agency())
                    .put(KEY, row.keyId())
                    .put(SENT_ON, row.sentOn().toString())
                    .put(CONTENT, row.content()));
        }

        /** Says that it is whole; how many claims there were. */
        long end() throws IOException {
            ObjectNode end = MAPPER.createObjectNode();
            end.putObject(END).put(CLAIMS, claims);
            line(end);
            out.flush();
            return claims;
        }

        private void line(ObjectNode line) throws IOException {
            out.write(MAPPER.writeValueAsString(line));
            out.write('\n');
        }
    }

    /** Reads one. */
    static final class Input {

        private final BufferedReader lines;
        private long number = 1;
        private long claims;
        private String torn;

        /** @throws UnusableHistoryException if it is none, or of a later edition */
        Input(InputStream in) throws IOException {
            lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            JsonNode first = parsed(lines.readLine());
            JsonNode version = first == null ? null : first.get(VERSION);
            if (version == null) {
                throw new UnusableHistoryException("this is no exported history: it does not begin with `{\"" + VERSION
                        + "\":" + CURRENT + "}`; give a file that `hearth history export` wrote");
            }
            if (version.asInt() != CURRENT) {
                throw new UnusableHistoryException(
                        "this history was exported by a later edition of Hearth; import it" + " with that edition");
            }
        }

        /** The next claim, or {@code null} at the end or where the file is torn. */
        SentStore.Row next() throws IOException {
            if (torn != null) {
                return null;
            }
            String line = lines.readLine();
            number++;
            if (line == null) {
                torn = "the file breaks off after " + claims + " claims: its last line, which says that it is whole, is"
                        + " missing";
                return null;
            }
            JsonNode read = parsed(line);
            if (read != null && read.has(END)) {
                long told = read.path(END).path(CLAIMS).asLong(-1);
                torn = told == claims ? null : "the file says that it has " + told + " claims, and has " + claims;
                return null;
            }
            SentStore.Row row = read == null ? null : row(read);
            if (row == null) {
                torn = "line " + number + " is no claim of an exported history";
                return null;
            }
            claims++;
            return row;
        }

        /** Why it could not be read to its end, or {@code null}. */
        String torn() {
            return torn;
        }

        private static JsonNode parsed(String line) {
            try {
                return line == null ? null : MAPPER.readTree(line);
            } catch (JsonProcessingException e) {
                return null;
            }
        }

        private static SentStore.Row row(JsonNode line) throws IOException {
            try {
                byte[] member = line.path(MEMBER).binaryValue();
                byte[] agency = line.path(AGENCY).binaryValue();
                byte[] content = line.path(CONTENT).binaryValue();
                String key = line.path(KEY).asText();
                LocalDate sentOn = LocalDate.parse(line.path(SENT_ON).asText());
                return member == null
                                || member.length != HASH_BYTES
                                || agency == null
                                || agency.length != HASH_BYTES
                                || content == null
                                || !key.matches("[0-9a-f]{16}")
                        ? null
                        : new SentStore.Row(member, agency, key, sentOn, content);
            } catch (DateTimeException | JsonProcessingException e) {
                return null;
            }
        }
    }
}
