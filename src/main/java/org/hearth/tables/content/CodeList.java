package org.hearth.tables.content;

import java.util.List;
import org.hearth.tables.workbook.InvalidTablesException;
import org.hearth.tables.workbook.Sheet;
import org.hearth.tables.workbook.TableProblem;
import org.hearth.tables.workbook.Workbook;
import org.hearth.tables.workbook.WorkbookProblems;

/** A code list: rows that say what a code is during a span of days. They run as data, not as rules. */
public record CodeList(
        String name,
        String workbook,
        String about,
        String dates,
        Policy policy,
        List<Column> columns,
        List<Row> rows,
        List<MeantGap> gaps,
        List<ExampleRow> examples,
        List<Change> changes,
        List<TableProblem> warnings)
        implements Table {

    public static final String SHEET = "Rows";

    /** The heading of the column that holds the code of a row. */
    static final String CODE = "code";

    public CodeList {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        gaps = List.copyOf(gaps);
        examples = List.copyOf(examples);
        changes = List.copyOf(changes);
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads a code list.
     *
     * @param file its path relative to the folder of workbooks
     * @throws InvalidTablesException with everything that is wrong with it
     */
    public static CodeList read(String file, byte[] bytes) {
        return read(Workbook.read(file, bytes));
    }

    /**
     * Reads the cells of a code list.
     *
     * @throws InvalidTablesException with everything that is wrong with it
     */
    public static CodeList read(Workbook workbook) {
        WorkbookProblems problems = new WorkbookProblems(workbook.file());
        Notes notes = Notes.read(workbook, problems);
        Sheet sheet =
                TableSheets.rows(workbook, SHEET, other -> !other.blankRow(0), "there is no heading row", problems);
        problems.throwIfAny();
        RowReader reader = new RowReader(workbook, sheet, notes, problems);
        List<Column> columns = reader.columns(0, -1);
        problems.throwIfAny();
        List<Row> rows = reader.rows(0, columns);
        namesHaveTheirCodes(sheet, columns, rows, problems);
        Plausibility.check(columns, rows, problems);
        List<ExampleRow> examples = ExampleRow.read(workbook, problems);
        return PartialTableException.requireSound(
                new CodeList(
                        notes.table(),
                        workbook.file(),
                        notes.about(),
                        notes.dates(),
                        notes.policy(),
                        columns,
                        rows,
                        notes.gaps(),
                        examples,
                        notes.changes(),
                        problems.warnings()),
                problems);
    }

    /** A column dragged down as a series or sorted by itself leaves codes beside the names of other rows. */
    private static void namesHaveTheirCodes(
            Sheet sheet, List<Column> columns, List<Row> rows, WorkbookProblems problems) {
        Column code = columns.stream()
                .filter(column -> column.heading().equals(CODE))
                .findFirst()
                .orElse(null);
        for (Row row : rows) {
            if (code != null && row.values().get(CODE) instanceof String value && !hasWord(row.key(), value)) {
                problems.add(
                        sheet.name(),
                        row.cell(code),
                        "the row is called `" + row.key() + "`, and its code is `" + value + "`",
                        "write the code that the row is called by; a row of another code is called by that one, with a"
                                + " word behind it if the code has several rows");
            }
        }
    }

    /** Whether a name is a code, or has it between blanks and hyphens. */
    private static boolean hasWord(String name, String code) {
        for (int at = name.indexOf(code); at >= 0; at = name.indexOf(code, at + 1)) {
            int end = at + code.length();
            if ((at == 0 || isBreak(name.charAt(at - 1))) && (end == name.length() || isBreak(name.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBreak(char c) {
        return c == ' ' || c == '-';
    }
}
