package org.hearth.batch;

import java.util.ArrayList;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.claim.ServiceLine;
import org.hearth.finding.FieldChange;
import org.hearth.finding.MendRefusedException;
import org.hearth.finding.PatchOperation;
import org.hearth.finding.TextChange;
import org.hearth.json.ClaimJson;
import org.hearth.json.PatchedForm;
import org.hearth.x12.correction.ClaimText;

/**
 * A claim where it stands in its input, on which patches are tried. Each is written, read back and compared with what the
 * patch says; one that does not agree is refused, so what is written is right or as it was.
 */
final class ClaimInPlace {

    /**
     * What a patch changes.
     *
     * @param fields the fields that it changes
     * @param texts the segments that it changes
     * @param left the fields that the input has no place for, as pointers
     * @param kept the diagnoses whose code it changes and whose presence on admission stays in the file, as pointers
     */
    record Part(List<FieldChange> fields, List<TextChange> texts, List<String> left, List<String> kept) {}

    /**
     * Patches that can be made together.
     *
     * @param claim as it is read back, with what was known beside it
     * @param parts what each changes, in their order
     */
    record Trial(Claim claim, List<Part> parts, ClaimText.Trial ofText, ClaimJson.Trial ofJson) {

        /** Names the claim only. */
        @Override
        public String toString() {
            return "Trial[" + claim.claimId() + "]";
        }
    }

    /** How a claim stands: with a trial that was taken, or none. */
    record Mark(Claim claim, Trial taken) {

        /** Names the claim only. */
        @Override
        public String toString() {
            return "Mark[" + claim.claimId() + "]";
        }
    }

    private final ClaimText text;
    private final ClaimJson json;
    private final String fixed;
    private Claim claim;
    private Trial taken;

    /**
     * @param claim as it was read, with what is known beside it
     * @param text in its 837I, or {@code null}
     * @param json in its JSON, or {@code null}
     * @param fixed why it cannot be changed where there is neither
     */
    ClaimInPlace(Claim claim, ClaimText text, ClaimJson json, String fixed) {
        this.claim = claim;
        this.text = text;
        this.json = json;
        this.fixed = fixed;
    }

    /** The claim as it now stands. */
    Claim claim() {
        return claim;
    }

    /**
     * Tries patches on the claim as it now stands, one after another, and reads it back once.
     *
     * @param certain whether nobody looks at them before they are made
     * @throws MendRefusedException if one cannot be made, or not be written
     */
    Trial attempt(List<List<PatchOperation>> patches, boolean certain) throws MendRefusedException {
        if (text == null && json == null) {
            throw new MendRefusedException("", fixed);
        }
        ClaimText.Trial ofText = text == null ? null : text.attempt(patches, certain);
        ClaimJson.Trial ofJson = json == null
                ? null
                : json.attempt(patches.stream().flatMap(List::stream).toList());
        Claim readBack = ofText == null ? ofJson.claim() : ofText.claim();
        PatchedForm expected = new PatchedForm(claim);
        List<PatchOperation> made = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        for (int index = 0; index < patches.size(); index++) {
            ClaimText.Part part = ofText == null
                    ? new ClaimText.Part(patches.get(index), List.of(), List.of(), List.of())
                    : ofText.parts().get(index);
            int before = expected.changes().size();
            for (PatchOperation operation : part.made()) {
                expected.apply(operation);
            }
            List<FieldChange> fields = expected.changes();
            parts.add(new Part(fields.subList(before, fields.size()), part.changes(), part.left(), part.kept()));
            made.addAll(part.made());
        }
        Claim patched = joined(readBack, made);
        String difference = expected.differenceFrom(patched);
        if (difference != null) {
            throw new MendRefusedException(
                    difference, "cannot be written into this file: read back, it would say something else");
        }
        return new Trial(patched, List.copyOf(parts), ofText, ofJson);
    }

    /** Takes a trial for what the claim is from now on. */
    void take(Trial trial) {
        claim = trial.claim();
        taken = trial;
        if (text != null) {
            text.take(trial.ofText());
        }
        if (json != null) {
            json.take(trial.ofJson());
        }
    }

    /** How the claim stands, to come back to. */
    Mark mark() {
        return new Mark(claim, taken);
    }

    /** Goes back to how the claim stood. */
    void backTo(Mark mark) {
        claim = mark.claim();
        taken = mark.taken();
        if (text != null) {
            text.take(taken == null ? null : taken.ofText());
        }
        if (json != null) {
            json.take(taken == null ? null : taken.ofJson());
        }
    }

    /** A claim that was read back, with what was given beside it: minutes go with their lines. */
    private Claim joined(Claim readBack, List<PatchOperation> made) {
        List<ServiceLine> before = new ArrayList<>(claim.lines());
        boolean contextNamed = false;
        for (PatchOperation operation : made) {
            String[] steps = operation.path().split("/", 4);
            contextNamed |= steps[1].equals("context");
            if (steps[1].equals("lines") && steps.length == 3) {
                boolean last = steps[2].equals("-");
                if (operation.op().equals("add")) {
                    before.add(last ? before.size() : Integer.parseInt(steps[2]), null);
                } else if (operation.op().equals("remove")) {
                    before.remove(Integer.parseInt(steps[2]));
                }
            }
        }
        List<ServiceLine> lines = new ArrayList<>(readBack.lines());
        for (int index = 0; index < lines.size() && index < before.size(); index++) {
            ServiceLine old = before.get(index);
            if (old != null && lines.get(index).minutes() == null && old.minutes() != null) {
                lines.set(index, lines.get(index).withMinutes(old.minutes(), old.minutesBy()));
            }
        }
        Claim.Builder joined = readBack.toBuilder().lines(lines);
        if (text != null) {
            joined.context(claim.context()).history(claim.history());
        } else if (!contextNamed) {
            joined.context(claim.context());
        }
        return joined.build();
    }
}
