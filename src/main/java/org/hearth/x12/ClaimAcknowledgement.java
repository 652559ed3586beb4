package org.hearth.x12;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Evaluation;

/**
 * Writes the 277CA (005010X214) for a file as it is read: one transaction set for each 837 transaction set that the 999
 * does not reject.
 *
 * <p>A claim is accepted or rejected; there is no third, so warnings never appear. Claims are written as they are
 * settled, at the segment after their last one, and held until their transaction set ends, as its totals stand first.
 */
final class ClaimAcknowledgement implements SegmentListener {

    static final String VERSION = "005010X214";

    private static final int COPY = 1 << 13;

    private final ReceivedFile received;
    private final AnswerFile answer;
    private final ImplementationAcknowledgement syntax;
    private final ReceivedSet set = new ReceivedSet();
    private final ClaimNotes notes = new ClaimNotes();
    private final Parties parties = new Parties();
    private final List<Provider> providers = new ArrayList<>();

    private Totals totals;
    private HeldText held;
    private SegmentWriter body;
    private boolean newProvider;
    private int levels;
    private int claims;
    private boolean unsettled;
    private ClaimVerdict verdict;

    ClaimAcknowledgement(ReceivedFile received, AnswerFile answer, ImplementationAcknowledgement syntax) {
        this.received = received;
        this.answer = answer;
        this.syntax = syntax;
    }

    /** What was found on the claim last read. */
    void evaluated(Claim claim, Evaluation evaluation) {
        verdict = ClaimVerdict.of(claim, evaluation);
    }

    /** The claim last read cannot be read. */
    void refused(X12Item.Refused claim) {
        verdict = ClaimVerdict.of(claim);
    }

    @Override
    public void read(Segment segment) {
        String tag = segment.tag();
        switch (tag) {
            case "ISA", "GS", "ST", "GE", "IEA" -> envelope(segment);
            case "SE" -> {
                if (set.isOpen()) {
                    settle();
                    close(segment);
                }
            }
            default -> {
                if (set.isOpen() && set.isInstitutional()) {
                    if (tag.equals("CLM") || tag.equals("HL")) {
                        settle();
                    }
                    notes.read(segment);
                    if (tag.equals("CLM")) {
                        claims++;
                        unsettled = true;
                    } else if (!notes.inClaim()) {
                        newProvider |= tag.equals("HL") && segment.is(3, "20");
                        parties.read(segment);
                    }
                }
            }
        }
    }

    /** Ends the answer to an interchange, or to what could be read of it. */
    void end() {
        drop();
        answer.closeInterchange();
    }

    private void envelope(Segment segment) {
        drop();
        switch (segment.tag()) {
            case "GS", "GE" -> answer.closeGroup();
            case "ST" -> {
                set.open(segment, received.groupVersion());
                open();
            }
            default -> answer.closeInterchange();
        }
    }

    private void open() {
        notes.clear();
        parties.clear(received);
        providers.clear();
        totals = new Totals();
        held = new HeldText();
        body = new SegmentWriter(held.in());
        newProvider = true;
        levels = 2;
        claims = 0;
        unsettled = false;
        verdict = null;
    }

    /** A transaction set without a trailer is rejected, by the 999. */
    private void drop() {
        if (set.isOpen()) {
            set.close(null);
            held = null;
        }
    }

    /** Writes the claim last read, now that it was looked at from end to end. */
    private void settle() {
        if (!unsettled) {
            return;
        }
        unsettled = false;
        // the reader passes over professional claims, which are to be rejected all the same
        ClaimVerdict settled = verdict == null ? ClaimVerdict.PROFESSIONAL : verdict;
        verdict = null;
        if (newProvider) {
            newProvider = false;
            providers.add(new Provider(++levels, parties.provider(), body));
        }
        Provider provider = providers.get(providers.size() - 1);
        provider.totals.add(settled.isAccepted(), notes.charge());
        totals.add(settled.isAccepted(), notes.charge());
        settled.write(body, notes, ++levels, provider.level, answer.day(), syntax.isFaulty(claims));
        provider.endCharacter = body.characters();
        provider.endSegment = body.segments();
    }

    private void close(Segment se) {
        boolean taken = set.close(se).isEmpty();
        Reader written = held.read();
        if (taken) {
            answer.openSet("277");
            SegmentWriter out = answer.out();
            String reference = answer.reference();
            out.write("BHT", "0085", "08", reference, answer.day(), answer.time(), "TH");
            out.write("HL", 1, null, "20", 1);
            parties.receiver().write(out, "PR");
            out.write("TRN", 1, reference);
            out.write("DTP", "050", "D8", answer.day());
            out.write("DTP", "009", "D8", answer.day());
            out.write("HL", 2, 1, "21", providers.isEmpty() ? 0 : 1);
            parties.submitter().write(out, "41");
            out.write("TRN", 2, parties.reference());
            out.write("STC", ClaimStatus.RECEIVED.composite(), answer.day(), "WQ", totals.charges());
            totals.write(out, "90", "AA");
            for (Provider provider : providers) {
                out.write("HL", provider.level, 2, "19", 1);
                provider.party.write(out, "85");
                out.write("TRN", 1, 0);
                out.write("STC", ClaimStatus.RECEIVED.composite(), null, "WQ", provider.totals.charges());
                provider.totals.write(out, "QA", "QC");
                copy(written, provider, out);
            }
            answer.closeSet();
        }
        held = null;
    }

    private static void copy(Reader written, Provider provider, SegmentWriter out) {
        char[] buffer = new char[COPY];
        long left = provider.endCharacter - provider.firstCharacter;
        try {
            while (left > 0) {
                int read = written.read(buffer, 0, (int) Math.min(left, COPY));
                left -= read;
                out.writeAgain(new String(buffer, 0, read), 0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.writeAgain("", provider.endSegment - provider.firstSegment);
    }

    /** A billing provider with claims, and where those claims stand in the text held. */
    private static final class Provider {

        private final int level;
        private final Parties.Party party;
        private final long firstCharacter;
        private final int firstSegment;
        private final Totals totals = new Totals();
        private long endCharacter;
        private int endSegment;

        Provider(int level, Parties.Party party, SegmentWriter body) {
            this.level = level;
            this.party = party;
            firstCharacter = body.characters();
            firstSegment = body.segments();
        }
    }
}
