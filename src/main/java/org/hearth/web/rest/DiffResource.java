package org.hearth.web.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import org.hearth.json.TablesDiffWriter;
import org.hearth.ruleset.Ruleset;
import org.hearth.tables.content.TableFolder;
import org.hearth.tables.difference.TablesDiff;
import org.hearth.web.request.CurrentRuleset;

/** {@code GET /v1/rulesets/{version}/diff}: what differs between the tables of two rulesets. */
@Path("/v1/rulesets/{version}/diff")
public final class DiffResource {

    private final CurrentRuleset current;

    DiffResource(CurrentRuleset current) {
        this.current = current;
    }

    /** The differences from the version {@code against}, or from the active one. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String diff(@PathParam("version") String version, @QueryParam("against") String against) throws IOException {
        return TablesDiffWriter.indented(
                between(current.get(against).ruleset(), current.get(version).ruleset()));
    }

    static TablesDiff between(Ruleset before, Ruleset after) {
        return TablesDiff.between(
                new TableFolder(before.tables(), List.of()), new TableFolder(after.tables(), List.of()));
    }
}
