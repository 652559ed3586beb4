package org.hearth.web.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.hearth.catalog.FindingType;
import org.hearth.finding.Effect;
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
            .nodeRendererFactory(ExampleBlocks::new)
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
        rows.append("</tbody>\n</table>\n<h2 id=\"effects\">What the effects mean</h2>\n<dl class=\"effects\">\n");
        for (Effect effect : Effect.values()) {
            fact(rows, effect.name(), effect.explained());
        }
        return Pages.text("Hearth: what can be found", "", rows + "</dl>\n", ruleset.version());
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
                        "<article>\n"
                                + RENDERER.render(parsed(page, ruleset))
                                        .replace("</h1>\n", "</h1>\n" + facts(type, ruleset))
                                + "</article>\n",
                        ruleset.version());
            }
        }
        return Pages.notFound(
                "No finding has this id", "<a href=\"../findings\">What can be found</a> lists them all.");
    }

    private static Node parsed(String page, Ruleset ruleset) {
        Node document = PARSER.parse(page);
        for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
            if (!(block instanceof Heading)) {
                block.accept(new FindingLinks(ruleset.pages().keySet()));
            }
        }
        return document;
    }

    private static String facts(FindingType type, Ruleset ruleset) {
        StringBuilder facts = new StringBuilder("<p><a href=\"../findings#effects\">" + type.effect() + "</a>: "
                + Html.text(type.effect().explained()) + "</p>\n<dl>\n");
        fact(facts, "UB-04", type.formLocator());
        List<String> fiss = ruleset.reasonCodes(type);
        fact(facts, "FISS", fiss.isEmpty() ? null : String.join(", ", fiss));
        fact(facts, "CARC", type.codes().carc());
        fact(facts, "RARC", type.codes().rarc());
        fact(facts, "277CA", type.codes().claimStatus());
        facts.append("</dl>\n");
        List<String> related = ruleset.related(type);
        if (!related.isEmpty()) {
            facts.append("<p>See also: ")
                    .append(related.stream()
                            .map(id -> "<a href=\"" + id + "\">" + id + "</a> "
                                    + Html.text(ruleset.catalog().get(id).title()))
                            .collect(Collectors.joining(", ")))
                    .append("</p>\n");
        }
        return facts.toString();
    }

    private static void fact(StringBuilder facts, String name, String value) {
        if (value != null) {
            facts.append("<div><dt>" + name + "</dt><dd>" + Html.text(value) + "</dd></div>\n");
        }
    }
}
