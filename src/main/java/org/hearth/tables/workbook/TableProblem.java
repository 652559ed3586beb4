package org.hearth.tables.workbook;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearth.finding.Shown;

/**
 * Something wrong with a workbook, for the analyst who can mend it.
 *
 * @param workbook the file, relative to the folder of workbooks
 * @param sheet the sheet, or {@code null} for the whole workbook
 * @param cell the cell, such as {@code B10}, or a block of them, or several that make it together, such as {@code D9, C10},
 *     or {@code null} for the whole sheet
 * @param message what is wrong
 * @param fix what to write instead
 */
public record TableProblem(String workbook, String sheet, String cell, String message, String fix) {

    /** By workbook and sheet, then row by row. */
    public static final Comparator<TableProblem> PLACES = Comparator.comparing(TableProblem::workbook)
            .thenComparing(problem -> problem.sheet() == null ? "" : problem.sheet())
            .thenComparingInt(TableProblem::row)
            .thenComparing(
                    problem -> problem.cell() == null ? 0 : problem.cell().length())
            .thenComparing(problem -> problem.cell() == null ? "" : problem.cell());

    private static final Pattern ROW = Pattern.compile("[A-Z]+([0-9]{1,7}).*");
    private static final int LONGEST = 600;

    /** Between cells that make a problem together. */
    public static final String SEVERAL = ", ";

    /** What a stranger's sheet is called, or holds, may be meant for the terminal that shows it. */
    public TableProblem {
        workbook = shown(workbook);
        sheet = shown(sheet);
        message = shown(message);
        fix = shown(fix);
    }

    /** The cells, the first one of a block; empty for the whole sheet. */
    public List<String> cells() {
        return cell == null
                ? List.of()
                : Arrays.stream(cell.split(SEVERAL))
                        .map(one -> one.split(":", 2)[0])
                        .toList();
    }

    private int row() {
        Matcher matcher = ROW.matcher(cell == null ? "" : cell);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static String shown(String text) {
        if (text == null || text.length() <= LONGEST) {
            return text == null ? null : Shown.escaped(text);
        }
        return Shown.escaped(text.substring(0, LONGEST)) + "...";
    }

    @Override
    public String toString() {
        String where = workbook
                + (sheet == null ? "" : ", sheet " + sheet)
                + (cell == null ? "" : (cells().size() > 1 ? ", cells " : ", cell ") + cell);
        return where + ": " + message + "; " + fix;
    }
}
