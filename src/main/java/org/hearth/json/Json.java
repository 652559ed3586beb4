package org.hearth.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** How this package reads and writes JSON. */
final class Json {

    /** How many brackets may be open; a claim in a history opens eight. */
    static final int MAX_DEPTH = 20;

    private static final JsonFactory FACTORY = factory(ClaimReader.MAX_BYTES);

    static final JsonMapper MAPPER = JsonMapper.builder(FACTORY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final DefaultIndenter TWO_BLANKS = new DefaultIndenter("  ", "\n");

    private Json() {}

    /** Reads inputs of any length, which are not held in memory as they stand. */
    static JsonFactory unlimited() {
        return factory(-1);
    }

    private static JsonFactory factory(long most) {
        return JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                // Interned names of a hostile input would outlive it.
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxDocumentLength(most)
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNameLength(256)
                        .maxNumberLength(64)
                        .maxStringLength(100_000)
                        .build())
                .build();
    }

    /** Writes one JSON value. */
    interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    /** The value on one line, without a line break at its end. */
    static String line(Body body) {
        return text(body, false);
    }

    /** The value over several lines, indented by two blanks, without a line break at its end. */
    static String indented(Body body) {
        return text(body, true);
    }

    /**
     * Writes the value on one line, without a line break at its end, as bytes of which none are held here.
     *
     * @param target is not closed
     * @throws IOException if it cannot be written
     */
    static void write(Body body, OutputStream target) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(target).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            body.write(json);
        }
    }

    private static String text(Body body, boolean indented) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            if (indented) {
                json.setPrettyPrinter(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                                .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                        .withObjectIndenter(TWO_BLANKS)
                        .withArrayIndenter(TWO_BLANKS));
            }
            body.write(json);
        } catch (IOException impossible) {
            // The text is in memory.
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
