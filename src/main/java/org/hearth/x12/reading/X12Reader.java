package org.hearth.x12.reading;

import java.io.InputStream;
import java.io.Serializable;
import org.hearth.claim.Location;
import org.hearth.x12.segment.BrokenOffException;
import org.hearth.x12.segment.BrokenOffException.Reason;
import org.hearth.x12.segment.Quoted;
import org.hearth.x12.segment.Segment;
import org.hearth.x12.segment.SegmentListener;
import org.hearth.x12.segment.SegmentPoint;
import org.hearth.x12.segment.SegmentReader;

/**
 * Reads an 837I file claim by claim, in one pass: it holds the claim it is at and no other. A claim that cannot be read
 * costs that claim alone; damage to the file costs what comes after it. Nothing a file holds makes it throw.
 *
 * <p>It reads any delimiters and any number of interchanges, groups and transaction sets, and passes over whatever a
 * {@link org.hearth.claim.Claim} does not keep. Not safe for use by several threads.
 */
public final class X12Reader {

    /** How many problems and warnings of a file are listed. */
    static final int LISTED = 20;

    private static final String RESEND = "send the whole file again, from the system that wrote it";

    private static final SegmentListener UNHEARD = segment -> {
        // a reader of claims alone looks at no segment itself
    };

    private final SegmentReader segments;
    private final Segment segment;
    private final FirstProblems problems = new FirstProblems(LISTED);
    private final FirstProblems warnings = new FirstProblems(LISTED);
    private final Envelope envelope;
    private final Loops loops;
    private final ClaimAssembler claim;
    private final SegmentListener listener;
    private final Guidance guidance;

    private boolean atSegment;
    private boolean professionalReported;
    private int claims;
    private int refused;
    private X12Item.End end;

    /** Says how far a file is read, and what of it. */
    interface Guidance {

        /** Reads all of it. */
        Guidance WHOLE = offset -> true;

        /**
         * Whether to read on at a level (HL) in a transaction set of claims, whose elements are not read yet. No claim is open.
         *
         * @param offset how many bytes of the file precede it
         */
        boolean goesOn(long offset);

        /** Whether a segment of the claim that is open is passed over without a look. */
        default boolean passesOver(String tag) {
            return false;
        }
    }

    /**
     * Where inside a file reading can go on, and what is known there: at a level (HL) in a transaction set of claims.
     */
    record Inside(SegmentPoint segment, Envelope.Inside envelope, Loops.Above loops) implements Serializable {}

    /**
     * Reads from a stream, which stays the caller's to close.
     *
     * @param in the file's bytes, not compressed
     * @param file the file's name, without its folder, for locations
     */
    public X12Reader(InputStream in, String file) {
        this(in, file, UNHEARD);
    }

    /**
     * Reads the claims of a part of a file.
     *
     * @param in the file's bytes from the beginning of the part on, not compressed; the caller closes it
     * @param file the file's name, without its folder, for locations
     * @param from where the part begins; {@code null} at the file's first byte
     * @param until how many bytes of the file precede the next part; beyond the file's end for its last
     */
    public X12Reader(InputStream in, String file, ReadingPoint from, long until) {
        this(in, file, UNHEARD, from == null ? null : from.reader(), offset -> offset < until);
    }

    /**
     * Reads from a stream, and shows each segment to a listener once it was read whole.
     *
     * @param in the file's bytes, not compressed; the caller closes it
     * @param file the file's name, without its folder, for locations
     * @param listener is shown the segments that this reader passes over too
     */
    public X12Reader(InputStream in, String file, SegmentListener listener) {
        this(in, file, listener, null, Guidance.WHOLE);
    }

    /**
     * Reads a part of a file.
     *
     * @param in the file's bytes from there on, not compressed; the caller closes it
     * @param from where to go on; {@code null} at the file's first byte
     */
    X12Reader(InputStream in, String file, SegmentListener listener, Inside from, Guidance guidance) {
        this.listener = listener;
        this.guidance = guidance;
        segments = from == null ? new SegmentReader(in) : new SegmentReader(in, from.segment());
        segment = segments.segment();
        envelope = new Envelope(file, problems, warnings);
        loops = new Loops(envelope);
        claim = new ClaimAssembler(envelope, loops);
        if (from != null) {
            envelope.resume(from.envelope());
            loops.resume(from.loops());
        }
    }

    /**
     * The next claim, or why it cannot be read, or the end. Reads no further than the first segment after a claim.
     *
     * @return never {@code null}; once the end was returned, the end again
     */
    public X12Item next() {
        while (end == null) {
            X12Item item = advance();
            if (item instanceof X12Item.LocatedClaim) {
                claims++;
                return item;
            }
            if (item instanceof X12Item.Refused) {
                refused++;
                return item;
            }
        }
        return end;
    }

    /** Whether the segment read last stands in a transaction set of institutional claims. */
    boolean inClaims() {
        return envelope.inClaims();
    }

    /** Which segment of its transaction set the one at hand is. */
    int position() {
        return segment.position();
    }

