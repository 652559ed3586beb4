package org.hearth.tables.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hearth.tables.Edited;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDataValidation;

/** A workbook is edited in place: what was not meant stays as it was. */
class WorkbookEditorTest {

    private static final String FILE = "unit-brackets.drl.xlsx";

    /** The shipped workbook, with what people put into one: a comment, a list to choose from, a colour, a filter, a merged block. */
    private static byte[] decorated() {
        return new Edited()
                .change(FILE, workbook -> {
                    XSSFSheet sheet = workbook.getSheet("Rules");
                    comment(sheet, 11, 2, "below");
                    comment(sheet, 8, 2, "above");
                    XSSFDataValidationHelper lists = new XSSFDataValidationHelper(sheet);
                    sheet.addValidationData(lists.createValidation(
                            lists.createExplicitListConstraint(new String[] {"15", "30"}),
                            new CellRangeAddressList(8, 20, 1, 1)));
                    XSSFConditionalFormattingRule red =
                            sheet.getSheetConditionalFormatting().createConditionalFormattingRule("D9>100");
                    PatternFormatting fill = red.createPatternFormatting();
                    fill.setFillBackgroundColor(IndexedColors.RED.getIndex());
                    sheet.getSheetConditionalFormatting()
                            .addConditionalFormatting(new CellRangeAddress[] {CellRangeAddress.valueOf("D9:D21")}, red);
                    sheet.setAutoFilter(CellRangeAddress.valueOf("A8:I104"));
                    sheet.getRow(15).setHeightInPoints(33);
                })
                .bytes(FILE);
    }

    private static void comment(XSSFSheet sheet, int row, int column, String text) {
        XSSFComment comment = sheet.createDrawingPatriarch()
                .createCellComment(new XSSFClientAnchor(0, 0, 0, 0, column + 1, row, column + 3, row + 3));
        comment.setString(text);
        sheet.getRow(row).getCell(column).setCellComment(comment);
    }

    private interface Edit {
        void in(WorkbookEditor editor);
    }

    private static byte[] edited(byte[] bytes, Edit edit) {
        WorkbookEditor editor = WorkbookEditor.open(FILE, bytes);
        edit.in(editor);
        byte[] saved = editor.bytes();
        assertThat(Workbook.readOnce(FILE, saved))
                .as("what is read beside and after")
                .isEqualTo(editor.read(FILE));
        return saved;
    }

