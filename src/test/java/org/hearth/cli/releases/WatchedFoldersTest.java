package org.hearth.cli.releases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.release.RulesetSource;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.tables.codeset.CodeSetFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a watched folder would have to be like is said whole. */
class WatchedFoldersTest {

    private static final String SET = "codes/sets/icd10-2025-10-01.txt.gz";

    @TempDir
    private Path temporary;

    private Path rules;
    private Path tables;

    @BeforeEach
    void folders() throws IOException {
        rules = temporary.resolve("rules");
        tables = temporary.resolve("tables");
        for (String path : RulesetFiles.packaged().files().keySet()) {
            boolean ofRules = path.startsWith(RulesetFiles.RULES);
            put(
                    ofRules ? rules : tables,
                    path.substring((ofRules ? RulesetFiles.RULES : RulesetFiles.TABLES).length()),
                    RulesetFiles.packaged().files().get(path));
        }
    }

    private static void put(Path folder, String file, byte[] bytes) throws IOException {
        Path target = folder.resolve(file);
        Files.createDirectories(target.getParent());
        Files.write(target, bytes);
    }

    /** What is said of the packaged release, but for who watches. */
    private static List<String> said(Path rules, Path tables, Path out) throws IOException {
        StringWriter said = new StringWriter();
        Console console =
                new Console(InputStream.nullInputStream(), new PrintWriter(said), new PrintWriter(new StringWriter()));
        int status = new WatchedFolders(new RulesetSource(rules, tables))
                .handOut(console, "not rolled back", RulesetFiles.packaged(), out);
        assertThat(status).isEqualTo(ExitStatus.FINDINGS);
        return said.toString().lines().skip(1).toList();
    }

    @Test
    void whatIsTheSameIsSaidToBe() throws IOException {
        assertThat(said(rules, tables, null)).containsExactly("its workbooks are these already");
    }

    @Test
    void whatWasAddedSinceIsToBeDeleted() throws IOException {
        put(tables, SET, CodeSetFiles.icd10(20_251_001, "A000"));
        Files.copy(tables.resolve("unit-brackets.drl.xlsx"), tables.resolve("more-brackets.drl.xlsx"));
        Path out = temporary.resolve("out");

        assertThat(said(null, tables, out))
                .containsExactly(
                        "to make it so, these are to be deleted there, with the mirrors of their rows:",
                        "    " + SET,
                        "    more-brackets.drl.xlsx");
        assertThat(out).doesNotExist();
    }

    @Test
    void otherRulesAreTold() throws IOException {
        Files.writeString(rules.resolve("more.md"), "# More");
        Files.delete(rules.resolve("facts-edition"));

        assertThat(said(rules, null, null))
                .containsExactly(
                        "its rules are others; bring these back where the folder of rules comes from:",
                        "    rules/facts-edition",
                        "    rules/more.md");
    }

    @Test
    void whatIsHandedOutIsWrittenWholeWithItsMirror() throws IOException {
        Files.delete(tables.resolve("unit-brackets.drl.xlsx"));
        Path out = temporary.resolve("out");

        assertThat(said(null, tables, out))
                .containsExactly(
                        "to make it so, these belong there, committed where the folder comes from:",
                        "    unit-brackets.drl.xlsx",
                        "    unit-brackets.rows.csv",
                        "written below `" + out + "`");
        assertThat(out.resolve("unit-brackets.drl.xlsx"))
                .hasBinaryContent(RulesetFiles.packaged().files().get("decision-tables/unit-brackets.drl.xlsx"));
    }
}
