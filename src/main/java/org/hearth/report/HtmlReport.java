package org.hearth.report;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hearth.catalog.NotJudged;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Evaluation;
import org.hearth.facts.FactsEdition;
import org.hearth.finding.Finding;
import org.hearth.finding.Severity;

/**
 * Evaluations as one page to print or mail: first a summary, by finding and by claim with the failing ones first, then each
 * claim with findings, a sheet of paper each, then the clean claims as a list. The page needs no script and fetches nothing. Of
 * the member id it shows the last four characters at most.
 *
 * <p>The totals are known last and stand first, so the parts wait in {@link Spool}s: memory does not grow with the claims, and
 * nothing is written before {@link #end}. Not safe for use by several threads.
 */
public final class HtmlReport implements InputReport, Closeable {

    /** How many claims a finding lists by their numbers; so many that nobody turns the pages for them one by one. */
    private static final int LISTED = 500;

    private static final class Count {
        private final Finding first;
        private final List<Long> listed = new ArrayList<>();
        private long findings;
        private long claims;

        Count(Finding first) {
            this.first = first;
        }
    }

    private final Appendable out;
    private final List<NotJudged> notJudged;
    private final String findingPages;
    private final Spool problems = new Spool();
    private final Map<Severity, Spool> failing = new EnumMap<>(Severity.class);
    private final Spool claims = new Spool();
    private final Spool clean = new Spool();
    private final Spool unjudged = new Spool();
    private final TreeMap<String, Count> counts = new TreeMap<>();
    private String ruleset;
    private long sections;
    private long unread;

    /**
     * A page that is written to {@code out} at its end.
     *
     * @param notJudged what Hearth does not judge at all, for the foot
     * @param findingPages what leads from the page to those of the findings, such as {@code findings/}; {@code null} where
     *     nothing serves them
     */
    public HtmlReport(Appendable out, List<NotJudged> notJudged, String findingPages) {
        this.out = out;
        this.notJudged = List.copyOf(notJudged);
        this.findingPages = findingPages;
        for (Severity severity : Severity.values()) {
            failing.put(severity, new Spool());
        }
    }

    /**
     * Adds a claim and what was found on it.
     *
     * @throws IOException if it cannot be kept
     */
    public void claim(Claim claim, Evaluation evaluation) throws IOException {
        ruleset = evaluation.ruleset();
        if (evaluation.notJudged() != null) {
            listed(unjudged, claim, Html.message(TextReport.reason(evaluation.notJudged())));
        } else if (evaluation.findings().isEmpty() && evaluation.proposedLines().isEmpty()) {
            listed(
                    clean,
                    claim,
                    ClaimSection.unchecked(evaluation).map(Html::text).collect(Collectors.joining("<br/>")));
        } else {
            sections++;
            count(evaluation);
            entry(claim, evaluation);
            claims.append(new ClaimSection(claim, evaluation, sections, findingPages).html());
        }
    }

    private void count(Evaluation evaluation) {
        for (Finding finding : evaluation.findings()) {
            Count count = counts.computeIfAbsent(finding.id(), first -> new Count(finding));
            count.findings++;
        }
        evaluation.findings().stream()
                .map(Finding::id)
                .distinct()
                .map(counts::get)
                .forEach(count -> {
                    count.claims++;
                    if (count.listed.size() < LISTED) {
                        count.listed.add(sections);
                    }
                });
    }

    /** A row of the summary by claims. */
    private void entry(Claim claim, Evaluation evaluation) throws IOException {
        Severity worst = evaluation.findings().stream()
                .map(finding -> finding.effect().severity())
                .max(Enum::compareTo)
                .orElse(Severity.INFO);
        String found = evaluation.findings().stream()
                .map(Finding::id)
                .distinct()
                .map(id -> "<span class=\"id\">" + Html.text(id) + "</span>")
                .collect(Collectors.joining(", "));
        failing.get(worst)
                .append("<tr><td class=\"number\">" + sections + "</td><th scope=\"row\"><a href=\"#c" + sections
                        + "\">"
                        + Html.text(claim.claimId()) + "</a></th>" + about(claim) + "<td class=\""
                        + ClaimSection.severity(evaluation) + "\">" + Html.text(evaluation.disposition()) + "</td><td>"
                        + found + "</td></tr>\n");
    }

    /** A row of a claim that has no section. */
    private static void listed(Spool list, Claim claim, String says) throws IOException {
        list.append("<tr><th scope=\"row\">" + Html.text(claim.claimId()) + "</th>" + about(claim) + "<td>" + says
                + "</td></tr>\n");
    }

