package org.hearth.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hearth.evaluate.ClaimChange.Answer;
import org.hearth.evaluate.ClaimChange.Verdict;
import org.hearth.evaluate.FindingChange;
import org.hearth.evaluate.Impact;
import org.hearth.finding.Finding;
import org.hearth.tables.difference.Difference;
import org.hearth.tables.difference.Difference.Kind;
import org.hearth.tables.difference.TableDifference;
import org.hearth.tables.difference.TablesDiff;
import org.hearth.tables.workbook.TableProblem;

/**
 * What a change of the tables does to claims, as one page to print or mail: the change itself, then claims,
 * findings and rows. The page needs no script, fetches nothing and shows nothing of a patient.
 */
public final class ImpactHtml {

    private static final String END = "</tbody>\n</table>\n</div>\n";

    private final Appendable out;
    private boolean files;

    /** @param out where it is written */
    public ImpactHtml(Appendable out) {
        this.out = out;
    }

    /**
     * Writes the page.
     *
     * @throws IOException if it cannot be written
     */
    public void write(TablesDiff diff, Impact impact) throws IOException {
        files = impact.severalFiles();
        Html.head(out, "Hearth: what a change of the tables does");
        out.append("<header>\n<h1>What a change of the tables does</h1>\n<dl>\n<div><dt>Before</dt><dd>")
                .append(Html.text(impact.before()))
                .append("</dd></div>\n<div><dt>After</dt><dd>")
                .append(Html.text(impact.after()))
                .append("</dd></div>\n</dl>\n");
        if (!impact.whole()) {
            out.append("<p class=\"error\"><strong>An input could not be read whole: claims may be missing here.")
                    .append("</strong></p>\n");
        }
        out.append("</header>\n<main>\n");
        section("tables", "What changes in the tables");
        tables(diff);
        section("claims", "What it does to claims");
        verdicts(impact);
        section("findings", "What becomes of findings");
        findings(impact);
        section("rows", "Which table rows are behind it");
        rows(impact);
        if (!impact.problems().isEmpty()) {
            section("problems", "Not compared");
            problems(impact);
        }
        out.append("</section>\n</main>\n</body>\n</html>\n");
    }

    private void section(String id, String heading) throws IOException {
        out.append(id.equals("tables") ? "" : "</section>\n")
                .append("<section aria-labelledby=\"")
                .append(id)
                .append("\">\n<h2 id=\"")
                .append(id)
                .append("\">")
                .append(heading)
                .append("</h2>\n");
    }

    private void verdicts(Impact impact) throws IOException {
        table(
                Tally.counted(impact.claims(), "claim") + " judged by both",
                "Claims that come out",
                "#Claims",
                "The first of them");
        for (Verdict verdict : Verdict.values()) {
            long claims = impact.claims(verdict);
            row(
                    head("<span class=\"" + (claims == 0 ? "" : severity(verdict)) + "\">" + verdict.label()
                            + "</span>"),
                    number(claims),
                    cell(claims(impact.examples(verdict))));
        }
        for (Answer answer : Answer.values()) {
            if (impact.claims(answer) > 0) {
                row(
                        head("with another answer: " + answer.label()),
                        number(impact.claims(answer)),
                        cell(claims(impact.examples(answer))));
            }
        }
        if (impact.unreadable() > 0) {
            row(head("<span class=\"error\">unreadable</span>"), number(impact.unreadable()), cell(""));
        }
        out.append(END);
    }

    private static String severity(Verdict verdict) {
        return switch (verdict) {
            case NEWLY_FAILING -> "error";
            case NEWLY_CLEAN, NO_LONGER_FAILING -> "clean";
            case CHANGED -> "warning";
            case UNCHANGED -> "";
        };
    }

    private String name(Impact.Claim claim) {
        return "<code>" + Html.text(claim.claimId()) + "</code>"
                + (files && claim.file() != null ? " in <code>" + Html.text(claim.file()) + "</code>" : "");
    }

    private String claims(List<Impact.Claim> claims) {
        return claims.stream()
                .map(claim -> name(claim)
                        + (claim.before().equals(claim.after())
                                ? ""
                                : " " + Html.text(claim.before()) + " \u2192 " + Html.text(claim.after())))
                .collect(Collectors.joining(", "));
    }

    private void tables(TablesDiff diff) throws IOException {
        out.append("<p>").append(Html.text(TablesDiffText.summary(diff))).append("</p>\n");
        for (TableProblem problem : diff.before()) {
            out.append("<p class=\"error\">Before: ")
                    .append(Html.message(problem.toString()))
                    .append("</p>\n");
        }
        for (TableProblem problem : diff.after()) {
            out.append("<p class=\"error\">After: ")
                    .append(Html.message(problem.toString()))
                    .append("</p>\n");
        }
        if (diff.tables().isEmpty()) {
            return;
        }
        table("Differences by table", "What", "Difference", "Value", "Before", "After");
        for (TableDifference table : diff.tables()) {
            boolean changed = table.kind() == Kind.CHANGED;
            out.append("<tr><th scope=\"rowgroup\" colspan=\"5\">" + Html.text(table.table()) + " <small>"
                    + Html.text(table.workbook())
                    + (changed ? "" : ", " + table.kind().label() + ", " + Tally.counted(table.rows(), "row"))
                    + "</small></th></tr>\n");
            for (Difference difference : table.differences()) {
                difference(table, difference);
            }
        }
        out.append(END);
    }

