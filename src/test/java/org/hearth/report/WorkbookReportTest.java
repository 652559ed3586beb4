package org.hearth.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hearth.claim.Claim;
import org.hearth.claim.Location;
import org.hearth.claim.ServiceLine;
import org.hearth.claim.TypeOfBill;
import org.hearth.evaluate.Evaluation;
import org.hearth.evaluate.OutOfScope;
import org.hearth.finding.Effect;
import org.junit.jupiter.api.Test;

class WorkbookReportTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Tally tally = new Tally();

    private static Claim claim(String claimId) {
        return Claim.builder()
                .claimId(claimId)
                .typeOfBill(TypeOfBill.of("0341"))
                .statementFrom(LocalDate.of(2025, 3, 1))
                .statementThrough(LocalDate.of(2025, 3, 31))
                .beneficiaryId("1EG4TE5MK73")
                .billingProviderNpi("1234567893")
                .totalCharge(new BigDecimal("240.00"))
                .origin(pointer -> new Location("march.edi", 1, "0001", "CLM", 21, null))
                .add(new ServiceLine(
                        3,
                        null,
                        "0421",
                        "HC",
                        "97140",
                        List.of(),
                        LocalDate.of(2025, 3, 5),
                        null,
                        new BigDecimal("2"),
                        new BigDecimal("120.00"),
                        null,
                        null,
                        null,
                        null))
                .build();
    }

    private void add(WorkbookReport report, Claim claim, Evaluation evaluation) {
        tally.add(evaluation);
        report.claim(claim, evaluation);
    }

    private XSSFWorkbook written(WorkbookReport report) throws IOException {
        report.end(tally);
        report.close();
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    private static List<String> row(XSSFSheet sheet, int row) {
        DataFormatter formatter = new DataFormatter();
        List<String> values = new ArrayList<>();
        for (int column = 0; column < sheet.getRow(row).getLastCellNum(); column++) {
            values.add(formatter.formatCellValue(sheet.getRow(row).getCell(column)));
        }
        return values;
    }

    private static List<String> names(XSSFWorkbook workbook) {
        return IntStream.range(0, workbook.getNumberOfSheets())
                .mapToObj(workbook::getSheetName)
                .toList();
    }

    @Test
    void hasARowAClaimAndARowAFinding() throws IOException {
        WorkbookReport report = new WorkbookReport(out);
        add(
                report,
                claim("A-1007"),
                SampleEvaluations.of(
                        "A-1007",
                        SampleEvaluations.bare(Effect.WARN, "the message"),
                        SampleEvaluations.missingModifier(SampleEvaluations.MARCH)));
        add(report, claim("A-1008"), SampleEvaluations.of("A-1008"));
        XSSFWorkbook workbook = written(report);

        assertThat(names(workbook)).containsExactly("Claims", "Findings", "Summary");
        assertThat(workbook.getActiveSheetIndex()).isZero();
        assertThat(row(workbook.getSheet("Claims"), 1))
                .containsExactly(
                        "A-1007",
                        "0341",
                        "2025-03-01",
                        "2025-03-31",
                        "RTP",
                        "2",
                        "HHT-102, HHT-301",
                        "1",
                        "240",
                        "1234567893",
                        "",
                        "",
                        "march.edi");
        assertThat(row(workbook.getSheet("Claims"), 2))
                .startsWith("A-1008", "0341")
                .contains("CLEAN");
        assertThat(row(workbook.getSheet("Findings"), 2))
                .containsExactly(
                        "A-1007",
                        "0341",
                        "2025-03-01",
                        "2025-03-31",
                        "3",
                        "2025-03-05",
                        "0421",
                        "97140",
                        "FL 44",
                        "HHT-301",
                        "error",
                        "RTP",
                        "missing discipline modifier",
                        "revenue code `0421` on a 34X claim carries no `GP`",
                        "add modifier `GP`",
                        "",
                        "",
                        "4",
                        "",
                        "A7:453",
                        "Pub. 100-04 ch. 5 s. 20.1",
                        "discipline-requirements/PT",
                        "/lines/2/modifiers",
                        "march.edi",
                        "SV2",
                        "41");
        XSSFSheet summary = workbook.getSheet("Summary");
        assertThat(row(summary, 0))
                .containsExactly("2 claims checked: 1 clean, 1 with errors, 0 with warnings, 0 with notes only;"
                        + " 2 findings; 0 unreadable");
        assertThat(row(summary, 1)).containsExactly("Rules: v1, facts edition 2");
        assertThat(row(summary, 4)).containsExactly("HHT-301", "missing discipline modifier", "RTP", "1", "1");
    }

    @Test
    void whatWasNotReadOrJudgedIsThereAndSaidFirst() throws IOException {
        WorkbookReport report = new WorkbookReport(out);
        add(
                report,
                claim("A"),
                new Evaluation(
                        "A",
                        "v1",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        new OutOfScope("another payer", "filing indicator `16`")));
        report.unreadable("a.json", "BAD", List.of(new Unreadable("/lines", "the `lines` are missing", "add `lines`")));
        report.damaged("a.json", List.of(new Unreadable(null, "the input breaks off", null)));
        tally.addUnreadable();
        tally.notWhole();
        XSSFWorkbook workbook = written(report);

        assertThat(names(workbook)).containsExactly("Claims", "Findings", "Summary", "Problems");
        assertThat(workbook.getSheetName(workbook.getActiveSheetIndex())).isEqualTo("Summary");
        assertThat(row(workbook.getSheet("Summary"), 0).get(0))
                .startsWith("nothing was checked; not whole: ")
                .contains("1 of 2 claims could be read", "1 claim not judged");
        assertThat(row(workbook.getSheet("Claims"), 1)).contains("NOT_JUDGED", "another payer: filing indicator `16`");
        assertThat(row(workbook.getSheet("Claims"), 2)).startsWith("BAD").contains("UNREADABLE", "a.json");
        assertThat(row(workbook.getSheet("Problems"), 1))
                .containsExactly("a.json", "BAD", "unreadable", "/lines", "the `lines` are missing", "add `lines`");
        assertThat(row(workbook.getSheet("Problems"), 2))
                .containsExactly("a.json", "", "not whole", "", "the input breaks off");
    }

    @Test
    void namesNobody() throws IOException {
        WorkbookReport report = new WorkbookReport(out);
        add(report, claim("A"), SampleEvaluations.of("A"));
        XSSFSheet claims = written(report).getSheet("Claims");

        assertThat(String.join(" ", row(claims, 1))).doesNotContain("1EG4", "MK73");
    }
}
