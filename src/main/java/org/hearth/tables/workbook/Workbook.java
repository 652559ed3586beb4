package org.hearth.tables.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook's sheets as plain cells.
 *
 * @param file its path relative to the folder of workbooks
 * @param sheets its sheets by name, in order
 */
public record Workbook(String file, Map<String, Sheet> sheets) {

    /** More than any of our tables will ever need. */
    private static final int MOST_ROWS = 20_000;

    private static final int MOST_COLUMNS = 100;
    private static final int MOST_BLOCKS = 200;

    /**
     * Reads a workbook, or remembers what was read of the same bytes before.
     *
     * @throws InvalidTablesException if the bytes are no workbook, or one far too large
     */
    public static Workbook read(String file, byte[] bytes) {
        return KeptCells.find(bytes).map(sheets -> new Workbook(file, sheets)).orElseGet(() -> {
            Workbook workbook = parse(file, bytes);
            KeptCells.keep(bytes, workbook.sheets);
            return workbook;
        });
    }

    /**
     * Reads a workbook of somebody else's data, of which nothing is remembered.
     *
     * @throws InvalidTablesException if the bytes are no workbook, or one far too large
     */
    public static Workbook readOnce(String file, byte[] bytes) {
        return parse(file, bytes);
    }

    /** Reads a workbook by the spreadsheet library. */
    static Workbook parse(String file, byte[] bytes) {
        WorkbookProblems problems = new WorkbookProblems(file);
        Map<String, Sheet> sheets = Map.of();
        try (XSSFWorkbook workbook = open(bytes)) {
            sheets = sheets(workbook, problems);
        } catch (WorkbookArchive.Refused e) {
            problems.add(null, null, e.getMessage(), e.fix());
        } catch (IOException | RuntimeException e) {
            problems.add(null, null, "this is not a workbook that can be read", "save it as an Excel workbook (.xlsx)");
        }
        problems.throwIfAny();
        return new Workbook(file, sheets);
    }

    private static Map<String, Sheet> sheets(XSSFWorkbook workbook, WorkbookProblems problems) {
        Map<String, Sheet> sheets = new LinkedHashMap<>();
        for (int index = 0; index < workbook.getNumberOfSheets(); index++) {
            XSSFSheet sheet = workbook.getSheetAt(index);
            sheets.put(sheet.getSheetName(), read(sheet, problems));
        }
        return sheets;
    }

    /** A sheet as plain cells; of one that is far too large nothing. */
    static Sheet read(XSSFSheet sheet, WorkbookProblems problems) {
        int last = lastFilled(sheet);
        if (last >= MOST_ROWS) {
            problems.add(
                    sheet.getSheetName(),
                    Sheet.cellName(last, 0),
                    "the row is filled, and a sheet may have " + MOST_ROWS + " rows",
                    "delete what stands below the table");
            last = -1;
        }
        return read(sheet, last, problems);
    }

    /** Opens the workbook in the spreadsheet library, having looked at it first. */
    static XSSFWorkbook open(byte[] bytes) throws IOException, WorkbookArchive.Refused {
        return new XSSFWorkbook(new ByteArrayInputStream(WorkbookArchive.harmless(bytes)));
    }

    /** The last row with a value, -1 if there is none: deleting a row may leave an empty one at the very end of a sheet. */
    static int lastFilled(XSSFSheet sheet) {
        int last = -1;
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (!read(cell).blank()) {
                    last = Math.max(last, row.getRowNum());
                    break;
                }
            }
        }
        return last;
    }

    private static Sheet read(XSSFSheet sheet, int last, WorkbookProblems problems) {
        List<List<RawCell>> rows = new ArrayList<>();
        Set<Integer> hiddenRows = new TreeSet<>();
        Set<Integer> struckRows = new TreeSet<>();
        int widest = 0;
        for (int index = 0; index <= last; index++) {
            Row row = sheet.getRow(index);
            List<RawCell> cells = new ArrayList<>();
            int width = row == null ? 0 : row.getLastCellNum();
            if (width > MOST_COLUMNS) {
                problems.add(
                        sheet.getSheetName(),
                        Sheet.cellName(index, MOST_COLUMNS),
                        "the row has more than " + MOST_COLUMNS + " columns",
                        "delete the columns right of the table");
                width = 0;
            }
            for (int column = 0; column < width; column++) {
                cells.add(read(row.getCell(column)));
            }
            while (!cells.isEmpty() && cells.get(cells.size() - 1).blank()) {
                cells.remove(cells.size() - 1);
            }
            if (row != null && row.getZeroHeight()) {
                hiddenRows.add(index);
            }
            if (!cells.isEmpty() && struck((XSSFCell) row.getCell(0))) {
                struckRows.add(index);
            }
            widest = Math.max(widest, cells.size());
            rows.add(List.copyOf(cells));
        }
        Set<Integer> hiddenColumns = new TreeSet<>();
        for (int column = 0; column < widest; column++) {
            if (sheet.isColumnHidden(column)) {
                hiddenColumns.add(column);
            }
        }
        return new Sheet(
                sheet.getSheetName(),
                rows,
                hiddenRows,
                hiddenColumns,
                struckRows,
                sheet.getCTWorksheet().isSetAutoFilter(),
                sheet.getMergedRegions().stream()
                        .limit(MOST_BLOCKS)
                        .map(block -> new Sheet.Block(
                                block.getFirstRow(), block.getFirstColumn(), block.getLastRow(), block.getLastColumn()))
                        .toList());
    }

    private static boolean struck(XSSFCell cell) {
        return cell != null && cell.getCellStyle().getFont().getStrikeout();
    }

    static RawCell read(Cell cell) {
        if (cell == null) {
            return RawCell.BLANK;
        }
        return switch (cell.getCellType()) {
            case STRING -> {
                String text = cell.getStringCellValue();
                yield RawCell.trimmed(text).isEmpty() ? RawCell.BLANK : new RawCell(RawCell.Kind.TEXT, text, null);
            }
            case NUMERIC -> number(cell);
            case BOOLEAN -> new RawCell(RawCell.Kind.BOOLEAN, String.valueOf(cell.getBooleanCellValue()), null);
            case FORMULA -> new RawCell(RawCell.Kind.FORMULA, cell.getCellFormula(), null);
            case ERROR -> new RawCell(RawCell.Kind.ERROR, "error", null);
            default -> RawCell.BLANK;
        };
    }

    private static RawCell number(Cell cell) {
        double value = cell.getNumericCellValue();
        if (!Double.isFinite(value)) {
            return new RawCell(RawCell.Kind.ERROR, "error", null);
        }
        LocalDateTime date = DateUtil.isCellDateFormatted(cell) && DateUtil.isValidExcelDate(value)
                ? cell.getLocalDateTimeCellValue()
                : null;
        if (date != null) {
            return new RawCell(RawCell.Kind.DATE, date.toLocalDate().toString(), date.toLocalDate());
        }
        String format = cell.getCellStyle().getDataFormatString();
        String text = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        return new RawCell(
                format != null && format.indexOf('%') >= 0 ? RawCell.Kind.PERCENTAGE : RawCell.Kind.NUMBER, text, null);
    }
}
