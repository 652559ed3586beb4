package org.hearth.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Evaluation;
import org.hearth.evaluate.Evaluator;
import org.hearth.json.InvalidClaimException;

/**
 * A claim that somebody tries, in the few words of an example: {@code {bill: 34X, lines: [2018-05-01 0420 97110 GP 2u 30m]}}.
 */
public final class TriedClaim {

    private static final YAMLMapper FLOW = new YAMLMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .build());

    /** A claim in an example's words that cannot be read; the message says why. */
    public static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        private UnreadableException(String message) {
            super(message, null, false, false);
        }
    }

    private final ObjectNode written;
    private final Example example;
    private final Claim claim;

    private TriedClaim(ObjectNode written, Example example, Claim claim) {
        this.written = written;
        this.example = example;
        this.claim = claim;
    }

    /**
     * Whether a text is in an example's words, and not a claim as JSON.
     *
     * @throws UnreadableException if it is neither
     */
    public static boolean isExample(String text) throws UnreadableException {
        return !written(text).has("typeOfBill");
    }

    /**
     * Reads a claim in an example's words.
     *
     * @throws UnreadableException if it cannot be read
     */
    public static TriedClaim of(String text) throws UnreadableException {
        ObjectNode written = written(text);
        Example example = new Example("", "tried", text, "none");
        try {
            return new TriedClaim(written, example, example.prepared().claim());
        } catch (IllegalArgumentException
                | NullPointerException
                | ClassCastException
                | IndexOutOfBoundsException
                | ArithmeticException
                | DateTimeException e) {
            // the reading of examples says so of whatever is written otherwise than it expects
            throw new UnreadableException(
                    e instanceof ClassCastException || e.getMessage() == null
                            ? "something in it is of another kind"
                            : e.getMessage());
        } catch (InvalidClaimException e) {
            throw new UnreadableException(e.problems().stream()
                    .map(problem -> problem.pointer() + ": " + problem.message())
                    .findFirst()
                    .orElse("it is no claim"));
        }
    }

    /**
     * Reads a claim in an example's words that the sheet Examples can hold: each of its lines is in short form.
     *
     * @throws UnreadableException if it cannot be read, or is not that short
     */
    public static TriedClaim inShort(String text) throws UnreadableException {
        if (!isExample(text)) {
            throw new UnreadableException("an example is not a whole claim, which may be somebody's");
        }
        TriedClaim claim = of(text);
        for (JsonNode line : claim.written.path("lines")) {
            if (!line.isTextual()) {
                throw new UnreadableException("a line of an example is in short form");
            }
        }
        return claim;
    }

    private static ObjectNode written(String text) throws UnreadableException {
        try {
            return ExampleClaims.written(text);
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("it is neither JSON nor in the words of an example");
        }
    }

    /** The complete claim. */
    public Claim claim() {
        return claim;
    }

    /** An evaluator for the claim, by the rulesets of another one. */
    public Evaluator on(Evaluator evaluator) {
        return example.on(evaluator);
    }

    /** The kind of bill, as the sheet Examples has it. */
    public String bill() {
        return written.path("bill").asText("34X");
    }

    /** The service lines, as the sheet Examples has them; only of one that was read by {@link #inShort}. */
    public String lines() {
        List<String> lines = new ArrayList<>();
        written.path("lines").forEach(line -> lines.add(line.asText().strip()));
        return String.join("; ", lines);
    }

    /** Everything else that is said of the claim, as YAML. */
    public String rest() {
        ObjectNode rest = written.deepCopy();
        rest.remove("bill");
        rest.remove("lines");
        if (rest.isEmpty()) {
            return "";
        }
        try {
            return FLOW.writeValueAsString(rest).strip();
        } catch (IOException e) {
            // nothing is written but memory
            throw new UncheckedIOException(e);
        }
    }

    /** What the claim comes to, as an example expects it. */
    public static String answer(Evaluation evaluation) {
        return Expectation.answer(evaluation);
    }
}
