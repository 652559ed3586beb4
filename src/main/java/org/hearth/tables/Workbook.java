package org.hearth.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook's sheets as plain cells.
 *
 * @param file its path relative to the folder of workbooks
 * @param sheets its sheets by name, in order
 */
record Workbook(String file, Map<String, Sheet> sheets) {

    /** More than any of our tables will ever need, far less than would fill the memory. */
    private static final int MOST_ROWS = 20_000;

    private static final int MOST_COLUMNS = 100;

    private static final long MOST_BYTES = 100L << 20;

    static {
        ZipSecureFile.setMaxEntrySize(MOST_BYTES);
    }

    /**
     * Reads a workbook.
     *
     * @throws InvalidTablesException if the bytes are no workbook, or one far too large
     */
    static Workbook read(String file, byte[] bytes) {
        Problems problems = new Problems(file);
        Map<String, Sheet> sheets = new LinkedHashMap<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            for (org.apache.poi.ss.usermodel.Sheet sheet : workbook) {
                if (sheet.getLastRowNum() >= MOST_ROWS) {
                    problems.add(
                            sheet.getSheetName(),
                            null,
                            "the sheet has more than " + MOST_ROWS + " rows",
                            "delete the rows below the table");
                    continue;
                }
                sheets.put(sheet.getSheetName(), read(sheet));
            }
        } catch (IOException | RuntimeException e) {
            problems.add(null, null, "this is not a workbook that can be read", "save it as an Excel workbook (.xlsx)");
        }
        problems.throwIfAny();
        return new Workbook(file, sheets);
    }

    private static Sheet read(org.apache.poi.ss.usermodel.Sheet sheet) {
        List<List<RawCell>> rows = new ArrayList<>();
        for (int index = 0; index <= sheet.getLastRowNum(); index++) {
            Row row = sheet.getRow(index);
            List<RawCell> cells = new ArrayList<>();
            int width = row == null ? 0 : Math.min(row.getLastCellNum(), MOST_COLUMNS);
            for (int column = 0; column < width; column++) {
                cells.add(read(row.getCell(column)));
            }
            while (!cells.isEmpty() && cells.get(cells.size() - 1).blank()) {
                cells.remove(cells.size() - 1);
            }
            rows.add(List.copyOf(cells));
        }
        while (!rows.isEmpty() && rows.get(rows.size() - 1).isEmpty()) {
            rows.remove(rows.size() - 1);
        }
        return new Sheet(sheet.getSheetName(), List.copyOf(rows));
    }

    private static RawCell read(Cell cell) {
        if (cell == null) {
            return RawCell.BLANK;
        }
        return switch (cell.getCellType()) {
            case STRING -> {
                String text = cell.getStringCellValue();
                yield text.isEmpty() ? RawCell.BLANK : new RawCell(RawCell.Kind.TEXT, text, null);
            }
            case NUMERIC -> {
                if (DateUtil.isCellDateFormatted(cell)) {
                    var date = cell.getLocalDateTimeCellValue().toLocalDate();
                    yield new RawCell(RawCell.Kind.DATE, date.toString(), date);
                }
                yield new RawCell(
                        RawCell.Kind.NUMBER,
                        BigDecimal.valueOf(cell.getNumericCellValue())
                                .stripTrailingZeros()
                                .toPlainString(),
                        null);
            }
            case BOOLEAN -> new RawCell(RawCell.Kind.BOOLEAN, String.valueOf(cell.getBooleanCellValue()), null);
            case FORMULA -> new RawCell(RawCell.Kind.FORMULA, cell.getCellFormula(), null);
            case ERROR -> new RawCell(RawCell.Kind.ERROR, "error", null);
            default -> RawCell.BLANK;
        };
    }
}
