package org.hearth.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellCopyPolicy;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.hearth.tables.EditedTables;
import org.hearth.tables.difference.Difference;
import org.hearth.tables.difference.TableDifference;
import org.hearth.tables.difference.TablesDiff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TablesDiffTextTest {

    private static final String VISITS = "codes/visit-codes.xlsx";
    private static final String DISCIPLINES = "discipline-requirements.drl.xlsx";
    private static final String BRACKETS = "unit-brackets.drl.xlsx";

    private static final String HEADER = "header-34x.drl.xlsx";
    private static final String LOCKED = "locked-modifiers.drl.xlsx";
    private static final String FINDINGS = "codes/findings.xlsx";

    private static String text(EditedTables after) {
        return text(after.unedited(), after);
    }

    private static String text(EditedTables before, EditedTables after) {
        StringBuilder out = new StringBuilder();
        try {
            new TablesDiffText(out).write(TablesDiff.between(before.read(), after.read()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toString();
    }

    static Stream<Arguments> edits() {
        return Stream.of(
                Arguments.of(
                        new EditedTables(VISITS).set(VISITS, "G0157", "through", LocalDate.of(2025, 12, 31)),
                        """
                        visit-codes (codes/visit-codes.xlsx)
                          changed  visit-codes/G0157: through open -> 2025-12-31

                        1 of 1 table differs; rows: 1 changed
                        """),
                Arguments.of(
                        new EditedTables(BRACKETS)
                                .set(BRACKETS, "1", "through minutes", 24)
                                .set(BRACKETS, "2", "from minutes", 25),
                        """
                        unit-brackets (unit-brackets.drl.xlsx)
                          changed  unit-brackets/1: through minutes 22 -> 24
                          changed  unit-brackets/2: from minutes 23 -> 25

                        1 of 1 table differs; rows: 2 changed
                        """),
                Arguments.of(
                        new EditedTables(VISITS).set(VISITS, "G0157", "row", "G0157 assistant"),
                        """
                        visit-codes (codes/visit-codes.xlsx)
                          renamed  visit-codes/G0157 -> visit-codes/G0157 assistant, which holds the same

                        1 of 1 table differs; rows: 1 renamed
                        """),
                Arguments.of(
                        new EditedTables(HEADER).removeRow(HEADER, "interim"),
                        """
                        header-34x (header-34x.drl.xlsx)
                          removed  header-34x/interim: bill 34X, frequency "2, 3", status other than 30, finding HHT-363, \
                        source "Pub. 100-04 ch. 25; own knowledge, not verified in a source", checked on 2026-11-23

                        1 of 1 table differs; rows: 1 removed
                        """),
                Arguments.of(
                        new EditedTables(BRACKETS).edit(BRACKETS, workbook -> {
                            Sheet sheet = EditedTables.rows(workbook);
                            Row row = sheet.createRow(sheet.getLastRowNum() + 1);
                            Object[] cells = {
                                "99",
                                15,
                                1438,
                                1439,
                                "open",
                                LocalDate.of(2027, 1, 1),
                                96,
                                "invented",
                                LocalDate.of(2026, 12, 1)
                            };
                            for (int column = 0; column < cells.length; column++) {
                                EditedTables.put(row.createCell(column), cells[column]);
                            }
                        }),
                        """
                        unit-brackets (unit-brackets.drl.xlsx)
                          added    unit-brackets/99: unit minutes 15, from minutes 1438, through minutes 1439, \
                        through 2027-01-01, units 96, source invented, checked on 2026-12-01

                        1 of 1 table differs; rows: 1 added
                        """),
                Arguments.of(
                        new EditedTables(FINDINGS)
                                .set(
                                        "codes/findings.xlsx",
                                        "HHT-181",
                                        "message",
                                        "no priority ".repeat(8).strip()),
                        """
                        findings (codes/findings.xlsx)
                          changed  findings/HHT-181: message
                                   was "the claim has no priority of admission"
                                   now "no priority no priority no priority no priority no priority no priority \
                        no priority no priority"

                        1 of 1 table differs; rows: 1 changed
                        """),
                Arguments.of(
                        new EditedTables(DISCIPLINES).edit(DISCIPLINES, workbook -> {
                            Sheet examples = workbook.getSheet("Examples");
                            EditedTables.row(examples, "clean PT line")
                                    .createCell(4)
                                    .setCellValue("HHT-301");
                            EditedTables.row(examples, "PT line without GP")
                                    .createCell(0)
                                    .setCellValue("PT without GP");
                            Sheet notes = workbook.getSheet("Notes");
                            Row change = notes.createRow(notes.getLastRowNum() + 1);
                            EditedTables.put(change.createCell(0), LocalDate.of(2026, 12, 1));
                            EditedTables.put(change.createCell(1), "2027-01-01");
                            EditedTables.put(change.createCell(2), "an example");
                            EditedTables.row(notes, "dates are").createCell(1).setCellValue("receipt");
                            EditedTables.row(notes, "rows match").createCell(1).setCellValue("all");
                        }),
                        """
                        discipline-requirements (discipline-requirements.drl.xlsx)
                          changed  example "clean PT line": expect none -> HHT-301
                          renamed  example "PT line without GP" -> "PT without GP", which holds the same
                          added    changelog entry 2026-12-01: effective 2027-01-01, what changed "an example"
                          changed  note "dates are": text "date of service" -> receipt
                          changed  note "rows match": text "at most one" -> all

                        1 of 1 table differs; examples: 1 changed, 1 renamed; changelog entries: 1 added; notes: 2 changed
                        """),
                Arguments.of(
                        new EditedTables(DISCIPLINES).edit(DISCIPLINES, workbook -> {
                            Sheet rules = EditedTables.rows(workbook);
                            rules.getRow(6).createCell(1).setCellValue("kind != \"$param\"");
                            rules.getRow(1).createCell(1).setCellValue("java.util.List");
                            EditedTables.row(workbook.getSheet("Notes"), "bill")
                                    .createCell(1)
                                    .setCellValue("choice: 34X");
                        }),
                        """
                        discipline-requirements (discipline-requirements.drl.xlsx)
                          changed  column bill: type "choice: 32X, 34X" -> "choice: 34X"
                          changed  column bill: snippet "kind == "$param"" -> "kind != "$param""
                          changed  hidden row Import: text
                                   was "org.hearth.claim.Discipline, org.hearth.facts.plan.DisciplineBilled, \
                        org.hearth.facts.plan.DisciplineRequirement"
                                   now java.util.List

                        1 of 1 table differs; columns: 1 changed; hidden rows: 1 changed
                        """),
                Arguments.of(
                        new EditedTables(LOCKED).remove(LOCKED),
                        """
                        locked-modifiers (locked-modifiers.drl.xlsx): removed, 6 rows

                        0 of 0 tables differ; 1 table removed
                        """));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void anEditIsToldInWords(EditedTables after, String expected) {
        assertThat(text(after)).isEqualTo(expected);
    }

    @Test
    void whatIsTheSameIsSaidToBe() {
        assertThat(text(new EditedTables(VISITS))).isEqualTo("no difference in 1 table\n");
    }

    @Test
    void theOrderOfRowsIsNoDifference() {
        EditedTables moved = new EditedTables(VISITS).edit(VISITS, workbook -> {
            XSSFSheet sheet = (XSSFSheet) EditedTables.rows(workbook);
            XSSFRow first = sheet.getRow(1);
            sheet.createRow(sheet.getLastRowNum() + 1).copyRowFrom(first, new CellCopyPolicy());
            sheet.removeRow(first);
            sheet.shiftRows(2, sheet.getLastRowNum(), -1);
        });
        assertThat(text(moved)).isEqualTo("no difference in 1 table\n");
    }

    @Test
    void aTableThatIsNewIsTold() {
        assertThat(text(new EditedTables(VISITS, LOCKED).remove(VISITS), new EditedTables(VISITS, LOCKED)))
                .isEqualTo(
                        """
                        visit-codes (codes/visit-codes.xlsx): added, 29 rows

                        0 of 1 table differ; 1 table added
                        """);
    }

    @Test
    void aBrokenWorkbookCostsNoOther() {
        EditedTables after = new EditedTables(VISITS, BRACKETS, DISCIPLINES)
                .set(VISITS, "G0157", "through", "soon")
                .put(BRACKETS, new byte[] {1, 2, 3})
                .set(DISCIPLINES, "PT", "modifier", "GX");
        assertThat(text(after))
                .isEqualTo(
                        """
                        after: codes/visit-codes.xlsx, sheet Rows, cell L8: `soon` is not a date; \
                        write a date such as 2018-05-01
                        after: unit-brackets.drl.xlsx: this is not a workbook that can be read; \
                        save it as an Excel workbook (.xlsx)

                        discipline-requirements (discipline-requirements.drl.xlsx)
                          changed  discipline-requirements/PT: modifier GP -> GX

                        1 of 1 table differs; rows: 1 changed; 2 workbooks could not be compared
                        """);
    }

    @Test
    void aCopyUnderAnotherNameIsTold() {
        EditedTables after = new EditedTables(VISITS);
        after.put("codes/zz copy.xlsx", after.workbook(VISITS));
        assertThat(text(after))
                .isEqualTo(
                        """
                        after: codes/zz copy.xlsx, sheet Notes: the workbook calls itself the table `visit-codes`, \
                        as codes/visit-codes.xlsx does; delete the copy

                        no difference in 1 table; 1 workbook could not be compared
                        """);
    }

    @Test
    void theLinesOfACellStayOnOne() {
        assertThat(text(new EditedTables(VISITS).set(VISITS, "G0157", "source", "a\nb")))
                .contains("\n           now \"a\\nb\"\n");
    }

    @Test
    void whatATerminalWouldObeyIsShown() throws IOException {
        Difference hostile = new Difference(
                Difference.Part.ROW,
                Difference.Kind.CHANGED,
                "G0157",
                null,
                List.of(new Difference.Value("source", "a\u202eb", "\u001b[31m")));
        StringBuilder out = new StringBuilder();
        new TablesDiffText(out)
                .write(new TablesDiff(
                        List.of(new TableDifference("t", "t.xlsx", Difference.Kind.CHANGED, 1, List.of(hostile))),
                        1,
                        List.of(),
                        List.of()));
        assertThat(out).contains("  changed  t/G0157: source \"a\\u202eb\" -> \"\\u001b[31m\"\n");
    }
}
