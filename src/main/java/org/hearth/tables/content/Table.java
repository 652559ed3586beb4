package org.hearth.tables.content;

import java.util.List;
import org.hearth.tables.workbook.InvalidTablesException;
import org.hearth.tables.workbook.TableProblem;
import org.hearth.tables.workbook.Workbook;

/** A workbook that has been read: a decision table or a code list. */
public sealed interface Table permits DecisionTable, CodeList {

    /** The sheet that says what the table is and what its columns hold. */
    String NOTES = "Notes";

    /** Before the edition of the facts, in the Notes sheet of a decision table. */
    String FACTS_EDITION = "facts edition";

    /**
     * Reads a workbook of either kind; a file that is not named as a decision table is one if it has a sheet {@code
     * Rules}.
     *
     * @param file its path relative to the folder of workbooks
     * @throws InvalidTablesException with everything that is wrong with it
     */
    static Table read(String file, byte[] bytes) {
        Workbook workbook = Workbook.read(file, bytes);
        return file.endsWith(".drl.xlsx") || workbook.sheets().containsKey(DecisionTable.SHEET)
                ? DecisionTable.read(workbook)
                : CodeList.read(workbook);
    }

    /** Its name: the file name without its endings. */
    String name();

    /** The file, relative to the folder of workbooks. */
    String workbook();

    /** What it is, in a sentence. */
    String about();

    /** What the rows' dates are compared with, such as {@code date of service}. */
    String dates();

    /** How many rows may hold for the same case. */
    Policy policy();

    /** Its columns, left to right. */
    List<Column> columns();

    /** Its rows, top to bottom. */
    List<Row> rows();

    /** The analysts' examples. */
    List<ExampleRow> examples();

    /** The gaps between rows that are meant. */
    List<MeantGap> gaps();

    /** What changed and when. */
    List<Change> changes();

    /** What is worth a look and stops nothing. */
    List<TableProblem> warnings();
}
