package org.hearth.tables.skeleton;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hearth.facts.FactsEdition;
import org.hearth.tables.content.CodeList;
import org.hearth.tables.content.ColumnType;
import org.hearth.tables.content.DecisionTable;
import org.hearth.tables.content.ExampleRow;
import org.hearth.tables.content.NotesBounds;
import org.hearth.tables.content.Policy;
import org.hearth.tables.content.Table;

/**
 * A workbook to begin a new table with: the technical rows, the columns that every table has, and one row to fill in. What
 * only its writer can know is left blank, so that the check asks for it: what the row reports, its source, and when somebody
 * compared the two.
 */
public final class Skeleton {

    private static final String PACKAGE = "org.hearth.tables.";
    private static final String TEXT = "@";
    private static final String DATE = "yyyy-mm-dd";
    private static final byte[] TECHNICAL = {(byte) 0xee, (byte) 0xee, (byte) 0xee};
    private static final byte[] HEADING = {(byte) 0xdd, (byte) 0xe8, (byte) 0xf0};
    /** So many rows have the drop-downs of the first. */
    private static final int MOST_ROWS = 200;

    private static final int[] NOTES_WIDTHS = {22, 40, 100, 12, 12, 18};
    private static final String[] EXAMPLES = {"example", "bill", "lines", "claim", "expect", "from the source"};
    private static final int[] EXAMPLES_WIDTHS = {36, 12, 60, 50, 50, 22};

    private static final String ROW_NAME = "the row's name; never changed once given";
    private static final String CHECKED = "when somebody last compared the row with its source";
    private static final String SOURCE = "the paragraph it rests on";

    /**
     * A column of the skeleton, with the cell of its first row.
     *
     * @param role what the engine does with it; empty in a code list
     */
    private record Draft(
            String heading, String type, String meaning, String role, String snippet, int width, String first) {}

    private static final List<Draft> RULES = List.of(
            new Draft("row", "key", ROW_NAME, "NAME", "", 25, "first row"),
            new Draft(
                    "bill",
                    "choice: 32X, 34X",
                    "the kind of bill the row is for",
                    "CONDITION",
                    "kind == \"$param\"",
                    12,
                    "34X"),
            new Draft("codes", "codes", "HCPCS codes the row is for", "CONDITION", "hcpcs in ( $param )", 30, "any"),
            new Draft(
                    "from",
                    "date",
                    "first date of service for which the row holds, or open",
                    "CONDITION",
                    "on >= $param",
                    12,
                    "open"),
            new Draft(
                    "through",
                    "date",
                    "last date of service for which the row holds, or open",
                    "CONDITION",
                    "on <= $param",
                    12,
                    "open"),
            new Draft(
                    "finding",
                    "finding",
                    "what is said of the line",
                    "ACTION",
                    "findings.report(\"$param\", $line, new RowKey(kcontext.getRule().getName()));",
                    12,
                    ""),
            new Draft("source", "source", SOURCE, "METADATA", "source( $param )", 50, ""),
            new Draft("checked on", "date", CHECKED, "METADATA", "checked( $param )", 14, ""));

    private static final List<Draft> CODES = List.of(
            new Draft(
                    "row",
                    "key",
                    "the code, with a hint where it has more than one span; never changed once given",
                    "",
                    "",
                    18,
                    "first row"),
            new Draft("code", "code", "the code", "", "", 12, ""),
            new Draft("from", "date", "first day the row holds, or open", "", "", 12, "open"),
            new Draft("through", "date", "last day the row holds, or open", "", "", 12, "open"),
            new Draft("source", "source", SOURCE, "", "", 50, ""),
            new Draft("checked on", "date", CHECKED, "", "", 14, ""));

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final String name;
    private final LocalDate today;
    private final CellStyle technical = style(TECHNICAL, TEXT, false);
    private final CellStyle heading = style(HEADING, "General", true);
    private final CellStyle label = style(null, "General", true);
    private final CellStyle text = style(null, TEXT, false);
    private final CellStyle date = style(null, DATE, false);

    private Skeleton(String name, LocalDate today) {
        this.name = name;
        this.today = today;
    }

    /** Whether a new table may have a name: lower case and hyphens, and a name of the engine's when these are underscores. */
    public static boolean mayName(String name) {
        return DecisionTable.NAME.matcher(name).matches() && SourceVersion.isName(PACKAGE + name.replace('-', '_'));
    }

    /**
     * A decision table whose rows are about lines.
     *
     * @param name a name that {@link #mayName} allows
     * @param today the day of its first change
     */
    public static byte[] decisionTable(String name, LocalDate today) {
        Skeleton skeleton = new Skeleton(name, today);
        skeleton.rules();
        skeleton.notes("date of service", RULES);
        skeleton.examples();
        return skeleton.bytes();
    }

    /** A code list; the parameters are those of {@link #decisionTable}. */
    public static byte[] codeList(String name, LocalDate today) {
        Skeleton skeleton = new Skeleton(name, today);
        skeleton.table(CodeList.SHEET, 0, CODES);
        skeleton.notes("date of service", CODES);
        return skeleton.bytes();
    }

