package org.hearth.tables.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A copy of a workbook, to be edited cell by cell and row by row. Whatever is not edited stays as it was: other sheets, widths,
 * comments, styles, hidden rows, filters, lists to choose from. Rows and columns are counted from 0. After an edit that ends with
 * {@link UnfitException} the copy is of no use any more. It holds nothing but memory. Not safe for use by several threads.
 */
public final class WorkbookEditor {

    private static final String DATE_FORMAT = "yyyy-mm-dd";
    private static final String TEXT_FORMAT = "@";

    /** The first that an archive can say. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** An edit that the sheet does not allow, such as of one cell of a formula that fills several. */
    public static final class UnfitException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private UnfitException(RuntimeException cause) {
            super("the sheet does not allow this edit", cause);
        }
    }

    private final XSSFWorkbook workbook;
    private final Map<String, Integer> last = new HashMap<>();
    private final Map<String, Sheet> read = new HashMap<>();

    private WorkbookEditor(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    /**
     * Opens a copy of a workbook, having looked at its archive first.
     *
     * @param file its path, for people
     * @throws InvalidTablesException if the bytes are no workbook, or a harmful one
     */
    public static WorkbookEditor open(String file, byte[] bytes) {
        try {
            return new WorkbookEditor(Workbook.open(bytes));
        } catch (WorkbookArchive.Refused e) {
            throw new InvalidTablesException(List.of(new TableProblem(file, null, null, e.getMessage(), e.fix())));
        } catch (IOException | RuntimeException e) {
            throw new InvalidTablesException(List.of(new TableProblem(
                    file, null, null, "this is not a workbook that can be edited", "save it as an Excel workbook")));
        }
    }

    /** Whether there is a sheet of a name. */
    public boolean has(String sheet) {
        return workbook.getSheet(sheet) != null;
    }

    /** The text of a cell, as {@link RawCell#text} has it. */
    public String text(String sheet, int row, int column) {
        XSSFRow line = workbook.getSheet(sheet).getRow(row);
        return line == null ? "" : Workbook.read(line.getCell(column)).text();
    }

    /** The last row of a sheet with a value, -1 if there is none. */
    public int last(String sheet) {
        return last.computeIfAbsent(sheet, name -> Workbook.lastFilled(workbook.getSheet(name)));
    }

    /**
     * The sheets as they are now, of which only those are read that were edited since they were last read.
     *
     * @param file the workbook's path, for people
     * @throws InvalidTablesException if one is far too large
     */
    public Workbook read(String file) {
        WorkbookProblems problems = new WorkbookProblems(file);
        Map<String, Sheet> sheets = new LinkedHashMap<>();
        for (int index = 0; index < workbook.getNumberOfSheets(); index++) {
            XSSFSheet sheet = workbook.getSheetAt(index);
            sheets.put(
                    sheet.getSheetName(),
                    read.computeIfAbsent(sheet.getSheetName(), unread -> Workbook.read(sheet, problems)));
        }
        problems.throwIfAny();
        return new Workbook(file, sheets);
    }

    /**
     * Writes a value into a cell, in the format that suits it: a text stays a text, whatever it looks like, and a date is one.
     *
     * @param value a {@code String}, a {@code BigDecimal} or a {@code LocalDate}, which stays a text if no spreadsheet program
     *     counts that day; {@code null} clears the cell
     * @throws UnfitException if the sheet does not allow it
     */
    public void write(String sheet, int row, int column, Object value) {
        read.remove(sheet);
        attempt(() -> {
            put(sheet, row, column, value);
            return null;
        });
    }

    /** Edits by the library, which says by exceptions of many kinds that a sheet is otherwise than it thinks. */
    private static <T> T attempt(Supplier<T> edit) {
        try {
            return edit.get();
        } catch (RuntimeException e) {
            throw new UnfitException(e);
        }
    }

    private void put(String sheet, int row, int column, Object value) {
        XSSFSheet at = workbook.getSheet(sheet);
        XSSFRow line = at.getRow(row) == null ? at.createRow(row) : at.getRow(row);
        XSSFCell cell = line.getCell(column);
        if (cell == null) {
            cell = line.createCell(column);
            cell.setCellStyle(neighbour(at, row, column));
        }
        if (value == null) {
            last.remove(sheet);
        } else {
            last.computeIfPresent(sheet, (name, before) -> Math.max(before, row));
        }
        // an inline text would stay beside what is written
        cell.setBlank();
        if (value instanceof LocalDate date && date.getYear() < (workbook.isDate1904() ? 1904 : 1900)) {
            cell.setCellValue(date.toString());
        } else if (value instanceof LocalDate date) {
            cell.setCellValue(date);
            if (!DateUtil.isCellDateFormatted(cell)) {
                cell.setCellStyle(formatted(cell.getCellStyle(), at, column, DATE_FORMAT));
            }
        } else if (value instanceof BigDecimal number) {
            cell.setCellValue(number.doubleValue());
            if (isText(cell.getCellStyle()) || isPercentage(cell) || DateUtil.isCellDateFormatted(cell)) {
                cell.setCellStyle(formatted(cell.getCellStyle(), at, column, "General"));
            }
        } else if (value instanceof String text) {
            cell.setCellValue(text);
        }
    }

    /** The style of the nearest cell above or below that has one of its own, or the column's. */
    private static CellStyle neighbour(XSSFSheet sheet, int row, int column) {
        for (int other : new int[] {row - 1, row + 1}) {
            XSSFRow line = other < 0 ? null : sheet.getRow(other);
            if (line != null && line.getCell(column) != null) {
                return line.getCell(column).getCellStyle();
            }
        }
        return sheet.getColumnStyle(column);
    }

    private static boolean isText(CellStyle style) {
        return TEXT_FORMAT.equals(style.getDataFormatString());
    }

    private static boolean isPercentage(Cell cell) {
        return Workbook.read(cell).kind() == RawCell.Kind.PERCENTAGE;
    }

    /** A style that is the same but for how it shows values: one that the column or the workbook has already, or a new one. */
    private CellStyle formatted(XSSFCellStyle own, XSSFSheet sheet, int column, String format) {
        boolean date = format.equals(DATE_FORMAT);
        if (date) {
            for (Row line : sheet) {
                Cell cell = line.getCell(column);
                if (cell != null
                        && cell.getCellType() == CellType.NUMERIC
                        && cell.getCellStyle().getIndex() != own.getIndex()
                        && DateUtil.isCellDateFormatted(cell)) {
                    return cell.getCellStyle();
                }
            }
        }
        for (int index = 0; index < workbook.getNumCellStyles(); index++) {
            XSSFCellStyle style = workbook.getCellStyleAt(index);
            if (style.getDataFormatString() != null
                    && style.getDataFormatString().equals(format)
                    && sameLook(style, own)) {
                return style;
            }
        }
        XSSFCellStyle style = workbook.createCellStyle();
        style.cloneStyleFrom(own);
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    private static boolean sameLook(XSSFCellStyle one, XSSFCellStyle other) {
        return one.getFontIndex() == other.getFontIndex()
                && one.getCoreXf().getFillId() == other.getCoreXf().getFillId()
                && one.getCoreXf().getBorderId() == other.getCoreXf().getBorderId()
                && one.getWrapText() == other.getWrapText()
                && one.getAlignment() == other.getAlignment()
                && one.getVerticalAlignment() == other.getVerticalAlignment()
                && one.getLocked() == other.getLocked();
    }

    /**
     * Inserts a blank row below another.
     *
     * @param model the row that it looks like, as it is counted before
     * @return the new row
     * @throws UnfitException if the sheet does not allow it
     */
    public int insertBelow(String sheet, int row, int model) {
        // formulas of other sheets follow the rows that move
        read.clear();
        return attempt(() -> inserted(sheet, row, model));
    }

    private int inserted(String sheet, int row, int model) {
        XSSFSheet at = workbook.getSheet(sheet);
        int end = lastMoved(at);
        SheetRanges ranges = SheetRanges.of(workbook, at);
        if (row < end) {
            at.shiftRows(row + 1, end, 1, true, false);
        }
        XSSFRow like = at.getRow(model > row ? model + 1 : model);
        XSSFRow line = at.createRow(row + 1);
        if (like != null) {
            line.setHeight(like.getHeight());
            for (Cell cell : like) {
                line.createCell(cell.getColumnIndex()).setCellStyle(cell.getCellStyle());
            }
        }
        ranges.inserted(row + 1);
        last.remove(sheet);
        return row + 1;
    }

    /**
     * Writes the values of one row into another, without its comments.
     *
     * @throws UnfitException if the sheet does not allow it
     */
    public void copy(String sheet, int from, int to) {
        read.remove(sheet);
        attempt(() -> {
            copied(sheet, from, to);
            return null;
        });
    }

    private void copied(String sheet, int from, int to) {
        XSSFSheet at = workbook.getSheet(sheet);
        for (Cell cell : at.getRow(from)) {
            XSSFCell copy = at.getRow(to).getCell(cell.getColumnIndex(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            copy.setBlank();
            copy.setCellStyle(cell.getCellStyle());
            switch (cell.getCellType()) {
                case STRING -> copy.setCellValue(cell.getStringCellValue());
                case NUMERIC -> copy.setCellValue(cell.getNumericCellValue());
                case BOOLEAN -> copy.setCellValue(cell.getBooleanCellValue());
                case FORMULA -> copy.setCellFormula(cell.getCellFormula());
                default -> {
                    // nothing to copy
                }
            }
        }
    }

    /**
     * Deletes a row, so that those below it move up.
     *
     * @throws UnfitException if the sheet does not allow it
     */
    public void delete(String sheet, int row) {
        read.clear();
        attempt(() -> {
            deleted(sheet, row);
            return null;
        });
    }

    private void deleted(String sheet, int row) {
        XSSFSheet at = workbook.getSheet(sheet);
        int end = lastMoved(at);
        SheetRanges ranges = SheetRanges.of(workbook, at);
        XSSFRow line = at.getRow(row);
        if (line != null) {
            for (CellAddress place : List.copyOf(at.getCellComments().keySet())) {
                if (place.getRow() == row) {
                    line.getCell(place.getColumn(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)
                            .removeCellComment();
                }
            }
            at.removeRow(line);
        }
        if (row < end) {
            at.shiftRows(row + 1, end, -1, true, false);
        }
        ranges.deleted(row);
        last.remove(sheet);
    }

    /** The last row that moves with those above it: the last filled one, or one with a comment below it. */
    private static int lastMoved(XSSFSheet sheet) {
        int end = Math.max(0, Workbook.lastFilled(sheet));
        for (CellAddress place : sheet.getCellComments().keySet()) {
            end = Math.max(end, place.getRow());
        }
        return end;
    }

    /**
     * The bytes of the workbook as it is now, which can be edited further.
     *
     * @throws UnfitException if the library cannot write it
     */
    public byte[] bytes() {
        return attempt(() -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                workbook.write(out);
                return timeless(out.toByteArray());
            } catch (IOException e) {
                // nothing is written but memory
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The archive without the times at which its entries were written. */
    private static byte[] timeless(byte[] archive) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(archive.length);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTimeLocal(NO_TIME);
                out.putNextEntry(same);
                in.transferTo(out);
            }
        }
        return bytes.toByteArray();
    }
}
