package org.hearth.web.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.hearth.facts.FactsEdition;
import org.hearth.fleet.Standing;
import org.hearth.json.Problems;
import org.hearth.web.request.Answers;
import org.hearth.web.request.CurrentRuleset;

/** {@code GET /v1/fleet}: by which ruleset each instance judges. */
@Path("/v1/fleet")
@Produces(MediaType.APPLICATION_JSON)
public final class FleetResource {

    private static final Problems UNSEEN = Problems.of(
            503,
            "store unusable",
            "the store that the instances share does not answer, or has not yet; send this again in a few seconds");

    /** {@code instances} that judge by {@code version} with a program of this edition of the {@code facts}. */
    public record Share(String version, int facts, int instances) {}

    /** Whether the instances that share a store judge alike, as this one saw them last; {@code seenAt} is an ISO instant. */
    public record FleetStanding(boolean agrees, int instances, List<Share> rulesets, String seenAt) {

        static FleetStanding of(Standing standing) {
            return new FleetStanding(
                    standing.agrees(),
                    standing.instances(),
                    standing.rulesets().stream()
                            .map(share -> new Share(share.version(), share.facts(), share.instances()))
                            .toList(),
                    standing.seenAt().toString());
        }
    }

    private final CurrentRuleset current;
    private final FleetView fleet;

    FleetResource(CurrentRuleset current, FleetView fleet) {
        this.current = current;
        this.fleet = fleet;
    }

    /**
     * By which ruleset each instance judges; a service that shares no store is alone.
     *
     * @throws WebApplicationException with status 503 if the others cannot be seen, or one that is alone judges by none
     */
    @GET
    public FleetStanding fleet() {
        if (!fleet.isShared()) {
            return FleetStanding.of(
                    Standing.alone(current.get().ruleset().version(), FactsEdition.CURRENT, Instant.now()));
        }
        return FleetStanding.of(fleet.standing().orElseThrow(() -> Answers.refusal(UNSEEN)));
    }
}
