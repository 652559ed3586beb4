package org.hearth.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.hearth.release.ActiveRuleset;
import org.hearth.ruleset.Ruleset;

/** {@code GET /v1/ruleset}: which ruleset is active. */
@Path("/v1/ruleset")
@Produces(MediaType.APPLICATION_JSON)
public final class RulesetResource {

    /** How much a ruleset holds; {@code rules} counts rule files, besides which every decision table's row is a rule. */
    public record Counts(int findings, int rules, int tables, int rows) {}

    /** The active ruleset; {@code loadedAt} is an ISO instant. */
    public record Active(
            String version, String from, String loadedAt, Counts counts, List<TablesResource.Summary> tables) {}

    private final CurrentRuleset current;

    RulesetResource(CurrentRuleset current) {
        this.current = current;
    }

    /** The active ruleset. */
    @GET
    public Active active() {
        ActiveRuleset.Loaded loaded = current.get();
        Ruleset ruleset = loaded.ruleset();
        return new Active(
                ruleset.version(),
                ruleset.from(),
                loaded.loadedAt().toString(),
                new Counts(
                        ruleset.catalog().all().size(),
                        ruleset.rules().size(),
                        ruleset.tables().size(),
                        ruleset.rows().size()),
                ruleset.tables().stream().map(TablesResource::summary).toList());
    }
}
