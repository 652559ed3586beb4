package org.hearth.facts.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.facts.functional.FunctionalFixture.claim;
import static org.hearth.facts.functional.FunctionalFixture.day;
import static org.hearth.facts.functional.FunctionalFixture.treated;

import java.time.LocalDate;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.claim.Discipline;
import org.hearth.codes.FunctionalRole;
import org.junit.jupiter.api.Test;

/** What a row asks for beside what a day reports: Pub. 100-04 ch. 5 s. 10.6, who has to report what and when. */
class ReportRequiredTest {

    private static final List<FunctionalRole> BEGIN = FunctionalRole.of("current", "goal");
    private static final List<FunctionalRole> END = FunctionalRole.of("goal", "discharge");
    private static final List<FunctionalRole> WHOLE = FunctionalRole.of("current", "goal", "discharge");

    private static ReportRequired outset(String... codes) {
        return required("2018-05-01", BEGIN, false, false, codes(new String[] {"2018-05-01 97110"}, codes));
    }

    /** On the second day of an episode whose first opened mobility. */
    private static ReportRequired later(List<FunctionalRole> roles, boolean orEnd, boolean ofOpen, String... codes) {
        return required(
                "2018-05-02",
                roles,
                orEnd,
                ofOpen,
                codes(treated("2018-05-01", 2, "2018-05-01 G8978", "2018-05-01 G8979"), codes));
    }

    private static Claim codes(String[] lines, String... codes) {
        List<String> all = new java.util.ArrayList<>(List.of(lines));
        String date = lines.length > 1 ? "2018-05-02 " : "2018-05-01 ";
        for (String code : codes) {
            all.add(date + code);
        }
        return claim(all.toArray(String[]::new)).build();
    }

    private static ReportRequired required(
            String date, List<FunctionalRole> roles, boolean orEnd, boolean ofOpen, Claim claim) {
        TreatmentDay day = day(claim, Discipline.PT, date);
        return new ReportRequired(
                "functional-reporting/x", day, "due", "due in", roles, orEnd ? END : List.of(), ofOpen, "HHT-513");
    }

    private static boolean met(ReportRequired required) {
        return required.missing().isEmpty();
    }

    private static boolean absent(ReportRequired required) {
        return required.reports().isEmpty()
                && required.day().order().outOfOrder().isEmpty();
    }

    private static boolean incomplete(ReportRequired required) {
        return !required.reports().isEmpty()
                && !met(required)
                && required.day().order().outOfOrder().isEmpty();
    }

    @Test
    void nothingReportedIsAbsent() {
        ReportRequired required = outset();
        assertThat(absent(required)).isTrue();
        assertThat(incomplete(required)).isFalse();
        assertThat(met(required)).isFalse();
        assertThat(required.line().lineNumber()).isEqualTo(1);
        assertThat(required.missing()).isEqualTo(BEGIN);
        assertThat(required.missingCodes()).isEmpty();
        assertThat(required.roleWords()).isEqualTo("current status and goal");
    }

    @Test
    void currentStatusAloneLacksItsGoal() {
        ReportRequired required = outset("G8978");
        assertThat(incomplete(required)).isTrue();
        assertThat(absent(required)).isFalse();
        assertThat(required.line().hcpcs()).isEqualTo("G8978");
        assertThat(required.missing()).containsExactly(FunctionalRole.GOAL);
        assertThat(required.missingWords()).isEqualTo("goal");
        assertThat(required.missingCodes()).containsExactly("G8979");
        assertThat(required.nearest().billed()).containsExactly("G8978");
        assertThat(required.day().modifier()).isEqualTo("GP");
    }

    @Test
    void bothMeetIt() {
        assertThat(met(outset("G8978", "G8979"))).isTrue();
        assertThat(outset("G8978", "G8979").missing()).isEmpty();
    }

    @Test
    void allThreeMeetTheOutset() {
        assertThat(met(outset("G8978", "G8979", "G8980"))).isTrue();
    }

