package org.hearth.web.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.hearth.json.Problems;
import org.hearth.ledger.Kind;
import org.hearth.release.ActiveRuleset;
import org.hearth.release.Candidates;
import org.hearth.release.KeptRuleset;
import org.hearth.release.RulesetStore;
import org.hearth.release.TablesReport;
import org.hearth.tables.workbook.TableProblem;
import org.hearth.web.request.Answers;
import org.hearth.web.request.CurrentRuleset;
import org.hearth.web.request.RequestBody;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** {@code /v1/rulesets}: rulesets that are kept, new ones, and which is active. */
@Path("/v1/rulesets")
@Produces(MediaType.APPLICATION_JSON)
public final class RulesetsResource {

    /**
     * A kept ruleset; {@code standing} is {@code packaged}, {@code released} or {@code candidate}, {@code since} an ISO
     * instant, null for the packaged one.
     */
    public record Version(String version, boolean active, String standing, String since, String from) {}

    /** An example that came otherwise than its author expected. */
    public record Failed(String where, String name, List<String> instead) {}

    /**
     * A changed row that failed examples have in common, as {@code table/key}; {@code change} says what becomes of it, such
     * as {@code ends with 2024-12-31}, {@code examples} where they are and their names.
     */
    public record Shared(String row, String change, List<String> examples) {}

    /** How the examples came out; {@code shared} are the changed rows that those which failed have in common. */
    public record ExampleResults(int passed, List<Failed> failed, List<Shared> shared) {}

    /** What checking workbooks came to; {@code unreached} are the rows that no example reaches, as {@code table/key}. */
    public record Report(
            boolean sound,
            List<TableProblem> problems,
            List<TableProblem> warnings,
            ExampleResults examples,
            List<String> unreached) {}

    /** A ruleset that was kept, and what checking it came to. */
    public record Candidate(
            String version,
            boolean active,
            String standing,
            String since,
            String from,
            List<TableProblem> warnings,
            ExampleResults examples,
            List<String> unreached) {}

    /** Workbooks with problems, each by its cell; a problem as RFC 9457 has it. */
    public record Unsound(String type, String title, int status, String detail, List<TableProblem> errors) {}

    private static final int SECONDS_FOR_A_CHECK = 5;
    private static final int MOST_NAMED = 5;

    private final CurrentRuleset current;
    private final ActiveRuleset active;
    private final RulesetStore store;
    private final Activating activating;
    private final Candidates candidates;
    private final ObjectMapper json;

    /** A check takes much memory for a while, so there is one at a time. */
    private final Lock checking = new ReentrantLock();

    RulesetsResource(
            CurrentRuleset current,
            ActiveRuleset active,
            RulesetStore store,
            Activating activating,
            Candidates candidates,
            ObjectMapper json) {
        this.current = current;
        this.active = active;
        this.store = store;
        this.activating = activating;
        this.candidates = candidates;
        this.json = json;
    }

    /** Every ruleset that can be had, the latest first, the packaged one last. */
    @GET
    public List<Version> all() throws IOException {
        return store.list().stream().map(this::version).toList();
    }

    /** One kept ruleset. */
    @GET
    @Path("{version}")
    public Version one(@PathParam("version") String version) throws IOException {
        current.requireKept(version);
        return version(store.find(version).orElseThrow(() -> unknown(version)));
    }

    /**
     * Checks workbooks with those of the active ruleset, and keeps what is sound as a candidate. With {@code
     * fewerExamples=true} a workbook may have fewer examples than the active one.
     */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response propose(
            @RestForm(FileUpload.ALL) List<FileUpload> uploads, @QueryParam("fewerExamples") boolean fewerExamples)
            throws Exception {
        Map<String, byte[]> workbooks = UploadedWorkbooks.read(uploads);
        ActiveRuleset.Loaded base = current.get();
        Candidates.Proposal proposal = alone(() -> candidates.propose(
                base.files(),
                workbooks,
                changed(base, workbooks) + " posted, the rest from "
                        + base.ruleset().version(),
                fewerExamples,
                sound -> activating.sent(sound, base.ruleset().version()),
                (ran, all) -> {}));
        TablesReport report = proposal.report();
        if (proposal.kept().isEmpty()) {
            return unsound(report);
        }
        Version kept = version(proposal.kept().get());
        return Response.created(URI.create("/v1/rulesets/" + kept.version()))
                .entity(new Candidate(
                        kept.version(),
                        kept.active(),
                        kept.standing(),
                        kept.since(),
                        kept.from(),
                        report.warnings(),
                        results(report),
                        unreached(report)))
                .build();
    }

