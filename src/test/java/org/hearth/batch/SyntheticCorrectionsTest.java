package org.hearth.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Evaluation;
import org.hearth.finding.Finding;
import org.hearth.finding.Mend;
import org.hearth.finding.TextChange;
import org.hearth.history.SentClaims;
import org.hearth.rules.Rulesets;
import org.hearth.x12.SyntheticClaims;
import org.hearth.x12.reading.GuidedReader;
import org.hearth.x12.reading.X12Item;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Synthetic files with seeded defects, in any delimiters and lines: mended is what is certain, and every segment that no
 * mend names is as it was, byte by byte. {@code -Dhearth.corrections.seeds=1000} looks at more of them.
 */
class SyntheticCorrectionsTest {

    private static final int SEEDS = Integer.getInteger("hearth.corrections.seeds", 40);
    private static final int CLAIMS = 6;

    /** How a file is written: its delimiters, and what stands between its segments. */
    private record Style(char element, char component, char terminator, String lineEnd) {

        String of(String text) {
            return text.replace("~\n", "~")
                    .replace('*', element)
                    .replace(':', component)
                    .replace("~", terminator + lineEnd);
        }
    }

    private static final List<Style> STYLES = List.of(
            new Style('*', ':', '~', "\n"),
            new Style('*', ':', '~', ""),
            new Style('*', ':', '~', "\r\n"),
            new Style('|', '>', '\n', ""),
            new Style('\u001d', '\u001f', '\u001c', ""),
            new Style('+', '<', '!', "\n\n"));

    @TestFactory
    Stream<DynamicTest> nothingButTheNamedSegmentsDiffers() {
        return Stream.iterate(0, seed -> seed < SEEDS, seed -> seed + 1)
                .map(seed -> DynamicTest.dynamicTest("seed " + seed, () -> check(seed)));
    }

    private static void check(int seed) throws IOException {
        Random random = new Random(seed);
        Style style = STYLES.get(seed % STYLES.size());
        String text = written(seed, random);
        if (seed % 4 == 1) {
            // several interchanges
            text += written(seed + 1_000_000, random);
        }
        byte[] file = style.of(text).getBytes(StandardCharsets.ISO_8859_1);
        List<Evaluation> before = judged(file);

        Corrected corrected = Corrected.certain(file, Rulesets.evaluator()::evaluate);

        List<TextChange> told =
                corrected.made().stream().flatMap(one -> one.texts().stream()).toList();
        List<String> differing = Corrected.difference(oneALine(file, style), oneALine(corrected.bytes(), style));
        assertThat(differing.stream().sorted()).containsExactlyElementsOf(net(told));
        // each in its place
        assertThat(differing.stream()
                        .map(line -> line.charAt(0))
                        .map(String::valueOf)
                        .reduce("", String::concat))
                .matches("(-+\\++)*");
        assertThat(corrected.bytes().length - file.length).isEqualTo(grown(told));
        assertThat(corrected.left()).isEmpty();
        List<Evaluation> after = judged(corrected.bytes());
        // a claim that was read back stands elsewhere in what it was read from
        assertThat(said(after)).isEqualTo(said(corrected.evaluations()));
        assertThat(ids(after, true)).isEmpty();
        // what is not mended is as it was
        Map<String, Long> expected = ids(before, false);
        ids(before, true).forEach((id, count) -> expected.merge(id, -count, Long::sum));
        expected.values().removeIf(count -> count == 0);
        assertThat(ids(after, false)).isEqualTo(expected);
    }

    private static String written(long seed, Random random) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SyntheticClaims.write(bytes, CLAIMS, seed, Rulesets.ruleset().codes(), 0.8);
        String text = bytes.toString(StandardCharsets.ISO_8859_1);
        List<String> segments = new ArrayList<>(List.of(text.split("(?<=~\n)")));
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            if (segment.startsWith("SV2*04") && random.nextInt(6) == 0) {
                segments.set(i, random.nextBoolean() ? segment.replace(":GP", ":gp") : segment.replace("*04", "*4"));
            } else if (segment.startsWith("HI*BH") && random.nextInt(4) == 0) {
                // a code twice
                String first = segment.substring(3).split("[*~]")[0];
                segments.set(i, "HI*" + first + "*" + segment.substring(3));
            } else if (segment.startsWith("HI*ABK") && random.nextInt(4) == 0) {
                segments.set(i, segment + "HI*ABF:m17.11*ABF:I10:::::::Y*ABF:M1711~\n");
            }
        }
        return String.join("", segments);
    }

    private static List<Evaluation> judged(byte[] file) {
        List<Evaluation> evaluations = new ArrayList<>();
        GuidedReader reader = new GuidedReader(new ByteArrayInputStream(file), "march.edi");
        X12Item item = reader.next();
        try (Pasts pasts = new Pasts(SentClaims.NONE)) {
            while (!(item instanceof X12Item.End)) {
                if (item instanceof X12Item.LocatedClaim read) {
                    Claim claim = read.claim();
                    evaluations.add(Rulesets.evaluator().evaluate(claim, pasts.before(claim)));
                }
                item = reader.next();
            }
        }
        return evaluations;
    }

    private static List<String> said(List<Evaluation> evaluations) {
        return evaluations.stream()
                .map(evaluation -> evaluation.claimId() + " " + evaluation.history() + " "
                        + evaluation.findings().stream()
                                .map(finding -> finding.id() + finding.field() + finding.message())
                                .toList()
                        + evaluation.notChecked())
                .toList();
    }

    private static Map<String, Long> ids(List<Evaluation> evaluations, boolean certain) {
        Map<String, Long> ids = new TreeMap<>();
        for (Evaluation evaluation : evaluations) {
            for (Finding finding : evaluation.findings()) {
                if (!certain || finding.mend() == Mend.CERTAIN) {
                    ids.merge(finding.id(), 1L, Long::sum);
                }
            }
        }
        return ids;
    }

    /** A file with each segment on a line of its own, whatever its style. */
    private static byte[] oneALine(byte[] file, Style style) {
        return new String(file, StandardCharsets.ISO_8859_1)
                .replace(style.terminator() + style.lineEnd(), "\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What is gone and what has come by all changes together; one mend may change what another has changed. */
    private static List<String> net(List<TextChange> told) {
        List<String> gone = new ArrayList<>();
        List<String> come = new ArrayList<>();
        for (TextChange change : told) {
            if (!come.remove(change.before())) {
                gone.add(change.before());
            }
            come.add(change.after());
        }
        return Stream.concat(
                        gone.stream().map(line -> "-" + line), come.stream().map(line -> "+" + line))
                .sorted()
                .toList();
    }

    private static int grown(List<TextChange> told) {
        return told.stream()
                .mapToInt(change -> change.after().length() - change.before().length())
                .sum();
    }

    @Test
    void theSecondCorrectionOfAFileChangesNothing() throws IOException {
        byte[] file = written(7, new Random(7)).getBytes(StandardCharsets.ISO_8859_1);
        byte[] once = Corrected.certain(file, Rulesets.evaluator()::evaluate).bytes();
        Corrected twice = Corrected.certain(once, Rulesets.evaluator()::evaluate);
        assertThat(once).isNotEqualTo(file);
        assertThat(twice.bytes()).isEqualTo(once);
        assertThat(twice.made()).isEmpty();
    }
}
