package org.hearth.tables;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hearth.tables.content.TableFolder;

/** The shipped workbooks, edited as an analyst would. */
public final class EditedTables {

    private final SortedMap<String, byte[]> workbooks = new TreeMap<>();
    private final List<String> shipped;

    /** Shipped workbooks as they are: those named, or all of them if none is. */
    public EditedTables(String... files) {
        Path folder = Path.of("decision-tables");
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file :
                    walk.filter(path -> path.toString().endsWith(".xlsx")).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (files.length == 0 || List.of(files).contains(name)) {
                    workbooks.put(name, Files.readAllBytes(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        shipped = List.copyOf(workbooks.keySet());
    }

    /** The same workbooks as they were shipped. */
    public EditedTables unedited() {
        return new EditedTables(shipped.toArray(String[]::new));
    }

    /** Edits a workbook. */
    public EditedTables edit(String file, Consumer<XSSFWorkbook> change) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(workbooks.get(file)))) {
            change.accept(workbook);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            workbooks.put(file, out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Writes a value into the row of a key, under a heading. */
    public EditedTables set(String file, String key, String heading, Object value) {
        return edit(file, workbook -> {
            Sheet sheet = rows(workbook);
            put(row(sheet, key).createCell(column(sheet, heading)), value);
        });
    }

    /** Takes the row of a key out. */
    public EditedTables removeRow(String file, String key) {
        return edit(file, workbook -> {
            Sheet sheet = rows(workbook);
            int index = row(sheet, key).getRowNum();
            sheet.removeRow(sheet.getRow(index));
            if (index < sheet.getLastRowNum()) {
                sheet.shiftRows(index + 1, sheet.getLastRowNum(), -1);
            }
        });
    }

    /** Takes a workbook away. */
    public EditedTables remove(String file) {
        workbooks.remove(file);
        return this;
    }

    /** Puts bytes in the place of a workbook. */
    public EditedTables put(String file, byte[] bytes) {
        workbooks.put(file, bytes);
        return this;
    }

    /** The bytes of a workbook. */
    public byte[] workbook(String file) {
        return workbooks.get(file);
    }

    /** The workbooks, read. */
    public TableFolder read() {
        return TableFolder.read(workbooks);
    }

    /** Writes the workbooks into a folder. */
    public Path into(Path folder) {
        try {
            for (var workbook : workbooks.entrySet()) {
                Path file = folder.resolve(workbook.getKey());
                Files.createDirectories(file.getParent());
                Files.write(file, workbook.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    /** Writes a value into a cell as a spreadsheet program would. */
    public static void put(Cell cell, Object value) {
        if (value instanceof LocalDate date) {
            CellStyle dates = cell.getSheet().getWorkbook().createCellStyle();
            dates.setDataFormat((short) 14);
            cell.setCellValue(date);
            cell.setCellStyle(dates);
        } else if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else {
            cell.setCellValue((String) value);
        }
    }

    /** The sheet that holds the rows. */
    public static Sheet rows(XSSFWorkbook workbook) {
        Sheet sheet = workbook.getSheet("Rules");
        return sheet == null ? workbook.getSheet("Rows") : sheet;
    }

    /** The row whose first cell holds a text. */
    public static Row row(Sheet sheet, String first) {
        for (Row row : sheet) {
            if (row.getCell(0) != null && row.getCell(0).toString().equals(first)) {
                return row;
            }
        }
        throw new IllegalArgumentException(first);
    }

    private static int column(Sheet sheet, String heading) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.toString().equals(heading)) {
                    return cell.getColumnIndex();
                }
            }
        }
        throw new IllegalArgumentException(heading);
    }
}
