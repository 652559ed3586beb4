package org.hearth.x12.guide;

import java.util.ArrayList;
import java.util.List;
import org.hearth.x12.segment.Segment;

/**
 * Compares a transaction set with the 837I, version 005010X223A2, segment by segment. It holds the loops that the segment at hand is in, so
 * what it needs does not grow with the file.
 */
public final class GuideCheck {

    private final Guide guide = Guide.INSTITUTIONAL;
    private final GuideFaults faults;
    private final List<Frame> open = new ArrayList<>();
    private final Levels levels = new Levels();
    private String claimId;
    private int claims;
    private boolean passing;
    private final boolean[] faulty = new boolean[2];

    /** @param faults is told each departure, in the order of the segments */
    public GuideCheck(GuideFaults faults) {
        this.faults = faults;
    }

    /**
     * Goes on inside a transaction set, outside of its claims.
     *
     * @param state what another knew there; which of the claims before depart from the guide is not among it
     */
    public void resume(GuideState state) {
        open.clear();
        for (GuideState.OpenLoop loop : state.open()) {
            open.add(new Frame(guide.loop(loop.id()), loop.counts().clone(), loop.rank()));
        }
        levels.resume(state.levels());
        claims = state.claims();
        passing = state.passing();
    }

    /** What it knows of the loops above claims, for another to go on with. Not to be asked {@link #isInClaim in a claim}. */
    public GuideState state() {
        return new GuideState(
                open.stream()
                        .map(frame -> new GuideState.OpenLoop(frame.loop.id(), frame.counts.clone(), frame.rank))
                        .toList(),
                levels.state(),
                claims,
                passing);
    }

