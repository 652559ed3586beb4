package org.hearth.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The last line of the answer of a part of a run, in the place of the line that ends a whole answer:
 * <code>{"part": {...}}</code>.
 *
 * @param part which part it is, from 0
 * @param of how many parts there are
 * @param run stands for the inputs and for how they are judged: parts can be joined where it is the same
 * @param counts what the part came to
 * @param status the exit status of the part
 * @param inputs what is to be told of inputs at the end of the whole answer
 */
public record PartLine(int part, int of, String run, Counts counts, int status, List<OfInput> inputs) {

    /**
     * How many claims were judged, not judged, out of the order of their days, and how many problems there were; and whether
     * every input was read to its end. As in the line that ends a whole answer.
     */
    public record Counts(long claims, long notJudged, long outOfOrder, long problems, boolean whole) {

        /** No claim. */
        public static final Counts NONE = new Counts(0, 0, 0, 0, true);

        /** These and others. */
        public Counts plus(Counts other) {
            return new Counts(
                    claims + other.claims,
                    notJudged + other.notJudged,
                    outOfOrder + other.outOfOrder,
                    problems + other.problems,
                    whole && other.whole);
        }
    }

    /**
     * What a part tells of an input.
     *
     * @param input which input it is, from 0; negative for what is told of all of them
     * @param file its name, or {@code null}
     * @param warnings what a payer may not take
     * @param errors what breaks the guide of the file, above its claims
     * @param ofUnjudged what breaks it in claims of this part that are not judged
     */
    public record OfInput(
            int input, String file, List<Problem> warnings, List<Problem> errors, List<Problem> ofUnjudged) {

        public OfInput {
            warnings = List.copyOf(warnings);
            errors = List.copyOf(errors);
            ofUnjudged = List.copyOf(ofUnjudged);
        }
    }

    public PartLine {
        inputs = List.copyOf(inputs);
    }

    /** On one line, without a line break at its end. */
    public String line() {
        return Json.line(json -> {
            json.writeStartObject();
            json.writeObjectFieldStart("part");
            json.writeNumberField("part", part);
            json.writeNumberField("of", of);
            json.writeStringField("run", run);
            json.writeNumberField("claims", counts.claims());
            json.writeNumberField("notJudged", counts.notJudged());
            json.writeNumberField("outOfOrder", counts.outOfOrder());
            json.writeNumberField("problems", counts.problems());
            json.writeBooleanField("whole", counts.whole());
            json.writeNumberField("status", status);
            Members members = new Members(json);
            members.objects("inputs", inputs, input -> write(input, json));
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private static void write(OfInput input, JsonGenerator json) throws IOException {
        Members members = new Members(json);
        members.number("input", input.input());
        members.text("file", input.file());
        write("warnings", input.warnings(), members);
        write("errors", input.errors(), members);
        write("ofUnjudged", input.ofUnjudged(), members);
    }

    private static void write(String name, List<Problem> problems, Members members) throws IOException {
        members.objects(name, problems, problem -> {
            members.text("message", problem.message());
            members.text("fix", problem.fix());
        });
    }

    /** What a line says; empty if it is no such line. */
    public static Optional<PartLine> of(String line) {
        try {
            JsonNode part = Json.MAPPER.readTree(line).path("part");
            if (!part.path("run").isTextual() || !part.path("inputs").isArray()) {
                return Optional.empty();
            }
            List<OfInput> inputs = new ArrayList<>();
            for (JsonNode input : part.path("inputs")) {
                inputs.add(new OfInput(
                        input.path("input").intValue(),
                        text(input, "file"),
                        problems(input.path("warnings")),
                        problems(input.path("errors")),
                        problems(input.path("ofUnjudged"))));
            }
            Counts counts = new Counts(
                    part.path("claims").longValue(),
                    part.path("notJudged").longValue(),
                    part.path("outOfOrder").longValue(),
                    part.path("problems").longValue(),
                    part.path("whole").booleanValue());
            return Optional.of(new PartLine(
                    part.path("part").intValue(),
                    part.path("of").intValue(),
                    text(part, "run"),
                    counts,
                    part.path("status").intValue(),
                    inputs));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static List<Problem> problems(JsonNode list) {
        List<Problem> problems = new ArrayList<>();
        for (JsonNode problem : list) {
            problems.add(new Problem(null, null, text(problem, "message"), text(problem, "fix")));
        }
        return problems;
    }

    private static String text(JsonNode object, String name) {
        return object.path(name).textValue();
    }
}
