package org.hearth.web.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hearth.json.Problems;
import org.hearth.ledger.Kind;
import org.hearth.ledger.Ledger;
import org.hearth.ledger.ReleaseRecord;
import org.hearth.ledger.Verification;
import org.hearth.release.Releases;
import org.hearth.release.RulesetStore;
import org.hearth.web.request.Answers;
import org.hearth.web.request.CurrentRuleset;

/** {@code /v1/releases}: what was active when, by whom and why, and back to it. */
@Path("/v1/releases")
@Produces(MediaType.APPLICATION_JSON)
public final class ReleasesResource {

    /** What checking the chain came to: the first record that does not fit, if any, and what is wrong with it. */
    public record Verified(boolean whole, long records, String last, Long number, String fault) {}

    /** How many are told at once. */
    private static final int MOST = 200;

    private final Releases releases;
    private final RulesetStore store;
    private final Activating activating;

    ReleasesResource(Releases releases, RulesetStore store, Activating activating) {
        this.releases = releases;
        this.store = store;
        this.activating = activating;
    }

    /**
     * The latest releases, the last first.
     *
     * @param before tells those before a number alone
     */
    @GET
    public Response all(@QueryParam("before") @DefaultValue("9223372036854775807") long before) throws IOException {
        List<ReleaseRecord> records = releases.ledger().records();
        List<ReleaseJson> told = new ArrayList<>();
        Set<String> kept = store.versions();
        for (int i = records.size() - 1; i >= 0 && told.size() < MOST; i--) {
            ReleaseRecord record = records.get(i);
            if (record.number() < before) {
                told.add(ReleaseJson.of(record, kept.contains(record.version())));
            }
        }
        return Response.ok(told).build();
    }

    /** The chain itself: a line of JSON for each record, the first one first. */
    @GET
    @Path("log")
    @Produces("application/x-ndjson")
    public Response log() throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        releases.ledger().lines(line -> {
            lines.writeBytes(line);
            lines.write('\n');
        });
        return Response.ok(lines.toByteArray()).build();
    }

    /** Checks the chain from its first record to its last. */
    @GET
    @Path("verification")
    public Response verify() throws IOException {
        Ledger ledger = releases.ledger();
        Verification verified = ledger.verify();
        return Response.ok(new Verified(
                        verified.fault().isEmpty(),
                        verified.records(),
                        verified.last(),
                        verified.fault().map(Verification.Fault::number).orElse(null),
                        verified.fault().map(Verification.Fault::toString).orElse(null)))
                .build();
    }

    /** Makes a ruleset that was active before the active one again. */
    @POST
    @Path("{version}/rollback")
    @Consumes(MediaType.APPLICATION_JSON)
    public ReleaseJson rollback(@PathParam("version") String version, InputStream body) throws IOException {
        Activating.Wish wish = JsonBody.read(body, Activating.Wish.class, Activating.MOST_BYTES);
        String meant = version.replace(' ', '+');
        if (store.find(meant).isEmpty()) {
            throw Answers.refusal(CurrentRuleset.unknown(meant));
        }
        if (!releases.wasActive(meant)) {
            throw Answers.refusal(Problems.of(
                    409,
                    "never active",
                    "this ruleset has never been active, so there is no way back to it; POST"
                            + " /v1/rulesets/{version}/activation makes it the active one"));
        }
        return activating
                .activate(meant, Kind.ROLLBACK, wish)
                .record()
                .map(record -> ReleaseJson.of(record, true))
                .orElseThrow(() ->
                        Answers.refusal(Problems.of(409, "active already", "this ruleset is the active one already")));
    }
}
