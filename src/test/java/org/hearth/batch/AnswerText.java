package org.hearth.batch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Takes an answer of any format, and gives it as text: of a workbook its cells, a row a line below the sheet's name. */
final class AnswerText {

    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** An output of a format that writes here. */
    Output of(Format format, Appendable notes) throws IOException {
        return format.to(new Sink(text, bytes), Setting.of(notes));
    }

    /** What was written. */
    String read() throws IOException {
        if (bytes.size() == 0) {
            return text.toString();
        }
        StringBuilder cells = new StringBuilder();
        DataFormatter shown = new DataFormatter();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            workbook.forEach(sheet -> {
                cells.append(sheet.getSheetName()).append('\n');
                sheet.forEach(row -> {
                    row.forEach(
                            cell -> cells.append(shown.formatCellValue(cell)).append('\t'));
                    cells.append('\n');
                });
            });
        }
        return cells.toString();
    }
}
