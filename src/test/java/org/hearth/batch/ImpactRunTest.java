package org.hearth.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Changes;
import org.hearth.evaluate.ClaimChange.Verdict;
import org.hearth.evaluate.Evaluation;
import org.hearth.evaluate.Evaluator;
import org.hearth.evaluate.FindingChange;
import org.hearth.evaluate.Impact;
import org.hearth.finding.Effect;
import org.hearth.history.Past;
import org.hearth.json.ImpactWriter;
import org.hearth.release.Example;
import org.hearth.rules.Rulesets;
import org.hearth.ruleset.Ruleset;
import org.hearth.ruleset.RulesetCompiler;
import org.hearth.tables.Edited;
import org.hearth.tables.content.Row;
import org.hearth.tables.content.Table;
import org.hearth.tables.content.TableFolder;
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

    /** A code that ended is in no row any more that a finding could name: the row that it was in is behind the finding. */
    @Test
    void aChangedRowOfACodeListIsNamedBehindTheFindingsOfItsLines() throws IOException {
        String list = "codes/visit-codes.xlsx";
        Table visits = Table.read(list, new Edited().bytes(list));
        Edited edited = new Edited()
                .set(list, place(visits, "G0157", "through"), LocalDate.of(2024, 12, 31))
                .set(list, place(visits, "G0158", "through"), LocalDate.of(2024, 12, 31));
        Ruleset after = RulesetCompiler.compile(edited.files());
        TablesDiff diff = TablesDiff.between(
                new TableFolder(Rulesets.ruleset().tables(), List.of()), new TableFolder(after.tables(), List.of()));
        String claim = new Example(
                        "", "", "{bill: 32X, lines: [2025-03-04 0421 G0151 3u, 2025-03-05 0421 G0157 3u]}", "none")
                .json()
                .toString();
        Impact impact = new Impact("a", "b");
        try (ImpactRun run = new ImpactRun(
                Rulesets.evaluator(),
                new Evaluator(() -> after),
                diff.renamedRows(),
                diff.changedRows().keySet(),
                Defects::problem,
                impact,
                1)) {
            run.run(Intakes.open(new ByteArrayInputStream(claim.getBytes(StandardCharsets.UTF_8)), "one.json"));
            run.finish();
        }
        assertThat(impact.claims(Verdict.NEWLY_FAILING)).isEqualTo(1);
        assertThat(diff.changedRows().keySet()).containsExactlyInAnyOrder("visit-codes/G0157", "visit-codes/G0158");
        assertThat(impact.rows().keySet()).contains("visit-codes/G0157").doesNotContain("visit-codes/G0158");
        assertThat(impact.rows().get("visit-codes/G0157").count(FindingChange.Kind.APPEARS))
                .isPositive();
    }

    private static String place(Table table, String key, String heading) {
        Row row = table.rows().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
        return row.cell(table.columns().stream()
                .filter(column -> column.heading().equals(heading))
                .findFirst()
                .orElseThrow());
    }
}
