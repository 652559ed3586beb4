package org.hearth.tables.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hearth.tables.workbook.StreamedWorkbook.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamedWorkbookTest {

    private static final List<Column> COLUMNS = List.of(new Column("claim", 20), new Column("amount", 10));

    private static XSSFWorkbook written(StreamedWorkbook workbook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.writeTo(out);
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    private static Set<Path> waiting() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(path -> path.getFileName().toString().matches("hearth\\d+\\.sheet"))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void numbersAndDaysAreSuchAndHeadingsFilter() throws IOException {
        try (StreamedWorkbook workbook = new StreamedWorkbook()) {
            workbook.sheet("Claims", List.of("all of them"), COLUMNS)
                    .add("A-1", new BigDecimal("12.50"), LocalDate.of(2025, 3, 1), null);
            XSSFSheet sheet = written(workbook).getSheet("Claims");

            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("all of them");
            assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo("amount");
            assertThat(sheet.getRow(2).getCell(1).getNumericCellValue()).isEqualTo(12.5);
            XSSFCell day = sheet.getRow(2).getCell(2);
            assertThat(DateUtil.isCellDateFormatted(day)).isTrue();
            assertThat(day.getLocalDateTimeCellValue().toLocalDate()).isEqualTo("2025-03-01");
            assertThat(sheet.getRow(2).getCell(3)).isNull();
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 2);
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A2:B3");
            assertThat(sheet.getColumnWidth(0)).isEqualTo(20 * 256);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(A1)", "\uff1d1"})
    void noTextBecomesAFormula(String text) throws IOException {
        try (StreamedWorkbook workbook = new StreamedWorkbook()) {
            workbook.sheet("Claims", COLUMNS).add(text, "1234567893");
            XSSFSheet sheet = written(workbook).getSheet("Claims");
            XSSFCell cell = sheet.getRow(1).getCell(0);

            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo(text);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
            XSSFCell number = sheet.getRow(1).getCell(1);
            assertThat(number.getCellType()).isEqualTo(CellType.STRING);
            assertThat(number.getCellStyle().getQuotePrefixed()).isFalse();
        }
    }

    @Test
    void controlCharactersAreWrittenOutAndLongTextsCut() throws IOException {
        try (StreamedWorkbook workbook = new StreamedWorkbook()) {
            workbook.sheet("Claims", COLUMNS).add("a\u0000\n\u202eb", "x".repeat(40_000));
            XSSFSheet sheet = written(workbook).getSheet("Claims");

            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("a\\u0000\\u000a\\u202eb");
            assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).hasSize(32_767);
        }
    }

    @Test
    void moreRowsThanASheetTakesGoOnInTheNext() throws IOException {
        try (StreamedWorkbook workbook = new StreamedWorkbook(4)) {
            StreamedWorkbook.Rows claims = workbook.sheet("Claims", COLUMNS);
            workbook.sheet("Findings", COLUMNS);
            for (int row = 1; row <= 7; row++) {
                claims.add("C-" + row, row);
            }
            assertThat(claims.sheets()).isEqualTo(3);
            workbook.open("Findings");
            XSSFWorkbook written = written(workbook);

            assertThat(List.of(
                            written.getSheetName(0),
                            written.getSheetName(1),
                            written.getSheetName(2),
                            written.getSheetName(3)))
                    .containsExactly("Claims", "Claims 2", "Claims 3", "Findings");
            assertThat(written.getActiveSheetIndex()).isEqualTo(3);
            XSSFSheet second = written.getSheetAt(1);
            assertThat(second.getRow(0).getCell(0).getStringCellValue()).isEqualTo("claim");
            assertThat(second.getRow(1).getCell(0).getStringCellValue()).isEqualTo("C-4");
            assertThat(second.getLastRowNum()).isEqualTo(3);
            assertThat(second.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:B4");
            assertThat(written.getSheetAt(2).getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("C-7");
        }
    }

    @Test
    void whatWaitsIsTheOwnersAloneAndGoneAfterwards() throws IOException {
        Set<Path> before = waiting();
        try (StreamedWorkbook workbook = new StreamedWorkbook()) {
            StreamedWorkbook.Rows claims = workbook.sheet("Claims", COLUMNS);
            for (int row = 0; row < 500; row++) {
                claims.add("C-" + row, row);
            }
            Set<Path> during = waiting();
            during.removeAll(before);
            assertThat(during).hasSize(1);
            for (Path path : during) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .isEqualTo("rw-------");
            }
        }
        Set<Path> after = waiting();
        after.removeAll(before);
        assertThat(after).isEmpty();
    }
}
