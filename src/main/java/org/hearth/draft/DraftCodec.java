package org.hearth.draft;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/** Drafts as the bytes in which they are kept. */
final class DraftCodec {

    /** What a later edition of the program adds is no reason for this one not to show the rest. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(com.fasterxml.jackson.databind.MapperFeature.AUTO_DETECT_IS_GETTERS)
            .build();

    private DraftCodec() {}

    static byte[] write(Draft draft) throws IOException {
        return JSON.writeValueAsBytes(draft);
    }

    /**
     * The draft that was kept.
     *
     * @throws IOException if the bytes are none
     */
    static Draft read(byte[] bytes) throws IOException {
        try {
            return JSON.readValue(bytes, Draft.class);
        } catch (JacksonException e) {
            throw new IOException(
                    "the draft cannot be read ("
                            + e.getOriginalMessage().lines().findFirst().orElse("")
                            + "); a later edition of Hearth may have kept it, and can read it",
                    e);
        }
    }
}
