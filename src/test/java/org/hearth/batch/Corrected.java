package org.hearth.batch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Evaluation;
import org.hearth.finding.Correction;
import org.hearth.finding.LeftMend;
import org.hearth.history.Past;
import org.hearth.history.SentClaims;
import org.hearth.json.ClaimCorrections;
import org.hearth.report.Tally;

/** What became of an input that was corrected. */
record Corrected(byte[] bytes, List<Correction> made, List<LeftMend> left, List<Evaluation> evaluations, Tally tally) {

    /** Judges nothing. */
    static final BiFunction<Claim, Past, Evaluation> SILENT = (claim, past) ->
            new Evaluation(claim.claimId(), "v", List.of(), List.of(), List.of(), List.of(), List.of());

    /** Corrects an input by a patch of its claims, as the text of their JSON has it. */
    static Corrected by(String corrections, byte[] input) throws IOException {
        return of(
                input,
                SILENT,
                ClaimCorrections.read(corrections.getBytes(StandardCharsets.UTF_8)),
                Set.of(),
                new Sidecars());
    }

    /** Makes the certain mends of an input. */
    static Corrected certain(byte[] input, BiFunction<Claim, Past, Evaluation> evaluator, String... only)
            throws IOException {
        return of(input, evaluator, new ClaimCorrections(List.of(), true), Set.of(only), new Sidecars());
    }

    static Corrected of(
            byte[] input,
            BiFunction<Claim, Past, Evaluation> evaluator,
            ClaimCorrections corrections,
            Set<String> only,
            Sidecars sidecars)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Correction> corrected = new ArrayList<>();
        List<LeftMend> notMade = new ArrayList<>();
        List<Evaluation> evaluations = new ArrayList<>();
        CorrectionRun.Listener listener = new CorrectionRun.Listener() {
            @Override
            public void claim(long ordinal, Evaluation evaluation, List<Correction> made, List<LeftMend> left) {
                corrected.addAll(made);
                notMade.addAll(left);
                evaluations.add(evaluation);
            }

            @Override
            public void unread(Intake.Unread claim) {
                // counted
            }

            @Override
            public void unused(Intake.Unused minutes) {
                // counted
            }

            @Override
            public void end(Intake.End end) {
                // counted
            }
        };
        try (CorrectionRun run = new CorrectionRun(
                evaluator, corrections, only, Defects::problem, new Pasts(SentClaims.NONE), listener)) {
            Tally tally = run.run(new ByteArrayInputStream(input), "march.edi", sidecars, out);
            return new Corrected(out.toByteArray(), corrected, notMade, evaluations, tally);
        }
    }

    /** The lines of a text that another has not, each with a minus before it, and those that it has more, with a plus. */
    static List<String> difference(byte[] before, byte[] after) {
        List<String> old = lines(before);
        List<String> now = lines(after);
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<String> difference = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                i++;
                j++;
            } else if (j == now.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
                difference.add("-" + old.get(i++));
            } else {
                difference.add("+" + now.get(j++));
            }
        }
        return difference;
    }

    private static List<String> lines(byte[] text) {
        return Arrays.asList(new String(text, StandardCharsets.ISO_8859_1).split("\n", -1));
    }
}
