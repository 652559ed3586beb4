package org.hearth.tables.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hearth.tables.Edited;
import org.hearth.tables.content.Table;
import org.junit.jupiter.api.Test;

class MarkingTest {

    private static final String FILE = "modifiers.drl.xlsx";

    private static TableProblem problem(String sheet, String cell, String message) {
        return new TableProblem(FILE, sheet, cell, message, "mend it");
    }

    private static XSSFWorkbook open(byte[] bytes) {
        try {
            return new XSSFWorkbook(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static XSSFCell cell(XSSFWorkbook workbook, String name) {
        CellReference reference = new CellReference(name);
        return workbook.getSheet("Rules").getRow(reference.getRow()).getCell(reference.getCol());
    }

    private static byte[] marked(byte[] bytes) {
        return Marking.of(
                FILE,
                bytes,
                List.of(
                        problem("Rules", "C9", "one"),
                        problem("Rules", "C9", "two"),
                        problem("Rules", "C10:C12", "block")),
                List.of(
                        problem("Rules", "C9", "hidden behind"),
                        problem("Rules", "D9", "doubtful"),
                        problem(null, null, "all")));
    }

    @Test
    void aBadCellIsColouredAndSaysWhatToWrite() throws IOException {
        try (XSSFWorkbook copy = open(marked(new Edited().bytes(FILE)))) {
            assertThat(cell(copy, "C9").getStringCellValue()).isEqualTo("GA");
            assertThat(cell(copy, "C9").getCellStyle().getFillForegroundColor())
                    .isEqualTo(IndexedColors.ROSE.getIndex());
            assertThat(cell(copy, "C9").getCellStyle().getDataFormatString()).isEqualTo("@");
            assertThat(cell(copy, "C9").getCellComment().getString().getString())
                    .isEqualTo("one\nmend it\n\ntwo\nmend it");
            assertThat(cell(copy, "C10").getCellComment().getString().getString())
                    .isEqualTo("block\nmend it");
            assertThat(cell(copy, "D9").getCellStyle().getFillForegroundColor())
                    .isEqualTo(IndexedColors.LIGHT_YELLOW.getIndex());
            assertThat(cell(copy, "E9").getCellComment()).isNull();
            assertThat(copy.getSheet("To mend").getLastRowNum()).isEqualTo(6);
            assertThat(copy.getSheet("To mend").getRow(1).getCell(2).getStringCellValue())
                    .isEqualTo("one");
        }
    }

    @Test
    void cellsThatMakeAProblemTogetherAreEachMarked() throws IOException {
        byte[] marked =
                Marking.of(FILE, new Edited().bytes(FILE), List.of(problem("Rules", "H9, G10", "a gap")), List.of());
        try (XSSFWorkbook copy = open(marked)) {
            for (String name : List.of("H9", "G10")) {
                assertThat(cell(copy, name).getCellComment().getString().getString())
                        .as(name)
                        .isEqualTo("a gap\nmend it");
                assertThat(cell(copy, name).getCellStyle().getFillForegroundColor())
                        .as(name)
                        .isEqualTo(IndexedColors.ROSE.getIndex());
            }
            assertThat(copy.getSheet("To mend").getLastRowNum()).isEqualTo(1);
        }
    }

    @Test
    void aTextThatWasWrittenIsMarkedUntilTheCopyIsMarkedAgain() throws IOException {
        byte[] written = Marking.rewritten(
                FILE,
                new Edited().bytes(FILE),
                List.of(new Marking.Rewritten("Rules", "J9", "other words", "review: this was\nthe words before")));
        try (XSSFWorkbook copy = open(written)) {
            assertThat(cell(copy, "J9").getStringCellValue()).isEqualTo("other words");
            assertThat(cell(copy, "J9").getCellComment().getString().getString())
                    .isEqualTo("review: this was\nthe words before");
            assertThat(cell(copy, "J9").getCellStyle().getFillForegroundColor())
                    .isEqualTo(IndexedColors.LIGHT_YELLOW.getIndex());
            assertThat(copy.getSheet("To mend")).isNull();
        }
        try (XSSFWorkbook copy = open(Marking.of(FILE, written, List.of(), List.of()))) {
            assertThat(cell(copy, "J9").getStringCellValue()).isEqualTo("other words");
            assertThat(cell(copy, "J9").getCellComment()).isNull();
        }
    }

    @Test
    void everythingElseStaysAsItWas() throws IOException {
        try (XSSFWorkbook before = open(new Edited().bytes(FILE));
                XSSFWorkbook after = open(marked(new Edited().bytes(FILE)))) {
            assertThat(after.getSheet("Rules").getDataValidations())
                    .hasSameSizeAs(before.getSheet("Rules").getDataValidations())
                    .isNotEmpty();
            for (int row = 0; row < 7; row++) {
                assertThat(after.getSheet("Rules").getRow(row).getZeroHeight()).isTrue();
            }
            assertThat(after.getSheet("Rules").getPaneInformation().getHorizontalSplitPosition())
                    .isEqualTo(before.getSheet("Rules").getPaneInformation().getHorizontalSplitPosition());
            assertThat(after.getSheet("Rules").getMergedRegions())
                    .isEqualTo(before.getSheet("Rules").getMergedRegions());
        }
        assertThat(Table.read(FILE, marked(new Edited().bytes(FILE))).rows())
                .isEqualTo(Table.read(FILE, new Edited().bytes(FILE)).rows());
    }

    @Test
    void theMarksOfAnEarlierCheckGo() throws IOException {
        byte[] clean = Marking.of(FILE, marked(new Edited().bytes(FILE)), List.of(), List.of());
        try (XSSFWorkbook copy = open(clean)) {
            assertThat(new TreeMap<>(copy.getSheet("Rules").getCellComments())).isEmpty();
            assertThat(cell(copy, "C9").getCellStyle().getFillPattern()).isEqualTo(FillPatternType.NO_FILL);
            assertThat(copy.getSheet("To mend").getLastRowNum()).isZero();
        }
    }
}
