package org.hearth.cli.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hearth.cli.HearthCommand;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.rules.Rulesets;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.ruleset.SourceTree;
import org.hearth.tables.Edited;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TablesCheckCommandTest {

    private static final int WORKBOOKS = Rulesets.ruleset().tables().size();

    private static final String FILE = "modifiers.drl.xlsx";

    @TempDir
    Path temporary;

    private record Run(int status, String out, String err) {}

    private static Run run(boolean terminal, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console =
                new Console(InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(err), false, terminal);
        int status = HearthCommand.run(console, () -> {}, arguments);
        return new Run(status, out.toString(), err.toString());
    }

    private Path bad() throws IOException {
        Path file = temporary.resolve(FILE);
        Files.write(
                file,
                new Edited()
                        .set(FILE, "C9", "GA ")
                        .change(FILE, open -> open.getSheet("Rules").getRow(10).setZeroHeight(true))
                        .bytes(FILE));
        return file;
    }

    @Test
    void theShippedWorkbooksAreSound() {
        Run run = run(true, "tables", "check");
        assertThat(run.out())
                .matches(WORKBOOKS
                        + " workbooks: [0-9]+ rows, 0 warnings, [0-9]+ examples passed, 0 failed; 0 problems\\R");
        assertThat(run.err()).contains("\rexamples: 25 of ").endsWith(" \r");
        assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
    }

    @Test
    void oneWorkbookStandsInThePlaceOfTheShippedOneAndIsMarkedInACopy() throws IOException {
        Path file = bad();
        byte[] before = Files.readAllBytes(file);
        Path marked = temporary.resolve("marked/copy.xlsx");
        Run run = run(false, "tables", "check", file.toString(), "--mark", marked.toString());
        assertThat(run.out())
                .isEqualTo(
                        """
                        modifiers.drl.xlsx, sheet Rules, cell C9: the text starts or ends with a blank; write `GA`
                        %d workbooks: 1 problem, 0 warnings; once they are mended, what rests on those cells is checked and the examples run
                        """
                                .formatted(WORKBOOKS));
        assertThat(run.err()).isEqualTo("hearth: 1 marked copy written to `" + marked + "`\n");
        assertThat(run.status()).isEqualTo(ExitStatus.FINDINGS);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (XSSFWorkbook copy = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(marked)))) {
            assertThat(copy.getSheet("Rules").getCellComments()).hasSize(1);
        }
    }

    @Test
    void whatIsCheckedIsNeverOverwritten() throws IOException {
        Path file = bad();
        Path folder = temporary.resolve("folder");
        Files.createDirectories(folder);
        Files.copy(file, folder.resolve(FILE));
        for (String[] arguments : new String[][] {
            {"tables", "check", file.toString(), "--mark", file.toString()},
            {"tables", "check", file.toString(), "--mark", temporary + "/x/../" + FILE},
            {"tables", "check", file.toString(), "--mark", temporary.toString()},
            {"tables", "check", folder.toString(), "--mark", folder.toString()},
            {
                "tables",
                "check",
                folder.toString(),
                "--mark",
                folder.resolve("marked").toString()
            },
            {"tables", "check", folder.toString(), "--mark", file.toString()}
        }) {
            Run run = run(false, arguments);
            assertThat(run.status()).as(String.join(" ", arguments)).isEqualTo(ExitStatus.USAGE);
            assertThat(run.out()).isEmpty();
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(Files.readAllBytes(folder.resolve(FILE)));
    }

    @Test
    void machinesGetJson() throws IOException {
        Run run = run(false, "tables", "check", bad().toString(), "--format", "json");
        assertThat(run.out())
                .startsWith(
                        "{\n  \"sound\" : false,\n  \"problems\" : [ {\n    \"workbook\" : \"modifiers.drl.xlsx\",");
        assertThat(run.status()).isEqualTo(ExitStatus.FINDINGS);
    }

    @Test
    void aWorkbookOfNoShippedNameIsRefused() throws IOException {
        Path file = Files.write(temporary.resolve("copy.xlsx"), new byte[0]);
        Run run = run(false, "tables", "check", file.toString());
        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).startsWith("hearth: no shipped workbook is called `copy.xlsx`; ");
    }

    @Test
    void aHostileNameOfAFileIsShownHarmlessly() throws IOException {
        Files.write(temporary.resolve("a\u001b[2Jb.xlsx"), new byte[0]);
        Run run = run(false, "tables", "check", temporary.toString());
        assertThat(run.out())
                .contains("a\\u001b[2Jb.xlsx: this is not a workbook that can be read")
                .doesNotContain("\u001b");
    }

    /** What a check of a folder of workbooks says to whoever owns a tree. */
    private static String check(Path workbooks, SourceTree tree) {
        StringWriter out = new StringWriter();
        Console console =
                new Console(InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(new StringWriter()));
        new CommandLine(new TablesCheckCommand(console, Optional.of(tree))).execute(workbooks.toString());
        return out.toString();
    }

    @Test
    void aTreeOfSourcesIsItsOwnAuthorityAndAFolderOfWorkbooksIsNot() throws IOException {
        SourceTree tree = new SourceTree(
                Files.createDirectories(temporary.resolve("tree")).toRealPath());
        RulesetFiles files = new Edited()
                .with(
                        "house-calls.drl.xlsx",
                        new Edited().set(FILE, "Notes", "B1", "house-calls").bytes(FILE))
                .files();
        for (Map.Entry<String, byte[]> file : files.files().entrySet()) {
            Path target = tree.root().resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
        // every finding of the copied table comes twice
        assertThat(check(tree.tables(), tree))
                .startsWith("failed: ")
                .contains("; 0 problems")
                .contains((WORKBOOKS + 1) + " workbooks: ");
        assertThat(check(tree.tables().resolve("house-calls.drl.xlsx"), tree))
                .contains((WORKBOOKS + 1) + " workbooks: ");
        Path stranger = temporary.resolve("stranger");
        Files.move(tree.tables(), stranger);
        Files.createDirectories(tree.tables());
        assertThat(check(stranger, tree))
                .startsWith("house-calls.drl.xlsx: no shipped table has this name; ")
                .contains((WORKBOOKS + 1) + " workbooks: 1 problem, 0 warnings; ");
    }
}
