package org.hearth.spark;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
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

    /** The numbers of lines and of claims are each another. */
    private static final Set<String> UNLIKE = Set.of("line", "claim_id");

    private static final Set<String> CLAIMS_LOOKED_FOR =
            Set.of("part", "line", "claim_id", "type_of_bill", "statement_from", "statement_through", "total_charge");

    private static final Set<String> FINDINGS_LOOKED_FOR = Set.of("part", "line", "claim_id", "finding");

    private final int part;
    private final ParquetFolder claims;
    private final ParquetFolder findings;

    /** @param part the number of the part */
    Rows(int part, Staging.Attempt attempt) {
        this.part = part;
        claims = new ParquetFolder(Answer.CLAIMS, Answer.name(part), CLAIM, UNLIKE, CLAIMS_LOOKED_FOR, attempt);
        findings = new ParquetFolder(Answer.FINDINGS, Answer.name(part), FINDING, UNLIKE, FINDINGS_LOOKED_FOR, attempt);
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

    private void claim(Row row, long line, Claim claim, Evaluation evaluation) {
        row.number("part", part);
        row.large("line", line);
        row.text("claim_id", claim.claimId());
        row.text("type_of_bill", claim.typeOfBill().code());
        row.text("billing_provider_npi", claim.billingProviderNpi());
        row.number("statement_from", day(claim.statementFrom()));
        row.number("statement_through", day(claim.statementThrough()));
        amount(row, "total_charge", claim.totalCharge());
        row.number("service_lines", claim.lines().size());
        row.number("findings", evaluation.findings().size());
        row.number(
                "earlier_claims",
                evaluation.history() == null ? 0 : evaluation.history().claims());
        row.text(
                "not_judged",
                evaluation.notJudged() == null ? null : evaluation.notJudged().reason());
        Location at = claim.origin().at("");
        row.text("file", at == null ? null : at.file());
        row.text("ruleset", evaluation.ruleset());
    }

    private void finding(Row row, long line, int number, Evaluation evaluation, Finding finding) {
        row.number("part", part);
        row.large("line", line);
        row.number("number", number);
        row.text("claim_id", evaluation.claimId());
        row.text("finding", finding.id());
        row.text("title", finding.title());
        row.text("effect", finding.effect().name());
        row.text("severity", finding.effect().severity().label());
        row.number("claim_line", finding.line());
        row.text("form_locator", finding.formLocator());
        row.text("field", finding.field());
        Location at = finding.at();
        row.text("file", at == null ? null : at.file());
        row.text("segment", at == null ? null : at.segment());
        row.number("position", at == null ? null : at.position());
        row.text("citation", finding.citation());
        row.text("fiss", finding.codes().fiss());
        row.text("carc", finding.codes().carc());
        row.text("rarc", finding.codes().rarc());
        row.text("claim_status", finding.codes().claimStatus());
        row.text("table_name", finding.row() == null ? null : finding.row().table());
        row.text("table_row", finding.row() == null ? null : finding.row().row());
        row.text("ruleset", evaluation.ruleset());
    }

    /** An amount of more digits than any bill has is left out. */
    private static void amount(Row row, String column, BigDecimal value) {
        if (value == null) {
            return;
        }
        BigDecimal cents = value.setScale(CENTS, RoundingMode.HALF_UP);
        if (cents.precision() <= MOST_DIGITS) {
            row.large(column, cents.unscaledValue().longValueExact());
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
