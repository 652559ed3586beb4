package org.hearth.tables.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook of one sheet of texts, to be filled in. */
public final class PlainWorkbook {

    private static final int WIDTH = 14 * 256;

    private PlainWorkbook() {}

    /** The workbook (.xlsx): every cell a text, so that no program takes an identifier for a number. */
    public static byte[] of(String sheetName, List<List<String>> rows) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            CellStyle text = workbook.createCellStyle();
            text.setDataFormat(workbook.createDataFormat().getFormat("@"));
            XSSFSheet sheet = workbook.createSheet(sheetName);
            for (int row = 0; row < rows.size(); row++) {
                XSSFRow to = sheet.createRow(row);
                List<String> cells = rows.get(row);
                for (int column = 0; column < cells.size(); column++) {
                    to.createCell(column).setCellStyle(text);
                    if (!cells.get(column).isEmpty()) {
                        to.getCell(column).setCellValue(cells.get(column));
                    }
                    if (row == 0) {
                        sheet.setColumnWidth(column, WIDTH);
                    }
                }
            }
            sheet.createFreezePane(0, 1);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
