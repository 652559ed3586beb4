package org.hearth.web.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearth.draft.Draft;
import org.hearth.draft.DraftException;
import org.hearth.draft.DraftReleases;
import org.hearth.draft.Grid;
import org.hearth.draft.InvalidEditException;
import org.hearth.draft.Workbench;
import org.hearth.finding.Shown;
import org.hearth.json.Problem;
import org.hearth.json.Problems;
import org.hearth.release.ActiveRuleset;
import org.hearth.report.TablesDiffText;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.tables.difference.TablesDiff;
import org.hearth.tables.workbook.InvalidTablesException;
import org.hearth.tables.workbook.TableProblem;
import org.hearth.web.request.Answers;

/** What the calls that work on drafts have in common: which draft, which revision, and how it is said that something is not so. */
@Singleton
public final class DraftCalls {

    private static final Pattern REVISION = Pattern.compile("(?:W/)?\"([1-9][0-9]{0,17})\"");
    private static final int MOST_WORDS = 200;

    /** Somebody else was faster; {@code difference} is what the other changed since, {@code null} if nobody remembers. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Stale(String type, String title, int status, String detail, long revision, List<String> difference) {}

    private final Workbench workbench;
    private final ActiveRuleset active;
    private final DraftReleases releases;
    private final ObjectMapper json;

    DraftCalls(Workbench workbench, ActiveRuleset active, DraftReleases releases, ObjectMapper json) {
        this.workbench = workbench;
        this.active = active;
        this.releases = releases;
        this.json = json;
    }

    /** A call that works on a draft. */
    @FunctionalInterface
    interface Call<T> {
        T run() throws DraftException, InvalidEditException, IOException;
    }

    /**
     * Runs a call.
     *
     * @param revision the one that the caller knows; 0 of a call that changes nothing
     * @throws WebApplicationException with status 404, 409, 412 or 422 if the draft is not to be had or changed so
     */
    <T> T run(long revision, Call<T> call) throws IOException {
        try {
            return call.run();
        } catch (DraftException.Unknown e) {
            throw Answers.refusal(
                    Problems.of(404, "no such draft", "no draft has this id; GET /v1/drafts lists them all"));
        } catch (DraftException.Stale e) {
            throw stale(e.now(), revision);
        } catch (DraftException.Watched e) {
            throw Answers.refusal(Problems.of(409, "a folder says what is active", e.getMessage()));
        } catch (DraftException.Unfit e) {
            throw Answers.refusal(new Problems(
                    "urn:hearth:problem:unfit-draft",
                    "unfit draft",
                    409,
                    e.getMessage(),
                    e.lines().stream()
                            .map(line -> new Problem("", null, line, null))
                            .toList()));
        } catch (DraftException.Own e) {
            throw Answers.refusal(Activating.own(e.getMessage()));
        } catch (DraftException.Full e) {
            throw Answers.refusal(Problems.of(409, "no room", e.getMessage()));
        } catch (DraftException e) {
            throw Answers.refusal(Problems.of(409, "not possible now", e.getMessage()));
        } catch (InvalidEditException e) {
            throw Answers.refusal(JsonBody.invalid(e.pointer(), null, e.getMessage(), e.fix()));
        } catch (InvalidTablesException e) {
            throw new WebApplicationException(unsound(e.problems()));
        }
    }

    /** Workbooks that cannot be used, as an answer with each of their problems. */
    private Response unsound(List<TableProblem> problems) throws IOException {
        return Response.status(422)
                .type(Problems.MEDIA_TYPE)
                .entity(json.writeValueAsBytes(new RulesetsResource.Unsound(
                        "urn:hearth:problem:invalid-tables",
                        "invalid tables",
                        422,
                        "the workbooks cannot be used: "
                                + (problems.size() == 1 ? "1 problem" : problems.size() + " problems"),
                        problems)))
                .build();
    }

