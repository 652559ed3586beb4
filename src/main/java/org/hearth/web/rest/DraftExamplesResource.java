package org.hearth.web.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.hearth.claim.Claim;
import org.hearth.claim.Origin;
import org.hearth.draft.Draft;
import org.hearth.draft.DraftReleases;
import org.hearth.draft.DraftRuns;
import org.hearth.draft.Workbench;
import org.hearth.evaluate.Evaluator;
import org.hearth.json.ClaimReader;
import org.hearth.json.InvalidClaimException;
import org.hearth.json.Problems;
import org.hearth.release.Example;
import org.hearth.release.ExampleRun;
import org.hearth.release.NobodysClaim;
import org.hearth.release.SharedRow;
import org.hearth.release.TablesReport.FailedExample;
import org.hearth.release.TriedClaim;
import org.hearth.ruleset.Ruleset;
import org.hearth.tables.content.DecisionTable;
import org.hearth.tables.content.Row;
import org.hearth.tables.content.Table;
import org.hearth.tables.difference.TablesDiff;
import org.hearth.web.request.Answers;
import org.hearth.web.request.CurrentRuleset;

/** {@code /v1/drafts/{id}/examples}: runs the examples on a draft and tells of them as they come, and adds one. */
@Path("/v1/drafts/{id}/examples")
public final class DraftExamplesResource {

    /** An example that failed; {@code instead} is what came. */
    public record Failed(String where, String name, boolean passed, List<String> instead) {}

    /** How far the run has come. */
    public record Progress(int ran, int all) {}

    /** An example by its place and name. */
    public record Named(String where, String name) {}

    /** Failed examples that all use a row which the draft changes. */
    public record Group(String row, String change, List<Named> examples) {}

    /** How many rows of a changed decision table the examples reach. */
    public record Coverage(String table, int rows, int reached) {}

    /** What it all came to; {@code unreached} are the rows of changed decision tables that no example reaches, as {@code table/key}. */
    public record End(int passed, int failed, List<Group> groups, List<String> unreached, List<Coverage> coverage) {}

    /** A line of the answer: one of its members is there. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(Failed example, Progress progress, End end, Problems problem) {}

    /** A tried claim that becomes an example of a table; {@code claim} is in the words of an example, or JSON as a text. */
    public record NewExample(String table, String name, String claim, String source) {}

    private static final String CLAIM = "/claim";
    private static final int MOST_BYTES = 1 << 18;
    private static final int MOST_NAME = 200;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

    private final Workbench workbench;
    private final DraftRuns runs;
    private final DraftReleases releases;
    private final DraftCalls calls;
    private final CurrentRuleset current;
    private final LongRuns longRuns;
    private final ObjectMapper json;

    DraftExamplesResource(
            Workbench workbench,
            DraftRuns runs,
            DraftReleases releases,
            DraftCalls calls,
            CurrentRuleset current,
            LongRuns longRuns,
            ObjectMapper json) {
        this.workbench = workbench;
        this.runs = runs;
        this.releases = releases;
        this.calls = calls;
        this.current = current;
        this.longRuns = longRuns;
        this.json = json;
    }

    /** Runs the examples on the draft as the change of what is active now, those of the changed tables first; hanging up ends the run. */
    @POST
    @Produces(LongRuns.NDJSON)
    public Response run(@PathParam("id") String id) throws IOException {
        Draft kept = calls.draft(id);
        longRuns.begin();
        Draft draft = calls.run(0, () -> releases.checks().onActive(kept));
        Ruleset before = current.get(draft.base()).ruleset();
        Ruleset ruleset = calls.run(0, () -> runs.ruleset(draft));
        List<Example> examples = calls.run(0, () -> runs.examples(draft));
        TablesDiff diff = calls.run(0, () -> workbench.difference(draft));
        StreamingOutput answer = longRuns.answer(out -> {
            List<FailedExample> failed = new ArrayList<>();
            long[] told = {System.nanoTime()};
            Map<String, Integer> fired = ExampleRun.of(examples, ruleset, (example, mismatch, ran) -> {
                if (mismatch.isPresent()) {
                    FailedExample one = new FailedExample(example, mismatch.get());
                    failed.add(one);
                    out.line(json.writeValueAsString(new Line(
                            new Failed(example.where(), example.name(), false, one.instead()), null, null, null)));
                }
                if (System.nanoTime() - told[0] >= PAUSE) {
                    told[0] = System.nanoTime();
                    out.line(json.writeValueAsString(new Line(null, new Progress(ran, examples.size()), null, null)));
                    out.flush();
                }
            });
            workbench.reached(draft, fired);
            out.line(json.writeValueAsString(new Line(
                    null,
                    null,
                    new End(
                            examples.size() - failed.size(),
                            failed.size(),
                            groups(SharedRow.of(failed, before, ruleset, diff)),
                            unreached(draft, ruleset, fired.keySet()),
                            coverage(draft, ruleset, fired.keySet())),
                    null)));
        });
        return Response.ok(answer).build();
    }