    private static String about(Claim claim) {
        return "<td>"
                + Html.text(
                        claim.typeOfBill() == null ? null : claim.typeOfBill().code())
                + "</td><td>" + Html.text(BilledFields.span(claim.statementFrom(), claim.statementThrough())) + "</td>";
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
        unread++;
        StringBuilder html = new StringBuilder("<section aria-labelledby=\"p" + unread + "\">\n<h2 id=\"p" + unread
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
        problems.append(html.append("</ul>\n</section>\n"));
    }

    @Override
    public void end(Tally tally) throws IOException {
        try (this) {
            Html.head(out, "Hearth: " + (tally.claims() == 0 ? "nothing was checked" : "claims checked"));
            boolean lacking = tally.lacking();
            out.append("<header id=\"contents\">\n<h1>" + Html.text(tally.heading()) + "</h1>\n")
                    .append(lacking ? "<p class=\"error\">" : "<p>")
                    .append(Html.text(tally.summary()))
                    .append("</p>\n");
            if (tally.outOfOrder() > 0) {
                out.append("<p>").append(Html.message(tally.order())).append("</p>\n");
            }
            if (ruleset != null) {
                out.append("<p>Rules: ")
                        .append(Html.text(FactsEdition.beside(ruleset)))
                        .append("</p>\n");
            }
            out.append("</header>\n<main>\n");
            problems.copyTo(out);
            byFinding();
            byClaim();
            claims.copyTo(out);
            list(
                    "clean",
                    "Clean claims",
                    "Claims on which nothing was found. What is not checked says what would be needed.",
                    "Not checked",
                    clean);
            list("unjudged", "Claims not judged", "Claims that Hearth does not judge.", "Why", unjudged);
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
        List<Spool> all = new ArrayList<>(failing.values());
        all.addAll(List.of(problems, claims, clean, unjudged));
        for (Spool spool : all) {
            spool.close();
        }
    }

    private void byFinding() throws IOException {
        if (counts.isEmpty()) {
            return;
        }
        out.append(
                """
                <section aria-labelledby="by-finding">
                <h2 id="by-finding">By finding</h2>
                <table class="list findings-list">
                <caption>What was found, the worst first, with the claims by their numbers</caption>
                <thead><tr><th scope="col">Finding</th><th scope="col">What it is</th><th scope="col">Effect</th>\
                <th scope="col" class="number">Findings</th><th scope="col" class="number">Claims</th>\
                <th scope="col">No.</th></tr></thead>
                <tbody>
                """);
        List<Count> worstFirst = counts.values().stream()
                .sorted(Comparator.comparing((Count count) -> count.first.effect())
                        .thenComparing(count -> count.claims)
                        .reversed())
                .toList();
        for (Count count : worstFirst) {
            Finding finding = count.first;
            out.append("<tr><th scope=\"row\">" + ClaimSection.linked(finding.id(), findingPages) + "</th><td>"
                    + Html.text(finding.title()) + "</td><td class=\""
                    + finding.effect().severity().label() + "\">" + finding.effect() + "</td><td class=\"number\">"
                    + count.findings + "</td><td class=\"number\">" + count.claims + "</td><td class=\"numbers\">"
                    + numbers(count) + "</td></tr>\n");
        }
        out.append("</tbody>\n</table>\n</section>\n");
    }

    private static String numbers(Count count) {
        String linked = count.listed.stream()
                .map(number -> "<a href=\"#c" + number + "\">" + number + "</a>")
                .collect(Collectors.joining(", "));
        long more = count.claims - count.listed.size();
        return more == 0 ? linked : linked + " and " + more + " more";
    }

    private void byClaim() throws IOException {
        if (sections + clean.length() + unjudged.length() == 0) {
            return;
        }
        out.append("<section aria-labelledby=\"by-claim\">\n<h2 id=\"by-claim\">By claim</h2>\n");
        if (sections > 0) {
            out.append(
                    """
                    <table class="list claims-list">
                    <caption>Claims with findings, the failing ones first</caption>
                    <thead><tr><th scope="col" class="number">No.</th><th scope="col">Claim</th><th scope="col">Type of bill</th>\
                    <th scope="col">Statement covers</th><th scope="col">Effect</th><th scope="col">Findings</th></tr></thead>
                    <tbody>
                    """);
            for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
                failing.get(severity).copyTo(out);
            }
            out.append("</tbody>\n</table>\n");
        }
        if (clean.length() > 0) {
            out.append("<p><a href=\"#clean\">Clean claims</a> are listed at the end.</p>\n");
        }
        if (unjudged.length() > 0) {
            out.append("<p><a href=\"#unjudged\">Claims not judged</a> are listed at the end.</p>\n");
        }
        out.append("</section>\n");
    }

    private void list(String id, String heading, String caption, String last, Spool rows) throws IOException {
        if (rows.length() == 0) {
            return;
        }
        out.append("<section class=\"claim\" id=\"" + id + "\" aria-labelledby=\"h-" + id + "\">\n<h2 id=\"h-" + id
                + "\">" + heading + "</h2>\n<p class=\"of\"><a href=\"#contents\">Back to the summary</a></p>\n"
                + "<table class=\"list plain-list\">\n<caption>" + caption
                + "</caption>\n<thead><tr><th scope=\"col\">Claim</th><th scope=\"col\">Type of bill</th>"
                + "<th scope=\"col\">Statement covers</th><th scope=\"col\">" + last + "</th></tr></thead>\n<tbody>\n");
        rows.copyTo(out);
        out.append("</tbody>\n</table>\n</section>\n");
    }
}