    private void rules() {
        XSSFSheet sheet = table(DecisionTable.SHEET, 7, RULES);
        hidden(sheet, 0, List.of("RuleSet", PACKAGE + name.replace('-', '_')));
        hidden(sheet, 1, List.of("Import", "org.hearth.facts.line.Line, org.hearth.finding.RowKey"));
        hidden(sheet, 2, List.of("Variables", "org.hearth.finding.Findings findings"));
        hidden(sheet, 3, List.of("RuleTable " + name));
        hidden(sheet, 4, RULES.stream().map(Draft::role).toList());
        hidden(sheet, 5, List.of("", "$line : Line"));
        hidden(sheet, 6, RULES.stream().map(Draft::snippet).toList());
    }

    private void hidden(XSSFSheet sheet, int at, List<String> texts) {
        Row row = sheet.createRow(at);
        row.setZeroHeight(true);
        for (int column = 0; column < RULES.size(); column++) {
            String content = column < texts.size() ? texts.get(column) : "";
            cell(row, column, content, content.isEmpty() ? null : technical);
        }
    }

    /** The headings, and below them one row. */
    private XSSFSheet table(String title, int headingRow, List<Draft> columns) {
        XSSFSheet sheet = workbook.createSheet(title);
        Row headings = sheet.createRow(headingRow);
        Row first = sheet.createRow(headingRow + 1);
        for (int index = 0; index < columns.size(); index++) {
            Draft column = columns.get(index);
            CellStyle own = column.type.equals("date") ? date : text;
            sheet.setColumnWidth(index, column.width * 256);
            // what is typed into a row to come keeps its zeros, and a date is one
            sheet.setDefaultColumnStyle(index, own);
            cell(headings, index, column.heading, heading);
            cell(first, index, column.first, own);
            dropDown(sheet, headingRow + 1, index, column);
        }
        sheet.createFreezePane(1, headingRow + 1);
        return sheet;
    }

    private static void dropDown(XSSFSheet sheet, int row, int column, Draft draft) {
        ColumnType type = ColumnType.of(draft.type);
        if (type.kind() != ColumnType.Kind.CHOICE) {
            return;
        }
        String[] words =
                Stream.concat(type.choices().stream(), Stream.of("any")).toArray(String[]::new);
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation validation = helper.createValidation(
                helper.createExplicitListConstraint(words),
                new CellRangeAddressList(row, row + MOST_ROWS, column, column));
        validation.setEmptyCellAllowed(false);
        validation.setShowErrorBox(true);
        validation.createErrorBox(draft.heading, "one of: " + String.join(", ", words));
        sheet.addValidationData(validation);
    }

    private void notes(String dates, List<Draft> columns) {
        XSSFSheet sheet = sheet(Table.NOTES, NOTES_WIDTHS);
        int at = 0;
        for (String[] line : new String[][] {
            {"table", name},
            {"about", name.replace('-', ' ')},
            {"dates are", dates},
            {"rows match", Policy.ALL.words()},
            {columns == RULES ? Table.FACTS_EDITION : "", String.valueOf(FactsEdition.CURRENT)}
        }) {
            if (line[0].isEmpty()) {
                continue;
            }
            Row row = sheet.createRow(at);
            cell(row, 0, line[0], label);
            cell(row, 1, line[1], text);
            at++;
        }
        at++;
        headings(sheet, at, "column", "type", "meaning", NotesBounds.LEAST, NotesBounds.MOST, NotesBounds.MOST_CHANGE);
        for (Draft column : columns) {
            at++;
            Row row = sheet.createRow(at);
            cell(row, 0, column.heading, text);
            cell(row, 1, column.type, text);
            cell(row, 2, column.meaning, text);
        }
        at += 2;
        headings(sheet, at, "changed on", "effective", "what changed");
        Row row = sheet.createRow(at + 1);
        Cell on = row.createCell(0);
        on.setCellValue(today);
        on.setCellStyle(date);
        cell(row, 1, "open", text);
        cell(row, 2, "first edition", text);
    }

    private void examples() {
        XSSFSheet sheet = sheet(ExampleRow.SHEET, EXAMPLES_WIDTHS);
        for (int column = 0; column < EXAMPLES.length; column++) {
            sheet.setDefaultColumnStyle(column, text);
        }
        headings(sheet, 0, EXAMPLES);
        sheet.createFreezePane(1, 1);
    }

    private XSSFSheet sheet(String title, int... widths) {
        XSSFSheet sheet = workbook.createSheet(title);
        for (int column = 0; column < widths.length; column++) {
            sheet.setColumnWidth(column, widths[column] * 256);
        }
        return sheet;
    }

    private void headings(XSSFSheet sheet, int at, String... texts) {
        Row row = sheet.createRow(at);
        for (int column = 0; column < texts.length; column++) {
            cell(row, column, texts[column], heading);
        }
    }

    private static void cell(Row row, int column, String content, CellStyle style) {
        Cell cell = row.createCell(column);
        if (!content.isEmpty()) {
            cell.setCellValue(content);
        }
        if (style != null) {
            cell.setCellStyle(style);
        }
    }

    private CellStyle style(byte[] ground, String format, boolean bold) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        if (ground != TECHNICAL) {
            style.setWrapText(true);
            style.setVerticalAlignment(VerticalAlignment.TOP);
        }
        if (ground != null) {
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            style.setFillForegroundColor(new XSSFColor(ground, null));
        }
        if (bold) {
            XSSFFont font = workbook.createFont();
            font.setBold(true);
            style.setFont(font);
        }
        return style;
    }

    private byte[] bytes() {
        try (workbook) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
