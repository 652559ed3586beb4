package org.hearth.web.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.hearth.json.Problems;
import org.hearth.web.request.CurrentRuleset;

/**
 * {@code GET /tables}: the workbench, a page on which analysts look at the tables, change them in drafts, and publish what
 * was approved. It asks the calls below {@code /v1/tables}, {@code /v1/drafts} and {@code /v1/releases} for all that it shows.
 */
@Path("/tables")
public final class TablesPageResource {

    private final CurrentRuleset current;

    TablesPageResource(CurrentRuleset current) {
        this.current = current;
    }

    /** The page. */
    @GET
    @Produces(Pages.HTML)
    public Response page() {
        Problems unready = current.problem();
        return unready == null ? Pages.tables(current.get().ruleset().version()) : Pages.unready(unready);
    }
}
