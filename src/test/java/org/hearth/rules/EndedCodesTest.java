package org.hearth.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.hearth.release.Example;
import org.hearth.release.Examples;
import org.hearth.release.Mismatch;
import org.hearth.release.TablesReport;
import org.hearth.ruleset.Ruleset;
import org.hearth.ruleset.RulesetCompiler;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.tables.Edited;
import org.junit.jupiter.api.Test;

/**
 * A code that ends tomorrow breaks no example: none leans on a code after the day on which somebody last compared its row
 * with the source. Else whoever ends a code is refused for examples that the end has nothing to do with.
 */
class EndedCodesTest {

    private static final List<String> LISTS = List.of(
            "codes/visit-codes.xlsx",
            "codes/therapy-codes.xlsx",
            "codes/modifier-codes.xlsx",
            "codes/revenue-codes.xlsx",
            "codes/header-codes.xlsx");

    /** Ends every open row of the code lists with the day under {@code checked on}. */
    private static RulesetFiles ended() {
        SortedMap<String, byte[]> files = new TreeMap<>(Rulesets.files().files());
        for (String list : LISTS) {
            Edited edited = new Edited()
                    .with(list, files.get(RulesetFiles.TABLES + list))
                    .change(list, open -> end(open.getSheet("Rows")));
            files.put(RulesetFiles.TABLES + list, edited.bytes(list));
        }
        return new RulesetFiles("ended", files);
    }

    private static void end(XSSFSheet sheet) {
        int through = column(sheet, "through");
        int checked = column(sheet, "checked on");
        for (int index = 1; index <= sheet.getLastRowNum(); index++) {
            XSSFRow row = sheet.getRow(index);
            Cell end = row == null ? null : row.getCell(through);
            if (end != null && end.toString().equals("open")) {
                LocalDate day = row.getCell(checked).getLocalDateTimeCellValue().toLocalDate();
                end.setBlank();
                end.setCellStyle(row.getCell(checked).getCellStyle());
                end.setCellValue(day);
            }
        }
    }

    private static int column(XSSFSheet sheet, String heading) {
        for (Cell cell : sheet.getRow(0)) {
            if (cell.toString().equals(heading)) {
                return cell.getColumnIndex();
            }
        }
        throw new IllegalArgumentException(heading);
    }

    @Test
    void noExampleLeansOnACodeThatNobodyHasLookedUpSince() {
        Ruleset ruleset = RulesetCompiler.compile(ended());
        List<Example> examples = Examples.all(Rulesets.files(), Rulesets.ruleset());
        assertThat(Examples.run(examples, ruleset, (ran, all) -> {}))
                .filteredOn(failed -> !tellsOnlyTheDaysOfTheRow(failed.mismatch()))
                .extracting(TablesReport.FailedExample::example)
                .isEmpty();
    }

    /** A finding that says from when to when a code is valid says something else once it ends, and is the same finding. */
    private static boolean tellsOnlyTheDaysOfTheRow(Mismatch mismatch) {
        return mismatch.remarks().isEmpty() && findings(mismatch.missing()).equals(findings(mismatch.unexpected()));
    }

    private static List<String> findings(List<String> entries) {
        return entries.stream().map(entry -> entry.split(": ", 2)[0]).toList();
    }
}
