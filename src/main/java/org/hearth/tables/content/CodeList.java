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

    static CodeList read(Workbook workbook) {
        WorkbookProblems problems = new WorkbookProblems(workbook.file());
        Notes notes = Notes.read(workbook, problems);
        Sheet sheet =
                TableSheets.rows(workbook, SHEET, other -> !other.blankRow(0), "there is no heading row", problems);
        problems.throwIfAny();
        RowReader reader = new RowReader(workbook, sheet, notes, problems);
        List<Column> columns = reader.columns(0, -1);
        List<Row> rows = reader.rows(0, columns);
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
}