    /** Checks workbooks as {@link #propose} does, and keeps nothing. */
    @POST
    @Path("check")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Report check(
            @RestForm(FileUpload.ALL) List<FileUpload> uploads, @QueryParam("fewerExamples") boolean fewerExamples)
            throws Exception {
        Map<String, byte[]> workbooks = UploadedWorkbooks.read(uploads);
        ActiveRuleset.Loaded base = current.get();
        TablesReport report =
                alone(() -> Candidates.check(base.files(), workbooks, "posted", fewerExamples, (ran, all) -> {}));
        return new Report(report.sound(), report.problems(), report.warnings(), results(report), unreached(report));
    }

    /** Makes a kept ruleset the active one, from the next claim on and after every start; a body may say who wants it and why. */
    @POST
    @Path("{version}/activation")
    public Version activate(@PathParam("version") String version, InputStream body) throws IOException {
        byte[] said = RequestBody.whole(body, Activating.MOST_BYTES);
        Activating.Wish wish = said.length == 0
                ? new Activating.Wish(null, null, null, null)
                : JsonBody.read(new ByteArrayInputStream(said), Activating.Wish.class, Activating.MOST_BYTES);
        activating.activate(version, Kind.ACTIVATION, wish);
        return one(version);
    }

    /** Which workbooks differ, for people: by name if they are few. */
    private static String changed(ActiveRuleset.Loaded base, Map<String, byte[]> workbooks) {
        List<String> changed = workbooks.entrySet().stream()
                .filter(sent -> base.files().files().values().stream()
                        .noneMatch(known -> Arrays.equals(known, sent.getValue())))
                .map(Map.Entry::getKey)
                .toList();
        return changed.isEmpty() || changed.size() > MOST_NAMED
                ? changed.size() + " changed workbooks"
                : String.join(", ", changed);
    }

    private <T> T alone(Callable<T> check) throws Exception {
        if (!checking.tryLock()) {
            throw new WebApplicationException(Response.fromResponse(Answers.of(Problems.of(
                            503, "busy", "other workbooks are being checked; send this again in a few seconds")))
                    .header(HttpHeaders.RETRY_AFTER, SECONDS_FOR_A_CHECK)
                    .build());
        }
        try {
            return check.call();
        } finally {
            checking.unlock();
        }
    }

    private Version version(KeptRuleset kept) {
        boolean isActive = active.state() instanceof ActiveRuleset.Loaded loaded
                && loaded.ruleset().version().equals(kept.version());
        return new Version(
                kept.version(),
                isActive,
                kept.standing().name().toLowerCase(java.util.Locale.ROOT),
                kept.since() == null ? null : kept.since().toString(),
                kept.from());
    }

    private static WebApplicationException unknown(String version) {
        return Answers.refusal(CurrentRuleset.unknown(version));
    }

    private Response unsound(TablesReport report) throws IOException {
        int count = report.problems().size();
        return Response.status(422)
                .type(Problems.MEDIA_TYPE)
                .entity(json.writeValueAsBytes(new Unsound(
                        "urn:hearth:problem:invalid-tables",
                        "invalid tables",
                        422,
                        "the workbooks cannot be used: " + (count == 1 ? "1 problem" : count + " problems"),
                        report.problems())))
                .build();
    }

    private static ExampleResults results(TablesReport report) {
        return new ExampleResults(
                report.passed(),
                report.failed().stream()
                        .map(failed -> new Failed(
                                failed.example().where(), failed.example().name(), failed.instead()))
                        .toList(),
                report.shared().stream()
                        .map(shared -> new Shared(
                                shared.row().table() + "/" + shared.row().row(),
                                shared.change(),
                                shared.examples().stream()
                                        .map(failed -> failed.example().toString())
                                        .toList()))
                        .toList());
    }

    private static List<String> unreached(TablesReport report) {
        return report.unreached().stream()
                .map(row -> row.table() + "/" + row.row())
                .toList();
    }
}
