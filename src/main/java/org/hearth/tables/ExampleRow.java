package org.hearth.tables;

import java.util.ArrayList;
import java.util.List;

/**
 * An analyst's example in a workbook.
 *
 * @param workbook the file
 * @param cell the cell of its name
 * @param name its name
 * @param bill the kind of bill or the type of bill
 * @param lines service lines in short form, separated by line ends or semicolons
 * @param claim further fields as YAML, or empty
 * @param expect the exact findings, or {@code none}
 * @param source where the example comes from
 */
public record ExampleRow(
        String workbook,
        String cell,
        String name,
        String bill,
        String lines,
        String claim,
        String expect,
        String source) {

    static final String SHEET = "Examples";

    static List<ExampleRow> read(Workbook workbook) {
        Sheet sheet = workbook.sheets().get(SHEET);
        List<ExampleRow> examples = new ArrayList<>();
        for (int row = 1; sheet != null && row < sheet.rows().size(); row++) {
            if (!sheet.blankRow(row)) {
                examples.add(new ExampleRow(
                        workbook.file(),
                        Sheet.cellName(row, 0),
                        sheet.text(row, 0),
                        sheet.text(row, 1),
                        sheet.text(row, 2),
                        sheet.text(row, 3),
                        sheet.text(row, 4),
                        sheet.text(row, 5)));
            }
        }
        return List.copyOf(examples);
    }
}
