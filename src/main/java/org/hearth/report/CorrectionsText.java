package org.hearth.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hearth.evaluate.Evaluation;
import org.hearth.finding.Correction;
import org.hearth.finding.FieldChange;
import org.hearth.finding.Finding;
import org.hearth.finding.LeftMend;
import org.hearth.finding.Shown;
import org.hearth.finding.TextChange;

/**
 * What was corrected as plain text, claim by claim, in words and as it stands in the file, with counts at its end. If claims
 * were not judged, that is the first line too, so the text waits for its end. Not safe for use by several threads.
 */
public final class CorrectionsText implements Closeable {

    private final Appendable target;
    private final Spool out = new Spool();
    private final Map<String, Count> made = new TreeMap<>();
    private final Map<String, Count> left = new TreeMap<>();
    private final Map<String, Count> standing = new TreeMap<>();
    private long corrected;
    private boolean begun;

    /** How often something was met, and on how many claims. */
    private static final class Count {
        private final String title;
        private long times;
        private long claims;
        private long lastClaim = -1;

        Count(String title) {
            this.title = title;
        }

        void add(long claim) {
            times++;
            if (lastClaim != claim) {
                lastClaim = claim;
                claims++;
            }
        }
    }

    public CorrectionsText(Appendable target) {
        this.target = target;
    }

    /**
     * Writes what was changed on a claim, and which certain mends were not made; nothing where there is neither.
     *
     * @param ordinal which claim of the input it is, from 1
     * @param evaluation of the claim as it now stands
     * @throws IOException if it cannot be written
     */
    public void claim(long ordinal, Evaluation evaluation, List<Correction> corrections, List<LeftMend> notMade)
            throws IOException {
        for (Finding finding : evaluation.findings()) {
            standing.computeIfAbsent(finding.id(), id -> new Count(finding.title()))
                    .add(ordinal);
        }
        if (corrections.isEmpty() && notMade.isEmpty()) {
            return;
        }
        corrected += corrections.isEmpty() ? 0 : 1;
        if (begun) {
            line("");
        }
        begun = true;
        line("claim " + Shown.value(evaluation.claimId()) + ": " + Tally.counted(corrections.size(), "correction")
                + ", now " + evaluation.disposition()
                + (evaluation.findings().isEmpty()
                        ? ""
                        : ", " + Tally.counted(evaluation.findings().size(), "finding")));
        for (Correction correction : corrections) {
            correction(ordinal, correction);
        }
        for (LeftMend one : notMade) {
            Finding finding = one.finding();
            left.computeIfAbsent(finding.id(), id -> new Count(finding.title())).add(ordinal);
            line("left " + finding.id() + place(finding.line()) + ": " + finding.message());
            line("  the mend was " + (one.tried() ? "taken back: " : "not made: ") + one.reason());
        }
    }

    private void correction(long ordinal, Correction correction) throws IOException {
        String because = correction.because().isEmpty() ? "as asked" : String.join(", ", correction.because());
        List<String> counted = correction.because().isEmpty() ? List.of("as asked") : correction.because();
        counted.forEach(id -> made.computeIfAbsent(id, one -> new Count("")).add(ordinal));
        line("corrected " + because + place(correction.line())
                + (correction.why() == null ? "" : ": " + correction.why()));
        for (FieldChange field : correction.fields()) {
            line("  " + inWords(field.pointer()) + ": " + value(field.before()) + " -> " + value(field.after()));
        }
        for (TextChange text : correction.texts()) {
            if (text.before() != null) {
                line("  - " + text.before());
            }
            if (text.after() != null) {
                line("  + " + text.after());
            }
        }
        for (String pointer : correction.kept()) {
            line(
                    "  " + inWords(pointer)
                            + ": what the file says of present on admission stays as it was; see that it holds for the new code");
        }
        for (String pointer : correction.left()) {
            line("  " + inWords(pointer) + ": an 837I has no place for it, so it is not in the file");
        }
    }

    private static String place(Integer line) {
        return line == null ? "" : " line " + line;
    }

    /** A pointer as a reader counts: {@code /lines/1/modifiers} is the modifiers of the second line. */
    private static String inWords(String pointer) {
        String[] steps = pointer.substring(1).split("/");
        StringBuilder words = new StringBuilder();
        for (int step = 0; step < steps.length; step++) {
            boolean item = step + 1 < steps.length && steps[step + 1].matches("\\d+");
            words.append(words.isEmpty() ? "" : ", ")
                    .append(steps[step].equals("lines") && item ? "line" : steps[step]);
            if (item) {
                words.append(' ').append(Integer.parseInt(steps[++step]) + 1);
            }
        }
        return words.toString();
    }

    private static String value(String json) {
        return json == null || json.equals("[]") ? "none" : json;
    }

    /**
     * Writes the counts, and what the corrected claims came to.
     *
     * @param trial whether the corrected claims are not written
     * @throws IOException if it cannot be written
     */
    public void end(Tally tally, boolean trial) throws IOException {
        if (begun) {
            line("");
        }
        if (made.isEmpty()) {
            line("nothing was corrected");
        }
        made.forEach((id, count) -> counted("corrected", id, count));
        left.forEach((id, count) -> counted("left, as the mend was not made or taken back:", id, count));
        left.keySet().forEach(standing::remove);
        standing.forEach((id, count) -> counted("left to you:", id, count));
        if (trial) {
            line(Tally.counted(corrected, "claim") + " would be corrected; as they would then stand, " + tally.summary()
                    + "; nothing was written");
        } else {
            line(corrected + (corrected == 1 ? " claim was" : " claims were") + " corrected; as they now stand, "
                    + tally.summary());
        }
        if (tally.notJudged() > 0) {
            target.append(Tally.counted(tally.notJudged(), "claim"))
                    .append(" not judged, and left as they are (another payer's, or another kind of bill)\n\n");
        }
        out.copyTo(target);
    }

    private void counted(String what, String id, Count count) {
        try {
            line(what + " " + id + (count.title.isEmpty() ? "" : " " + count.title) + ": " + times(count.times) + " on "
                    + Tally.counted(count.claims, "claim"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String times(long times) {
        return times == 1 ? "once" : times + " times";
    }

    private void line(String text) throws IOException {
        out.append(text.lines().map(Shown::escaped).collect(Collectors.joining(" ")))
                .append('\n');
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
