package org.hearth.x12.acknowledgement;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import org.hearth.x12.reading.X12Item;
import org.hearth.x12.segment.Segment;
import org.hearth.x12.segment.SegmentListener;

/**
 * Writes the 277CA (005010X214) for a file as it is read: one transaction set for each 837 transaction set that the 999
 * does not reject.
 *
 * <p>A claim is accepted or rejected; there is no third, so warnings never appear. A claim is settled at the segment after
 * its last one, written once it was answered too, which may be later, and held until its transaction set ends, as the
 * totals stand first.
 */
final class ClaimAcknowledgement implements SegmentListener {

    static final String VERSION = "005010X214";

    private static final int COPY = 1 << 13;

    private final ReceivedFile received;
    private final AnswerFile answer;
    private final ImplementationAcknowledgement syntax;
    private final AnsweredFile.Answers answers;
    private final Supplier<Held> holding;
    private final ReceivedSet set = new ReceivedSet();
    private final Queue<X12Item> unanswered = new ArrayDeque<>();
    private final Queue<ClaimVerdict> verdicts = new ArrayDeque<>();
    private final Queue<Settled> settled = new ArrayDeque<>();
    private final Parties parties = new Parties();
    private final List<Provider> providers = new ArrayList<>();

    private ClaimNotes notes = new ClaimNotes();
    private Totals totals;
    private Held held;
    private Writer heldText;
    private SegmentWriter body;
    private boolean newProvider;
    private int levels;
    private int claims;
    private boolean unsettled;
    private boolean yielded;

    /** @param holding what holds the claims of a transaction set until it ends, one for each */
    ClaimAcknowledgement(
            ReceivedFile received,
            AnswerFile answer,
            ImplementationAcknowledgement syntax,
            AnsweredFile.Answers answers,
            Supplier<Held> holding) {
        this.received = received;
        this.answer = answer;
        this.syntax = syntax;
        this.answers = answers;
        this.holding = holding;
    }

    /** The claim last read was given to whoever judges it. */
    void yielded(X12Item claim) {
        unanswered.add(claim);
        yielded = true;
    }

    /**
     * What the first claim without an answer came to.
     *
     * @param verdict {@code null} if it could not be read or not be judged
     */
    void answered(ClaimVerdict verdict) {
        X12Item claim = unanswered.remove();
        if (verdict != null) {
            verdicts.add(verdict);
        } else {
            verdicts.add(claim instanceof X12Item.Refused refused ? ClaimVerdict.of(refused) : ClaimVerdict.UNJUDGED);
        }
        writeSettled();
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
            case "GS", "GE" -> {
                set.beginGroup();
                answer.closeGroup();
            }
            case "ST" -> {
                set.open(segment, received.groupVersion());
                open();
            }
            default -> answer.closeInterchange();
        }
    }

    private void open() {
        notes = new ClaimNotes();
        parties.clear(received);
        providers.clear();
        totals = new Totals();
        held = holding.get();
        heldText = new BufferedWriter(new OutputStreamWriter(held.in(), StandardCharsets.UTF_8), COPY);
        body = new SegmentWriter(heldText);
        newProvider = true;
        levels = 2;
        claims = 0;
        unsettled = false;
        yielded = false;
    }

    private void await() {
        try {
            answers.await();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A transaction set without a trailer is rejected, by the 999. */
    private void drop() {
        await();
        settled.clear();
        verdicts.clear();
        if (set.isOpen()) {
            set.close(null, false);
            held = null;
        }
    }

    /** Notes what there is to say of the claim last read, now that it was looked at from end to end. */
    private void settle() {
        if (!unsettled) {
            return;
        }
        unsettled = false;
        if (newProvider) {
            newProvider = false;
            providers.add(new Provider(++levels, parties.provider()));
        }
        Provider provider = providers.get(providers.size() - 1);
        settled.add(new Settled(provider, ++levels, notes, syntax.isFaulty(claims), yielded));
        yielded = false;
        notes = notes.next();
        writeSettled();
    }

    /** Writes the claims that are settled and answered. */
    private void writeSettled() {
        while (!settled.isEmpty() && (!settled.peek().judged || !verdicts.isEmpty())) {
            Settled claim = settled.remove();
            // the reader passes over professional claims, which are to be rejected all the same
            ClaimVerdict verdict = claim.judged ? verdicts.remove() : ClaimVerdict.PROFESSIONAL;
            claim.provider.begin(body);
            claim.provider.totals.add(verdict.isAccepted(), claim.notes.charge());
            totals.add(verdict.isAccepted(), claim.notes.charge());
            verdict.write(body, claim.notes, claim.level, claim.provider.level, answer.day(), claim.faulty);
            claim.provider.end(body);
        }
    }

    private void close(Segment se) {
        await();
        boolean taken = set.close(se, claims == 0).isEmpty();
        Reader written = written();
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
            out.write("HL", 2, 1, "21", 1);
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

    private Reader written() {
        try {
            heldText.close();
            return new InputStreamReader(held.read(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /**
     * A claim that was looked at from end to end.
     *
     * @param level its number (HL01)
     * @param faulty whether the 999 tells faults of it
     * @param judged whether a verdict on it comes; else it is a professional claim
     */
    private record Settled(Provider provider, int level, ClaimNotes notes, boolean faulty, boolean judged) {}

    /** A billing provider with claims, and where those claims stand in the text held. */
    private static final class Provider {

        private final int level;
        private final Parties.Party party;
        private final Totals totals = new Totals();
        private boolean begun;
        private long firstCharacter;
        private int firstSegment;
        private long endCharacter;
        private int endSegment;

        Provider(int level, Parties.Party party) {
            this.level = level;
            this.party = party;
        }

        void begin(SegmentWriter body) {
            if (!begun) {
                begun = true;
                firstCharacter = body.characters();
                firstSegment = body.segments();
            }
        }

        void end(SegmentWriter body) {
            endCharacter = body.characters();
            endSegment = body.segments();
        }
    }
}
