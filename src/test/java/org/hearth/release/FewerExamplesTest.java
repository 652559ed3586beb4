package org.hearth.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.tables.Edited;
import org.hearth.tables.workbook.TableProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever takes examples away says so; else the change is refused. */
class FewerExamplesTest {

    private static final String WORKBOOK = "first-claims.drl.xlsx";
    private static final RulesetFiles ACTIVE = RulesetFiles.packaged();

    private static Edited without(int examples) {
        return new Edited().change(WORKBOOK, open -> {
            XSSFSheet sheet = open.getSheet("Examples");
            for (int row = 1; row <= examples; row++) {
                sheet.removeRow(sheet.getRow(row));
            }
        });
    }

    private static Edited noted(Edited edited, String what) {
        return edited.change(WORKBOOK, open -> {
            XSSFSheet notes = open.getSheet("Notes");
            Row last = notes.getRow(notes.getLastRowNum());
            Row row = notes.createRow(last.getRowNum() + 1);
            row.createCell(0).setCellValue(LocalDate.of(2026, 12, 1));
            row.getCell(0).setCellStyle(last.getCell(0).getCellStyle());
            row.createCell(1).setCellValue("open");
            row.createCell(2).setCellValue(what);
        });
    }

    private static List<String> told(RulesetFiles active, Edited edited) {
        return FewerExamples.problems(active, edited.files()).stream()
                .map(TableProblem::toString)
                .toList();
    }

    @Test
    void theCountsAndTheNamesAreTold() {
        List<String> names =
                org.hearth.tables.content.Table.read(WORKBOOK, new Edited().bytes(WORKBOOK)).examples().stream()
                        .map(org.hearth.tables.content.ExampleRow::name)
                        .toList();
        assertThat(told(ACTIVE, without(2)))
                .containsExactly(
                        "first-claims.drl.xlsx, sheet Examples: first-claims has 12 examples, the active edition has"
                                + " 14: without `" + names.get(0) + "`, `" + names.get(1)
                                + "`; bring them back, or say why in a new line of the sheet Notes under `changed on` that begins"
                                + " with the words `fewer examples`, or when it is published or approved");
        assertThat(told(ACTIVE, without(8))).singleElement().asString().contains("has 6 examples", "` and 3 more; ");
    }

    @Test
    void asManyOrMoreAreNobodysBusiness() {
        assertThat(told(ACTIVE, new Edited())).isEmpty();
        assertThat(told(without(2).files(), new Edited())).isEmpty();
        assertThat(told(ACTIVE, new Edited().set(WORKBOOK, "Examples", "A2", "another name")))
                .isEmpty();
    }

    @Test
    void aNewLineOfTheChangelogSaysThatTheyAreMeant() {
        assertThat(told(ACTIVE, noted(without(2), "Fewer examples: both said the same as the third")))
                .isEmpty();
        assertThat(told(ACTIVE, noted(without(2), "nothing of that"))).hasSize(1);
        assertThat(told(ACTIVE, noted(without(2), "no fewer examples than before")))
                .hasSize(1);
        // what was said of an earlier change says nothing of this one
        Edited before = noted(new Edited(), "fewer examples");
        assertThat(told(before.files(), noted(without(2), "fewer examples"))).hasSize(1);
    }

    @Test
    void aWorkbookThatIsMissingOrCannotBeReadIsToldElsewhere() {
        assertThat(told(ACTIVE, new Edited().without(WORKBOOK))).isEmpty();
        assertThat(told(ACTIVE, new Edited().with(WORKBOOK, new byte[] {1}))).isEmpty();
    }

    @Test
    void aCandidateIsRefusedUnlessItIsTold() {
        Map<String, byte[]> sent = Map.of(WORKBOOK, without(2).bytes(WORKBOOK));
        TablesReport refused = Candidates.check(ACTIVE, sent, "sent", false, (ran, all) -> {
            throw new AssertionError("an example ran");
        });
        assertThat(refused.problems())
                .singleElement()
                .asString()
                .contains("has 12 examples, the active edition has 14");
        assertThat(refused.ruleset()).isEmpty();
        TablesReport taken = Candidates.check(ACTIVE, sent, "sent", true, (ran, all) -> {});
        assertThat(taken.problems()).isEmpty();
        assertThat(taken.ruleset()).isPresent();
    }

    @Test
    void aWatchedFolderIsRefusedUnlessItsNotesSaySo(@TempDir Path folder) throws IOException {
        EditedTables.copyTo(folder);
        Files.write(folder.resolve(WORKBOOK), without(2).bytes(WORKBOOK));
        RulesetSource source = new RulesetSource(null, folder);
        assertThat(RulesetLoader.load(source, version -> false, Optional.of(ACTIVE)))
                .isInstanceOfSatisfying(ActiveRuleset.Unusable.class, unusable -> assertThat(unusable.problems())
                        .singleElement()
                        .asString()
                        .contains("has 12 examples, the active edition has 14"));
        Files.write(
                folder.resolve(WORKBOOK),
                noted(without(2), "fewer examples, as two were one").bytes(WORKBOOK));
        assertThat(RulesetLoader.load(source, version -> false, Optional.of(ACTIVE)))
                .isInstanceOf(ActiveRuleset.Loaded.class);
    }
}
