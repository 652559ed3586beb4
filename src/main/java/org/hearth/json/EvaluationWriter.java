package org.hearth.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Evaluation;
import org.hearth.evaluate.KnownPast;
import org.hearth.facts.FactsEdition;
import org.hearth.facts.functional.ReportingDay;
import org.hearth.facts.units.ProposedLine;
import org.hearth.facts.units.UnitsAnswer;

/**
 * Writes evaluations as JSON, and the lines that stand between them in a batch answer. Equal evaluations give the same
 * text. A member without a value is left out, with two exceptions: of {@code codes} all four are written, {@code null}
 * where a payer has none, and the five lists of an evaluation are written even if they are empty.
 */
public final class EvaluationWriter {

    private final JsonGenerator json;
    private final Members members;

    private EvaluationWriter(JsonGenerator json) {
        this.json = json;
        this.members = new Members(json);
    }

    /** The evaluation on one line, without a line break at its end. */
    public static String line(Evaluation evaluation) {
        return Json.line(json -> new EvaluationWriter(json).evaluation(evaluation));
    }

    /**
     * Writes what {@link #line(Evaluation)} gives, as UTF-8.
     *
     * @param target is not closed
     * @throws IOException if it cannot be written
     */
    public static void write(Evaluation evaluation, OutputStream target) throws IOException {
        Json.write(json -> new EvaluationWriter(json).evaluation(evaluation), target);
    }

    /** The evaluation with its claim beside it, on one line. */
    public static String line(Evaluation evaluation, AnsweredClaim answered) {
        return Json.line(json -> {
            EvaluationWriter writer = new EvaluationWriter(json);
            json.writeStartObject();
            writer.fields(evaluation);
            writer.place(answered.input(), answered.ordinal());
            writer.members.texts("disciplines", names(answered));
            writer.members.text("filed", answered.claim().asSent().door().toString());
            if (answered.bytes() != null) {
                json.writeObjectFieldStart("bytes");
                json.writeNumberField("from", answered.bytes().from());
                json.writeNumberField("through", answered.bytes().through());
                json.writeEndObject();
            }
            json.writeFieldName("claim");
            ClaimWriter.write(answered.claim(), json);
            json.writeEndObject();
        });
    }

    /**
     * What a list of claims shows of an evaluation, on one line: an excerpt of what {@link #line(Evaluation, AnsweredClaim)}
     * writes, with whose claim it is. Findings have their id, title, form locator and the kind of their mend.
     */
    public static String row(Evaluation evaluation, AnsweredClaim answered) {
        return row(evaluation.claimId(), answered.input(), answered.ordinal(), writer -> {
            Members members = writer.members;
            Claim claim = answered.claim();
            members.text("disposition", evaluation.disposition());
            members.objects("findings", evaluation.findings(), finding -> {
                members.text("id", finding.id());
                members.text("title", finding.title());
                members.text("formLocator", finding.formLocator());
                if (!finding.patch().isEmpty()) {
                    members.text("mend", finding.mend().word());
                }
            });
            members.texts("disciplines", names(answered));
            writer.json.writeObjectFieldStart("claim");
            members.text(
                    "typeOfBill",
                    claim.typeOfBill() == null ? null : claim.typeOfBill().code());
            members.date("statementFrom", claim.statementFrom());
            members.text("beneficiaryId", claim.beneficiaryId());
            members.text("billingProviderNpi", claim.billingProviderNpi());
            writer.json.writeEndObject();
        });
    }

    /**
     * The same of a claim that could not be read.
     *
     * @param claimId {@code null} if it is not known
     * @param input which input of the request, from 1
     * @param ordinal which claim of its input, from 1
     */
    public static String row(String claimId, int input, int ordinal) {
        return row(claimId, input, ordinal, writer -> {});
    }

