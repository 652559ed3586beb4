package org.hearth.tables;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.tables.content.Workbooks;

/** Shipped workbooks, edited as an analyst edits them: a cell is written, the format that it had stays. */
public final class Edited {

    private static final RulesetFiles PACKAGED = RulesetFiles.packaged();

    private final SortedMap<String, byte[]> files = new TreeMap<>(PACKAGED.files());

    /** The files as they now are. */
    public RulesetFiles files() {
        return new RulesetFiles("edited", files);
    }

    /** The bytes of a workbook, by its path in the folder of workbooks. */
    public byte[] bytes(String workbook) {
        return files.get(RulesetFiles.TABLES + workbook);
    }

    /** Takes a file away. */
    public Edited without(String workbook) {
        files.remove(RulesetFiles.TABLES + workbook);
        return this;
    }

    /** Puts bytes in the place of a file. */
    public Edited with(String workbook, byte[] bytes) {
        files.put(RulesetFiles.TABLES + workbook, bytes);
        return this;
    }

    /** Changes a workbook. */
    public Edited change(String workbook, Consumer<XSSFWorkbook> change) {
        try (XSSFWorkbook open = new XSSFWorkbook(new ByteArrayInputStream(bytes(workbook)))) {
            change.accept(open);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            open.write(out);
            return with(workbook, out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a cell of a decision table's sheet Rules or a code list's sheet Rows. */
    public Edited set(String workbook, String cell, Object value) {
        return set(workbook, workbook.startsWith("codes/") ? "Rows" : "Rules", cell, value);
    }

    /** Writes a cell: text, a number or a date; {@code null} clears it. */
    public Edited set(String workbook, String sheet, String cell, Object value) {
        return change(workbook, open -> write(open.getSheet(sheet), cell, value));
    }

    /** Writes a cell of an open sheet. */
    public static void write(XSSFSheet sheet, String name, Object value) {
        CellReference reference = new CellReference(name);
        Row row = sheet.getRow(reference.getRow()) == null
                ? sheet.createRow(reference.getRow())
                : sheet.getRow(reference.getRow());
        Cell cell = row.getCell(reference.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        if (value == null) {
            cell.setBlank();
        } else if (value instanceof LocalDate date) {
            if (cell.getCellStyle().getDataFormatString().equals("@")) {
                // what is typed into a cell formatted as text is text
                write(sheet, name, date.toString());
            } else {
                cell.setCellValue(date);
            }
        } else if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof Workbooks.Formula formula) {
            cell.setCellFormula(formula.text());
        } else {
            // an inline text would stay beside the new one
            cell.setBlank();
            cell.setCellValue((String) value);
        }
    }
}
