package org.hearth.web.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.hearth.catalog.NotJudged;
import org.hearth.codes.CodeSet;
import org.hearth.codes.Day;
import org.hearth.facts.FactsEdition;
import org.hearth.release.ActiveRuleset;
import org.hearth.ruleset.Ruleset;
import org.hearth.web.request.CurrentRuleset;

/** {@code GET /v1/ruleset}: which ruleset is active. */
@Path("/v1/ruleset")
@Produces(MediaType.APPLICATION_JSON)
public final class RulesetResource {

    /** How much a ruleset holds; {@code rules} counts rule files, besides which every decision table's row is a rule. */
    public record Counts(int findings, int rules, int tables, int rows) {}

    /** A later change that cannot be used, a line for each problem; {@code since} is an ISO instant. */
    public record Refused(String from, String since, List<String> problems) {}

    /**
     * An edition of an imported code set; {@code name} is {@code icd10} or {@code pdgm}, {@code from} its first day, {@code
     * codes} their number, {@code source} the name of the published file and {@code sha256} its hash.
     */
    public record Imported(String name, String from, int codes, String source, String sha256) {}

    /**
     * The active ruleset; {@code loadedAt} is an ISO instant, {@code refused} null if nothing was kept out, {@code fleet} null where no
     * store is shared, or while it does not answer.
     */
    public record Active(
            String version,
            int facts,
            String from,
            String loadedAt,
            Refused refused,
            FleetResource.FleetStanding fleet,
            Counts counts,
            List<TablesResource.Summary> tables,
            List<Imported> codeSets,
            List<NotJudged> notJudged) {}

    private final CurrentRuleset current;
    private final ActiveRuleset active;
    private final FleetView fleet;

    RulesetResource(CurrentRuleset current, ActiveRuleset active, FleetView fleet) {
        this.current = current;
        this.active = active;
        this.fleet = fleet;
    }

    /** The active ruleset. */
    @GET
    public Active ruleset() {
        ActiveRuleset.Loaded loaded = current.get();
        Ruleset ruleset = loaded.ruleset();
        return new Active(
                ruleset.version(),
                FactsEdition.CURRENT,
                ruleset.from(),
                loaded.loadedAt().toString(),
                active.refused()
                        .map(refused ->
                                new Refused(refused.from(), refused.since().toString(), refused.problems()))
                        .orElse(null),
                fleet.standing().map(FleetResource.FleetStanding::of).orElse(null),
                new Counts(
                        ruleset.catalog().all().size(),
                        ruleset.rules().size(),
                        ruleset.tables().size(),
                        ruleset.rows().size()),
                ruleset.tables().stream().map(TablesResource::summary).toList(),
                ruleset.codes().sets().all().stream()
                        .map(RulesetResource::imported)
                        .toList(),
                ruleset.catalog().notJudged());
    }

    private static Imported imported(CodeSet set) {
        return new Imported(
                set.kind().toString(), Day.date(set.from()).toString(), set.size(), set.source(), set.digest());
    }
}
