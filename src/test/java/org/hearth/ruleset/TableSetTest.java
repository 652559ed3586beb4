package org.hearth.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hearth.tables.codeset.CodeSetFiles;
import org.hearth.tables.workbook.TableProblem;
import org.junit.jupiter.api.Test;

/** A folder of workbooks is data from a stranger: nothing in it becomes code, and nothing that is missing stays unseen. */
class TableSetTest {

    private static final String TABLE = "decision-tables/discipline-requirements.drl.xlsx";

    private static List<TableProblem> problems(Consumer<SortedMap<String, byte[]>> change) {
        SortedMap<String, byte[]> files = new TreeMap<>(RulesetFiles.packaged().files());
        change.accept(files);
        return RulesetCompiler.problems(new RulesetFiles("changed", files));
    }

    private static void set(
            SortedMap<String, byte[]> files, String path, String sheet, int row, int column, String text) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(files.get(path)))) {
            workbook.getSheet(sheet).getRow(row).createCell(column).setCellValue(text);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            files.put(path, out.toByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theShippedWorkbooksAreSound() {
        assertThat(problems(files -> {})).isEmpty();
    }

    @Test
    void anImportedCodeSetIsPartOfTheRulesetAndOfItsHash() {
        RulesetFiles shipped = RulesetFiles.packaged();
        SortedMap<String, byte[]> files = new TreeMap<>(shipped.files());
        files.put("decision-tables/codes/sets/icd10-2025-10-01.txt.gz", CodeSetFiles.icd10(20251001, "A000", "Z471"));
        RulesetFiles changed = new RulesetFiles("changed", files);

        assertThat(changed.hash()).isNotEqualTo(shipped.hash());
        assertThat(RulesetCompiler.compile(shipped).codes().sets().all()).isEmpty();
        assertThat(RulesetCompiler.compile(changed).codes().sets().all())
                .singleElement()
                .satisfies(set -> assertThat(set.codes()).containsExactly("A000", "Z471"));
    }

    @Test
    void aTornCodeSetIsAProblemLikeABadCell() {
        assertThat(problems(files -> files.put("decision-tables/codes/sets/icd10-2025-10-01.txt.gz", new byte[] {31})))
                .extracting(TableProblem::toString)
                .containsExactly(
                        "codes/sets/icd10-2025-10-01.txt.gz: it is no whole .gz file; import the published file"
                                + " again, hearth codes import");
        assertThat(problems(files -> files.put("decision-tables/icd10.txt.gz", new byte[0])))
                .extracting(TableProblem::message)
                .containsExactly("no code set has this name");
    }

    @Test
    void aChangedSnippetIsRefusedBeforeAnythingIsCompiled() {
        assertThat(problems(files -> set(files, TABLE, "Rules", 6, 1, "eval(System.exit(1) == null)")))
                .extracting(TableProblem::toString)
                .singleElement()
                .asString()
                .startsWith(
                        "discipline-requirements.drl.xlsx, sheet Rules, cell B7: the hidden rows above the headings differ here");
    }

    @Test
    void aChangedTypeOfAColumnIsRefused() {
        assertThat(problems(files -> set(files, TABLE, "Notes", 7, 1, "text")))
                .extracting(TableProblem::message)
                .containsExactly("the description of the column `bill` differs");
    }

    @Test
    void aCopyUnderAnotherNameIsToldApart() {
        assertThat(problems(files -> files.put("decision-tables/copy.drl.xlsx", files.get(TABLE))))
                .extracting(TableProblem::toString)
                .containsExactly(
                        "copy.drl.xlsx, sheet Notes: the workbook calls itself the table "
                                + "`discipline-requirements`; name the file discipline-requirements.drl.xlsx, or delete the copy");
    }

    @Test
    void aMissingDecisionTableIsMissed() {
        assertThat(problems(files -> files.remove(TABLE)))
                .extracting(problem -> problem.workbook() + ": " + problem.message())
                .containsExactly("discipline-requirements.drl.xlsx: the workbook is missing");
    }

    @Test
    void twoRowsForOneCodeOnOneDayAreTold() {
        assertThat(problems(files -> {
                    set(files, "decision-tables/codes/visit-codes.xlsx", "Rows", 1, 0, "G0152 again");
                    set(files, "decision-tables/codes/visit-codes.xlsx", "Rows", 1, 1, "G0152");
                }))
                .extracting(TableProblem::message)
                .singleElement()
                .asString()
                .startsWith("the row and `G0152 again` at A2 both hold for `G0152`, every case");
    }
}
