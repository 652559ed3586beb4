package org.hearth.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hearth.claim.Claim;
import org.hearth.claim.Location;
import org.hearth.claim.ServiceLine;
import org.hearth.evaluate.Evaluation;
import org.hearth.facts.FactsEdition;
import org.hearth.finding.Finding;
import org.hearth.finding.Mend;
import org.hearth.finding.ResponseCodes;
import org.hearth.finding.RowReference;

/**
 * A claim on a page: what was found on it, numbered, then the claim as billed, its header by form locators and its lines with
 * FL 42 and 44 to 48 (no claim says FL 43). What a finding points at is marked with the finding's number.
 */
final class ClaimSection {

    private final Claim claim;
    private final Evaluation evaluation;
    private final long number;
    private final String findingPages;
    private final StringBuilder html = new StringBuilder();

    /**
     * @param number the claim's number in the report, from 1
     * @param findingPages what leads to the findings' pages, such as {@code findings/}; {@code null} where nothing serves them
     */
    ClaimSection(Claim claim, Evaluation evaluation, long number, String findingPages) {
        this.claim = claim;
        this.evaluation = evaluation;
        this.number = number;
        this.findingPages = findingPages;
    }

    String html() {
        add("<section class=\"claim\" id=\"c" + number + "\" aria-labelledby=\"h" + number + "\">\n<h2 id=\"h" + number
                + "\"><small>No. " + number + "</small> Claim <code>" + Html.text(claim.claimId())
                + "</code>: <span class=\"" + severity(evaluation) + "\">" + Html.text(evaluation.disposition())
                + "</span></h2>\n");
        Location at = claim.origin().at("");
        String file =
                at == null || at.file() == null ? "" : "<span>File <code>" + Html.text(at.file()) + "</code></span> ";
        add("<p class=\"of\">" + file + "<a href=\"#contents\">Back to the summary</a></p>\n");
        findings();
        proposed();
        add("<h3>As billed</h3>\n");
        header();
        lines();
        notChecked();
        if (evaluation.history() != null) {
            add("<p>Past: " + Html.text(evaluation.history().inWords()) + ".</p>\n");
        }
        add("<p class=\"source\">Rules: " + Html.text(FactsEdition.beside(evaluation.ruleset())) + "</p>\n");
        return html.append("</section>\n").toString();
    }

    /** The word for how a claim stands: that of its worst finding, or {@code clean}. */
    static String severity(Evaluation evaluation) {
        return evaluation.findings().stream()
                .map(finding -> finding.effect().severity())
                .max(Enum::compareTo)
                .map(severity -> severity.label())
                .orElse("clean");
    }

    private void findings() {
        if (evaluation.findings().isEmpty()) {
            return;
        }
        add("<ol class=\"findings\">\n");
        for (int index = 0; index < evaluation.findings().size(); index++) {
            finding(evaluation.findings().get(index), index + 1);
        }
        add("</ol>\n");
    }

    private void finding(Finding finding, int index) {
        String severity = finding.effect().severity().label();
        String where = Stream.of(
                        finding.line() == null ? "the claim" : "line " + finding.line(),
                        finding.formLocator(),
                        codes(finding.codes()))
                .filter(Objects::nonNull)
                .map(Html::text)
                .collect(Collectors.joining("; "));
        add("<li class=\"" + severity + "\" id=\"c" + number + "f" + index + "\"><p class=\"which\"><strong>" + severity
                + " " + linked(finding.id(), findingPages) + "</strong> " + finding.effect() + "; " + where
                + "</p>\n<p class=\"message\">" + Html.message(finding.message()) + "</p>\n");
        if (finding.fix() != null) {
            add("<p class=\"fix\"><strong>Fix" + mend(finding.mend()) + ":</strong> " + Html.message(finding.fix())
                    + "</p>\n");
        }
        String source = Stream.of(
                        finding.citation(),
                        place(finding.at()),
                        finding.row() == null ? finding.rule() : row(finding.row()))
                .filter(Objects::nonNull)
                .map(Html::text)
                .collect(Collectors.joining("; "));
        add((source.isEmpty() ? "" : "<p class=\"source\">" + source + "</p>") + "</li>\n");
    }

