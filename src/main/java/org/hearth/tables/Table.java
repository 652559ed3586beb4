package org.hearth.tables;

import java.util.List;

/** A workbook that has been read: a decision table or a code list. */
public sealed interface Table permits DecisionTable, CodeList {

    /** Its name: the file name without its endings. */
    String name();

    /** The file, relative to the folder of workbooks. */
    String workbook();

    /** What it is, in a sentence. */
    String about();

    /** What the rows' dates are compared with, such as {@code date of service}. */
    String dates();

    /** Its columns, left to right. */
    List<Column> columns();

    /** Its rows, top to bottom. */
    List<Row> rows();

    /** The analysts' examples. */
    List<ExampleRow> examples();

    /** What changed and when. */
    List<Change> changes();
}