    private void difference(TableDifference table, Difference difference) throws IOException {
        String what = head(Html.text(TablesDiffText.name(table, difference)));
        String kind = cell(difference.kind().label());
        switch (difference.kind()) {
            case RENAMED ->
                row(
                        what,
                        kind,
                        cell("name"),
                        cell(Html.text(difference.key())),
                        cell(Html.text(difference.renamedTo())));
            case CHANGED -> {
                for (Difference.Value value : difference.values()) {
                    row(
                            what,
                            kind,
                            cell(Html.text(value.heading())),
                            cell(Html.text(value.before())),
                            cell(Html.text(value.after())));
                }
            }
            case ADDED, REMOVED -> row(what, kind, "<td colspan=\"3\">" + held(difference) + "</td>");
        }
    }

    private static String held(Difference difference) {
        String held = TablesDiffText.held(difference);
        return Html.text(held.isEmpty() ? held : held.substring(2));
    }

    private void findings(Impact impact) throws IOException {
        if (impact.findings().isEmpty()) {
            out.append("<p>No finding on any of these claims changes.</p>\n");
            return;
        }
        groups("Findings by id", "Finding", impact.findings());
        for (Map.Entry<String, Impact.Group> finding : impact.findings().entrySet()) {
            out.append("<h3>")
                    .append(Html.text(
                            finding.getKey() + " " + finding.getValue().title()))
                    .append("</h3>\n<ul class=\"findings\">\n");
            for (FindingChange.Kind kind : FindingChange.Kind.values()) {
                for (Impact.Example example : finding.getValue().examples(kind)) {
                    example(example);
                }
            }
            out.append("</ul>\n");
        }
    }

    private void rows(Impact impact) throws IOException {
        if (impact.rows().isEmpty()) {
            out.append("<p>None.</p>\n");
            return;
        }
        groups("Findings by the table rows behind them", "Row", impact.rows());
    }

    private void groups(String caption, String name, Map<String, Impact.Group> groups) throws IOException {
        table(
                caption,
                name,
                name.equals("Row") ? "Findings" : "What it is",
                "#Appear",
                "#Disappear",
                "#Change",
                "#Claims");
        for (Map.Entry<String, Impact.Group> entry : groups.entrySet()) {
            Impact.Group group = entry.getValue();
            row(
                    head(Html.text(entry.getKey())),
                    cell(Html.text(group.title() == null ? String.join(", ", group.ids()) : group.title())),
                    number(group.count(FindingChange.Kind.APPEARS)),
                    number(group.count(FindingChange.Kind.DISAPPEARS)),
                    number(group.count(FindingChange.Kind.CHANGED)),
                    number(group.claims()));
        }
        out.append(END);
    }

    private void example(Impact.Example example) throws IOException {
        FindingChange change = example.change();
        Finding finding = change.finding();
        String severity =
                switch (change.kind()) {
                    case APPEARS, CHANGED -> finding.effect().severity().label();
                    case DISAPPEARS -> "clean";
                };
        out.append("<li class=\"" + severity + "\"><strong>" + ImpactText.kind(change.kind()) + "</strong> on claim "
                + name(example.claim()) + (finding.line() == null ? "" : ", line " + finding.line()));
        if (change.kind() != FindingChange.Kind.CHANGED) {
            out.append("<p>").append(Html.message(finding.message())).append("</p>");
        }
        for (FindingChange.Otherwise otherwise : change.otherwise()) {
            String what = otherwise.what();
            if (otherwise.before() == null && otherwise.after() == null) {
                out.append("<p>").append(what).append(" differs</p>");
            } else {
                out.append("<p>" + what + " was: " + said(otherwise.before()) + "<br>" + what + " now: "
                        + said(otherwise.after()) + "</p>");
            }
        }
        if (finding.row() != null) {
            out.append("<p class=\"source\">row ")
                    .append(Html.text(FindingChange.row(finding.row())))
                    .append("</p>");
        }
        out.append("</li>\n");
    }

    private static String said(String text) {
        return text == null ? "(none)" : Html.message(text);
    }

    private void problems(Impact impact) throws IOException {
        out.append("<ul class=\"findings\">\n");
        for (Impact.Unread unread : impact.problems()) {
            out.append("<li class=\"error\"><p>")
                    .append(Html.message(ImpactText.unread(unread)))
                    .append("</p></li>\n");
        }
        out.append("</ul>\n");
    }

    private void table(String caption, String... headings) throws IOException {
        // what is too wide for a small screen moves by itself, with the keyboard too
        out.append("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"" + Html.text(caption)
                        + "\">\n<table>\n<caption>")
                .append(Html.text(caption))
                .append("</caption>\n<thead><tr>");
        for (String heading : headings) {
            boolean number = heading.startsWith("#");
            out.append("<th scope=\"col\"" + (number ? " class=\"number\"" : "") + ">")
                    .append(Html.text(number ? heading.substring(1) : heading))
                    .append("</th>");
        }
        out.append("</tr></thead>\n<tbody>\n");
    }

    private void row(String... cells) throws IOException {
        out.append("<tr>").append(String.join("", cells)).append("</tr>\n");
    }

    private static String head(String html) {
        return "<th scope=\"row\">" + html + "</th>";
    }

    private static String cell(String html) {
        return "<td>" + html + "</td>";
    }

    private static String number(long count) {
        return "<td class=\"number\">" + count + "</td>";
    }
}
