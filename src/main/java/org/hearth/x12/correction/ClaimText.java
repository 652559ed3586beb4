package org.hearth.x12.correction;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.claim.GuideFault;
import org.hearth.finding.MendRefusedException;
import org.hearth.finding.PatchOperation;
import org.hearth.finding.TextChange;
import org.hearth.x12.reading.GuidedReader;
import org.hearth.x12.reading.X12Item;
import org.hearth.x12.segment.Delimiters;

/**
 * A claim as it stands in its file, and as it would with a patch made on it. A trial changes nothing until it is taken. Not
 * safe for use by several threads.
 */
public final class ClaimText {

    /**
     * A patch made on the claim's segments.
     *
     * @param made the operations that were made, with what follows from them, such as the numbers of later lines
     * @param left the fields of the patch that an 837I has no place for, as pointers
     * @param kept the diagnoses whose code it changes and whose presence on admission stays in the file, as pointers
     * @param changes the segments that it changes, in their order
     */
    public record Part(List<PatchOperation> made, List<String> left, List<String> kept, List<TextChange> changes) {

        public Part {
            made = List.copyOf(made);
            left = List.copyOf(left);
            kept = List.copyOf(kept);
            changes = List.copyOf(changes);
        }
    }

    /**
     * Patches made on the claim's segments.
     *
     * @param claim as it is read back from them, in the place where the claim stands
     * @param parts what became of each patch, in their order
     */
    public record Trial(Claim claim, List<Part> parts, List<RawSegment> ofClaim, List<RawSegment> ofSubscriber) {

        /** Names the claim only: its segments hold the patient's name. */
        @Override
        public String toString() {
            return "Trial[" + claim.claimId() + "]";
        }
    }

    private final Delimiters delimiters;
    private final String file;
    private final String above;
    private final String below;
    private final String shared;
    private final Claim original;
    private final List<RawSegment> sent;
    private final List<RawSegment> subscriberSent;
    private List<RawSegment> segments;
    private List<RawSegment> subscriber;

    /**
     * @param above what stands above the subscriber in the claim's transaction set, for reading back
     * @param below the patient's own level, if there is one
     * @param shared why the subscriber's segments cannot be changed; {@code null} if they can
     */
    ClaimText(
            Delimiters delimiters,
            String file,
            String above,
            String below,
            String shared,
            Claim original,
            List<RawSegment> segments,
            List<RawSegment> subscriber) {
        this.delimiters = delimiters;
        this.file = file;
        this.above = above;
        this.below = below;
        this.shared = shared;
        this.original = original;
        this.sent = segments;
        this.subscriberSent = subscriber;
        this.segments = segments;
        this.subscriber = subscriber;
    }

    List<RawSegment> segments() {
        return segments;
    }

    List<RawSegment> subscriber() {
        return subscriber;
    }

    /**
     * Makes patches on the claim as it stands, after those that were taken, each on what the one before it left.
     *
     * @param certain whether nobody looks at them before they are made
     * @throws MendRefusedException if one cannot be made, or the claim could not be read with them
     */
    public Trial attempt(List<List<PatchOperation>> patches, boolean certain) throws MendRefusedException {
        Draft draft = new Draft(delimiters, segments, subscriber, shared, certain);
        List<Part> parts = new ArrayList<>();
        for (List<PatchOperation> patch : patches) {
            Draft next = new Draft(delimiters, draft.claim, draft.subscriber, shared, certain);
            next.apply(patch);
            List<TextChange> changes = new ArrayList<>(SegmentChanges.between(draft.subscriber, next.subscriber));
            changes.addAll(SegmentChanges.between(draft.claim, next.claim));
            parts.add(new Part(next.made(), next.left(), next.kept(), changes));
            draft = next;
        }
        return new Trial(readBack(draft), parts, draft.claim, draft.subscriber);
    }

    /** Takes a trial for what the claim is from now on; {@code null} for the claim as it stands in its file. */
    public void take(Trial trial) {
        segments = trial == null ? sent : trial.ofClaim();
        subscriber = trial == null ? subscriberSent : trial.ofSubscriber();
    }

    private Claim readBack(Draft draft) throws MendRefusedException {
        StringBuilder text = new StringBuilder(above);
        draft.subscriber.forEach(segment -> text.append(segment.raw()));
        text.append(below);
        draft.claim.forEach(segment -> text.append(segment.raw()));
        text.append("SE").append((char) delimiters.element()).append('1').append((char) delimiters.segment());
        X12Item item = new GuidedReader(
                        new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.ISO_8859_1)), file)
                .next();
        if (item instanceof X12Item.LocatedClaim read) {
            return read.claim().toBuilder().faults(faults(read.claim())).build();
        }
        if (item instanceof X12Item.Refused refused) {
            String field = refused.problems().get(0).field();
            throw new MendRefusedException(
                    field == null ? "" : field, refused.problems().get(0).message());
        }
        throw new MendRefusedException("", "the segments around the claim are damaged");
    }

    /** The numbers of the levels above the claim are those of the file, which alone can tell whether they are right. */
    private List<GuideFault> faults(Claim read) {
        List<GuideFault> faults = new ArrayList<>();
        original.asSent().faults().stream().filter(ClaimText::ofLevel).forEach(faults::add);
        read.asSent().faults().stream().filter(fault -> !ofLevel(fault)).forEach(faults::add);
        return faults;
    }

    private static boolean ofLevel(GuideFault fault) {
        return fault.segment().equals("HL");
    }
}
