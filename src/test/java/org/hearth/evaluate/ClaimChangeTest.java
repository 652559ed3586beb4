package org.hearth.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.evaluate.Changes.evaluation;
import static org.hearth.evaluate.Changes.finding;

import java.util.List;
import java.util.Map;
import org.hearth.claim.Location;
import org.hearth.evaluate.ClaimChange.Answer;
import org.hearth.evaluate.ClaimChange.Verdict;
import org.hearth.finding.Advice;
import org.hearth.finding.Effect;
import org.hearth.finding.Finding;
import org.hearth.finding.FindingPlace;
import org.hearth.finding.Grounds;
import org.hearth.finding.RowReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimChangeTest {

    private static final Finding ERROR = finding("HHT-301", Effect.RTP, 1, "PT", "no `GP`");

    private static ClaimChange between(Evaluation before, Evaluation after) {
        return ClaimChange.between("a.edi", before, after, Map.of());
    }

    private static Evaluation with(String effects) {
        return evaluation(
                "A",
                effects == null
                        ? new Finding[0]
                        : java.util.Arrays.stream(effects.split(" "))
                                .map(effect -> finding("HHT-9", Effect.valueOf(effect), null, null, effect))
                                .toArray(Finding[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        ",RTP,NEWLY_FAILING",
        "WARN,WARN DENY,NEWLY_FAILING",
        "RTP,,NEWLY_CLEAN",
        "INFO,,NEWLY_CLEAN",
        "REJECT,WARN,NO_LONGER_FAILING",
        "RTP,DENY,CHANGED",
        ",WARN,CHANGED",
        "WARN,INFO,CHANGED",
        "RTP WARN,RTP WARN,UNCHANGED",
        ",,UNCHANGED"
    })
    void theVerdictFollowsFromTheFindings(String before, String after, Verdict verdict) {
        assertThat(between(with(before), with(after)).verdict()).isEqualTo(verdict);
    }

    @Test
    void whereAFindingStandsInFilesIsNoChange() {
        Finding elsewhere = new Finding(
                ERROR.id(),
                ERROR.title(),
                ERROR.effect(),
                new FindingPlace(
                        ERROR.line(),
                        ERROR.formLocator(),
                        ERROR.field(),
                        new Location("a.edi", 1, "0001", "SV2", 4, 2)),
                new Advice(ERROR.message(), ERROR.fix(), ERROR.patch(), ERROR.mend()),
                new Grounds(
                        ERROR.citation(),
                        new RowReference("modifiers", "PT", "modifiers.drl.xlsx", "Rules", "A99"),
                        "rules/elsewhere.drl"),
                ERROR.codes());
        assertThat(between(evaluation("A", ERROR), evaluation("A", elsewhere)).verdict())
                .isEqualTo(Verdict.UNCHANGED);
    }

    @Test
    void aRowThatIsOnlyCalledOtherwiseIsNoChange() {
        Finding renamed = finding("HHT-301", Effect.RTP, 1, "PT therapy", "no `GP`");
        assertThat(between(evaluation("A", ERROR), evaluation("A", renamed)).findings())
                .singleElement()
                .satisfies(change -> assertThat(change.otherwise())
                        .containsExactly(new FindingChange.Otherwise("row", "modifiers/PT", "modifiers/PT therapy")));
        assertThat(ClaimChange.between(
                                null,
                                evaluation("A", ERROR),
                                evaluation("A", renamed),
                                Map.of("modifiers/PT", "modifiers/PT therapy"))
                        .verdict())
                .isEqualTo(Verdict.UNCHANGED);
    }

    @Test
    void aFindingIsPairedWithTheOneOfItsRowBeforeAnyOther() {
        Finding first = finding("HHT-301", Effect.RTP, 1, "A", "a");
        Finding second = finding("HHT-301", Effect.RTP, 1, "B", "b");
        Finding secondNow = finding("HHT-301", Effect.RTP, 1, "B", "b, worded anew");
        Finding third = finding("HHT-301", Effect.RTP, 1, "C", "a");
        assertThat(between(evaluation("A", first, second), evaluation("A", secondNow, third))
                        .findings())
                .extracting(change ->
                        change.before().message() + " -> " + change.after().message())
                .containsExactly("b -> b, worded anew", "a -> a");
    }

    @Test
    void whatAppearsAndDisappearsIsNotPairedAcrossLines() {
        Finding onLineTwo = finding("HHT-301", Effect.RTP, 2, "PT", "no `GP`");
        ClaimChange change = between(evaluation("A", ERROR), evaluation("A", onLineTwo));
        assertThat(change.findings())
                .extracting(FindingChange::kind)
                .containsExactly(FindingChange.Kind.DISAPPEARS, FindingChange.Kind.APPEARS);
        assertThat(change.verdict()).isEqualTo(Verdict.CHANGED);
    }

    @Test
    void otherAnswersCountToo() {
        ClaimChange change = between(evaluation("A"), Changes.halfChecked("A"));
        assertThat(change.verdict()).isEqualTo(Verdict.CHANGED);
        assertThat(change.answers()).containsExactly(Answer.NOT_CHECKED);
        assertThat(change.findings()).isEmpty();
    }

    @Test
    void whatIsHeldDoesNotGrowWithTheClaims() {
        Impact impact = new Impact("a", "b");
        for (int claim = 1; claim <= 1_000; claim++) {
            impact.add(between(
                    evaluation("A-" + claim),
                    evaluation("A-" + claim, ERROR, finding("HHT-301", Effect.RTP, 2, "PT", "no `GP`"))));
            impact.addUnreadable(new Impact.Unread(null, "B-" + claim, "no"));
        }
        Impact.Group group = impact.findings().get("HHT-301");
        assertThat(group.count(FindingChange.Kind.APPEARS)).isEqualTo(2_000);
        assertThat(group.claims()).isEqualTo(1_000);
        assertThat(group.examples(FindingChange.Kind.APPEARS))
                .extracting(example -> example.claim().claimId())
                .containsExactly("A-1", "A-2", "A-3");
        assertThat(impact.rows().get("modifiers/PT").claims()).isEqualTo(1_000);
        assertThat(impact.examples(Verdict.NEWLY_FAILING)).hasSize(Impact.CLAIMS_SHOWN);
        assertThat(impact.problems()).hasSize(Impact.PROBLEMS_SHOWN);
        assertThat(List.of(impact.claims(Verdict.NEWLY_FAILING), impact.unreadable()))
                .containsExactly(1_000L, 1_000L);
    }
}
