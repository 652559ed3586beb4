package org.hearth.cli.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.hearth.cli.HearthCommand;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.ruleset.RulesetFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesTestCommandTest {

    private static final String PAGE = "rules/modifiers/HHT-301-missing-discipline-modifier.md";
    private static final String IN_TREE =
            " \\([0-9-]+\\+[0-9a-f]{12}, facts edition 2, \\Q" + Path.of("").toAbsolutePath() + "\\E\\)\\R";

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

    /** The rules of a folder of its own, with some files changed; {@code null} takes one away. */
    private String ruleset(Map<String, String> changes) throws IOException {
        Map<String, byte[]> files = new TreeMap<>(RulesetFiles.packaged().files());
        changes.forEach((path, text) -> {
            if (text == null) {
                files.remove(path);
            } else {
                files.put(path, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        });
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path target = temporary.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
        return temporary.toString();
    }

    private static String page() {
        return new String(RulesetFiles.packaged().files().get(PAGE), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void aFindingsPageIsRunOnTheSourcesThatTheCommandIsGivenIn() {
        Run run = run("rules", "test", "hht-301");
        assertThat(run.out()).matches("hht-301: 9 passed, 0 failed" + IN_TREE);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
    }

    @Test
    void aTablesExamplesAreItsOwnThoseOfItsFindingsAndThoseThatNameItsRows() {
        // no row of it reports by itself: its own, and those of HHT-301 and others that name a row
        Run derived = run("rules", "test", "discipline-requirements");
        // its rows report HHT-4xx by themselves
        Run reporting = run("rules", "test", "repeated-lines.drl.xlsx");
        for (Run run : new Run[] {derived, reporting}) {
            assertThat(run.out()).matches("[a-z.-]+: [1-9][0-9]+ passed, 0 failed" + IN_TREE);
            assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
        }
    }

    @Test
    void anExampleThatFailsShowsWhatItWantsAndWhatCame() throws IOException {
        String broken = page().replaceFirst("HHT-301 line 1 \\(row", "HHT-302 line 1 (row");
        Run run = run("rules", "test", "HHT-301", "--ruleset", ruleset(Map.of(PAGE, broken)));
        assertThat(run.out())
                .startsWith(
                        PAGE
                                + """
                        : A physical therapy line without its modifier
                            - HHT-302 line 1 (row discipline-requirements/PT) mend certain: revenue code `0421` on a 34X claim carries no `GP`
                            + HHT-301 line 1 (row discipline-requirements/PT): revenue code `0421` on a 34X claim carries no `GP`
                              not checked: certification of the plan of care (certifications)
                              not checked: diagnosis codes (an imported ICD-10-CM code set)
                              not checked: duplicates (earlier claims)
                              not checked: entitlement (entitlement to Part B)
                              not checked: functional reporting of lines 1 (earlier claims)
                              not checked: functional reporting at discharge (planned discharges)
                              not checked: functional reporting of one-time visits (one-time visits)
                              not checked: functional reporting of second plans (second plans of care)
                              not checked: home health or outpatient therapy (home health plan)
                              not checked: payers before Medicare (payers before Medicare on file)
                              not checked: periods of other agencies (home health periods on file)
                              not checked: services after death (day of death)
                              not checked: therapy amount of lines 1 (therapy amount before)
                              not checked: therapy during Medicare Advantage (Medicare Advantage enrolments)
                              not checked: therapy during a hospice election (hospice elections)
                              not checked: therapy during a stay (inpatient stays)
                              not checked: units of lines 1 (minutes)
                        HHT-301: 8 passed, 1 failed (""");
        assertThat(run.status()).isEqualTo(ExitStatus.FINDINGS);
    }

    @Test
    void whatHasNoExampleHasNotPassed() throws IOException {
        Map<String, String> none = new TreeMap<>();
        none.put(PAGE, null);
        Run run = run("rules", "test", "HHT-301", "--ruleset", ruleset(none));
        assertThat(run.out()).startsWith("HHT-301: there is no example; write one, as rules/README.md says (");
        assertThat(run.status()).isEqualTo(ExitStatus.FINDINGS);
    }

    @Test
    void whoMistypesANameIsToldTheNearest() {
        Run finding = run("rules", "test", "HHT-3010");
        assertThat(finding.err()).contains("`HHT-3010`", "did you mean HHT-301, ");
        Run table = run("rules", "test", "unit-braket");
        assertThat(table.err()).contains("did you mean unit-brackets, ");
        assertThat(finding.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(table.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(finding.out() + table.out()).isEmpty();
    }

    @Test
    void rulesThatDoNotBuildEndInThree() throws IOException {
        String drl = PAGE.replace(".md", ".drl");
        Run run = run(
                "rules",
                "test",
                "HHT-301",
                "--ruleset",
                ruleset(Map.of(drl, "package org.hearth.rules.modifiers\nrule")));
        assertThat(run.err()).contains("the ruleset cannot be used", drl);
        assertThat(run.status()).isEqualTo(ExitStatus.RULESET);
    }
}
