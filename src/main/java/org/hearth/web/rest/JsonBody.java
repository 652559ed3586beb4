package org.hearth.web.rest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.hearth.finding.Shown;
import org.hearth.json.Problem;
import org.hearth.json.Problems;
import org.hearth.ledger.Told;
import org.hearth.web.request.Answers;
import org.hearth.web.request.RequestBody;

/** Reads small JSON bodies, and says by pointer what is wrong with one. */
final class JsonBody {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            // a number is no text, whatever it could be written as
            .withCoercionConfig(
                    LogicalType.Textual, text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(50).build());
    }

    private JsonBody() {}

    /**
     * A body as a value.
     *
     * @param most how many bytes it may have
     * @throws WebApplicationException with status 400, 413 or 422 if it is not what was asked for
     * @throws IOException if it breaks off
     */
    static <T> T read(InputStream in, Class<T> type, int most) throws IOException {
        byte[] bytes = RequestBody.whole(in, most);
        if (bytes.length > most) {
            throw Answers.refusal(Answers.tooLarge(most, "send less at a time"));
        }
        try {
            T value = bytes.length == 0 ? null : JSON.readValue(bytes, type);
            if (value == null) {
                throw Answers.refusal(malformed("", "there is no JSON object", "send one"));
            }
            return value;
        } catch (UnrecognizedPropertyException e) {
            throw Answers.refusal(invalid(
                    pointer(e),
                    null,
                    "the field is not known",
                    "known here: "
                            + e.getKnownPropertyIds().stream()
                                    .map(String::valueOf)
                                    .sorted()
                                    .collect(Collectors.joining(", "))));
        } catch (JsonMappingException e) {
            throw Answers.refusal(
                    invalid(pointer(e), null, "the value is of another kind", "see /q/swagger-ui for what it is"));
        } catch (JacksonException e) {
            throw Answers.refusal(malformed("", "this is no JSON", "send a JSON object"));
        }
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : escaped(step.getFieldName())))
                .collect(Collectors.joining());
    }

    private static String escaped(String name) {
        String shown = name.length() > Shown.LENGTH ? name.substring(0, Shown.LENGTH) : name;
        return Shown.escaped(shown.replace("~", "~0").replace("/", "~1"));
    }

    private static Problems malformed(String pointer, String message, String fix) {
        return new Problems(
                "urn:hearth:problem:malformed-json",
                "malformed JSON",
                400,
                "the body cannot be read",
                List.of(new Problem(pointer, null, message, fix)));
    }

    /** A field that holds something else than was asked for. */
    static Problems invalid(String pointer, String value, String message, String fix) {
        return new Problems(
                "urn:hearth:problem:invalid-request",
                "invalid request",
                422,
                "the request cannot be carried out: " + message,
                List.of(new Problem(pointer, value, message, fix)));
    }

    /**
     * A text for people, as it is recorded: {@link Told} says what that is.
     *
     * @param name of the field
     * @param most how many characters it may have
     * @param needed whether it must be there; otherwise what is not there is empty
     * @throws WebApplicationException with status 422 if it is not that
     */
    static String text(String name, String value, int most, boolean needed) {
        String text;
        try {
            text = Told.text(name, value, most);
        } catch (IllegalArgumentException e) {
            throw Answers.refusal(invalid(
                    "/" + name,
                    Shown.value(value),
                    e.getMessage(),
                    "send up to " + most + " characters that can be seen"));
        }
        if (text == null && needed) {
            throw Answers.refusal(
                    invalid("/" + name, null, "`" + name + "` is missing", "send 1 to " + most + " characters"));
        }
        return text == null ? "" : text;
    }
}
