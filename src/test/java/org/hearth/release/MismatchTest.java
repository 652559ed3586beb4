package org.hearth.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hearth.rules.Rulesets;
import org.junit.jupiter.api.Test;

/** What an example that fails shows: what it wants, what came instead, and what was as it should be. */
class MismatchTest {

    private static final String TWO_LINES = "lines: [2018-05-01 0421 97110 2u, 2018-05-02 0420 97110 KX 1u]";
    private static final String PT =
            "HHT-301 line 1 (row discipline-requirements/PT): revenue code `0421` on a 34X" + " claim carries no `GP`";
    private static final String SECOND = PT.replace("line 1", "line 2").replace("0421", "0420");

    private static List<String> compared(String claim, String expect) {
        return new Example("page", "name", claim, expect)
                .run(Rulesets.evaluator())
                .orElseThrow()
                .compared();
    }

    @Test
    void anotherFindingStandsAgainstTheOneWantedAndTheRestIsAsWanted() {
        assertThat(compared(TWO_LINES, "HHT-302 line 1\nHHT-301 line 2"))
                .containsExactly(
                        "- HHT-302 line 1",
                        "+ " + PT,
                        "  HHT-301 line 2",
                        "  not checked: certification of the plan of care (certifications)",
                        "  not checked: diagnosis codes (an imported ICD-10-CM code set)",
                        "  not checked: duplicates (earlier claims)",
                        "  not checked: entitlement (entitlement to Part B)",
                        "  not checked: functional reporting of lines 1, 2 (earlier claims)",
                        "  not checked: functional reporting at discharge (planned discharges)",
                        "  not checked: functional reporting of one-time visits (one-time visits)",
                        "  not checked: functional reporting of second plans (second plans of care)",
                        "  not checked: home health or outpatient therapy (home health plan)",
                        "  not checked: payers before Medicare (payers before Medicare on file)",
                        "  not checked: periods of other agencies (home health periods on file)",
                        "  not checked: services after death (day of death)",
                        "  not checked: therapy amount of lines 1, 2 (therapy amount before)",
                        "  not checked: therapy during Medicare Advantage (Medicare Advantage enrolments)",
                        "  not checked: therapy during a hospice election (hospice elections)",
                        "  not checked: therapy during a stay (inpatient stays)",
                        "  not checked: units of lines 1, 2 (minutes)");
    }

    @Test
    void aFixAndAReasonCodeAreShownOnBothSidesWhereTheyAreWanted() {
        assertThat(compared(
                        TWO_LINES,
                        "HHT-301 line 1 FISS 99999: revenue code `0421` on a 34X claim carries no `GP` => take it away\n"
                                + "HHT-301 line 2"))
                .startsWith(
                        "- HHT-301 line 1 FISS 99999: revenue code `0421` on a 34X claim carries no `GP` => take it away",
                        "+ " + PT.replace(": revenue", " FISS none: revenue") + " => add modifier `GP`",
                        "  HHT-301 line 2");
    }

    @Test
    void whatWasNotCheckedStandsAgainstWhatShouldHaveBeen() {
        String both = PT + "\n" + SECOND + "\n";
        assertThat(compared(TWO_LINES, both + "not checked: units of lines 2 (minutes)"))
                .startsWith(
                        "- not checked: units of lines 2 (minutes)",
                        "+ not checked: units of lines 1, 2 (minutes)",
                        "  " + PT)
                .doesNotContain("  not checked: units of lines 1, 2 (minutes)");
        assertThat(compared(TWO_LINES, both + "judged: units"))
                .startsWith("- judged: units", "+ not checked: units of lines 1, 2 (minutes)", "  " + PT);
        assertThat(compared(TWO_LINES, PT + "\nnot checked: units of lines 1, 2 (minutes)"))
                .startsWith("+ " + SECOND)
                .contains("  not checked: units of lines 1, 2 (minutes)");
    }

    @Test
    void whatIsProposedStandsAgainstWhatShouldBe() {
        assertThat(compared("lines: [\"2022-03-07 0420 97110 GP ?u 30m\"]", "to bill: line 1, 3 units"))
                .startsWith("- to bill: line 1, 3 units", "+ to bill: line 1, 2 units");
    }

    /** Whatever an example says that is wrong, what came in its place is right, and says as much. */
    @Test
    void whatCameIsAnExpectationThatHolds() {
        String brief = "HHT-301 line 1 (row discipline-requirements/PT)";
        assertThat(came(TWO_LINES, "none")).isEqualTo(brief + "; " + brief.replace("line 1", "line 2"));
        assertThat(came(TWO_LINES, "HHT-302 line 1\nHHT-301 line 2")).isEqualTo("HHT-301 line 2\n" + brief);
        assertThat(came(TWO_LINES, PT.replace("carries", "has") + "\nHHT-301 line 2"))
                .isEqualTo("HHT-301 line 2\n" + PT);
        assertThat(came(TWO_LINES, "HHT-301 line 1; HHT-301 line 2; judged: units"))
                .isEqualTo("HHT-301 line 1; HHT-301 line 2; not checked: units of lines 1, 2 (minutes)");
        assertThat(came(TWO_LINES, "HHT-301 line 1; not checked: units of lines 2 (minutes)"))
                .isEqualTo("HHT-301 line 1; " + brief.replace("line 1", "line 2")
                        + "; not checked: units of lines 1, 2 (minutes)");
        assertThat(came("lines: [\"2022-03-07 0420 97110 GP ?u 30m\"]", "to bill: line 1, 3 units; judged: units"))
                .isEqualTo("judged: units; to bill: line 1, 2 units");
        assertThat(came("{bill: 34X, lines: [2018-05-01 0420 97110 GP 2u 30m]}", "HHT-301 line 1"))
                .isEqualTo("none");
    }

    private static String came(String claim, String expect) {
        String came = new Example("page", "name", claim, expect)
                .run(Rulesets.evaluator())
                .orElseThrow()
                .came();
        assertThat(new Example("page", "name", claim, came).run(Rulesets.evaluator()))
                .as(came)
                .isEmpty();
        return came;
    }

    @Test
    void theSameIsSaidInWordsWhereThereAreNoSides() {
        assertThat(new Example("page", "name", TWO_LINES, "HHT-302 line 1\nHHT-301 line 2")
                        .run(Rulesets.evaluator())
                        .orElseThrow()
                        .instead())
                .containsExactly("missing HHT-302 line 1", "unexpected " + PT);
    }

    @Test
    void anExampleThatCannotBeRunSaysWhy() {
        List<TablesReport.FailedExample> failed = Examples.run(
                List.of(new Example("page", "name", "lines: [2018-05-01 2q]", "none")),
                Rulesets.ruleset(),
                (ran, all) -> {});
        assertThat(failed).singleElement().satisfies(one -> assertThat(
                        one.mismatch().compared())
                .containsExactly("! it cannot be run: `2q` has no known shape"));
    }
}