    @Test
    void goalAndDischargeDoNotMeetTheOutset() {
        ReportRequired required = outset("G8979", "G8980");
        assertThat(incomplete(required)).isTrue();
        assertThat(required.missingWords()).isEqualTo("current status");
        assertThat(required.missingCodes()).containsExactly("G8978");
    }

    @Test
    void aProgressReportMayEndTheLimitation() {
        assertThat(met(later(BEGIN, true, true, "G8979", "G8980"))).isTrue();
        assertThat(met(later(BEGIN, true, true, "G8978", "G8979"))).isTrue();
        assertThat(met(later(BEGIN, false, true, "G8979", "G8980"))).isFalse();
    }

    @Test
    void theNearerWayIsTheOneThatIsMissing() {
        assertThat(later(BEGIN, true, true, "G8980").missing()).containsExactly(FunctionalRole.GOAL);
        assertThat(later(BEGIN, false, true, "G8980").missing()).isEqualTo(BEGIN);
    }

    @Test
    void dischargeNeedsBothOfItsCodes() {
        assertThat(later(END, false, true, "G8978", "G8980").missingCodes()).containsExactly("G8979");
        assertThat(later(END, false, true, "G8978", "G8979").missingCodes()).containsExactly("G8980");
        assertThat(met(later(END, false, true, "G8979", "G8980"))).isTrue();
        assertThat(met(later(END, false, true, "G8978", "G8979", "G8980"))).isTrue();
    }

    @Test
    void theWholeReportOfAnotherLimitationIsNoProgressOfTheOpenOne() {
        ReportRequired progress = later(BEGIN, true, true, "G8981", "G8982", "G8983");
        assertThat(met(progress)).isFalse();
        assertThat(absent(progress)).isTrue();
        assertThat(met(later(BEGIN, true, false, "G8981", "G8982", "G8983"))).isTrue();
        assertThat(met(later(WHOLE, true, false, "G8981", "G8982", "G8983"))).isTrue();
    }

    @Test
    void aReportOutOfOrderIsNeitherAbsentNorIncomplete() {
        ReportRequired second = later(BEGIN, true, true, "G8981", "G8982");
        assertThat(met(second) || absent(second) || incomplete(second)).isFalse();
        ReportRequired mixed = outset("G8978", "G8982");
        assertThat(met(mixed) || absent(mixed) || incomplete(mixed)).isFalse();
        assertThat(mixed.day().order().mixed()).containsExactly("body position", "walking / mobility");
        assertThat(mixed.day().mixedCodes()).containsExactly("G8978", "G8982");
        assertThat(mixed.day().mixedLine().hcpcs()).isEqualTo("G8978");
    }

    @Test
    void theLineOfMixedCodesIsTheOneOfTheLimitationThatWasNotOpen() {
        assertThat(later(BEGIN, true, true, "G8978", "G8982").day().mixedLine().hcpcs())
                .isEqualTo("G8982");
    }

    @Test
    void theEvaluationListsDueAndReportedDays() {
        Claim claim = claim(
                        "2018-05-01 97110",
                        "2018-05-01 G8978",
                        "2018-05-02 97110",
                        "2018-05-03 97110",
                        "2018-05-03 G8978",
                        "2018-05-03 G8979")
                .build();
        List<TreatmentDay> days = FunctionalFixture.days(claim);
        ReportRequired outset = new ReportRequired(
                "functional-reporting/outset", days.get(0), "outset", "outset of", BEGIN, List.of(), false, "HHT-513");
        assertThat(ReportingDay.of(days, List.of(outset)))
                .containsExactly(
                        new ReportingDay(
                                Discipline.PT,
                                LocalDate.parse("2018-05-01"),
                                1,
                                "outset",
                                List.of("current", "goal"),
                                List.of("G8978"),
                                List.of("goal")),
                        new ReportingDay(
                                Discipline.PT,
                                LocalDate.parse("2018-05-03"),
                                3,
                                "none",
                                List.of(),
                                List.of("G8978", "G8979"),
                                List.of()));
    }
}
