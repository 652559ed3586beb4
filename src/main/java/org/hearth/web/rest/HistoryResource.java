package org.hearth.web.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hearth.batch.InputKind;
import org.hearth.batch.Intake;
import org.hearth.batch.Intakes;
import org.hearth.batch.SentRun;
import org.hearth.batch.SentRun.Fate;
import org.hearth.finding.Shown;
import org.hearth.json.Problems;
import org.hearth.sent.LiveHistory;
import org.hearth.sent.SentStore;
import org.hearth.sent.UnusableHistoryException;
import org.hearth.web.request.Answers;
import org.hearth.web.request.BodyLimit;
import org.hearth.web.request.RequestBody;
import org.hearth.x12.acknowledgement.Rejections;

/** {@code POST /v1/history/sent}: keeps claims as sent. */
@Path("/v1/history")
public final class HistoryResource {

    private static final int BUFFER = 1 << 16;
    private static final int MOST_PROBLEMS = 20;

    /** A claim that could not be read, or with no claim id what is wrong with the body itself. */
    public record Unread(String claimId, Problems problem) {}

    /**
     * What became of the claims, in numbers; {@code whole} if all could be read, and else the first problems. One without
     * a member id or billing provider is {@code nobodys} and not kept.
     */
    public record Sent(long kept, long keptBefore, long nobodys, long unread, boolean whole, List<Unread> problems) {}

    private final LiveHistory history;
    private final BodyLimit limit;

    HistoryResource(LiveHistory history, BodyLimit limit) {
        this.history = history;
        this.limit = limit;
    }

    /** Claims of any kind, told by their content. What was kept before stays as it is. */
    @POST
    @Path("sent")
    @Consumes({MediaType.APPLICATION_JSON, "application/x-ndjson", "application/edi-x12"})
    @Produces(MediaType.APPLICATION_JSON)
    public Sent sent(InputStream in, @QueryParam("on") String on) throws IOException {
        LocalDate day = day(on);
        BufferedInputStream body = new BufferedInputStream(new RequestBody(in, limit), BUFFER);
        ClaimsOfAnyKind.require(InputKind.of(body));
        List<Unread> problems = new ArrayList<>();
        try {
            SentStore store = history.toKeep().orElseThrow(HistoryResource::off);
            SentRun run = new SentRun(store, day, new Rejections(), noting(problems));
            run.run(Intakes.open(body, null));
            return new Sent(
                    run.count(Fate.KEPT),
                    run.count(Fate.KEPT_BEFORE),
                    run.count(Fate.NOBODYS),
                    run.unread(),
                    run.whole(),
                    problems);
        } catch (UnusableHistoryException e) {
            throw unusable(e);
        }
    }

    private static SentRun.Listener noting(List<Unread> problems) {
        return new SentRun.Listener() {
            @Override
            public void unread(Intake.Unread claim) {
                note(claim.claimId(), claim.problem());
            }

            @Override
            public void end(Intake.End end) {
                note(null, end.problem());
            }

            private void note(String claimId, Problems problem) {
                if (problem != null && problems.size() < MOST_PROBLEMS) {
                    problems.add(new Unread(claimId, problem));
                }
            }
        };
    }

    private static LocalDate day(String on) {
        LocalDate today = LocalDate.now();
        if (on == null) {
            return today;
        }
        LocalDate day;
        try {
            day = LocalDate.parse(on);
        } catch (DateTimeException e) {
            throw Answers.refusal(Problems.of(
                    400, "unknown value", "`on` is " + Shown.value(on) + "; write a day such as `2026-11-23`"));
        }
        if (day.isAfter(today)) {
            throw Answers.refusal(Problems.of(
                    400, "unknown value", "`on` is `" + day + "`, which has not come yet; write the day of sending"));
        }
        return day;
    }

    static WebApplicationException unusable(UnusableHistoryException why) {
        return Answers.refusal(new Problems(
                "urn:hearth:problem:history-unusable", "history unusable", 503, why.getMessage(), List.of()));
    }

    static WebApplicationException off() {
        return Answers.refusal(Problems.of(
                409,
                "history off",
                "this service keeps no history; say `hearth history on` where it runs, or start it with"
                        + " `HEARTH_HISTORY_DIR` (a folder) or `HEARTH_HISTORY_URL` (a PostgreSQL)"));
    }
}
