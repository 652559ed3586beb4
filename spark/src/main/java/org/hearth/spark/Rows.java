package org.hearth.spark;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.hearth.claim.Claim;
import org.hearth.claim.Location;
import org.hearth.evaluate.Evaluation;
import org.hearth.finding.Finding;

/**
 * The rows of a part: one a claim and one a finding, in folders by the month in which the claim's statement begins and the
 * claim's disposition. Rows name the line of the part that says all; none has the member id, nor a text that quotes what
 * was billed. src/docs/spark.md has the columns in words.
 */
final class Rows implements Closeable {

    private static final int CENTS = 2;

    /** As many digits as the column has. */
    private static final int MOST_DIGITS = 18;

    private static final MessageType CLAIM = MessageTypeParser.parseMessageType(
            """
            message claim {
              required int32 part;
              required int64 line;
              required binary claim_id (UTF8);
              required binary type_of_bill (UTF8);
              optional binary billing_provider_npi (UTF8);
              required int32 statement_from (DATE);
              required int32 statement_through (DATE);
              optional int64 total_charge (DECIMAL(18,2));
              required int32 service_lines;
              required int32 findings;
              required int32 earlier_claims;
              optional binary not_judged (UTF8);
              optional binary file (UTF8);
              required binary ruleset (UTF8);
            }
            """);

    private static final MessageType FINDING = MessageTypeParser.parseMessageType(
            """
            message finding {
              required int32 part;
              required int64 line;
              required int32 number;
              required binary claim_id (UTF8);
              required binary finding (UTF8);
              required binary title (UTF8);
              required binary effect (UTF8);
              required binary severity (UTF8);
              optional int32 claim_line;
              optional binary form_locator (UTF8);
              optional binary field (UTF8);
              optional binary file (UTF8);
              optional binary segment (UTF8);
              optional int32 position;
              optional binary citation (UTF8);
              optional binary fiss (UTF8);
              optional binary carc (UTF8);
              optional binary rarc (UTF8);
              optional binary claim_status (UTF8);
              optional binary table_name (UTF8);
              optional binary table_row (UTF8);
              required binary ruleset (UTF8);
            }
            """);

    private final int part;
    private final ParquetFolder claims;
    private final ParquetFolder findings;

    /** @param part the number of the part */
    Rows(int part, Staging.Attempt attempt) {
        this.part = part;
        claims = new ParquetFolder(Answer.CLAIMS, Answer.name(part), CLAIM, attempt);
        findings = new ParquetFolder(Answer.FINDINGS, Answer.name(part), FINDING, attempt);
    }

    /** Writes the rows of a claim. @param line which line of the part is the claim's, from 1 */
    void add(long line, Claim claim, Evaluation evaluation) throws IOException {
        String folder = "month=" + YearMonth.from(claim.statementFrom()) + "/disposition=" + evaluation.disposition();
        claims.write(folder, row -> claim(row, line, claim, evaluation));
        int number = 0;
        for (Finding finding : evaluation.findings()) {
            int which = ++number;
            findings.write(folder, row -> finding(row, line, which, evaluation, finding));
        }
    }

    private void claim(Group row, long line, Claim claim, Evaluation evaluation) {
        row.add("part", part);
        row.add("line", line);
        row.add("claim_id", claim.claimId());
        row.add("type_of_bill", claim.typeOfBill().code());
        text(row, "billing_provider_npi", claim.billingProviderNpi());
        row.add("statement_from", day(claim.statementFrom()));
        row.add("statement_through", day(claim.statementThrough()));
        amount(row, "total_charge", claim.totalCharge());
        row.add("service_lines", claim.lines().size());
        row.add("findings", evaluation.findings().size());
        row.add(
                "earlier_claims",
                evaluation.history() == null ? 0 : evaluation.history().claims());
        text(
                row,
                "not_judged",
                evaluation.notJudged() == null ? null : evaluation.notJudged().reason());
        Location at = claim.origin().at("");
        text(row, "file", at == null ? null : at.file());
        row.add("ruleset", evaluation.ruleset());
    }

    private void finding(Group row, long line, int number, Evaluation evaluation, Finding finding) {
        row.add("part", part);
        row.add("line", line);
        row.add("number", number);
        row.add("claim_id", evaluation.claimId());
        row.add("finding", finding.id());
        row.add("title", finding.title());
        row.add("effect", finding.effect().name());
        row.add("severity", finding.effect().severity().label());
        if (finding.line() != null) {
            row.add("claim_line", finding.line());
        }
        text(row, "form_locator", finding.formLocator());
        text(row, "field", finding.field());
        Location at = finding.at();
        text(row, "file", at == null ? null : at.file());
        text(row, "segment", at == null ? null : at.segment());
        if (at != null && at.position() != null) {
            row.add("position", at.position());
        }
        text(row, "citation", finding.citation());
        text(row, "fiss", finding.codes().fiss());
        text(row, "carc", finding.codes().carc());
        text(row, "rarc", finding.codes().rarc());
        text(row, "claim_status", finding.codes().claimStatus());
        text(row, "table_name", finding.row() == null ? null : finding.row().table());
        text(row, "table_row", finding.row() == null ? null : finding.row().row());
        row.add("ruleset", evaluation.ruleset());
    }

    private static void text(Group row, String column, String value) {
        if (value != null) {
            row.add(column, Binary.fromString(value));
        }
    }

    /** An amount of more digits than any bill has is left out. */
    private static void amount(Group row, String column, BigDecimal value) {
        if (value == null) {
            return;
        }
        BigDecimal cents = value.setScale(CENTS, RoundingMode.HALF_UP);
        if (cents.precision() <= MOST_DIGITS) {
            row.add(column, cents.unscaledValue().longValueExact());
        }
    }

    private static int day(LocalDate day) {
        return (int) day.toEpochDay();
    }

    @Override
    public void close() throws IOException {
        claims.close();
        findings.close();
    }
}
