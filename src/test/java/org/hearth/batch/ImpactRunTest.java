package org.hearth.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.function.BiFunction;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Changes;
import org.hearth.evaluate.ClaimChange.Verdict;
import org.hearth.evaluate.Evaluation;
import org.hearth.evaluate.Impact;
import org.hearth.finding.Effect;
import org.hearth.history.Past;
import org.hearth.json.ImpactWriter;
import org.hearth.tables.difference.TablesDiff;
import org.hearth.x12.SyntheticFiles;
import org.junit.jupiter.api.Test;

class ImpactRunTest {

    private static final byte[] CLAIMS = SyntheticFiles.file(500, 11);

    private static Impact run(BiFunction<Claim, Past, Evaluation> after, int threads, byte[]... inputs)
            throws IOException {
        Impact impact = new Impact("a", "b");
        try (ImpactRun run = new ImpactRun(
                (claim, past) -> Changes.evaluation(claim.claimId()),
                after,
                Map.of(),
                Defects::problem,
                impact,
                threads)) {
            for (byte[] input : inputs) {
                run.run(Intakes.open(new ByteArrayInputStream(input), "march.edi"));
            }
            run.finish();
        }
        return impact;
    }

    /** Every claim whose number ends in 7 fails. */
    private static Evaluation after(Claim claim, Past past) {
        return claim.claimId().endsWith("7")
                ? Changes.evaluation(claim.claimId(), Changes.finding("HHT-301", Effect.RTP, 1, "PT", claim.claimId()))
                : Changes.evaluation(claim.claimId());
    }

    @Test
    void theCountDoesNotDependOnTheThreads() throws IOException {
        TablesDiff none = new TablesDiff(java.util.List.of(), 0, java.util.List.of(), java.util.List.of());
        Impact one = run(ImpactRunTest::after, 1, CLAIMS, CLAIMS);
        assertThat(one.claims(Verdict.NEWLY_FAILING)).isEqualTo(100);
        assertThat(one.claims(Verdict.UNCHANGED)).isEqualTo(900);
        assertThat(one.examples(Verdict.NEWLY_FAILING))
                .extracting(Impact.Claim::claimId)
                .containsExactly("SYN-7", "SYN-17", "SYN-27", "SYN-37", "SYN-47");
        assertThat(ImpactWriter.indented(none, run(ImpactRunTest::after, 4, CLAIMS, CLAIMS)))
                .isEqualTo(ImpactWriter.indented(none, one));
    }

    @Test
    void aDefectCostsItsClaimAloneAndTellsNothingOfIt() throws IOException {
        Impact impact = run(
                (claim, past) -> {
                    if (claim.claimId().equals("SYN-3")) {
                        throw new IllegalStateException(claim.beneficiaryId());
                    }
                    return after(claim, past);
                },
                2,
                CLAIMS);
        assertThat(impact.defect()).isTrue();
        assertThat(impact.claims()).isEqualTo(499);
        assertThat(impact.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.claimId()).isEqualTo("SYN-3");
            assertThat(problem.why()).startsWith("this is a defect of Hearth").doesNotContain("1EG4TE5MK73");
        });
    }

    @Test
    void aTornInputIsNotWhole() throws IOException {
        Impact impact = run(ImpactRunTest::after, 2, java.util.Arrays.copyOf(CLAIMS, CLAIMS.length / 2), CLAIMS);
        assertThat(impact.whole()).isFalse();
        assertThat(impact.claims()).isBetween(700L, 760L);
        assertThat(impact.problems()).isNotEmpty();
    }
}
