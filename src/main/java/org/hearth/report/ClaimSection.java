package org.hearth.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearth.claim.Claim;
import org.hearth.claim.Location;
import org.hearth.claim.ServiceLine;
import org.hearth.evaluate.Evaluation;
import org.hearth.finding.Finding;
import org.hearth.finding.Mend;
import org.hearth.finding.ResponseCodes;
import org.hearth.finding.RowReference;

/** A claim on a page: FL 42 and 44 to 48 of a UB-04 (no claim says FL 43), and the findings beside its lines. */
final class ClaimSection {

    private final Claim claim;
    private final Evaluation evaluation;
    private final long number;
    private final StringBuilder html = new StringBuilder();
    /** Findings that no line has shown yet. */
    private final List<Finding> unshown;

    ClaimSection(Claim claim, Evaluation evaluation, long number) {
        this.claim = claim;
        this.evaluation = evaluation;
        this.number = number;
        this.unshown = new ArrayList<>(evaluation.findings());
    }

    String html() {
        add("<section aria-labelledby=\"s" + number + "\">\n<h2 id=\"s" + number + "\">Claim <code>"
                + Html.text(claim.claimId()) + "</code>: <span class=\"" + severity() + "\">"
                + Html.text(evaluation.disposition()) + "</span></h2>\n");
        header();
        if (evaluation.notJudged() != null) {
            add("<p>" + Html.message("Not judged: " + TextReport.reason(evaluation.notJudged())) + "</p>\n");
        }
        String lines = lines();
        if (!unshown.isEmpty()) {
            add("<h3>On the claim</h3>\n");
            add(findings(unshown));
        }
        add(lines);
        proposed();
        notChecked();
        if (evaluation.history() != null) {
            add("<p>Past: " + Html.text(evaluation.history().inWords()) + ".</p>\n");
        }
        return html.append("</section>\n").toString();
    }

    private String severity() {
        if (evaluation.notJudged() != null) {
            return "unjudged";
        }
        return evaluation.findings().stream()
                .map(finding -> finding.effect().severity())
                .max(Enum::compareTo)
                .map(severity -> severity.label())
                .orElse("clean");
    }

    private void header() {
        add("<dl>\n");
        Location at = claim.origin().at("");
        term("File", at == null ? null : at.file());
        term(
                "Type of bill",
                claim.typeOfBill() == null ? null : claim.typeOfBill().code());
        term(
                "Statement covers",
                claim.statementFrom() == null && claim.statementThrough() == null
                        ? null
                        : Stream.of(claim.statementFrom(), claim.statementThrough())
                                .map(date -> Objects.toString(date, "?"))
                                .collect(Collectors.joining(" to ")));
        term("Billing provider", claim.billingProviderNpi());
        String member = claim.beneficiaryId();
        // never the whole of it, however short it is
        int shown = member == null ? 0 : Math.min(4, member.length() / 2);
        term("Member id ends in", shown == 0 ? null : member.substring(member.length() - shown));
        add("</dl>\n");
    }

    private void term(String name, Object value) {
        if (value != null) {
            add("<div><dt>" + name + "</dt><dd>" + Html.text(value) + "</dd></div>\n");
        }
    }

    private String lines() {
        StringBuilder table = new StringBuilder(
                """
                <table class="claim">
                <caption>Lines as billed, with what was found on each</caption>
                <thead><tr><th scope="col">Line</th><th scope="col"><small>FL 42</small> Revenue code</th>\
                <th scope="col"><small>FL 44</small> HCPCS, rate, HIPPS</th><th scope="col"><small>FL 45</small> Service date</th>\
                <th scope="col" class="number"><small>FL 46</small> Units</th>\
                <th scope="col" class="number"><small>FL 47</small> Total charges</th>\
                <th scope="col" class="number"><small>FL 48</small> Non-covered</th><th scope="col">Findings</th></tr></thead>
                <tbody>
                """);
        for (ServiceLine line : claim.lines()) {
            table.append("<tr><th scope=\"row\">").append(line.lineNumber()).append("</th>");
            cell(table, line.revenueCode());
            cell(
                    table,
                    Stream.concat(Stream.ofNullable(line.hcpcs()), line.modifiers().stream())
                            .collect(Collectors.joining(" ")));
            cell(
                    table,
                    Stream.of(line.serviceDate(), line.serviceThrough())
                            .filter(Objects::nonNull)
                            .map(Object::toString)
                            .collect(Collectors.joining(" to ")));
            number(table, line.units());
            number(table, line.charge());
            number(table, line.nonCoveredCharge());
            table.append("<td>").append(findings(on(line))).append("</td></tr>\n");
        }
        table.append("</tbody>\n");
        if (claim.totalCharge() != null) {
            table.append("<tfoot><tr><th scope=\"row\" colspan=\"5\">Total</th>");
            number(table, claim.totalCharge());
            table.append("<td></td><td></td></tr></tfoot>\n");
        }
        return table.append("</table>\n").toString();
    }

    /** The findings on a line, which are then shown. */
    private List<Finding> on(ServiceLine line) {
        List<Finding> found = new ArrayList<>();
        for (Iterator<Finding> rest = unshown.iterator(); rest.hasNext(); ) {
            Finding finding = rest.next();
            if (finding.line() != null && finding.line() == line.lineNumber()) {
                found.add(finding);
                rest.remove();
            }
        }
        return found;
    }

    private static void cell(StringBuilder table, String value) {
        table.append("<td>").append(Html.text(value)).append("</td>");
    }

    private static void number(StringBuilder table, BigDecimal value) {
        table.append("<td class=\"number\">")
                .append(value == null ? "" : value.toPlainString())
                .append("</td>");
    }

    private static String findings(List<Finding> findings) {
        if (findings.isEmpty()) {
            return "";
        }
        return findings.stream()
                .map(ClaimSection::finding)
                .collect(Collectors.joining("\n", "<ul class=\"findings\">\n", "\n</ul>"));
    }

    private static String finding(Finding finding) {
        String severity = finding.effect().severity().label();
        StringBuilder item = new StringBuilder("<li class=\"" + severity + "\"><strong>" + severity + " "
                + Html.text(finding.id()) + "</strong> (" + finding.effect() + ")<p>"
                + Html.message(finding.message()) + "</p>");
        if (finding.fix() != null) {
            item.append("<p>Fix" + mend(finding.mend()) + ": ")
                    .append(Html.message(finding.fix()))
                    .append("</p>");
        }
        String source = Stream.of(
                        finding.formLocator(),
                        place(finding.at()),
                        finding.citation(),
                        row(finding.row()),
                        codes(finding.codes()))
                .filter(Objects::nonNull)
                .map(Html::text)
                .collect(Collectors.joining("; "));
        if (!source.isEmpty()) {
            item.append("<p class=\"source\">").append(source).append("</p>");
        }
        return item.append("</li>").toString();
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

    private static String codes(ResponseCodes codes) {
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

    private void proposed() {
        if (!evaluation.proposedLines().isEmpty()) {
            list("To bill", evaluation.proposedLines().stream().map(TextReport::proposed));
        }
    }

    private void notChecked() {
        if (!evaluation.notChecked().isEmpty()) {
            list(
                    "Not checked",
                    Unjudged.byTeller(evaluation.notChecked(), true).entrySet().stream()
                            .map(want -> "for want of " + want.getKey() + ": " + want.getValue()));
        }
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
