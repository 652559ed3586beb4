package org.hearth.web.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.hearth.catalog.FindingType;
import org.hearth.finding.ResponseCodes;
import org.hearth.json.Problems;
import org.hearth.ruleset.FindingQuery;
import org.hearth.ruleset.ReportingRow;
import org.hearth.ruleset.Ruleset;
import org.hearth.web.request.Answers;
import org.hearth.web.request.CurrentRuleset;

/** {@code GET /v1/findings}: what Hearth can find, and each finding's page. */
@Path("/v1/findings")
@Produces(MediaType.APPLICATION_JSON)
public final class FindingsResource {

    private static final String MARKDOWN = "text/markdown;charset=UTF-8";

    /** A finding of the catalogue; {@code fiss} are its reason codes, {@code url} is its page. */
    public record Entry(
            String id,
            String title,
            String effect,
            String severity,
            String formLocator,
            List<String> fiss,
            String carc,
            String citation,
            String url) {}

    /** A row that names a finding, and the days on which it holds, {@code open} without an end. */
    public record EntryRow(
            String table, String row, String workbook, String sheet, String cell, String from, String through) {}

    /**
     * A finding with its page; {@code fiss} are its reason codes one by one, {@code mend} is how sure its mend is where it
     * can have one, {@code rule} the file that reports it, absent where a table row does, {@code rows} the table rows that name it, {@code related} the ids of the
     * findings nearest to it.
     */
    public record EntryWithPage(
            String id,
            String title,
            String effect,
            String severity,
            String formLocator,
            String citation,
            ResponseCodes codes,
            List<String> fiss,
            String mend,
            String rule,
            List<EntryRow> rows,
            List<String> related,
            String page) {}

    private final CurrentRuleset current;

    FindingsResource(CurrentRuleset current) {
        this.current = current;
    }

    /**
     * The catalogue, by id.
     *
     * @param words what the findings are to have in their row or on their page; {@code null} asks nothing
     * @param fiss the shared system's reason code that the findings are to have, likewise
     * @param carc their claim adjustment reason code, likewise
     */
    @GET
    public List<Entry> all(
            @QueryParam("q") String words, @QueryParam("fiss") String fiss, @QueryParam("carc") String carc) {
        Ruleset ruleset = current.get().ruleset();
        return new FindingQuery(words, fiss, carc)
                .in(ruleset).stream()
                        .map(type -> new Entry(
                                type.id(),
                                type.title(),
                                type.effect().name(),
                                type.effect().severity().label(),
                                type.formLocator(),
                                ruleset.reasonCodes(type),
                                type.codes().carc(),
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
                codes(type, ruleset),
                ruleset.reasonCodes(type),
                type.patch() == null ? null : type.patch().mend().word(),
                ruleset.rules().get(type.id()),
                ruleset.reportedBy(type).stream().map(FindingsResource::row).toList(),
                ruleset.related(type),
                page(ruleset, type));
    }

    private static EntryRow row(ReportingRow one) {
        return new EntryRow(
                one.row().table(),
                one.row().row(),
                one.row().workbook(),
                one.row().sheet(),
                one.row().cell(),
                one.from(),
                one.through());
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

    /** The reason code of some findings is each table row's own. */
    private static ResponseCodes codes(FindingType type, Ruleset ruleset) {
        List<String> fiss = ruleset.reasonCodes(type);
        return new ResponseCodes(
                fiss.isEmpty() ? null : String.join(", ", fiss),
                type.codes().carc(),
                type.codes().rarc(),
                type.codes().claimStatus());
    }

    private static String page(Ruleset ruleset, FindingType type) {
        return ruleset.pages().getOrDefault(type.id(), "");
    }
}