    /** For another to go on with, where this one is asked whether it {@link Guidance#goesOn goes on}. */
    Inside inside() {
        return new Inside(segments.point(), envelope.inside(), loops.above());
    }

    /** Where a segment of the transaction set at hand, or an element of it, stands. */
    Location at(String tag, int position, Integer element) {
        return envelope.at(tag, position, element);
    }

    /** How many characters of the file precede the segment at hand. */
    long offset() {
        return segment.offset();
    }

    /** How many bytes of the file were read: to the end of the last segment, or to where it cannot be read on. */
    long readTo() {
        return segments.offset();
    }

    /** Reads one segment, or only as far as its tag if that ends a claim; the claim ended, or {@code null}. */
    private X12Item advance() {
        try {
            if (!atSegment) {
                if (!segments.next()) {
                    if (claims + refused == 0 && problems.first().isEmpty()) {
                        envelope.problem(
                                segment, null, "the file holds no claim (`CLM`)", "send the file with its claims");
                    }
                    end();
                    return null;
                }
                if (segment.tag().equals("ISA") && envelope.inInterchange()) {
                    damaged("an interchange begins before the one before it has its trailer (`IEA`)", RESEND);
                    return null;
                }
                atSegment = true;
                if (claim.isOpen() && endsClaim(segment.tag())) {
                    return claim.close(segment.offset());
                }
            }
            if (segment.tag().equals("HL") && envelope.inClaims() && !guidance.goesOn(segment.offset())) {
                end();
                return null;
            }
            atSegment = false;
            if (claim.isOpen() && guidance.passesOver(segment.tag())) {
                segments.passElements();
                return null;
            }
            segments.readElements();
            take();
            listener.read(segment);
        } catch (BrokenOffException e) {
            brokenOff(e);
        }
        return null;
    }

    private void end() {
        end = new X12Item.End(claims, refused, problems.first(), problems.unlisted(), warnings.first());
    }

    private static boolean endsClaim(String tag) {
        return switch (tag) {
            case "CLM", "HL", "SE", "ST", "GE", "GS", "IEA", "ISA" -> true;
            default -> false;
        };
    }

    private void take() {
        switch (segment.tag()) {
            case "ST" -> {
                envelope.read(segment);
                loops.clear();
                professionalReported = false;
            }
            case "ISA", "GS", "SE", "GE", "IEA" -> envelope.read(segment);
            default -> {
                if (!envelope.inClaims()) {
                    envelope.read(segment);
                } else if (segment.tag().equals("CLM")) {
                    openClaim();
                } else if (claim.isOpen()) {
                    claim.read(segment);
                } else {
                    loops.read(segment);
                }
            }
        }
    }

    private void openClaim() {
        envelope.claim();
        if (!claim.open(segment) && !professionalReported) {
            professionalReported = true;
            envelope.problem(
                    segment,
                    5,
                    "claim " + Quoted.identifier(claim.claimId()) + " is a professional claim (CLM05-2 is `B`)",
                    "send institutional claims (837I) only");
        }
    }

    private void brokenOff(BrokenOffException why) {
        switch (why.reason()) {
            case EMPTY -> damaged("the file is empty", "send an 837I file");
            case NO_INTERCHANGE ->
                damaged(
                        "the file does not begin with an interchange header (`ISA`)",
                        "send an 837I file, version `005010X223A2`");
            case OTHER_STANDARD -> damaged("what begins here is no X12 interchange", "send X12 files (837I) only");
            case UNREADABLE -> unreadable(why.getCause());
            case CUT_OFF -> damaged("the file ends before the interchange trailer (`IEA`)" + unfinished(), RESEND);
            case ELEMENT_TOO_LONG, SEGMENT_TOO_LONG, NO_SEGMENT -> {
                if (!envelope.inInterchange()) {
                    noInterchange();
                } else if (why.reason() == Reason.ELEMENT_TOO_LONG) {
                    damaged("an element is longer than 4,096 characters" + unfinished(), RESEND);
                } else if (why.reason() == Reason.SEGMENT_TOO_LONG) {
                    damaged("a segment is longer than 1,048,576 characters" + unfinished(), RESEND);
                } else {
                    damaged(
                            "what follows is not an X12 segment" + unfinished(),
                            "end each segment with its terminator and begin the next with its tag of two or three"
                                    + " characters");
                }
            }
        }
    }

    private void noInterchange() {
        damaged(
                envelope.interchange() == 0
                        ? "the interchange header (`ISA`) is not 106 characters long with 16 elements"
                        : "what follows the interchange is not another one",
                "write every element of ISA at its full width, and nothing between IEA and ISA");
    }

    private void unreadable(Throwable cause) {
        damaged(
                "reading stopped: "
                        + (cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage())
                        + unfinished(),
                "make a fresh copy of the file and try again");
    }

    private String unfinished() {
        return claim.isOpen() ? "; claim " + Quoted.identifier(claim.claimId()) + " was not read to its end" : "";
    }

    /** What is wrong here ends the reading of the file. */
    private void damaged(String message, String fix) {
        problems.add(new X12Problem(null, envelope.at(segment, null), segments.offset(), message, fix, false));
        end();
    }
}