    /** Makes a tried claim an example of a table, which expects what the draft answers. */
    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response addExample(@PathParam("id") String id, @Context HttpHeaders headers, InputStream body)
            throws IOException {
        long revision = calls.revision(headers);
        NewExample example = JsonBody.read(body, NewExample.class, MOST_BYTES);
        Draft draft = calls.draft(id);
        String file = calls.file(draft, JsonBody.text("table", example.table(), MOST_NAME, true));
        String name = JsonBody.text("name", example.name(), MOST_NAME, true);
        String source = JsonBody.text("source", example.source(), MOST_NAME, false);
        String written = example.claim() == null ? "" : example.claim();
        TriedClaim claim = said(draft, written);
        return calls.edited(calls.run(revision, () -> runs.addExample(id, revision, file, name, claim, source)), file);
    }

    /** A claim, in the words of an example or as JSON, as the example that it becomes. */
    private TriedClaim said(Draft draft, String written) throws IOException {
        Claim anybodys = read(written);
        try {
            if (anybodys == null) {
                return TriedClaim.inShort(written);
            }
            Ruleset ruleset = calls.run(0, () -> runs.ruleset(draft));
            return NobodysClaim.of(anybodys, new Evaluator(() -> ruleset)).claim();
        } catch (TriedClaim.UnreadableException e) {
            throw Answers.refusal(JsonBody.invalid(
                    CLAIM,
                    null,
                    "it cannot become an example: " + e.getMessage(),
                    "leave out of the claim what does not matter, or write it in the words of an example"));
        }
    }

    /** A claim as JSON; {@code null} of one in the words of an example. */
    private static Claim read(String written) {
        try {
            if (TriedClaim.isExample(written)) {
                TriedClaim.of(written);
                return null;
            }
            return ClaimReader.read(written.getBytes(StandardCharsets.UTF_8), Origin.NONE);
        } catch (TriedClaim.UnreadableException e) {
            throw Answers.refusal(TrialClaim.unreadable(CLAIM, e));
        } catch (InvalidClaimException e) {
            Problems read = Problems.of(e);
            throw Answers.refusal(new Problems(
                    read.type(),
                    read.title(),
                    read.status(),
                    read.detail() + "; each place is one within the text of `" + CLAIM + "`",
                    read.errors()));
        }
    }

    private static List<Group> groups(List<SharedRow> shared) {
        return shared.stream()
                .map(row -> new Group(
                        row.row().table() + "/" + row.row().row(),
                        row.change(),
                        row.examples().stream()
                                .map(one -> new Named(
                                        one.example().where(), one.example().name()))
                                .toList()))
                .toList();
    }

    private static List<Table> changed(Draft draft, Ruleset ruleset) {
        return ruleset.tables().stream()
                .filter(table ->
                        table instanceof DecisionTable && draft.workbooks().containsKey(table.workbook()))
                .toList();
    }

    private static List<String> unreached(Draft draft, Ruleset ruleset, Set<String> fired) {
        return changed(draft, ruleset).stream()
                .flatMap(table -> table.rows().stream().map(Row::key).map(key -> table.name() + "/" + key))
                .filter(row -> !fired.contains(row))
                .toList();
    }

    private static List<Coverage> coverage(Draft draft, Ruleset ruleset, Set<String> fired) {
        return changed(draft, ruleset).stream()
                .map(table -> new Coverage(table.name(), table.rows().size(), (int) table.rows().stream()
                        .filter(row -> fired.contains(table.name() + "/" + row.key()))
                        .count()))
                .toList();
    }
}
