package org.hearth.x12;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamConstants;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferOverflowException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Reads an 837I file claim by claim, in one pass: it holds the claim it is at and no other. A claim that cannot be read
 * costs that claim alone; damage to the file costs what comes after it. Nothing a file holds makes it throw.
 *
 * <p>It reads any delimiters and any number of interchanges, groups and transaction sets, and passes over whatever a
 * {@link org.hearth.claim.Claim} does not keep. Not safe for use by several threads.
 */
public final class X12Reader {

    private static final int LISTED = 20;
    private static final String RESEND = "send the whole file again, from the system that wrote it";

    private final EdiInput input;
    private final EDIStreamReader edi;
    private final Segment segment = new Segment();
    private final Problems problems = new Problems(LISTED);
    private final Problems warnings = new Problems(LISTED);
    private final Envelope envelope;
    private final Loops loops;
    private final ClaimAssembler claim;
    private final SegmentListener listener;

    private boolean begun;
    private boolean atSegment;
    private boolean professionalReported;
    private int claims;
    private int refused;
    private X12Item.End end;

    /**
     * Reads from a stream, which stays the caller's to close.
     *
     * @param in the file's bytes, not compressed
     * @param file the file's name, without its folder, for locations
     */
    public X12Reader(InputStream in, String file) {
        this(in, file, segment -> {
            // a reader of claims alone looks at no segment itself
        });
    }

    /** Reads from a stream, and shows each segment to a listener once it was read whole. */
    X12Reader(InputStream in, String file, SegmentListener listener) {
        this.listener = listener;
        input = new EdiInput(in);
        EDIInputFactory factory = EDIInputFactory.newFactory();
        // the envelope is checked here; control characters and line ends inside a segment are left out
        factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, false);
        factory.setProperty(EDIInputFactory.EDI_IGNORE_EXTRANEOUS_CHARACTERS, true);
        try {
            edi = factory.createEDIStreamReader(input, StandardCharsets.ISO_8859_1.name());
        } catch (EDIStreamException e) {
            throw new IllegalStateException(e);
        }
        envelope = new Envelope(file, problems, warnings);
        loops = new Loops(envelope);
        claim = new ClaimAssembler(envelope, loops);
    }

    /**
     * The next claim, or why it cannot be read, or the end. Reads no further than the first segment after a claim.
     *
     * @return never {@code null}; once the end was returned, the end again
     */
    public X12Item next() {
        while (end == null) {
            X12Item item = advance();
            if (item instanceof X12Item.Read) {
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

    /** Reads one segment, or only as far as its tag if that ends a claim; the claim ended, or {@code null}. */
    private X12Item advance() {
        try {
            if (!atSegment) {
                if (!toSegment()) {
                    end();
                    return null;
                }
                atSegment = true;
                if (claim.isOpen() && endsClaim(segment.tag())) {
                    return claim.close();
                }
            }
            readElements();
            atSegment = false;
            take();
            listener.read(segment);
        } catch (Damage damage) {
            problems.add(damage.problem);
            end();
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
        if (!claim.open(segment) && !professionalReported) {
            professionalReported = true;
            envelope.problem(
                    segment,
                    5,
                    "claim " + Problems.quoteIdentifier(claim.claimId()) + " is a professional claim (CLM05-2 is `B`)",
                    "send institutional claims (837I) only");
        }
    }

    /** Goes to the tag of the next segment; whether there is one. */
    private boolean toSegment() throws Damage {
        if (!begun) {
            begun = true;
            checkBeginning();
        }
        boolean more = true;
        while (more) {
            switch (event()) {
                case START_INTERCHANGE -> {
                    if (!edi.getStandard().equals(EDIStreamConstants.Standards.X12)) {
                        throw damage("what begins here is no X12 interchange", "send X12 files (837I) only");
                    }
                }
                case START_SEGMENT -> {
                    beginSegment();
                    return true;
                }
                case END_INTERCHANGE -> more = hasNext();
                default -> {
                    // the elements of a segment that is passed over
                }
            }
        }
        return false;
    }

    private void checkBeginning() throws Damage {
        try {
            if (!input.atContent()) {
                throw damage("the file is empty", "send an 837I file");
            }
            if (!input.atInterchange()) {
                throw damage(
                        "the file does not begin with an interchange header (`ISA`)",
                        "send an 837I file, version `005010X223A2`");
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private void beginSegment() throws Damage {
        String tag = edi.getLocation().getSegmentTag();
        segment.begin(tag, envelope.count(tag), Math.max(0, offset() - tag.length() - 1));
        if (tag.equals("ISA") && envelope.inInterchange()) {
            throw damage("an interchange begins before the one before it has its trailer (`IEA`)", RESEND);
        }
    }

    private void readElements() throws Damage {
        EDIStreamEvent event = event();
        while (event != EDIStreamEvent.END_SEGMENT) {
            if (event == EDIStreamEvent.ELEMENT_DATA) {
                segment.add(edi);
            }
            event = event();
        }
    }

    private EDIStreamEvent event() throws Damage {
        try {
            return Objects.requireNonNull(edi.next());
        } catch (EDIStreamException | RuntimeException e) {
            // broken bytes make StAEDI throw unchecked exceptions too
            throw stopped(e.getCause());
        }
    }

    private boolean hasNext() throws Damage {
        try {
            return edi.hasNext();
        } catch (EDIStreamException e) {
            throw stopped(e.getCause());
        }
    }

    /** Why StAEDI could not go on. Its own words may quote the file, so they are not passed on. */
    private Damage stopped(Throwable cause) {
        if (input.failure() != null) {
            return unreadable(input.failure());
        }
        if (input.ended()) {
            return damage("the file ends before the interchange trailer (`IEA`)" + unfinished(), RESEND);
        }
        if (!envelope.inInterchange()) {
            return damage(
                    envelope.interchange() == 0
                            ? "the interchange header (`ISA`) is not 106 characters long with 16 elements"
                            : "what follows the interchange is not another one",
                    "write every element of ISA at its full width, and nothing between IEA and ISA");
        }
        if (cause instanceof BufferOverflowException) {
            return damage("an element is longer than 4,096 characters" + unfinished(), RESEND);
        }
        return damage(
                "what follows is not an X12 segment" + unfinished(),
                "end each segment with its terminator and begin the next with its tag of two or three characters");
    }

    private Damage unreadable(IOException e) {
        return damage(
                "reading stopped: " + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage())
                        + unfinished(),
                "make a fresh copy of the file and try again");
    }

    private String unfinished() {
        return claim.isOpen()
                ? "; claim " + Problems.quoteIdentifier(claim.claimId()) + " was not read to its end"
                : "";
    }

    private Damage damage(String message, String fix) {
        return new Damage(new X12Problem(null, envelope.at(segment, null), offset(), message, fix, false));
    }

    /** StAEDI counts in an int, which for files beyond 2 GB is right when read as unsigned. */
    private long offset() {
        return Integer.toUnsignedLong(edi.getLocation().getCharacterOffset()) + input.skipped();
    }

    /** What ends the reading of a file. */
    private static final class Damage extends Exception {

        private final transient X12Problem problem;

        Damage(X12Problem problem) {
            super(problem.message(), null, false, false);
            this.problem = problem;
        }
    }
}
