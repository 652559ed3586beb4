package org.hearth.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Evaluation;
import org.hearth.finding.Finding;
import org.hearth.report.Tally;
import org.hearth.rules.Rulesets;
import org.hearth.x12.SyntheticClaims;
import org.hearth.x12.SyntheticDefect;
import org.junit.jupiter.api.Test;

/** A whole file: each claim gets the finding of its defect and no other. */
class SyntheticBatchTest {

    @Test
    void twoThousandClaimsGetExactlyTheFindingsOfTheirDefects() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Map<String, String> expected =
                SyntheticClaims.write(file, 2_000, 20261123, Rulesets.ruleset().codes(), 0.5);
        Set<String> kinds = new HashSet<>(expected.values());
        assertThat(kinds.stream().map(found -> found.replaceAll(" line .*", "")).distinct())
                .as("every kind of defect, and none")
                .hasSize(SyntheticDefect.values().length + 1);

        Collected collected = new Collected();
        try (Batch batch = new Batch(Rulesets.evaluator()::evaluate, Defects::problem, collected, 2)) {
            batch.run(Intakes.open(new ByteArrayInputStream(file.toByteArray()), "synthetic.edi"));
            Tally tally = batch.finish();
            assertThat(tally.whole()).isTrue();
            assertThat(tally.claims() + tally.problems()).isEqualTo(2_000);
        }
        assertThat(collected.found.keySet()).containsExactlyElementsOf(expected.keySet());
        expected.forEach((claimId, found) ->
                assertThat(collected.found.get(claimId)).as(claimId).isEqualTo(found));
    }

    @Test
    void theSameSeedGivesTheSameFile() throws IOException {
        byte[][] files = new byte[3][];
        for (int time = 0; time < 3; time++) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            SyntheticClaims.write(file, 50, time / 2, Rulesets.ruleset().codes(), 0.5);
            files[time] = file.toByteArray();
        }
        assertThat(Arrays.equals(files[0], files[1])).isTrue();
        assertThat(Arrays.equals(files[0], files[2])).isFalse();
    }

    private static final class Collected implements Output {

        private final Map<String, String> found = new LinkedHashMap<>();

        @Override
        public void evaluation(Claim claim, Evaluation evaluation) {
            found.put(
                    claim.claimId(),
                    evaluation.findings().stream().map(Collected::shown).collect(Collectors.joining(", ")));
        }

        private static String shown(Finding finding) {
            return finding.line() == null ? finding.id() : finding.id() + " line " + finding.line();
        }

        @Override
        public void unread(Intake.Unread unread) {
            found.put(unread.claimId(), "unread");
        }

        @Override
        public void unused(Intake.Unused unused) {
            throw new AssertionError(unused);
        }

        @Override
        public void end(Intake.End end) {
            assertThat(end.problem()).isNull();
        }

        @Override
        public void close(Tally tally) {
            // nothing to close
        }
    }
}
