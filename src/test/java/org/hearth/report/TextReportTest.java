package org.hearth.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.hearth.claim.Location;
import org.hearth.evaluate.Evaluation;
import org.hearth.finding.Effect;
import org.junit.jupiter.api.Test;

class TextReportTest {

    private final StringBuilder out = new StringBuilder();
    private final TextReport report = new TextReport(out, false);

    @Test
    void writesAFindingFromAFile() throws IOException {
        report.claim(SampleEvaluations.of("A-1007", SampleEvaluations.missingModifier(SampleEvaluations.MARCH)));

        assertThat(out)
                .hasToString(
                        """
                        claim `A-1007`: RTP, 1 finding
                        error HHT-301 line 3: revenue code `0421` on a 34X claim carries no `GP`
                          at    march.edi, claim `A-1007`, segment SV2 at position 41, element 2          (UB-04 FL 44)
                          from  discipline-requirements.drl.xlsx, sheet Rules, cell B10 (row discipline-requirements/PT)
                          fix   add modifier `GP`
                          see   Pub. 100-04 ch. 5 s. 20.1; hearth explain HHT-301
                        """);
    }

    @Test
    void namesInterchangeAndTransactionWhereThereAreMore() throws IOException {
        report.claim(SampleEvaluations.of(
                "A-1007",
                SampleEvaluations.missingModifier(new Location("march.edi", 2, "0013", "SV2", 41, null)),
                SampleEvaluations.missingModifier(new Location("march.edi", 1, "0001", "CLM", null, null))));

        assertThat(lines("  at"))
                .containsExactly(
                        "  at    march.edi, interchange 2, transaction 0013, claim `A-1007`, segment SV2 at position 41"
                                + "  (UB-04 FL 44)",
                        "  at    march.edi, claim `A-1007`, segment CLM" + " ".repeat(36) + "(UB-04 FL 44)");
    }

    @Test
    void pointsIntoAClaimThatWasJson() throws IOException {
        report.claim(SampleEvaluations.of(
                "A-1007",
                SampleEvaluations.missingModifier(new Location("march.json", null, null, null, null, null)),
                SampleEvaluations.missingModifier(null)));

        assertThat(lines("  at"))
                .containsExactly(
                        "  at    march.json, claim `A-1007`, /lines/2/modifiers" + " ".repeat(28) + "(UB-04 FL 44)",
                        "  at    claim `A-1007`, /lines/2/modifiers" + " ".repeat(40) + "(UB-04 FL 44)");
    }

    @Test
    void leavesOutWhatAFindingDoesNotHave() throws IOException {
        report.claim(SampleEvaluations.of("A-1007", SampleEvaluations.bare(Effect.WARN, "the message")));

        assertThat(out)
                .hasToString(
                        """
                        claim `A-1007`: WARN, 1 finding
                        warning HHT-102: the message
                          at    claim `A-1007`
                          fiss  31755
                          see   hearth explain HHT-102
                        """);
    }

    @Test
    void saysWhatWasNotChecked() throws IOException {
        report.claim(SampleEvaluations.halfChecked());

        assertThat(out)
                .hasToString(
                        """
                        claim `A-1008`: CLEAN
                        to bill for line 1: revenue code 0420, 97110 GP CQ, 2022-03-07, 1 unit
                        to bill for line 2: revenue code 0420, 97530, 2 units
                        not checked for want of earlier claims: functional reporting; of minutes: units of 1 line, units of 3 lines
                        """);
    }

