package org.hearth.cli.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hearth.cli.HearthCommand;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.rules.Rulesets;
import org.hearth.tables.EditedTables;
import org.hearth.x12.SyntheticClaims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesDiffCommandTest {

    private static final String VISITS = "codes/visit-codes.xlsx";
    private static final String FINDINGS = "codes/findings.xlsx";
    private static final String SHIPPED = "decision-tables";

    @TempDir
    Path temporary;

    private record Run(int status, String out, String err) {}

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console =
                new Console(new ByteArrayInputStream(new byte[0]), new PrintWriter(out), new PrintWriter(err));
        int status = HearthCommand.run(console, () -> {}, arguments);
        return new Run(status, out.toString(), err.toString());
    }

    private Path workbook(String name, byte[] bytes) throws Exception {
        return Files.write(temporary.resolve(name), bytes);
    }

    @Test
    void oneWorkbookIsComparedWithItsTableAlone() throws Exception {
        EditedTables edited = new EditedTables(VISITS).set(VISITS, "G0157", "skilled", "no");
        String copy = workbook("Copy of visits.xlsx", edited.workbook(VISITS)).toString();
        String expected =
                """
                visit-codes (%s)
                  changed  visit-codes/G0157: skilled %s -> %s

                1 of 1 table differs; rows: 1 changed
                """;
        assertThat(run("tables", "diff", SHIPPED, copy))
                .isEqualTo(new Run(0, expected.formatted("Copy of visits.xlsx", "yes", "no"), ""));
        assertThat(run("tables", "diff", copy, "packaged"))
                .isEqualTo(new Run(0, expected.formatted(VISITS, "no", "yes"), ""));
        assertThat(run("tables", "diff", copy, copy)).isEqualTo(new Run(0, "no difference in 1 table\n", ""));
    }

    @Test
    void aWorkbookThatCannotBeReadEndsInTwo() throws Exception {
        String broken = workbook("modifiers.drl.xlsx", new byte[] {1}).toString();
        assertThat(run("tables", "diff", broken, SHIPPED))
                .isEqualTo(new Run(
                        ExitStatus.INPUT,
                        """
                        before: modifiers.drl.xlsx: this is not a workbook that can be read; \
                        save it as an Excel workbook (.xlsx)

                        no difference in 0 tables; 1 workbook could not be compared
                        """,
                        ""));
        assertThat(run("tables", "diff", broken, SHIPPED, "--format", "json").out())
                .contains("\"workbook\": \"modifiers.drl.xlsx\"", "\"whole\": false");
        assertThat(run("tables", "show", broken).status()).isEqualTo(ExitStatus.INPUT);
        assertThat(run("tables", "show", broken).out()).startsWith("modifiers.drl.xlsx: this is not a workbook");
    }

    @Test
    void aNameOfNothingIsWrongUsage() {
        Run run = run("tables", "diff", "packaged", "2026-01-01+000000000000");
        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err())
                .isEqualTo("hearth: `2026-01-01+000000000000` is neither a folder, nor a workbook, nor a released"
                        + " version; write one of them, or `packaged` for the tables that came with the program\n");
        assertThat(run("tables", "diff", "packaged").status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run("tables", "diff", SHIPPED, SHIPPED, "--format", "html").err())
                .isEqualTo("hearth: `html` is no format; write text or json\n");
        assertThat(run("tables", "impact", SHIPPED, SHIPPED).status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run("tables", "impact", SHIPPED, SHIPPED, "--claims", "x", "--format", "csv")
                        .err())
                .isEqualTo("hearth: `csv` is no format; write text, json or html\n");
    }

    @Test
    void aWorkbookIsShownAsItStands() throws Exception {
        Run run = run("tables", "show", SHIPPED + "/unit-brackets.drl.xlsx");
        assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
        assertThat(run.out())
                .startsWith("[Rules]\nRuleSet,org.hearth.tables.")
                .contains("\n2,15,23,37,open,open,2,\"NGS Home Health")
                .contains("\n[Notes]\ntable,unit-brackets\n")
                .contains("\n[Examples]\nexample,bill,lines,claim,expect,from the source\n");
    }

    @Test
    void theImpactOnClaimsIsWhatTheyWereMadeFor() throws Exception {
        Path claims = temporary.resolve("claims.edi");
        Map<String, String> made;
        try (OutputStream out = Files.newOutputStream(claims)) {
            made = SyntheticClaims.write(out, 1_200, 23, Rulesets.ruleset().codes(), 0.4);
        }
        Path edited = new EditedTables()
                .set(FINDINGS, "HHT-342", "effect", "RTP")
                .set(FINDINGS, "HHT-340", "effect", "WARN")
                .set(FINDINGS, "HHT-181", "message", "no priority")
                .removeRow("mandatory-facts.drl.xlsx", "attending 34X")
                .into(temporary.resolve("new"));
        Run run = run("tables", "impact", "packaged", edited.toString(), "--claims", claims.toString());
        long unread = count(made, "unread");
        assertThat(run.status()).isEqualTo(ExitStatus.INPUT);
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().map(String::strip))
                .contains(
                        "changed  findings/HHT-342: effect INFO -> RTP",
                        "2 of " + Rulesets.ruleset().tables().size() + " tables differ; rows: 1 removed, 3 changed",
                        "WHAT IT DOES TO " + (made.size() - unread) + " CLAIMS",
                        line(made, "HHT-342", "newly failing: ", " INFO -> RTP"),
                        line(made, "HHT-360", "newly clean: ", " RTP -> CLEAN"),
                        line(made, "HHT-340", "no longer failing: ", " RTP -> WARN"),
                        line(made, "HHT-181", "changed otherwise: ", ""),
                        unread + "  unreadable",
                        "HHT-360 missing attending NPI: " + count(made, "HHT-360") + " disappear on "
                                + count(made, "HHT-360") + " claims",
                        "mandatory-facts/attending 34X  HHT-360: " + count(made, "HHT-360") + " disappear on "
                                + count(made, "HHT-360") + " claims");
        assertThat(run.out()).doesNotContain("1EG4TE5MK73", "SAMPLE");
    }

    private static long count(Map<String, String> made, String finding) {
        long count = made.values().stream().filter(finding::equals).count();
        assertThat(count).as(finding).isGreaterThan(1);
        return count;
    }

    private static String line(Map<String, String> made, String finding, String verdict, String dispositions) {
        List<String> first = made.entrySet().stream()
                .filter(claim -> claim.getValue().equals(finding))
                .map(claim -> "`" + claim.getKey() + "`" + dispositions)
                .limit(5)
                .toList();
        return count(made, finding) + "  " + verdict + String.join(", ", first);
    }

    @Test
    void tablesThatDoNotCompileEndInThree() throws Exception {
        Path broken =
                new EditedTables(VISITS).set(VISITS, "G0157", "through", "soon").into(temporary);
        Run run = run(
                "tables",
                "impact",
                "packaged",
                broken.resolve(VISITS).toString(),
                "--claims",
                "src/main/resources/samples");
        assertThat(run.status()).isEqualTo(ExitStatus.RULESET);
        assertThat(run.err())
                .contains("visit-codes.xlsx, sheet Rows, cell L8: `soon` is not a date; write a date such as");
    }
}