    /** A finding's id, as a link where its page is served. */
    static String linked(String id, String findingPages) {
        return findingPages == null
                ? Html.text(id)
                : "<a href=\"" + findingPages + Html.text(id) + "\">" + Html.text(id) + "</a>";
    }

    private static String mend(Mend mend) {
        return mend == null ? "" : mend == Mend.CERTAIN ? " (certain)" : " (the only one; ask first)";
    }

    private static String place(Location at) {
        if (at == null || at.segment() == null) {
            return null;
        }
        return "transaction " + at.transaction() + ", segment " + at.segment()
                + (at.position() == null ? "" : " at position " + at.position())
                + (at.element() == null ? "" : ", element " + at.element());
    }

    private static String row(RowReference row) {
        return row == null ? null : row.workbook() + ", sheet " + row.sheet() + ", cell " + row.cell();
    }

    /** What a payer would answer, in a line; {@code null} if nothing is known. */
    static String codes(ResponseCodes codes) {
        String text = Stream.of(
                        code("FISS", codes.fiss()),
                        code("CARC", codes.carc()),
                        code("RARC", codes.rarc()),
                        code("277CA", codes.claimStatus()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? null : text;
    }

    private static String code(String name, String value) {
        return value == null ? null : name + " " + value;
    }

    private void header() {
        add("<dl class=\"bill\">\n");
        for (BilledFields.Field field : BilledFields.of(claim)) {
            String marks = marks(finding -> finding.line() == null && field.isMeant(finding));
            if (field.value() == null && marks.isEmpty()) {
                continue;
            }
            String value = field.value() == null ? "<em>empty</em>" : Html.text(field.value());
            add("<div" + (marks.isEmpty() ? "" : " class=\"wrong\"") + "><dt><small>" + field.locator() + "</small> "
                    + field.name() + "</dt><dd>" + value + marks + "</dd></div>\n");
        }
        add("</dl>\n");
    }

    /** Links to the findings that meet a condition, by their numbers. */
    private String marks(Predicate<Finding> condition) {
        List<Finding> findings = evaluation.findings();
        return IntStream.range(0, findings.size())
                .filter(index -> condition.test(findings.get(index)))
                .mapToObj(index -> " <a class=\"mark\" href=\"#c" + number + "f" + (index + 1) + "\">" + (index + 1)
                        + "<span class=\"ear\">: "
                        + Html.text(findings.get(index).id()) + "</span></a>")
                .collect(Collectors.joining());
    }

    private void lines() {
        add(
                """
                <table class="lines">
                <caption>Lines</caption>
                <thead><tr><th scope="col">Line</th><th scope="col"><small>FL 42</small> Revenue code</th>\
                <th scope="col"><small>FL 44</small> HCPCS, rate, HIPPS</th><th scope="col"><small>FL 45</small> Service date</th>\
                <th scope="col" class="number"><small>FL 46</small> Units</th>\
                <th scope="col" class="number"><small>FL 47</small> Total charges</th>\
                <th scope="col" class="number"><small>FL 48</small> Non-covered</th></tr></thead>
                <tbody>
                """);
        claim.lines().forEach(this::line);
        add("</tbody>\n");
        if (claim.totalCharge() != null) {
            add("<tfoot><tr><th scope=\"row\" colspan=\"5\">Total</th>"
                    + number(
                            claim.totalCharge(),
                            marks(finding -> finding.line() == null && "/totalCharge".equals(finding.field())))
                    + "<td></td></tr></tfoot>\n");
        }
        add("</table>\n");
    }

    private void line(ServiceLine line) {
        add("<tr><th scope=\"row\">" + line.lineNumber()
                + marks(finding -> isOn(line, finding) && LinePart.of(finding) == LinePart.LINE) + "</th>");
        add(cell(line, line.revenueCode(), LinePart.REVENUE_CODE));
        add(cell(
                line,
                Stream.concat(Stream.ofNullable(line.hcpcs()), line.modifiers().stream())
                        .collect(Collectors.joining(" ")),
                LinePart.CODE));
        add(cell(
                line,
                Stream.of(line.serviceDate(), line.serviceThrough())
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .collect(Collectors.joining(" to ")),
                LinePart.DATE));
        add(number(line.units(), marks(line, LinePart.UNITS)));
        add(number(line.charge(), marks(line, LinePart.CHARGE)));
        add(number(line.nonCoveredCharge(), marks(line, LinePart.NON_COVERED)) + "</tr>\n");
    }

    private static boolean isOn(ServiceLine line, Finding finding) {
        return finding.line() != null && finding.line() == line.lineNumber();
    }

    private String marks(ServiceLine line, LinePart part) {
        return marks(finding -> isOn(line, finding) && LinePart.of(finding) == part);
    }

    private String cell(ServiceLine line, String value, LinePart part) {
        String marks = marks(line, part);
        return "<td" + (marks.isEmpty() ? "" : " class=\"wrong\"") + ">" + Html.text(value) + marks + "</td>";
    }

    private static String number(BigDecimal value, String marks) {
        return "<td class=\"number" + (marks.isEmpty() ? "" : " wrong") + "\">"
                + (value == null ? "" : value.toPlainString()) + marks + "</td>";
    }

    /** The cells of a line. */
    private enum LinePart {
        LINE(null, Set.of()),
        REVENUE_CODE("FL 42", Set.of("revenueCode")),
        CODE("FL 44", Set.of("hcpcs", "modifiers", "procedureQualifier")),
        DATE("FL 45", Set.of("serviceDate", "serviceThrough")),
        UNITS("FL 46", Set.of("units", "minutes", "minutesBy")),
        CHARGE("FL 47", Set.of("charge")),
        NON_COVERED("FL 48", Set.of("nonCoveredCharge"));

        private final String locator;
        private final Set<String> members;

        LinePart(String locator, Set<String> members) {
            this.locator = locator;
            this.members = members;
        }

        /** The cell that a finding on a line points at: by its member, else by its form locator, else the line itself. */
        static LinePart of(Finding finding) {
            String[] steps =
                    finding.field() == null ? new String[0] : finding.field().split("/");
            String member = steps.length > 3 ? steps[3] : null;
            return Stream.of(values())
                    .filter(part -> part.members.contains(member == null ? "" : member))
                    .findFirst()
                    .or(() -> Stream.of(values())
                            .filter(part -> part.locator != null && part.locator.equals(finding.formLocator()))
                            .findFirst())
                    .orElse(LINE);
        }
    }

    private void proposed() {
        if (!evaluation.proposedLines().isEmpty()) {
            list("To bill", evaluation.proposedLines().stream().map(TextReport::proposed));
        }
    }

    private void notChecked() {
        if (!evaluation.notChecked().isEmpty()) {
            list("Not checked", unchecked(evaluation));
        }
    }

    /** What was not judged of a claim, by what was wanting. */
    static Stream<String> unchecked(Evaluation evaluation) {
        return Unjudged.byTeller(evaluation.notChecked(), true).entrySet().stream()
                .map(want -> "for want of " + want.getKey() + ": " + want.getValue());
    }

    private void list(String heading, Stream<String> items) {
        add("<h3>" + heading + "</h3>\n<ul>\n");
        items.forEach(item -> add("<li>" + Html.text(item) + "</li>\n"));
        add("</ul>\n");
    }

    private void add(String text) {
        html.append(text);
    }
}
