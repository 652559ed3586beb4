package org.hearth.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hearth.claim.Claim;
import org.hearth.claim.ServiceLine;
import org.hearth.evaluate.Evaluator;
import org.hearth.finding.Finding;
import org.hearth.finding.MendRefusedException;
import org.hearth.release.Example;
import org.hearth.release.Examples;
import org.hearth.rules.Rulesets;
import org.hearth.x12.acknowledgement.Acknowledgements;
import org.hearth.x12.acknowledgement.AnsweredFile;
import org.hearth.x12.correction.CorrectedFile;
import org.hearth.x12.reading.X12Item;
import org.junit.jupiter.api.Test;

/**
 * Every patch of every example, made on the claim of the example as an 837I: the finding is gone from what is read back, no
 * segment differs but those that the mend names and the count of segments, and a file that a 999 accepted it accepts.
 */
class ExamplePatchesInSegmentsTest {

    private final List<String> offences = new ArrayList<>();
    private final Set<String> mended = new TreeSet<>();

    @Test
    void everyPatchIsWritten() throws IOException {
        Set<String> mending = Rulesets.ruleset().catalog().all().stream()
                .filter(type -> type.patch() != null)
                .map(type -> type.id())
                .collect(Collectors.toCollection(TreeSet::new));
        for (Example example : Examples.all(Rulesets.files(), Rulesets.ruleset())) {
            Claim claim = example.toClaim();
            Evaluator evaluator = example.on(Rulesets.evaluator());
            if (evaluator.evaluate(claim).findings().stream()
                    .anyMatch(finding -> !finding.patch().isEmpty())) {
                mend(example.toString(), claim, WrittenClaim.of(claim), evaluator);
            }
        }
        assertThat(offences).isEmpty();
        assertThat(mended).isEqualTo(mending);
    }

    private void mend(String example, Claim claim, byte[] file, Evaluator evaluator) throws IOException {
        Claim read =
                read(file, claim, new CorrectedFile(new ByteArrayInputStream(file), null, new ByteArrayOutputStream()));
        if (read == null) {
            return;
        }
        for (Finding finding : evaluator.evaluate(read).findings()) {
            if (!finding.patch().isEmpty()) {
                mend(example + ": " + finding.id(), claim, finding, file, evaluator);
            }
        }
    }

    private static Claim read(byte[] file, Claim claim, CorrectedFile corrected) throws IOException {
        if (!(corrected.next() instanceof X12Item.LocatedClaim located)) {
            return null;
        }
        List<ServiceLine> lines = new ArrayList<>();
        for (int index = 0; index < located.claim().lines().size(); index++) {
            ServiceLine line = claim.lines().get(index);
            lines.add(located.claim().lines().get(index).withMinutes(line.minutes(), line.minutesBy()));
        }
        return located.claim().toBuilder()
                .lines(lines)
                .context(claim.context())
                .history(claim.history())
                .build();
    }

    private void mend(String what, Claim claim, Finding finding, byte[] file, Evaluator evaluator) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CorrectedFile corrected = new CorrectedFile(new ByteArrayInputStream(file), null, out);
        ClaimInPlace place = new ClaimInPlace(read(file, claim, corrected), corrected.claim(), null, null);
        List<Finding> before = evaluator.evaluate(place.claim()).findings();
        ClaimInPlace.Trial trial;
        try {
            trial = place.attempt(List.of(finding.patch()), true);
        } catch (MendRefusedException e) {
            offences.add(what + ": " + e.pointer() + ": " + e.getMessage());
            return;
        }
        place.take(trial);
        X12Item item;
        do {
            item = corrected.next();
        } while (!(item instanceof X12Item.End));

        List<String> after = evaluator.evaluate(place.claim()).findings().stream()
                .map(Finding::id)
                .toList();
        long had = before.stream().filter(one -> one.id().equals(finding.id())).count();
        if (after.stream().filter(finding.id()::equals).count() != had - 1) {
            offences.add(what + ": is still there");
        }
        List<String> news = new ArrayList<>(after);
        before.forEach(one -> news.remove(one.id()));
        if (!news.isEmpty()) {
            offences.add(what + ": brings " + news);
        }
        List<String> named = trial.parts().get(0).texts().stream()
                .flatMap(text -> java.util.stream.Stream.of(
                        text.before() == null ? "" : "-" + text.before() + "~",
                        text.after() == null ? "" : "+" + text.after() + "~"))
                .filter(line -> !line.isEmpty())
                .sorted()
                .toList();
        List<String> differing = Corrected.difference(file, out.toByteArray()).stream()
                .filter(line -> !line.substring(1).startsWith("SE*"))
                .sorted()
                .toList();
        if (!differing.equals(named) || named.isEmpty()) {
            offences.add(what + ": " + differing + ", told " + named);
        }
        if (isAccepted(file) && !isAccepted(out.toByteArray())) {
            offences.add(what + ": a 999 rejects the file now");
        }
        mended.add(finding.id());
    }

    private static boolean isAccepted(byte[] file) throws IOException {
        AnsweredFile answered =
                Acknowledgements.today().implementation(new ByteArrayInputStream(file), null, new StringBuilder());
        X12Item item;
        do {
            item = answered.next();
        } while (!(item instanceof X12Item.End));
        return answered.isAccepted() && ((X12Item.End) item).whole();
    }
}
