package org.hearth.tables.workbook;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.streaming.SheetDataWriter;
import org.hearth.finding.Shown;

/**
 * A workbook (.xlsx) of any number of rows, sheet beside sheet, for people to sort and filter. Rows wait in temporary files that
 * only their owner can read, until the workbook is written; {@link #close} deletes them. Texts are texts: none becomes a formula.
 * Not safe for use by several threads.
 */
public final class StreamedWorkbook implements Closeable {

    private static final int IN_MEMORY = 50;
    private static final int LONGEST_TEXT = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
    /** A column's width is counted in parts of a character. */
    private static final int CHARACTER = 256;

    /**
     * A column of a sheet.
     *
     * @param heading what its first cell says
     * @param width in characters, at most 255
     */
    public record Column(String heading, int width) {}

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(null, IN_MEMORY) {
        @Override
        protected SheetDataWriter createSheetDataWriter() throws IOException {
            return new OwnersFile();
        }
    };

    private final CellStyle heading = style(false);
    private final CellStyle title = style(false);
    private final CellStyle text = style(false);
    private final CellStyle formula = style(true);
    private final CellStyle date = style(false);
    private final List<Rows> all = new ArrayList<>();
    private final int mostRows;

    /** A workbook without sheets. */
    public StreamedWorkbook() {
        this(SpreadsheetVersion.EXCEL2007.getMaxRows());
    }

    /** @param mostRows how many rows a sheet takes, its headings among them */
    StreamedWorkbook(int mostRows) {
        this.mostRows = mostRows;
        Font bold = workbook.createFont();
        bold.setBold(true);
        heading.setFont(bold);
        title.setWrapText(false);
        date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
        date.setWrapText(false);
    }

    private CellStyle style(boolean quoted) {
        CellStyle style = workbook.createCellStyle();
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setWrapText(true);
        // kept as a text by a program in which somebody edits the cell
        style.setQuotePrefixed(quoted);
        return style;
    }

    /** A sheet's rows in a file of its own. */
    private static final class OwnersFile extends SheetDataWriter {

        OwnersFile() throws IOException {
            super();
        }

        /** The library would have one folder for all users of a machine, which the first of them owns. */
        @Override
        @SuppressWarnings("deprecation")
        public File createTempFile() throws IOException {
            return Files.createTempFile("hearth", ".sheet").toFile();
        }
    }

    /** Adds an empty sheet, whose headings stay in sight and filter the rows. */
    public Rows sheet(String name, List<Column> columns) {
        return sheet(name, List.of(), columns);
    }

    /**
     * Adds such a sheet.
     *
     * @param above what stands above the headings, a line a row
     */
    public Rows sheet(String name, List<String> above, List<Column> columns) {
        Rows sheet = new Rows(name, above, columns);
        all.add(sheet);
        return sheet;
    }

    /** Puts a sheet before another. */
    public void move(String name, String before) {
        workbook.setSheetOrder(name, workbook.getSheetIndex(before));
    }

    /** Shows a sheet first. */
    public void open(String name) {
        int index = workbook.getSheetIndex(name);
        workbook.setActiveSheet(index);
        workbook.setSelectedTab(index);
    }

    /** Writes the workbook; nothing may be added after that. */
    public void writeTo(OutputStream out) throws IOException {
        all.forEach(Rows::filter);
        workbook.writeAvoidingTempFiles(out);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    /** The rows of a sheet, and of further ones of its name where they are more than a sheet takes. */
    public final class Rows {

        private final String name;
        private final List<String> above;
        private final List<Column> columns;
        private SXSSFSheet sheet;
        private int rows;
        private int sheets;

        private Rows(String name, List<String> above, List<Column> columns) {
            this.name = name;
            this.above = List.copyOf(above);
            this.columns = List.copyOf(columns);
            begin();
        }

        private void begin() {
            sheets++;
            String called = sheets == 1 ? name : name + " " + sheets;
            sheet = workbook.createSheet(called);
            if (sheets > 1) {
                workbook.setSheetOrder(
                        called, workbook.getSheetIndex(sheets == 2 ? name : name + " " + (sheets - 1)) + 1);
            }
            sheet.createFreezePane(0, above.size() + 1);
            for (int column = 0; column < columns.size(); column++) {
                sheet.setColumnWidth(column, columns.get(column).width() * CHARACTER);
            }
            rows = 0;
            above.forEach(line -> append(new Object[] {line}, title));
            append(columns.stream().map(Column::heading).toArray(), heading);
        }

        /** How many sheets the rows take. */
        public int sheets() {
            return sheets;
        }

        /**
         * Adds a row.
         *
         * @param values numbers and days as such, all else as text; {@code null} for an empty cell
         */
        public void add(Object... values) {
            if (rows == mostRows) {
                filter();
                begin();
            }
            append(values, null);
        }

        private void append(Object[] values, CellStyle style) {
            SXSSFRow row = sheet.createRow(rows++);
            for (int column = 0; column < values.length; column++) {
                if (values[column] != null) {
                    set(row.createCell(column), values[column], style);
                }
            }
        }

        private void filter() {
            sheet.setAutoFilter(new CellRangeAddress(above.size(), rows - 1, 0, columns.size() - 1));
        }

        private void set(SXSSFCell cell, Object value, CellStyle style) {
            if (value instanceof Number number) {
                cell.setCellValue(number.doubleValue());
                cell.setCellStyle(text);
            } else if (value instanceof LocalDate day) {
                cell.setCellValue(day);
                cell.setCellStyle(date);
            } else {
                String shown = Shown.escaped(value.toString());
                cell.setCellValue(shown.length() > LONGEST_TEXT ? shown.substring(0, LONGEST_TEXT) : shown);
                cell.setCellStyle(style == null ? CsvRow.isFormula(shown) ? formula : text : style);
            }
        }
    }
}
