package org.hearth.tables.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hearth.tables.workbook.RawCell;
import org.hearth.tables.workbook.Workbook;

/** Small workbooks for tests. */
public final class Workbooks {

    /** The cells of a decision table with one condition on a code, one list, dates, and an action. */
    public static final Object[][] RULES = {
        {"RuleSet", "org.hearth.tables.sample"},
        {"Import", "org.hearth.facts.line.Line"},
        {"Variables", "org.hearth.finding.Findings findings"},
        {"RuleTable sample"},
        {"NAME", "CONDITION", "CONDITION", "CONDITION", "ACTION", "METADATA"},
        {null, "$line : Line", null, null, null, null},
        {
            null,
            "family == \"$param\"",
            "hcpcs in ($param)",
            "on >= $param",
            "findings.report(\"$param\", $line);",
            "source( $param )"
        },
        {"row", "family", "codes", "from", "finding", "source"},
        {"PT", "042", "97110, 97112", LocalDate.of(2018, 1, 1), "HHT-301", "Pub. 100-04"},
        {"OT", "043", "any", "open", "HHT-302", "Pub. 100-04"},
    };

    /** The Notes that go with {@link #RULES}. */
    public static final Object[][] NOTES = {
        {"table", "sample"},
        {"about", "a table for tests"},
        {"dates are", "date of service"},
        {"rows match", "all"},
        {},
        {"column", "type", "meaning"},
        {"row", "key", "the row's name"},
        {"family", "code", "revenue family"},
        {"codes", "codes", "HCPCS codes"},
        {"from", "date", "first day"},
        {"finding", "finding", "what is reported"},
        {"source", "source", "where it comes from"},
        {},
        {"changed on", "effective", "what changed"},
        {LocalDate.of(2026, 11, 23), "open", "first edition"},
    };

    private static final Object[][] EXAMPLES = {{"name", "bill", "lines", "claim", "expect", "source"}};

    private Workbooks() {}

    /** {@link #RULES} with one cell changed. */
    public static byte[] rulesWith(int row, int column, Object value) {
        Object[][] cells = new Object[RULES.length][];
        for (int i = 0; i < RULES.length; i++) {
            cells[i] = RULES[i].clone();
        }
        cells[row][column] = value;
        return decisionTable(cells, NOTES);
    }

    public static byte[] decisionTable(Object[][] rules, Object[][] notes) {
        return workbook("Rules", rules, notes);
    }

    public static byte[] codeList(Object[][] rows, Object[][] notes) {
        return workbook("Rows", rows, notes);
    }

    private static byte[] workbook(String title, Object[][] rows, Object[][] notes) {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            fill(workbook, title, rows);
            fill(workbook, "Notes", notes);
            fill(workbook, "Examples", EXAMPLES);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A decision table read from its cells, without the file that takes most of the time. */
    public static DecisionTable table(String file, Object[][] rules, Object[][] notes) {
        Map<String, org.hearth.tables.workbook.Sheet> sheets = new LinkedHashMap<>();
        sheets.put("Rules", sheet("Rules", rules));
        sheets.put("Notes", sheet("Notes", notes));
        sheets.put("Examples", sheet("Examples", EXAMPLES));
        return DecisionTable.read(new Workbook(file, sheets));
    }

    private static org.hearth.tables.workbook.Sheet sheet(String name, Object[][] cells) {
        List<List<RawCell>> rows = new ArrayList<>();
        for (Object[] row : cells) {
            rows.add(Arrays.stream(row).map(Workbooks::cell).toList());
        }
        return new org.hearth.tables.workbook.Sheet(name, rows, Set.of(), Set.of(), Set.of(), false, List.of());
    }

    private static RawCell cell(Object value) {
        if (value == null) {
            return RawCell.BLANK;
        }
        return value instanceof LocalDate date
                ? new RawCell(RawCell.Kind.DATE, date.toString(), date)
                : new RawCell(
                        value instanceof Number ? RawCell.Kind.NUMBER : RawCell.Kind.TEXT, value.toString(), null);
    }

    private static void fill(XSSFWorkbook workbook, String name, Object[][] cells) {
        CellStyle dates = workbook.createCellStyle();
        dates.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
        Sheet sheet = workbook.createSheet(name);
        for (int row = 0; row < cells.length; row++) {
            Row target = sheet.createRow(row);
            for (int column = 0; column < cells[row].length; column++) {
                Object value = cells[row][column];
                if (value == null) {
                    continue;
                }
                Cell cell = target.createCell(column);
                if (value instanceof LocalDate date) {
                    cell.setCellValue(date);
                    cell.setCellStyle(dates);
                } else if (value instanceof Number number) {
                    cell.setCellValue(number.doubleValue());
                } else if (value instanceof Formula formula) {
                    cell.setCellFormula(formula.text());
                } else {
                    cell.setCellValue((String) value);
                }
            }
        }
    }

    /** A formula. */
    public record Formula(String text) {}
}