    private static String row(String claimId, int input, int ordinal, Members.ItemWriter<EvaluationWriter> members) {
        return Json.line(json -> {
            EvaluationWriter writer = new EvaluationWriter(json);
            json.writeStartObject();
            json.writeObjectFieldStart("row");
            json.writeStringField("claimId", claimId);
            writer.place(input, ordinal);
            members.write(writer);
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private static List<String> names(AnsweredClaim answered) {
        return answered.disciplines().stream().sorted().map(Enum::name).toList();
    }

    /** The evaluation over several lines, indented by two blanks. */
    public static String indented(Evaluation evaluation) {
        return Json.indented(json -> new EvaluationWriter(json).evaluation(evaluation));
    }

    /**
     * The line of a batch answer that stands in for a claim that could not be read.
     *
     * @param claimId the sender's own number for the claim; written as {@code null} if it is not known
     */
    public static String problemLine(String claimId, Problems problem) {
        return Json.line(json -> {
            json.writeStartObject();
            problem(json, claimId, problem);
            json.writeEndObject();
        });
    }

    /**
     * The same, with the claim's place.
     *
     * @param input which input of the request, from 1
     * @param ordinal which claim of its input, from 1
     */
    public static String problemLine(String claimId, Problems problem, int input, int ordinal) {
        return Json.line(json -> {
            json.writeStartObject();
            problem(json, claimId, problem);
            new EvaluationWriter(json).place(input, ordinal);
            json.writeEndObject();
        });
    }

    /**
     * The line that says why an input could not be read, or not to its end.
     *
     * @param input which input of the request, from 1
     */
    public static String problemLine(Problems problem, int input) {
        return Json.line(json -> {
            json.writeStartObject();
            problem(json, null, problem);
            new EvaluationWriter(json).members.number("input", input);
            json.writeEndObject();
        });
    }

    private static void problem(JsonGenerator json, String claimId, Problems problem) throws IOException {
        json.writeStringField("claimId", claimId);
        json.writeFieldName("problem");
        problem.write(json);
    }

    private void place(int input, int ordinal) throws IOException {
        members.number("input", input);
        members.number("ordinal", ordinal);
    }

    /**
     * The last line of a batch answer.
     *
     * @param claims how many claims were judged
     * @param notJudged how many claims were read and are not Hearth's to judge; left out if there are none
     * @param outOfOrder how many claims came after claims of later days; left out if there are none
     * @param problems how many claims could not be read
     * @param whole whether every input was read to its end
     * @param errors what breaks the guide of an input and is in none of its claims; left out if there are none
     * @param warnings left out if there are none
     */
    public static String endLine(
            long claims,
            long notJudged,
            long outOfOrder,
            long problems,
            boolean whole,
            List<Warning> errors,
            List<Warning> warnings) {
        return Json.line(json -> {
            json.writeStartObject();
            json.writeObjectFieldStart("end");
            json.writeNumberField("claims", claims);
            if (notJudged > 0) {
                json.writeNumberField("notJudged", notJudged);
            }
            if (outOfOrder > 0) {
                json.writeNumberField("outOfOrder", outOfOrder);
            }
            json.writeNumberField("problems", problems);
            json.writeBooleanField("whole", whole);
            warnings(json, "errors", errors);
            warnings(json, "warnings", warnings);
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private static void warnings(JsonGenerator json, String name, List<Warning> warnings) throws IOException {
        if (!warnings.isEmpty()) {
            Members members = new Members(json);
            members.objects(name, warnings, warning -> {
                members.text("file", warning.file());
                members.text("message", warning.message());
                members.text("fix", warning.fix());
            });
        }
    }

    /** Writes the evaluation as a value within another. */
    static void write(JsonGenerator json, Evaluation evaluation) throws IOException {
        new EvaluationWriter(json).evaluation(evaluation);
    }

    private void evaluation(Evaluation evaluation) throws IOException {
        json.writeStartObject();
        fields(evaluation);
        json.writeEndObject();
    }

    private void fields(Evaluation evaluation) throws IOException {
        members.text("claimId", evaluation.claimId());
        members.text("ruleset", evaluation.ruleset());
        members.number("facts", FactsEdition.CURRENT);
        members.text("disposition", evaluation.disposition());
        if (evaluation.notJudged() != null) {
            json.writeObjectFieldStart("notJudged");
            members.text("reason", evaluation.notJudged().reason());
            members.text("detail", evaluation.notJudged().detail());
            json.writeEndObject();
        }
        members.objects("findings", evaluation.findings(), new FindingWriter(json)::fields);
        members.objects("notChecked", evaluation.notChecked(), notChecked -> {
            members.text("topic", notChecked.topic());
            json.writeArrayFieldStart("lines");
            for (int line : notChecked.lines()) {
                json.writeNumber(line);
            }
            json.writeEndArray();
            members.text("needs", notChecked.needs());
        });
        members.objects("units", evaluation.units(), this::units);
        members.objects("proposedLines", evaluation.proposedLines(), this::proposed);
        members.objects("functionalReporting", evaluation.functionalReporting(), this::reporting);
        members.object("history", evaluation.history(), this::history);
    }

    private void history(KnownPast past) throws IOException {
        members.number("claims", past.claims());
        members.date("from", past.from());
        members.date("through", past.through());
        List<String> sources = past.sources();
        if (!sources.isEmpty()) {
            members.text("source", sources.get(0));
        }
        if (sources.size() > 1) {
            members.texts("alsoFrom", sources.subList(1, sources.size()));
        }
        if (past.later() > 0) {
            members.number("later", past.later());
        }
    }

    private void units(UnitsAnswer answer) throws IOException {
        members.date("serviceDate", answer.serviceDate());
        members.name("discipline", answer.discipline());
        members.number("timedMinutes", answer.timedMinutes());
        members.number("timedUnits", answer.timedUnits());
        members.objects("lines", answer.lines(), line -> {
            members.number("line", line.line());
            members.number("billed", line.billed());
            json.writeArrayFieldStart("allowed");
            for (int allowed : line.allowed()) {
                json.writeNumber(allowed);
            }
            json.writeEndArray();
        });
    }

    private void proposed(ProposedLine line) throws IOException {
        members.number("from", line.from());
        members.text("hcpcs", line.hcpcs());
        members.text("revenueCode", line.revenueCode());
        members.texts("modifiers", line.modifiers());
        members.date("serviceDate", line.serviceDate());
        members.number("units", line.units());
    }

    private void reporting(ReportingDay day) throws IOException {
        members.name("discipline", day.discipline());
        members.date("serviceDate", day.serviceDate());
        members.number("treatmentDay", day.treatmentDay());
        members.text("due", day.due());
        members.texts("required", day.required());
        members.texts("reported", day.reported());
        members.texts("missing", day.missing());
    }
}
