package org.hearth.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hearth.tables.Edited;
import org.hearth.tables.workbook.TableProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program's own sources are compared with nothing; whatever else there is, is. */
class SourceTreeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final String OLD = "discipline-requirements.drl.xlsx";
    private static final String NEW = "house-calls.drl.xlsx";

    /** A new table that looks like a shipped one, and a snippet that the shipped one does not have. */
    private static final Edited CHANGED = new Edited()
            .set(OLD, "B7", "bill != \"32X\", bill == $param")
            .with(NEW, new Edited().set(OLD, "Notes", "B1", "house-calls").bytes(OLD));

    @TempDir
    Path temporary;

    private static List<String> told(List<TableProblem> problems) {
        return problems.stream().map(TableProblem::toString).toList();
    }

    private static CheckedTables check(SortedMap<String, byte[]> files, boolean own) {
        return CheckedTables.of(new RulesetFiles("changed", files, own), TODAY);
    }

    @Test
    void aNewTableAndChangedTechnicalRowsAreTheEngineersOwn() {
        assertThat(told(check(CHANGED.files().files(), true).problems())).isEmpty();
    }

    @Test
    void aNewTableAndChangedTechnicalRowsOfAStrangerAreRefused() {
        assertThat(told(check(CHANGED.files().files(), false).problems()))
                .containsExactly(
                        OLD + ", sheet Rules, cell B7: the hidden rows above the headings differ here from the shipped"
                                + " ones; bring the cell back from the shipped workbook; a new or changed column needs a"
                                + " rule: ask an engineer",
                        NEW + ": no shipped table has this name; a new table or column needs a rule: ask an engineer;"
                                + " if it is a copy or an old file, delete it");
    }

    @Test
    void theEngineerIsToldWhatIsLacking() {
        SortedMap<String, byte[]> files = new TreeMap<>(new Edited()
                .set(OLD, "F7", "insert(new HouseCall(kcontext.getRule().getName(), $billed, \"$param\"")
                .files()
                .files());
        files.keySet().removeIf(path -> path.contains("/HHT-301-"));
        List<String> told = told(check(files, true).warnings());
        assertThat(told)
                .contains(OLD + ": its rows insert `HouseCall`, and no rule asks for it; write the rule that does,"
                        + " rules/<family>/HHT-nnn-<title>.drl")
                .anyMatch(one -> one.matches("codes/findings.xlsx, sheet Rows, cell A[0-9]+: `HHT-301` has no page;"
                        + " write rules/<family>/HHT-301-missing-discipline-modifier.md, as rules/README.md says"))
                .anyMatch(one -> one.matches("codes/findings.xlsx, sheet Rows, cell A[0-9]+: no rule and no row reports"
                        + " `HHT-301`; write the rule, or name it in a decision table"))
                .hasSize(3);
        assertThat(told(check(files, false).warnings())).noneMatch(one -> one.contains("HouseCall"));
    }

    @Test
    void aFindingThatARuleReportsAndNobodyWordedIsTold() {
        SortedMap<String, byte[]> files = new TreeMap<>(RulesetFiles.packaged().files());
        files.put("rules/bill/HHT-199-new.drl", "findings.report(\"HHT-199\", $bill)".getBytes(StandardCharsets.UTF_8));
        assertThat(told(check(files, true).problems()))
                .containsExactly("codes/findings.xlsx, sheet Rows: there is no row `HHT-199`, which a rule or its page"
                        + " needs; write the row");
    }

    @Test
    void nothingIsLackingHere() throws IOException {
        SourceTree tree = SourceTree.ofProgram().orElseThrow();
        assertThat(tree.root()).isEqualTo(Path.of("").toRealPath());
        assertThat(tree.files().own()).isTrue();
        CheckedTables tables = CheckedTables.of(tree.files(), TODAY);
        assertThat(told(tables.problems())).isEmpty();
        assertThat(told(tables.warnings())).isEmpty();
    }

    @Test
    void theTreeIsToldByWhereTheProgramLiesAndByNothingThatAFolderBrings() throws IOException {
        Path root = temporary.toRealPath();
        Path archive =
                Files.createDirectories(root.resolve("target/quarkus-app/app")).resolve("hearth.jar");
        Files.createFile(archive);
        assertThat(SourceTree.of(archive)).isEmpty();
        Files.createFile(root.resolve("pom.xml"));
        Files.createDirectories(root.resolve("rules/bill"));
        assertThat(SourceTree.of(archive)).isEmpty();
        Files.createDirectories(root.resolve("decision-tables/codes"));
        SourceTree tree = SourceTree.of(archive).orElseThrow();

        assertThat(tree.root()).isEqualTo(root);
        assertThat(tree.is(root.resolve("rules/.."))).isTrue();
        assertThat(tree.is(root.resolve("rules"))).isFalse();
        assertThat(tree.holds(root.resolve("rules/bill"))).isTrue();
        assertThat(tree.holds(root.resolve("gone"))).isFalse();
        assertThat(tree.holdsTables(root.resolve("decision-tables/codes"))).isTrue();
        assertThat(tree.holdsTables(root)).isFalse();
        assertThat(SourceTree.of(Files.createFile(root.resolve("hearth.jar")))).isEmpty();
        assertThat(SourceTree.ofProgram().orElseThrow().holds(root)).isFalse();
    }

    @Test
    void aLinkIsWhatItLeadsTo() throws IOException {
        SourceTree tree = new SourceTree(
                Files.createDirectories(temporary.resolve("tree")).toRealPath());
        Files.createDirectories(tree.tables());
        Path elsewhere = Files.createDirectories(temporary.resolve("elsewhere"));
        assertThat(tree.holdsTables(Files.createSymbolicLink(elsewhere.resolve("in"), tree.tables())))
                .isTrue();
        assertThat(tree.holdsTables(Files.createSymbolicLink(tree.tables().resolve("out"), elsewhere)))
                .isFalse();
    }
}
