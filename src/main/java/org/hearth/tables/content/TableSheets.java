package org.hearth.tables.content;

import java.util.Set;
import java.util.function.Predicate;
import org.hearth.tables.workbook.Marking;
import org.hearth.tables.workbook.Sheet;
import org.hearth.tables.workbook.Workbook;
import org.hearth.tables.workbook.WorkbookProblems;

/** Which sheets a workbook has, and which of them are read. */
final class TableSheets {

    private static final Set<String> READ_BESIDE = Set.of(Table.NOTES, ExampleRow.SHEET, Marking.LIST);

    private TableSheets() {}

    /**
     * The sheet with the rows; what is wrong with it, and what else the workbook has that nobody reads, is added to the
     * problems.
     *
     * @param name what it is called
     * @param isTable whether a sheet holds rows of this kind, whatever it is called
     * @param missing what is wrong where no sheet does
     * @return {@code null} if there is none
     */
    static Sheet rows(
            Workbook workbook, String name, Predicate<Sheet> isTable, String missing, WorkbookProblems problems) {
        Sheet sheet = workbook.sheets().get(name);
        boolean there = sheet != null && isTable.test(sheet);
        Sheet renamed = there
                ? null
                : workbook.sheets().values().stream()
                        .filter(other -> isUnread(other, name) && isTable.test(other))
                        .findFirst()
                        .orElse(null);
        if (!there) {
            problems.add(
                    renamed == null ? name : renamed.name(),
                    null,
                    renamed == null ? missing : "the sheet with the rows is called `" + renamed.name() + "`",
                    renamed == null
                            ? "bring the sheet back from the shipped workbook"
                            : "rename `" + renamed.name() + "` to `" + name + "`");
        }
        for (Sheet other : workbook.sheets().values()) {
            if (isUnread(other, name) && other != renamed && !other.rows().isEmpty()) {
                problems.warn(
                        other.name(),
                        null,
                        isTable.test(other)
                                ? "the sheet looks like `" + name + "`, and is not read"
                                : "the sheet is not read",
                        "delete it; what is meant to hold stands in `" + name + "`");
            }
        }
        return there ? sheet : null;
    }

    private static boolean isUnread(Sheet sheet, String name) {
        return !sheet.name().equals(name) && !READ_BESIDE.contains(sheet.name());
    }
}
