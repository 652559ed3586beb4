package org.hearth.report;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import org.hearth.catalog.NotJudged;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Evaluation;
import org.hearth.facts.FactsEdition;
import org.hearth.finding.Finding;
import org.hearth.finding.Severity;

/**
 * Evaluations as one page to print or mail: first what was found in all, then each claim with its lines as on a UB-04
 * and the findings beside them. The page needs no script and fetches nothing. Of the member id it shows the last four
 * characters at most.
 *
 * <p>The totals are known last and stand first, so the claims wait in a {@link Spool}: memory does not grow with them,
 * and nothing is written before {@link #end}. Not safe for use by several threads.
 */
public final class HtmlReport implements InputReport, Closeable {

    private static final class Count {
        private final Finding first;
        private long findings;
        private long claims;

        Count(Finding first) {
            this.first = first;
        }
    }

    private final Appendable out;
    private final List<NotJudged> notJudged;
    private final Spool claims = new Spool();
    private final TreeMap<String, Count> counts = new TreeMap<>();
    private String ruleset;
    private long sections;

    /**
     * A page that is written to {@code out} at its end.
     *
     * @param notJudged what Hearth does not judge at all, for the foot
     */
    public HtmlReport(Appendable out, List<NotJudged> notJudged) {
        this.out = out;
        this.notJudged = List.copyOf(notJudged);
    }

    /**
     * Adds a claim and what was found on it.
     *
     * @throws IOException if it cannot be kept
     */
    public void claim(Claim claim, Evaluation evaluation) throws IOException {
        ruleset = evaluation.ruleset();
        evaluation.findings().stream().map(Finding::id).distinct().forEach(id -> {
            List<Finding> same = evaluation.findings().stream()
                    .filter(finding -> finding.id().equals(id))
                    .toList();
            Count count = counts.computeIfAbsent(id, first -> new Count(same.get(0)));
            count.findings += same.size();
            count.claims++;
        });
        claims.append(new ClaimSection(claim, evaluation, ++sections).html());
    }

    @Override
    public void unreadable(String file, String claimId, List<Unreadable> why) throws IOException {
        String claim = claimId == null ? "Claim" : "Claim <code>" + Html.text(claimId) + "</code>";
        reasons(Severity.ERROR, claim + ": unreadable", file, why);
    }

    @Override
    public void damaged(String file, List<Unreadable> why) throws IOException {
        reasons(Severity.ERROR, input(file) + ": not whole", file, why);
    }

    @Override
    public void errors(String file, List<Unreadable> errors) throws IOException {
        reasons(Severity.ERROR, input(file) + ": read, with errors of the file", file, errors);
    }

    @Override
    public void warnings(String file, List<Unreadable> warnings) throws IOException {
        reasons(Severity.WARNING, input(file) + ": read, with warnings", file, warnings);
    }

    /**
     * Adds why minutes given beside the claims could not be used.
     *
     * @param claimId the claim that they are for
     * @throws IOException if it cannot be kept
     */
    public void unused(String claimId, List<Unreadable> why) throws IOException {
        reasons(Severity.ERROR, "Minutes for claim <code>" + Html.text(claimId) + "</code>: not used", null, why);
    }

    private static String input(String file) {
        return file == null ? "The input" : "<code>" + Html.text(file) + "</code>";
    }

    private void reasons(Severity severity, String heading, String file, List<Unreadable> why) throws IOException {
        sections++;
        StringBuilder html = new StringBuilder("<section aria-labelledby=\"s" + sections + "\">\n<h2 id=\"s" + sections
                + "\" class=\"" + severity.label() + "\">" + heading + "</h2>\n");
        if (file != null) {
            html.append("<p>File <code>").append(Html.text(file)).append("</code></p>\n");
        }
        html.append("<ul class=\"findings\">\n");
        for (Unreadable reason : why) {
            html.append("<li class=\"" + severity.label() + "\"><strong>" + severity.label() + "</strong><p>")
                    .append(Html.message(reason.message()));
            html.append("</p>");
            if (reason.fix() != null) {
                html.append("<p>Fix: ").append(Html.message(reason.fix())).append("</p>");
            }
            if (reason.where() != null && !reason.where().isEmpty()) {
                html.append("<p class=\"source\">At <code>").append(Html.text(reason.where()));
                html.append("</code></p>");
            }
            html.append("</li>\n");
        }
        claims.append(html.append("</ul>\n</section>\n"));
    }

    @Override
    public void end(Tally tally) throws IOException {
        try (claims) {
            Html.head(out, "Hearth: claims checked");
            boolean checked = tally.claims() > 0;
            out.append("<header>\n<h1>" + (checked ? "Claims checked" : "No claim was checked") + "</h1>\n");
            out.append(checked ? "<p>" : "<p class=\"error\">")
                    .append(Html.text(tally.summary()))
                    .append("</p>\n");
            if (!tally.whole()) {
                out.append("<p class=\"error\"><strong>An input could not be read whole: claims may be missing here.")
                        .append("</strong></p>\n");
            }
            if (ruleset != null) {
                out.append("<p>Rules: ")
                        .append(Html.text(FactsEdition.beside(ruleset)))
                        .append("</p>\n");
            }
            totals();
            out.append("</header>\n<main>\n");
            claims.copyTo(out);
            out.append("</main>\n");
            foot();
            out.append("</body>\n</html>\n");
        }
    }

    private void foot() throws IOException {
        if (!notJudged.isEmpty()) {
            out.append("<footer>\n<h2>Never judged here</h2>\n<dl>\n");
            for (NotJudged one : notJudged) {
                out.append("<dt>").append(Html.text(one.topic())).append("</dt><dd>");
                out.append(Html.text(one.says())).append("</dd>\n");
            }
            out.append("</dl>\n</footer>\n");
        }
    }

    /** Lets go of the claims, whether the page was written or not. */
    @Override
    public void close() throws IOException {
        claims.close();
    }

    private void totals() throws IOException {
        if (counts.isEmpty()) {
            return;
        }
        out.append(
                """
                <table>
                <caption>Findings by id</caption>
                <thead><tr><th scope="col">Finding</th><th scope="col">What it is</th><th scope="col">Effect</th>\
                <th scope="col" class="number">Findings</th><th scope="col" class="number">Claims</th></tr></thead>
                <tbody>
                """);
        for (Count count : counts.values()) {
            Finding finding = count.first;
            out.append("<tr><th scope=\"row\">" + Html.text(finding.id()) + "</th><td>" + Html.text(finding.title())
                    + "</td><td class=\"" + finding.effect().severity().label() + "\">" + finding.effect()
                    + "</td><td class=\"number\">" + count.findings + "</td><td class=\"number\">" + count.claims
                    + "</td></tr>\n");
        }
        out.append("</tbody>\n</table>\n");
    }
}
