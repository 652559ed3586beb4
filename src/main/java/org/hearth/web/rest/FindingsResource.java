package org.hearth.web.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.hearth.catalog.FindingType;
import org.hearth.finding.ResponseCodes;
import org.hearth.json.Problems;
import org.hearth.ruleset.Ruleset;
import org.hearth.web.request.Answers;
import org.hearth.web.request.CurrentRuleset;

/** {@code GET /v1/findings}: what Hearth can find, and each finding's page. */
@Path("/v1/findings")
@Produces(MediaType.APPLICATION_JSON)
public final class FindingsResource {

    private static final String MARKDOWN = "text/markdown;charset=UTF-8";

    /** A finding of the catalogue; {@code url} is its page. */
    public record Entry(String id, String title, String effect, String severity, String citation, String url) {}

    /** A finding with its page; {@code rule} is the file that reports it, absent where a table row does. */
    public record EntryWithPage(
            String id,
            String title,
            String effect,
            String severity,
            String formLocator,
            String citation,
            ResponseCodes codes,
            String rule,
            String page) {}

    private final CurrentRuleset current;

    FindingsResource(CurrentRuleset current) {
        this.current = current;
    }

    /** The catalogue, by id. */
    @GET
    public List<Entry> all() {
        return current.get().ruleset().catalog().all().stream()
                .map(type -> new Entry(
                        type.id(),
                        type.title(),
                        type.effect().name(),
                        type.effect().severity().label(),
                        type.citation(),
                        "/v1/findings/" + type.id()))
                .toList();
    }

    /** One finding. */
    @GET
    @Path("{id}")
    public EntryWithPage one(@PathParam("id") String id) {
        Ruleset ruleset = current.get().ruleset();
        FindingType type = type(ruleset, id);
        return new EntryWithPage(
                type.id(),
                type.title(),
                type.effect().name(),
                type.effect().severity().label(),
                type.formLocator(),
                type.citation(),
                type.codes(),
                ruleset.rules().get(type.id()),
                page(ruleset, type));
    }

    /** One finding's page as it is written. */
    @GET
    @Path("{id}")
    @Produces(MARKDOWN + ";qs=0.5")
    public Response markdown(@PathParam("id") String id) {
        Ruleset ruleset = current.get().ruleset();
        return Response.ok(page(ruleset, type(ruleset, id)), MARKDOWN).build();
    }

    private static FindingType type(Ruleset ruleset, String id) {
        String wanted = id.toUpperCase(Locale.ROOT);
        return ruleset.catalog().all().stream()
                .filter(type -> type.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> Answers.refusal(Problems.of(
                        404, "no such finding", "no finding has this id; GET /v1/findings lists them all")));
    }

    private static String page(Ruleset ruleset, FindingType type) {
        return ruleset.pages().getOrDefault(type.id(), "");
    }
}
