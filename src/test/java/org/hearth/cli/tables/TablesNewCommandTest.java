package org.hearth.cli.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hearth.cli.HearthCommand;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.evaluate.Evaluator;
import org.hearth.finding.RowReference;
import org.hearth.release.Examples;
import org.hearth.rules.Rulesets;
import org.hearth.ruleset.CheckedTables;
import org.hearth.ruleset.Ruleset;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.ruleset.SourceTree;
import org.hearth.tables.Edited;
import org.hearth.tables.workbook.TableProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablesNewCommandTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final String FILE = "house-calls.drl.xlsx";

    @TempDir
    Path temporary;

    private record Run(int status, String out, String err) {}

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(err));
        int status = HearthCommand.run(console, () -> {}, arguments);
        return new Run(status, out.toString(), err.toString());
    }

    private Run write(String... arguments) {
        List<String> all = new java.util.ArrayList<>(List.of("tables", "new"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--dir", temporary.toString()));
        return run(all.toArray(String[]::new));
    }

    /** The program's own sources with what was written. */
    private RulesetFiles sources() throws IOException {
        SortedMap<String, byte[]> files =
                new TreeMap<>(SourceTree.ofProgram().orElseThrow().files().files());
        for (Path file : RulesetFiles.below(temporary)) {
            files.put(RulesetFiles.TABLES + file, Files.readAllBytes(temporary.resolve(file)));
        }
        return new RulesetFiles("sources", files, true);
    }

    private static List<String> told(List<TableProblem> problems) {
        return problems.stream().map(TableProblem::toString).toList();
    }

    @Test
    void aNewTableLacksOnlyWhatItsWriterAloneCanKnow() throws IOException {
        Run run = write("house-calls");
        assertThat(run.out()).startsWith("written: " + temporary.resolve(FILE) + "\nNext: ");
        assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
        CheckedTables tables = CheckedTables.of(sources(), TODAY);
        assertThat(told(tables.problems()))
                .containsExactly(
                        FILE
                                + ", sheet Rules, cell F9: the cell is blank; write a finding's id such as HHT-301, or any where it"
                                + " does not matter",
                        FILE + ", sheet Rules, cell G9: the cell is blank; write where the row comes from",
                        FILE
                                + ", sheet Rules, cell H9: the cell is blank; write the day on which somebody last compared the"
                                + " row with its source");
        assertThat(tables.warnings()).isEmpty();
    }

    @Test
    void filledInItIsARuleLikeAnyOther() throws IOException {
        write("house-calls");
        fill(Map.of("C9", "97110", "F9", "HHT-320", "G9", "a source", "H9", TODAY));
        CheckedTables tables = CheckedTables.of(sources(), TODAY);
        assertThat(told(tables.problems())).isEmpty();
        Ruleset ruleset = tables.compile();
        assertThat(new Evaluator(() -> ruleset)
                        .evaluate(Examples.ofFinding(Rulesets.files(), "HHT-301")
                                .get(1)
                                .toClaim())
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.id()).isEqualTo("HHT-320");
                    assertThat(finding.row())
                            .isEqualTo(new RowReference("house-calls", "first row", FILE, "Rules", "A9"));
                });
    }

    private void fill(Map<String, Object> cells) throws IOException {
        try (XSSFWorkbook workbook = open(FILE)) {
            cells.forEach((cell, value) -> Edited.write(workbook.getSheet("Rules"), cell, value));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            Files.write(temporary.resolve(FILE), out.toByteArray());
        }
    }

    private XSSFWorkbook open(String file) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(temporary.resolve(file))));
    }

    @Test
    void itLooksLikeTheShippedOnes() throws IOException {
        write("house-calls");
        try (XSSFWorkbook workbook = open(FILE)) {
            XSSFSheet rules = workbook.getSheet("Rules");
            assertThat(rules.getPaneInformation().getVerticalSplitLeftColumn()).isEqualTo((short) 1);
            assertThat(rules.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 8);
            for (int row = 0; row < 8; row++) {
                assertThat(rules.getRow(row).getZeroHeight()).as("row " + row).isEqualTo(row < 7);
            }
            assertThat(rules.getDataValidations()).singleElement().satisfies(TablesNewCommandTest::asksForABill);
            assertThat(rules.getColumnStyle(2).getDataFormatString()).isEqualTo("@");
            assertThat(rules.getColumnStyle(3).getDataFormatString()).isEqualTo("yyyy-mm-dd");
            assertThat(workbook.getSheet("Examples").getRow(0).getCell(4).getStringCellValue())
                    .isEqualTo("expect");
        }
    }

    private static void asksForABill(DataValidation validation) {
        assertThat(validation.getValidationConstraint().getExplicitListValues()).containsExactly("32X", "34X", "any");
        assertThat(validation.getRegions().getCellRangeAddresses()[0].formatAsString())
                .startsWith("B9:B");
    }

    @Test
    void aCodeListGoesToTheOthersAndLacksAsLittle() throws IOException {
        assertThat(write("pay-codes", "--codes").status()).isEqualTo(ExitStatus.CLEAN);
        assertThat(told(CheckedTables.of(sources(), TODAY).problems()))
                .extracting(told -> told.substring(0, told.indexOf(';')))
                .containsExactly(
                        "codes/pay-codes.xlsx, sheet Rows, cell B2: the cell is blank",
                        "codes/pay-codes.xlsx, sheet Rows, cell E2: the cell is blank",
                        "codes/pay-codes.xlsx, sheet Rows, cell F2: the cell is blank");
    }

    @Test
    void nothingIsOverwrittenAndNoTwoTablesHaveOneName() throws IOException {
        write("house-calls");
        byte[] before = Files.readAllBytes(temporary.resolve(FILE));
        for (Run again : List.of(write("house-calls"), write("house-calls", "--codes"))) {
            assertThat(again.status()).isEqualTo(ExitStatus.USAGE);
            assertThat(again.err()).contains("there is `" + temporary.resolve(FILE) + "` already");
        }
        assertThat(Files.readAllBytes(temporary.resolve(FILE))).isEqualTo(before);
        assertThat(temporary.resolve("codes")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"House-Calls", "house_calls", "../house", "house-", "2018-rules", "class", "", "a b"})
    void aNameThatNoTableMayHaveIsRefused(String name) {
        Run run = write(name);
        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).contains("`" + name + "` cannot name a table; write lower case");
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void theFolderMustBeThere() {
        Run run = run(
                "tables",
                "new",
                "house-calls",
                "--dir",
                temporary.resolve("gone").toString());
        assertThat(run.err()).contains("gone` is no folder");
        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
    }

    @Test
    void theListsForKubernetesAreWrittenBetweenTheirComments() throws IOException {
        Path tables = Files.createDirectories(temporary.resolve("decision-tables/codes"))
                .getParent();
        Path deployment = Files.createDirectories(temporary.resolve("k8s/overlays/production-from-git"))
                .resolve("deployment.yaml");
        Path kustomization = tables.resolve("kustomization.yaml");
        Files.writeString(
                kustomization, "files:\n  " + ConfigMapLists.BEGIN + "\n  - old.xlsx\n  " + ConfigMapLists.END + "\n");
        Files.writeString(deployment, "items:\n" + ConfigMapLists.BEGIN + "\n" + ConfigMapLists.END + "\nafter: 1\n");
        for (String file : List.of("b.drl.xlsx", "codes/a.xlsx", "x}, {key: y.xlsx", "~$b.drl.xlsx")) {
            Files.write(tables.resolve(file), new byte[0]);
        }
        Run run = run("tables", "rows", tables.toString());
        assertThat(kustomization)
                .hasContent("files:\n  " + ConfigMapLists.BEGIN + "\n  - b.drl.xlsx\n  - codes/a.xlsx\n  "
                        + ConfigMapLists.END + "\n");
        assertThat(deployment)
                .hasContent("items:\n" + ConfigMapLists.BEGIN
                        + "\n- {key: b.drl.xlsx, path: b.drl.xlsx}\n- {key: a.xlsx, path: codes/a.xlsx}\n"
                        + ConfigMapLists.END
                        + "\nafter: 1\n");
        assertThat(run.out()).contains("written: the list of workbooks in " + kustomization);

        Files.writeString(kustomization, "files: []\n");
        Run without = run("tables", "rows", tables.toString());
        assertThat(without.err())
                .contains("kustomization.yaml` has no place for the list of workbooks; write the lines");
        assertThat(without.status()).isEqualTo(ExitStatus.INPUT);
        assertThat(kustomization).hasContent("files: []\n");
    }
}