    private WebApplicationException stale(Draft now, long revision) throws IOException {
        List<String> words = null;
        try {
            Optional<TablesDiff> since = workbench.since(now, revision);
            words = since.isPresent() ? words(since.get()) : null;
        } catch (DraftException e) {
            // it is stale all the same
            words = null;
        }
        return new WebApplicationException(Response.status(412)
                .type(Problems.MEDIA_TYPE)
                .tag(String.valueOf(now.revision()))
                .entity(json.writeValueAsBytes(new Stale(
                        "urn:hearth:problem:stale-draft",
                        "draft changed",
                        412,
                        "somebody else has changed the draft since you read it; read it again, and send your change on top"
                                + " of theirs",
                        now.revision(),
                        words)))
                .build());
    }

    /** What differs, a line each. */
    static List<String> words(TablesDiff diff) {
        StringBuilder text = new StringBuilder();
        try {
            new TablesDiffText(text).write(diff);
        } catch (IOException e) {
            // nothing is written but memory
            throw new UncheckedIOException(e);
        }
        List<String> words =
                text.toString().lines().filter(line -> !line.isBlank()).toList();
        return words.size() <= MOST_WORDS ? words : words.subList(0, MOST_WORDS);
    }

    /** The draft of an id. */
    Draft draft(String id) throws IOException {
        return run(0, () -> workbench.drafts().get(id));
    }

    /**
     * The revision that a caller knows; a mark that a proxy has weakened says it too.
     *
     * @throws WebApplicationException with status 428 if none is said, 400 if it is not said as an {@code ETag} has it
     */
    long revision(HttpHeaders headers) {
        String said = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (said == null) {
            throw Answers.refusal(
                    Problems.of(
                            428,
                            "revision required",
                            "say in `If-Match` which revision of the draft this changes, as its `ETag` has it, such as \"12\""));
        }
        Matcher revision = REVISION.matcher(said.strip());
        if (!revision.matches()) {
            throw Answers.refusal(Problems.of(
                    400,
                    "unknown revision",
                    "`If-Match` is " + Shown.value(said.strip())
                            + ", which is no revision of a draft; send one as its `ETag` has it, such as \"12\""));
        }
        return Long.parseLong(revision.group(1));
    }

    /**
     * The file of a table of a draft.
     *
     * @throws WebApplicationException with status 404 if there is none
     */
    String file(Draft draft, String table) throws IOException {
        Optional<String> own = Workbench.file(draft, table);
        return own.isPresent() ? own.get() : file(run(0, () -> workbench.base(draft)), table);
    }

    /** The file of a table of a ruleset; a 404 if there is none. */
    static String file(RulesetFiles files, String table) {
        return Workbench.file(files, table)
                .orElseThrow(() -> Answers.refusal(
                        Problems.of(404, "no such table", "no table has this name; GET /v1/tables lists them all")));
    }

    /** A draft as it is told; of one whose base is no longer kept without what is wrong with its tables. */
    DraftJson json(Draft draft) throws IOException {
        List<Workbench.Standing> tables;
        try {
            tables = workbench.tables(draft);
        } catch (DraftException e) {
            tables = null;
        }
        return DraftJson.of(
                draft,
                isActive(draft),
                tables,
                releases.refusal(draft).orElse(null),
                workbench.drafts().impacts().of(draft).orElse(null));
    }

    /** A draft as it is told among others, without its tables and what it does to claims. */
    DraftJson brief(Draft draft) {
        return DraftJson.of(
                draft, isActive(draft), null, releases.refusal(draft).orElse(null), null);
    }

    /** Whether the ruleset that a draft changes is the one that judges claims. */
    boolean isActive(Draft draft) {
        return active.state() instanceof ActiveRuleset.Loaded loaded
                && loaded.ruleset().version().equals(draft.base());
    }

    /**
     * The answer to an edit: the draft, and the grid of the table that it changed.
     *
     * @param file the table's file; {@code null} for none
     */
    Response edited(Draft draft, String file) throws IOException {
        Grid grid = file == null ? null : run(0, () -> workbench.grid(draft, file));
        return answer(draft, new DraftsResource.Edited(json(draft), grid)).build();
    }

    /** An answer of a draft at its revision. */
    static Response.ResponseBuilder answer(Draft draft, Object entity) {
        return Response.ok(entity).tag(String.valueOf(draft.revision()));
    }
}
