package org.hearth.web.page;

import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.hearth.release.Example;
import org.hearth.release.ExampleTable;
import org.hearth.report.Html;

/** Shows the claim of an example as a table with the YAML behind it, and what must be found as a list. */
final class ExampleBlocks implements NodeRenderer {

    private final HtmlNodeRendererContext context;

    ExampleBlocks(HtmlNodeRendererContext context) {
        this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(FencedCodeBlock.class);
    }

    @Override
    public void render(Node node) {
        FencedCodeBlock block = (FencedCodeBlock) node;
        context.getWriter()
                .raw(
                        switch (block.getInfo()) {
                            case "claim" -> claim(block.getLiteral());
                            case "expect" -> found(block.getLiteral());
                            default -> written(block.getLiteral());
                        });
        context.getWriter().line();
    }

    private static String written(String text) {
        return text.lines().map(Html::text).collect(Collectors.joining("\n", "<pre><code>", "\n</code></pre>"));
    }

    /** A page comes with a ruleset: an example of it that cannot be read is shown as it is written. */
    private static String claim(String yaml) {
        ExampleTable table;
        try {
            table = ExampleTable.of(new Example("", "", yaml, "none"));
        } catch (RuntimeException unreadable) {
            return written(yaml);
        }
        StringBuilder html = new StringBuilder("<ul>\n");
        table.header().forEach(entry -> html.append("<li>" + Html.text(entry) + "</li>\n"));
        html.append("</ul>\n<table class=\"example\">\n<thead><tr>");
        table.headings().forEach(heading -> html.append("<th scope=\"col\">" + Html.text(heading) + "</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        table.lines().forEach(line -> {
            html.append("<tr>");
            line.forEach(cell -> html.append("<td>" + Html.text(cell) + "</td>"));
            html.append("</tr>\n");
        });
        return html.append("</tbody>\n</table>\n<details><summary>As it is written</summary>\n" + written(yaml)
                        + "\n</details>")
                .toString();
    }

    private static String found(String expected) {
        StringBuilder html = new StringBuilder("<p>Found:</p>\n<ul>\n");
        expected.strip().lines().forEach(line -> html.append("<li>" + Html.message(line) + "</li>\n"));
        return html.append("</ul>").toString();
    }
}
