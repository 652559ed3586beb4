package org.hearth.web.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.hearth.catalog.FindingType;
import org.hearth.json.Problems;
import org.hearth.report.Html;
import org.hearth.ruleset.Ruleset;
import org.hearth.web.request.CurrentRuleset;

/** {@code GET /findings}: what can be found, and each finding's page, for people to read. */
@Path("/findings")
@Produces(Pages.HTML)
public final class FindingPagesResource {

    /** A page comes with a ruleset, which a stranger may have written. */
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build();

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private final CurrentRuleset current;

    FindingPagesResource(CurrentRuleset current) {
        this.current = current;
    }

    /** All findings, by id. */
    @GET
    public Response all() {
        Problems unready = current.problem();
        if (unready != null) {
            return Pages.unready(unready);
        }
        Ruleset ruleset = current.get().ruleset();
        StringBuilder rows = new StringBuilder(
                """
                <h1>What can be found</h1>
                <table>
                <thead><tr><th scope="col">Finding</th><th scope="col">What it is</th><th scope="col">Effect</th>\
                <th scope="col">Source</th></tr></thead>
                <tbody>
                """);
        for (FindingType type : ruleset.catalog().all()) {
            String id = Html.text(type.id());
            rows.append("<tr><th scope=\"row\"><a href=\"findings/" + id + "\">" + id + "</a></th><td>"
                    + Html.text(type.title()) + "</td><td>" + type.effect() + "</td><td>"
                    + Html.text(type.citation()) + "</td></tr>\n");
        }
        return Pages.text("Hearth: what can be found", "", rows + "</tbody>\n</table>\n", ruleset.version());
    }

    /** One finding's page. */
    @GET
    @Path("{id}")
    public Response one(@PathParam("id") String id) {
        Problems unready = current.problem();
        if (unready != null) {
            return Pages.unready(unready);
        }
        Ruleset ruleset = current.get().ruleset();
        String wanted = id.toUpperCase(Locale.ROOT);
        for (FindingType type : ruleset.catalog().all()) {
            if (type.id().equals(wanted)) {
                String page = ruleset.pages().getOrDefault(wanted, "# " + type.id() + " " + type.title());
                return Pages.text(
                        "Hearth: " + type.id() + " " + type.title(),
                        "../",
                        "<article>\n" + RENDERER.render(PARSER.parse(page)).replace("</h1>\n", "</h1>\n" + facts(type))
                                + "</article>\n",
                        ruleset.version());
            }
        }
        return Pages.notFound(
                "No finding has this id", "<a href=\"../findings\">What can be found</a> lists them all.");
    }

    private static String facts(FindingType type) {
        StringBuilder facts = new StringBuilder("<dl>\n");
        fact(facts, "Effect", type.effect().name());
        fact(facts, "UB-04", type.formLocator());
        fact(facts, "FISS", type.codes().fiss());
        fact(facts, "CARC", type.codes().carc());
        fact(facts, "RARC", type.codes().rarc());
        fact(facts, "277CA", type.codes().claimStatus());
        return facts.append("</dl>\n").toString();
    }

    private static void fact(StringBuilder facts, String name, String value) {
        if (value != null) {
            facts.append("<div><dt>" + name + "</dt><dd>" + Html.text(value) + "</dd></div>\n");
        }
    }
}