    /** Whether the loop of a claim is open. */
    public boolean isInClaim() {
        for (int depth = open.size() - 1; depth >= 0; depth--) {
            if (open.get(depth).loop.id().equals(GuideLoop.CLAIM)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the next segment, left out, would change nothing of what is known above claims: one that stands in claims
     * alone, while a claim is open, and opens no loop there or the one at hand anew.
     */
    public boolean canDoWithout(String tag) {
        return guide.isOfClaims(tag)
                && isInClaim()
                && (guide.opensNone(tag) || top().loop.isOpenedByAny(tag));
    }

    /** Begins a transaction set at its ST segment. */
    public void begin(Segment st) {
        open.clear();
        levels.clear();
        claimId = null;
        claims = 0;
        passing = false;
        open.add(new Frame(guide.header()));
        next(st);
    }

    /** Takes in the next segment. */
    public void next(Segment segment) {
        boolean isClaim = segment.tag().equals("CLM");
        if (passing && !isClaim && !segment.tag().equals("HL")) {
            return;
        }
        Frame top = top();
        int own = top.loop.own(segment);
        if (own >= 0) {
            accept(top, own, segment);
            return;
        }
        for (int depth = open.size() - 1; depth >= 0; depth--) {
            int opened = open.get(depth).loop.opened(segment);
            if (opened >= 0) {
                passing = false;
                closeTo(depth, segment.position());
                accept(open.get(depth), opened, segment);
                return;
            }
        }
        if (isClaim) {
            claims++;
            faulty[claims & 1] = true;
        }
        if (!passing) {
            misplaced(segment);
            // a level or claim without a place takes what is below it along: one fault, not one for each segment
            passing = isClaim || segment.tag().equals("HL");
        }
    }

    /**
     * Ends the claim at hand, of which the next segment is none, so that all that it lacks is told before that is read.
     *
     * @param position which segment of the transaction set the next one is
     */
    public void endClaim(int position) {
        for (int depth = open.size() - 1; depth >= 0; depth--) {
            if (open.get(depth).loop.id().equals(GuideLoop.CLAIM)) {
                closeTo(depth - 1, position);
                return;
            }
        }
    }

    /** Ends the transaction set at its SE segment. */
    public void end(Segment se) {
        closeTo(-1, se.position());
    }

    /**
     * Whether a claim departs from the guide, as far as it was read.
     *
     * @param ordinal which claim of the transaction set, from 1: the last one begun or the one before it
     */
    public boolean isFaulty(int ordinal) {
        return faulty[ordinal & 1];
    }

    /** How many claims of the transaction set were begun so far, at a place of the guide or not. */
    public int claims() {
        return claims;
    }

    private Frame top() {
        return open.get(open.size() - 1);
    }

    private void accept(Frame frame, int index, Segment segment) {
        SegmentRule rule = frame.loop.rule(index);
        int rank = frame.loop.rank(index);
        String code = null;
        if (rank < frame.rank) {
            code = "7";
        } else {
            frame.advance(rank, segment.position());
        }
        boolean opensLoop = index >= frame.loop.ownSegments();
        if (++frame.counts[index] > rule.repeat()) {
            code = opensLoop ? "4" : "5";
        }
        GuideLoop loop = frame.loop;
        if (opensLoop) {
            loop = frame.loop.child(index);
            open.add(new Frame(loop));
            if (loop.id().equals(GuideLoop.CLAIM)) {
                beginClaim(segment);
            }
        }
        if (code != null) {
            found(segment.tag(), segment.position(), loop, code, List.of());
        }
        List<ElementFault> elements = ElementCheck.faults(segment, rule, loop.namesPatient());
        if (segment.tag().equals("HL")) {
            levels.check(segment, elements);
        }
        if (!elements.isEmpty()) {
            found(segment.tag(), segment.position(), loop, "8", elements);
        }
    }

    private void beginClaim(Segment clm) {
        claimId = clm.text(1);
        claims++;
        faulty[claims & 1] = false;
    }

    /** A segment that neither belongs to the loop at hand nor opens one. */
    private void misplaced(Segment segment) {
        GuideLoop loop = top().loop;
        if (!guide.knows(segment.tag())) {
            found(segment.tag(), segment.position(), loop, "1", List.of());
            return;
        }
        for (int depth = open.size() - 2; depth >= 0; depth--) {
            Frame frame = open.get(depth);
            int own = frame.loop.own(segment);
            if (own >= 0) {
                frame.counts[own]++;
                found(segment.tag(), segment.position(), frame.loop, "7", List.of());
                return;
            }
        }
        for (int depth = open.size() - 1; depth >= 0; depth--) {
            if (open.get(depth).loop.hasTag(segment.tag())) {
                unknownQualifier(segment, open.get(depth).loop);
                return;
            }
        }
        found(segment.tag(), segment.position(), loop, "2", List.of());
    }

    private void unknownQualifier(Segment segment, GuideLoop loop) {
        int element = SegmentRule.qualifierElement(segment.tag());
        boolean composite = segment.tag().equals("HI");
        String qualifier = segment.text(element);
        ElementFault fault = new ElementFault(
                element,
                composite ? 1 : 0,
                guide.qualifierReference(segment.tag()),
                qualifier == null ? "1" : "I6",
                qualifier);
        found(segment.tag(), segment.position(), loop, "8", List.of(fault));
    }

    /** Closes the loops above a depth. */
    private void closeTo(int depth, int position) {
        while (open.size() - 1 > depth) {
            Frame frame = open.remove(open.size() - 1);
            frame.advance(Integer.MAX_VALUE, position);
            if (frame.loop.id().equals(GuideLoop.CLAIM)) {
                claimId = null;
            }
        }
    }

    private void found(String tag, int position, GuideLoop loop, String code, List<ElementFault> elements) {
        if (claimId != null || loop.id().equals(GuideLoop.CLAIM)) {
            faulty[claims & 1] = true;
        }
        faults.found(tag, position, loop.id(), code, claimId, elements);
    }

    /** A loop that is open, and what of it came so far. */
    private final class Frame {

        private final GuideLoop loop;
        private final int[] counts;
        private int rank;

        Frame(GuideLoop loop) {
            this(loop, new int[loop.size()], 0);
        }

        Frame(GuideLoop loop, int[] counts, int rank) {
            this.loop = loop;
            this.counts = counts;
            this.rank = rank;
        }

        /** Goes on to a place in the loop's order; what is required before it must have come. */
        void advance(int to, int position) {
            for (int index = 0; index < counts.length; index++) {
                if (loop.rank(index) < rank || loop.rank(index) >= to) {
                    continue;
                }
                if (loop.rule(index).required() && counts[index] == 0) {
                    missing(index, position);
                }
            }
            rank = Math.max(rank, to);
        }

        private void missing(int index, int position) {
            SegmentRule rule = loop.rule(index);
            if (index >= loop.ownSegments()) {
                found(rule.tag(), position, loop.child(index), "I7", List.of());
                return;
            }
            boolean other = false;
            for (int neighbour = 0; neighbour < loop.ownSegments(); neighbour++) {
                other |= counts[neighbour] > 0 && loop.rule(neighbour).tag().equals(rule.tag());
            }
            found(rule.tag(), position, loop, other ? "I8" : "3", List.of());
        }
    }
}
