package org.hearth.web.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.hearth.catalog.FindingType;
import org.hearth.finding.Effect;
import org.hearth.finding.RowReference;
import org.hearth.json.Problems;
import org.hearth.report.Html;
import org.hearth.ruleset.FindingQuery;
import org.hearth.ruleset.ReportingRow;
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

    /** How many rows are shown at once. */
    private static final int FEW = 6;

    private static final int MOST_ASKED = 200;

    /** Looks up while somebody types; without it the form does. */
    private static final String SCRIPT = "<script src=\"page/findings.js\" defer></script>\n";

    private final CurrentRuleset current;

    FindingPagesResource(CurrentRuleset current) {
        this.current = current;
    }

    /**
     * The findings, those alone that have what is asked for.
     *
     * @param words what to look up: an id, a code, a form locator, words
     * @param by how they are grouped, a word of {@link FindingGroups}
     */
    @GET
    public Response all(@QueryParam("q") String words, @QueryParam("by") String by) {
        Problems unready = current.problem();
        if (unready != null) {
            return Pages.unready(unready);
        }
        Ruleset ruleset = current.get().ruleset();
        String asked = words == null ? "" : words.strip();
        asked = asked.substring(0, Math.min(asked.length(), MOST_ASKED));
        List<FindingType> found = new FindingQuery(asked, null, null).in(ruleset);
        FindingGroups groups = FindingGroups.of(by);
        StringBuilder page = new StringBuilder("<h1>What can be found</h1>\n");
        page.append(search(asked, groups));
        page.append("<div id=\"found\">\n<p role=\"status\">"
                + counted(found.size(), ruleset.catalog().all().size(), asked) + "</p>\n");
        int number = 0;
        for (Map.Entry<String, List<FindingType>> group :
                groups.of(found, ruleset).entrySet()) {
            number++;
            page.append("<section aria-labelledby=\"g" + number + "\">\n<h2 id=\"g" + number + "\">"
                    + Html.text(group.getKey()) + "</h2>\n<ul class=\"found\">\n");
            group.getValue().forEach(type -> page.append(entry(type, ruleset)));
            page.append("</ul>\n</section>\n");
        }
        page.append("</div>\n<h2 id=\"effects\">What the effects mean</h2>\n<dl class=\"effects\">\n");
        for (Effect effect : Effect.values()) {
            fact(page, effect.name(), effect.explained());
        }
        return Pages.text("Hearth: what can be found", "", SCRIPT, page + "</dl>\n", ruleset.version());
    }

    private static String search(String asked, FindingGroups groups) {
        StringBuilder form = new StringBuilder(
                "<form id=\"search\" method=\"get\" action=\"findings\" role=\"search\">\n"
                        + "<label for=\"q\">Look up</label>\n<p class=\"actions\"><input id=\"q\" name=\"q\" type=\"search\" value=\""
                        + Html.text(asked) + "\" aria-describedby=\"q-help\" maxlength=\"" + MOST_ASKED
                        + "\" autocomplete=\"off\" spellcheck=\"false\"> <button class=\"first\">Search</button></p>\n"
                        + "<p id=\"q-help\">An id (<code>HHT-301</code>), a FISS or CARC code (<code>38200</code>), a form locator"
                        + " (<code>FL 44</code>), a field, or words.</p>\n<fieldset class=\"actions\"><legend>Group by</legend>\n");
        for (FindingGroups one : FindingGroups.values()) {
            form.append("<label><input type=\"radio\" name=\"by\" value=\"" + one.word() + "\""
                    + (one == groups ? " checked" : "") + "> " + one.label() + "</label>\n");
        }
        return form.append("</fieldset>\n</form>\n").toString();
    }

    private static String counted(int found, int all, String asked) {
        if (asked.isEmpty()) {
            return all + " findings.";
        }
        String words = " for <code>" + Html.text(asked) + "</code>";
        return found == 0
                ? "Nothing" + words + ". Try fewer or other words."
                : found + (found == 1 ? " finding" : " findings") + words + ".";
    }

    private static String entry(FindingType type, Ruleset ruleset) {
        String id = Html.text(type.id());
        List<String> codes = new ArrayList<>();
        List<String> fiss = ruleset.reasonCodes(type);
        if (!fiss.isEmpty()) {
            codes.add("FISS " + String.join(", ", fiss));
        }
        if (type.codes().carc() != null) {
            codes.add("CARC " + type.codes().carc());
        }
        String about = Stream.concat(Stream.ofNullable(type.formLocator()), codes.stream())
                .map(Html::text)
                .collect(Collectors.joining("; "));
        return "<li><a href=\"findings/" + id + "\">" + id + "</a> <strong>" + Html.text(type.title())
                + "</strong> <span class=\"" + type.effect().severity().label() + "\">" + type.effect() + "</span>"
                + (about.isEmpty() ? "" : " <span class=\"about\">" + about + "</span>") + "</li>\n";
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
        fact(facts, "Source", type.citation());
        facts.append("</dl>\n");
        rows(facts, type, ruleset);
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

    /** The table rows that name the finding, each with the days on which it holds and its workbook. */
    private static void rows(StringBuilder facts, FindingType type, Ruleset ruleset) {
        List<ReportingRow> rows = ruleset.reportedBy(type);
        if (rows.isEmpty()) {
            return;
        }
        facts.append("<details" + (rows.size() <= FEW ? " open" : "") + ">\n<summary>By date: "
                + (rows.size() == 1 ? "the table row" : "the " + rows.size() + " table rows")
                + " behind it</summary>\n<table>\n<thead><tr><th scope=\"col\">Row</th><th scope=\"col\">Dates</th>"
                + "<th scope=\"col\">From</th><th scope=\"col\">Through</th><th scope=\"col\">Effect</th>"
                + "<th scope=\"col\">Workbook</th></tr></thead>\n<tbody>\n");
        for (ReportingRow one : rows) {
            RowReference row = one.row();
            facts.append("<tr><th scope=\"row\">" + Html.text(row.row()) + "</th><td>" + Html.text(one.dates())
                    + "</td><td>" + Html.text(one.from()) + "</td><td>" + Html.text(one.through()) + "</td><td>"
                    + type.effect() + "</td><td><a href=\"../v1/tables/" + Html.text(row.table()) + ".xlsx\">"
                    + Html.text(row.table()) + "</a>, sheet " + Html.text(row.sheet()) + ", cell "
                    + Html.text(row.cell()) + "</td></tr>\n");
        }
        facts.append("</tbody>\n</table>\n</details>\n");
    }

    private static void fact(StringBuilder facts, String name, String value) {
        if (value != null) {
            facts.append("<div><dt>" + name + "</dt><dd>" + Html.text(value) + "</dd></div>\n");
        }
    }
}