    /** Every cell of every sheet by its place: its kind, value and format, and the comment on it. */
    private static Map<String, String> cells(byte[] bytes) throws IOException {
        Map<String, String> cells = new TreeMap<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            workbook.forEach(sheet -> {
                for (Row row : sheet) {
                    cells.put(
                            "%s row %04d".formatted(sheet.getSheetName(), row.getRowNum() + 1),
                            row.getHeightInPoints() + (row.getZeroHeight() ? " hidden" : ""));
                    for (Cell cell : row) {
                        cells.put(
                                sheet.getSheetName() + "!" + cell.getAddress(),
                                (cell.getCellType() == CellType.BLANK ? "" : cell.getCellType() + " " + cell) + " "
                                        + cell.getCellStyle().getDataFormatString() + " "
                                        + cell.getCellStyle().getFillForegroundColor()
                                        + (cell.getCellComment() == null
                                                ? ""
                                                : " # " + cell.getCellComment().getString()));
                    }
                }
                for (int column = 0; column < 10; column++) {
                    cells.put(sheet.getSheetName() + " column " + column, sheet.getColumnWidth(column) + "");
                }
                cells.put(
                        sheet.getSheetName() + " merged",
                        sheet.getMergedRegions().toString());
            });
        }
        return cells;
    }

    private static List<String> differing(byte[] before, byte[] after) throws IOException {
        Map<String, String> was = cells(before);
        Map<String, String> is = cells(after);
        List<String> places = new ArrayList<>();
        is.forEach((place, cell) -> {
            if (!cell.equals(was.get(place))) {
                places.add(place);
            }
        });
        was.keySet().stream().filter(place -> !is.containsKey(place)).forEach(places::add);
        return places;
    }

    @Test
    void onlyTheCellsThatAreWrittenDiffer() throws IOException {
        byte[] before = decorated();

        byte[] after = edited(before, editor -> {
            editor.write("Rules", 8, 3, new BigDecimal("21"));
            editor.write("Rules", 8, 4, LocalDate.of(2025, 1, 1));
            editor.write("Rules", 9, 0, "0420");
            editor.write("Rules", 9, 7, null);
        });

        assertThat(differing(before, after))
                .containsExactlyInAnyOrder("Rules!D9", "Rules!E9", "Rules!A10", "Rules!H10");
        Sheet sheet = Workbook.readOnce(FILE, after).sheets().get("Rules");
        assertThat(sheet.at(8, 3)).isEqualTo(new RawCell(RawCell.Kind.NUMBER, "21", null));
        assertThat(sheet.at(8, 4)).isEqualTo(new RawCell(RawCell.Kind.DATE, "2025-01-01", LocalDate.of(2025, 1, 1)));
        assertThat(sheet.at(9, 0)).isEqualTo(new RawCell(RawCell.Kind.TEXT, "0420", null));
        assertThat(sheet.at(9, 7)).isEqualTo(RawCell.BLANK);
    }

    @Test
    void theSameEditGivesTheSameBytesWheneverItIsMade() throws IOException {
        byte[] before = decorated();
        Edit edit = editor -> editor.write("Rules", 8, 3, new BigDecimal("21"));
        byte[] once = edited(before, edit);

        assertThat(edited(before, edit)).isEqualTo(once);
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(once))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                assertThat(entry.getTimeLocal()).as(entry.getName()).isEqualTo(LocalDateTime.of(1980, 1, 1, 0, 0));
            }
        }
    }

    @Test
    void theSecondDateTakesTheFormatOfTheFirst() throws IOException {
        byte[] once = edited(decorated(), editor -> editor.write("Rules", 8, 4, LocalDate.of(2025, 1, 1)));
        byte[] twice = edited(once, editor -> editor.write("Rules", 9, 4, LocalDate.of(2026, 1, 1)));

        assertThat(styles(twice)).isEqualTo(styles(once));
    }

    private static int styles(byte[] bytes) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            return workbook.getNumCellStyles();
        }
    }

    @Test
    void aRowThatIsInsertedMovesWhatIsBelow() throws IOException {
        byte[] after = edited(decorated(), editor -> assertThat(editor.insertBelow("Rules", 9, 9))
                .isEqualTo(10));

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(after))) {
            XSSFSheet sheet = workbook.getSheet("Rules");
            assertThat(texts(sheet, 9, 12)).containsExactly("2", "", "3", "4");
            assertThat(sheet.getRow(10).getCell(4).getCellStyle())
                    .isEqualTo(sheet.getRow(9).getCell(4).getCellStyle());
            assertThat(sheet.getCellComment(new org.apache.poi.ss.util.CellAddress("C13"))
                            .getString()
                            .toString())
                    .isEqualTo("below");
            assertThat(sheet.getCellComment(new org.apache.poi.ss.util.CellAddress("C9"))
                            .getString()
                            .toString())
                    .isEqualTo("above");
            assertThat(sheet.getCellComments()).hasSize(2);
            assertThat(ranges(sheet)).containsExactly("B9:B22", "D9:D22", "A8:I105");
            assertThat(sheet.getMergedRegions()).containsExactly(CellRangeAddress.valueOf("B6:F6"));
            assertThat(sheet.getRow(16).getHeightInPoints()).isEqualTo(33);
            assertThat(sheet.getRow(0).getZeroHeight()).isTrue();
            assertThat(workbook.getName("_xlnm._FilterDatabase").getRefersToFormula())
                    .isEqualTo("Rules!$A$8:$I$105");
        }
    }

    @Test
    void aRowThatIsAddedAtTheEndBelongsToWhatTheLastOneBelongsTo() throws IOException {
        byte[] after = edited(decorated(), editor -> {
            int last = editor.last("Rules");
            editor.insertBelow("Rules", last, last);
            editor.write("Rules", last + 1, 0, "99");
            assertThat(editor.last("Rules")).isEqualTo(last + 1);
        });

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(after))) {
            assertThat(ranges(workbook.getSheet("Rules"))).containsExactly("B9:B21", "D9:D21", "A8:I105");
        }
    }

    @Test
    void aRowThatIsDeletedTakesItsCommentAlong() throws IOException {
        byte[] after = edited(decorated(), editor -> editor.delete("Rules", 8));

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(after))) {
            XSSFSheet sheet = workbook.getSheet("Rules");
            assertThat(texts(sheet, 8, 9)).containsExactly("2", "3");
            assertThat(sheet.getCellComments().keySet())
                    .extracting(Object::toString)
                    .containsExactly("C11");
            assertThat(ranges(sheet)).containsExactly("B9:B20", "D9:D20", "A8:I103");
            assertThat(sheet.getRow(14).getHeightInPoints()).isEqualTo(33);
        }
    }

    @Test
    void aRowThatIsCopiedHasTheValuesAndNotTheComment() throws IOException {
        byte[] before = decorated();
        byte[] after = edited(before, editor -> editor.copy("Rules", 8, editor.insertBelow("Rules", 8, 8)));

        Workbook was = Workbook.readOnce(FILE, before);
        Workbook is = Workbook.readOnce(FILE, after);
        assertThat(is.sheets().get("Rules").rows().get(9))
                .isEqualTo(was.sheets().get("Rules").rows().get(8));
        assertThat(is.sheets().get("Notes")).isEqualTo(was.sheets().get("Notes"));
        assertThat(is.sheets().get("Examples")).isEqualTo(was.sheets().get("Examples"));
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(after))) {
            assertThat(workbook.getSheet("Rules").getCellComments()).hasSize(2);
        }
    }

    /** What LibreOffice leaves where a row was deleted. */
    @Test
    void anEmptyRowAtTheVeryEndIsInNobodysWay() throws IOException {
        byte[] bytes = new Edited()
                .change(FILE, workbook -> workbook.getSheet("Rules").createRow(1_048_575))
                .bytes(FILE);

        byte[] after = edited(bytes, editor -> {
            editor.insertBelow("Rules", 9, 9);
            editor.delete("Rules", 8);
        });

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(after))) {
            assertThat(texts(workbook.getSheet("Rules"), 8, 10)).containsExactly("2", "", "3");
        }
    }

    @Test
    void bytesThatAreNoWorkbookAreToldSo() {
        assertThat(org.junit.jupiter.api.Assertions.assertThrows(
                                InvalidTablesException.class, () -> WorkbookEditor.open(FILE, new byte[] {1, 2}))
                        .problems())
                .containsExactly(new TableProblem(
                        FILE,
                        null,
                        null,
                        "this is not a workbook that can be read",
                        "save it as an Excel workbook (.xlsx)"));
    }

    @Test
    void aNumberInACellOfPercentagesIsANumber() throws IOException {
        byte[] before = new Edited()
                .change(FILE, workbook -> {
                    Cell cell = workbook.getSheet("Rules").getRow(8).getCell(3);
                    XSSFCellStyle style = workbook.createCellStyle();
                    style.cloneStyleFrom(cell.getCellStyle());
                    style.setDataFormat(workbook.createDataFormat().getFormat("0.00%"));
                    cell.setCellStyle(style);
                })
                .bytes(FILE);
        assertThat(Workbook.readOnce(FILE, before).sheets().get("Rules").at(8, 3))
                .isEqualTo(new RawCell(RawCell.Kind.PERCENTAGE, "22", null));

        byte[] after = edited(before, editor -> editor.write("Rules", 8, 3, new BigDecimal("21")));

        assertThat(Workbook.readOnce(FILE, after).sheets().get("Rules").at(8, 3))
                .isEqualTo(new RawCell(RawCell.Kind.NUMBER, "21", null));
        assertThat(differing(before, after)).containsExactly("Rules!D9");
    }

    @Test
    void aDayThatNoSpreadsheetProgramCountsStaysAText() throws IOException {
        byte[] after = edited(decorated(), editor -> editor.write("Rules", 8, 4, LocalDate.of(1899, 12, 31)));

        assertThat(Workbook.readOnce(FILE, after).sheets().get("Rules").at(8, 4))
                .isEqualTo(new RawCell(RawCell.Kind.TEXT, "1899-12-31", null));
    }

    @Test
    void aRangeToTheEndOfTheSheetStaysOneAndWhatIsNoRangeStaysAsItIs() throws IOException {
        byte[] before = new Edited()
                .change(FILE, workbook -> {
                    XSSFSheet sheet = workbook.getSheet("Rules");
                    XSSFDataValidationHelper lists = new XSSFDataValidationHelper(sheet);
                    for (int column = 1; column < 3; column++) {
                        sheet.addValidationData(lists.createValidation(
                                lists.createExplicitListConstraint(new String[] {"15", "30"}),
                                new CellRangeAddressList(1, 1_048_575, column, column)));
                    }
                    sheet.getCTWorksheet()
                            .getDataValidations()
                            .getDataValidationArray(1)
                            .setSqref(List.of("#REF!", "C9:C1048576"));
                })
                .bytes(FILE);

        byte[] inserted = edited(before, editor -> editor.insertBelow("Rules", 9, 9));
        byte[] deleted = edited(before, editor -> editor.delete("Rules", 9));

        assertThat(validated(inserted)).containsExactly(List.of("B2:B1048576"), List.of("#REF!", "C9:C1048576"));
        assertThat(validated(deleted)).containsExactly(List.of("B2:B1048575"), List.of("#REF!", "C9:C1048575"));
    }

    private static List<List<?>> validated(byte[] bytes) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            List<List<?>> ranges = new ArrayList<>();
            for (CTDataValidation list : workbook.getSheet("Rules")
                    .getCTWorksheet()
                    .getDataValidations()
                    .getDataValidationArray()) {
                List<?> written = list.getSqref();
                ranges.add(List.copyOf(written));
            }
            return ranges;
        }
    }

    @Test
    void whatTheReaderRefusesIsNotOpened() {
        assertThat(org.junit.jupiter.api.Assertions.assertThrows(
                                InvalidTablesException.class, () -> WorkbookEditor.open(FILE, harmful()))
                        .problems())
                .containsExactly(new TableProblem(
                        FILE,
                        null,
                        null,
                        "the workbook holds macros",
                        "save it as an Excel workbook without macros (.xlsx)"));
    }

    /** The shipped workbook with a part that no workbook of ours has. */
    private static byte[] harmful() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(new Edited().bytes(FILE)));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(zip);
            }
            zip.putNextEntry(new ZipEntry("xl/vbaProject.bin"));
        }
        return out.toByteArray();
    }

    private static List<String> texts(XSSFSheet sheet, int from, int through) {
        List<String> texts = new ArrayList<>();
        for (int row = from; row <= through; row++) {
            Cell cell = sheet.getRow(row).getCell(0);
            texts.add(cell == null ? "" : cell.toString());
        }
        return texts;
    }

    /** The list to choose from, the format by condition and the filter. */
    private static List<String> ranges(XSSFSheet sheet) {
        List<String> ranges = new ArrayList<>();
        sheet.getDataValidations()
                .forEach(list ->
                        ranges.add(list.getRegions().getCellRangeAddresses()[0].formatAsString()));
        ranges.add(sheet.getSheetConditionalFormatting()
                .getConditionalFormattingAt(0)
                .getFormattingRanges()[0]
                .formatAsString());
        ranges.add(sheet.getCTWorksheet().getAutoFilter().getRef());
        return ranges;
    }
}
