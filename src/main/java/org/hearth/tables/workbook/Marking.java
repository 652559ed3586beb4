package org.hearth.tables.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes into a copy of a workbook what is wrong with it: each cell coloured, with a comment that says what to write. */
public final class Marking {

    private static final String AUTHOR = "hearth tables check";
    /** The sheet that lists what is to be mended. */
    public static final String LIST = "To mend";

    private static final int MOST = 2_000;

    private final XSSFWorkbook workbook;
    private final Map<List<Object>, CellStyle> styles = new HashMap<>();

    private Marking(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    /**
     * A copy with marks: problems red, warnings yellow, and a sheet that lists them all. Marks of an earlier check are
     * taken away. Everything else stays.
     *
     * @param problems those of this workbook
     * @param warnings those of this workbook
     * @throws InvalidTablesException if the bytes are no workbook
     */
    public static byte[] of(String file, byte[] bytes, List<TableProblem> problems, List<TableProblem> warnings) {
        return edited(file, bytes, marking -> {
            marking.clear();
            marking.mark(problems, warnings);
        });
    }

    /**
     * A cell to write.
     *
     * @param cell such as {@code E5}
     * @param text what it is to hold
     * @param remark what its comment says
     */
    public record Rewritten(String sheet, String cell, String text, String remark) {}

    /**
     * A copy with other texts in some cells, each coloured and with a comment. Everything else stays.
     *
     * @throws InvalidTablesException if the bytes are no workbook
     */
    public static byte[] rewritten(String file, byte[] bytes, List<Rewritten> cells) {
        return edited(file, bytes, marking -> cells.forEach(marking::write));
    }

    private static byte[] edited(String file, byte[] bytes, Consumer<Marking> edit) {
        try (XSSFWorkbook workbook = Workbook.open(bytes)) {
            edit.accept(new Marking(workbook));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        } catch (WorkbookArchive.Refused e) {
            throw new InvalidTablesException(List.of(new TableProblem(file, null, null, e.getMessage(), e.fix())));
        } catch (IOException | RuntimeException e) {
            throw new InvalidTablesException(List.of(new TableProblem(
                    file, null, null, "this is not a workbook that can be marked", "save it as an Excel workbook")));
        }
    }

    private void write(Rewritten rewritten) {
        XSSFSheet sheet = workbook.getSheet(rewritten.sheet());
        Cell cell = cell(sheet, new CellAddress(rewritten.cell()));
        // a text that stands in the cell itself would stay beside the new one
        cell.setBlank();
        cell.setCellValue(rewritten.text());
        comment(
                cell,
                IndexedColors.LIGHT_YELLOW,
                rewritten.remark(),
                2 + rewritten.remark().lines().count());
    }

    private void clear() {
        int list = workbook.getSheetIndex(LIST);
        if (list >= 0) {
            workbook.removeSheetAt(list);
        }
        for (int index = 0; index < workbook.getNumberOfSheets(); index++) {
            XSSFSheet sheet = workbook.getSheetAt(index);
            for (Map.Entry<CellAddress, XSSFComment> entry :
                    new ArrayList<>(sheet.getCellComments().entrySet())) {
                if (AUTHOR.equals(entry.getValue().getAuthor())) {
                    Cell cell = cell(sheet, entry.getKey());
                    cell.removeCellComment();
                    cell.setCellStyle(style(cell, null));
                }
            }
        }
    }

    private void mark(List<TableProblem> problems, List<TableProblem> warnings) {
        XSSFSheet list = workbook.createSheet(LIST);
        row(list, 0, "sheet", "cell", "what is wrong", "what to write");
        Map<List<String>, List<TableProblem>> bad = byCell(problems);
        Map<List<String>, List<TableProblem>> doubtful = byCell(warnings);
        doubtful.keySet().removeAll(bad.keySet());
        bad.forEach((place, found) -> mark(place, found, IndexedColors.ROSE));
        doubtful.forEach((place, found) -> mark(place, found, IndexedColors.LIGHT_YELLOW));
        int at = 1;
        for (List<TableProblem> found : List.of(problems, warnings)) {
            for (TableProblem problem : found.subList(0, Math.min(found.size(), MOST))) {
                row(list, at, problem.sheet(), problem.cell(), problem.message(), problem.fix());
                at++;
            }
        }
        int[] widths = {14, 10, 90, 70};
        for (int column = 0; column < widths.length; column++) {
            list.setColumnWidth(column, widths[column] * 256);
        }
    }

    private static void row(XSSFSheet sheet, int at, String... texts) {
        Row row = sheet.createRow(at);
        for (int column = 0; column < texts.length; column++) {
            row.createCell(column).setCellValue(texts[column] == null ? "" : texts[column]);
        }
    }

    private static Map<List<String>, List<TableProblem>> byCell(List<TableProblem> found) {
        Map<List<String>, List<TableProblem>> byCell = new LinkedHashMap<>();
        for (TableProblem problem : found) {
            for (String cell : problem.sheet() == null ? List.<String>of() : problem.cells()) {
                if (byCell.size() < MOST) {
                    byCell.computeIfAbsent(List.of(problem.sheet(), cell), place -> new ArrayList<>())
                            .add(problem);
                }
            }
        }
        return byCell;
    }

    private void mark(List<String> place, List<TableProblem> found, IndexedColors colour) {
        XSSFSheet sheet = workbook.getSheet(place.get(0));
        if (sheet == null) {
            return;
        }
        CellReference reference = new CellReference(place.get(1));
        Cell cell = cell(sheet, new CellAddress(reference));
        StringBuilder text = new StringBuilder();
        for (TableProblem problem : found) {
            text.append(text.isEmpty() ? "" : "\n\n")
                    .append(problem.message())
                    .append('\n')
                    .append(problem.fix());
        }
        comment(cell, colour, text.toString(), 4 + 4L * found.size());
    }

    private void comment(Cell cell, IndexedColors colour, String text, long rows) {
        cell.setCellStyle(style(cell, colour));
        cell.removeCellComment();
        int column = cell.getColumnIndex();
        int row = cell.getRowIndex();
        XSSFComment comment = ((XSSFSheet) cell.getSheet())
                .createDrawingPatriarch()
                .createCellComment(
                        new XSSFClientAnchor(0, 0, 0, 0, column + 1, row, column + 4, row + (int) Math.min(rows, 40)));
        comment.setString(text);
        comment.setAuthor(AUTHOR);
        cell.setCellComment(comment);
    }

    private static Cell cell(XSSFSheet sheet, CellAddress address) {
        Row row = sheet.getRow(address.getRow());
        if (row == null) {
            row = sheet.createRow(address.getRow());
        }
        return row.getCell(address.getColumn(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    /** The cell's own style with another ground, or none; one for all cells of that style, as a workbook has few. */
    private CellStyle style(Cell cell, IndexedColors colour) {
        CellStyle own = cell.getCellStyle();
        return styles.computeIfAbsent(java.util.Arrays.asList((Object) own.getIndex(), colour), key -> {
            CellStyle style = workbook.createCellStyle();
            style.cloneStyleFrom(own);
            style.setFillPattern(colour == null ? FillPatternType.NO_FILL : FillPatternType.SOLID_FOREGROUND);
            if (colour != null) {
                style.setFillForegroundColor(colour.getIndex());
            }
            return style;
        });
    }
}