    @Test
    void saysWhyAClaimCannotBeRead() throws IOException {
        report.unreadable(
                "march.json",
                "A-1",
                List.of(
                        new Unreadable("/lines/0/revenueCode", "`420` is not a revenue code", "write \"0420\""),
                        new Unreadable("", "the claim has no sense", null)));
        report.unreadable(null, null, List.of(new Unreadable(null, "the text is not JSON", "write JSON")));
        report.damaged("march.json", List.of(new Unreadable(null, "the input breaks off", null)));

        assertThat(out)
                .hasToString(
                        """
                        claim `A-1`: UNREADABLE, 2 problems
                        error: `420` is not a revenue code
                          at    march.json, /lines/0/revenueCode
                          fix   write "0420"
                        error: the claim has no sense
                          at    march.json

                        claim: UNREADABLE, 1 problem
                        error: the text is not JSON
                          fix   write JSON

                        `march.json`: NOT WHOLE, 1 problem
                        error: the input breaks off
                          at    march.json
                        """);
    }

    @Test
    void endsWithASummary() throws IOException {
        Tally tally = new Tally();
        report.claim(SampleEvaluations.of("A"));
        tally.add(SampleEvaluations.of("A"));
        tally.add(SampleEvaluations.halfChecked());
        tally.add(SampleEvaluations.of(
                "B", SampleEvaluations.bare(Effect.INFO, "m"), SampleEvaluations.bare(Effect.DENY, "m")));
        tally.add(SampleEvaluations.of("C", SampleEvaluations.bare(Effect.REJECT, "m")));
        tally.add(SampleEvaluations.of("D", SampleEvaluations.bare(Effect.RTP, "m")));
        tally.add(SampleEvaluations.of("E", SampleEvaluations.bare(Effect.WARN, "m")));
        tally.add(SampleEvaluations.of("F", SampleEvaluations.bare(Effect.INFO, "m")));
        tally.addUnreadable();
        report.end(tally);

        assertThat(out)
                .hasToString(
                        "claim `A`: CLEAN\n\n7 of 8 claims could be read; 7 claims checked: 2 clean, 3 with errors, 1 with warnings,"
                                + " 1 with notes only; 6 findings; 1 unreadable\n");
    }

    @Test
    void summarisesNothing() throws IOException {
        report.end(new Tally());

        assertThat(out).hasToString("nothing was checked; 0 unreadable\n");
    }

    @Test
    void coloursSeveritiesOnlyWhenAsked() throws IOException {
        Evaluation evaluation = SampleEvaluations.of(
                "A",
                SampleEvaluations.bare(Effect.RTP, "m"),
                SampleEvaluations.bare(Effect.WARN, "m"),
                SampleEvaluations.bare(Effect.INFO, "m"));
        StringBuilder coloured = new StringBuilder();

        new TextReport(coloured, true).claim(evaluation);
        report.claim(evaluation);

        assertThat(coloured)
                .contains("\n\u001b[31merror\u001b[0m HHT-102: m\n")
                .contains("\n\u001b[33mwarning\u001b[0m HHT-102: m\n")
                .contains("\n\u001b[36minfo\u001b[0m HHT-102: m\n");
        assertThat(out).doesNotContain("\u001b");
    }

    @Test
    void letsNoClaimSpeakToTheTerminal() throws IOException {
        String hostile = "x\u001b]0;title\u0007\r\nerror \u202e";

        report.claim(SampleEvaluations.of(hostile, SampleEvaluations.bare(Effect.RTP, hostile)));
        report.unreadable(hostile, hostile, List.of(new Unreadable(hostile, hostile, hostile)));

        assertThat(out.toString().replace("\n", "")).matches("\\P{C}*");
        String escaped = "x\\u001b]0;title\\u0007\\u000d\\u000aerror \\u202e";
        assertThat(out.toString().lines())
                .containsExactly(
                        "claim `" + escaped + "`: RTP, 1 finding",
                        "error HHT-102: " + escaped,
                        "  at    claim `" + escaped + "`",
                        "  fiss  31755",
                        "  see   hearth explain HHT-102",
                        "",
                        "claim `" + escaped + "`: UNREADABLE, 1 problem",
                        "error: " + escaped,
                        "  at    " + escaped + ", " + escaped,
                        "  fix   " + escaped);
    }

    private List<String> lines(String start) {
        return out.toString().lines().filter(line -> line.startsWith(start)).toList();
    }
}
