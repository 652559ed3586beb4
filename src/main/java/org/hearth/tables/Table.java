package org.hearth.tables;

import java.util.List;

/** A workbook that has been read: a decision table or a code list. */
public sealed interface Table permits DecisionTable, CodeList {

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
