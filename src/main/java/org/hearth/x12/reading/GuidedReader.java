package org.hearth.x12.reading;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearth.claim.Claim;
import org.hearth.claim.GuideFault;
import org.hearth.finding.Shown;
import org.hearth.x12.guide.ElementFault;
import org.hearth.x12.guide.GuideCheck;
import org.hearth.x12.segment.Quoted;
import org.hearth.x12.segment.Segment;
import org.hearth.x12.segment.SegmentListener;

/**
 * Reads an 837I file as {@link X12Reader} does, and compares it with the guide on the way. A claim takes with it where its
 * segments, and those of its subscriber, depart from the guide; what stands above is told at the end. Not safe for use by
 * several threads.
 */
public final class GuidedReader {

    /** A hostile claim may have any number. */
    private static final int LISTED_OF_A_CLAIM = 100;

    /** How many errors above the claims of a file are listed. */
    static final int LISTED_OF_THE_FILE = 20;

    private static final Set<String> SUBSCRIBER_LOOPS = Set.of("2000B", "2010BA", "2010BB", "2000C", "2010CA");

    /** What an IK304 or IK403 code says, as {@link GuideFault#kind()}. */
    private static final Map<String, String> SEGMENT_KINDS = Map.of(
            "1", "unexpected segment",
            "2", "unexpected segment",
            "3", "missing segment",
            "4", "repeated segment",
            "5", "repeated segment",
            "7", "segment out of order",
            "I7", "missing segment",
            "I8", "missing segment");

    private static final Map<String, String> ELEMENT_KINDS = Map.ofEntries(
            Map.entry("1", "missing element"),
            Map.entry("2", "missing element"),
            Map.entry("3", "too many elements"),
            Map.entry("13", "too many elements"),
            Map.entry("4", "too short"),
            Map.entry("5", "too long"),
            Map.entry("6", "wrong characters"),
            Map.entry("7", "code not in the guide"),
            Map.entry("I6", "code not in the guide"),
            Map.entry("8", "no date or time"),
            Map.entry("9", "no date or time"),
            Map.entry("I10", "unused element"));

    private static final String MISSING = "missing segment";

    /** The field of a claim that stands in a segment of a loop. */
    private static final Map<String, String> FIELDS = Map.of(
            "2300 CL1", "/priority",
            "2300 HI", "/principalDiagnosis",
            "2300 DTP", "/statementFrom",
            "2010BA NM1", "/beneficiaryId",
            "2010BB NM1", "/payer");

    /** How much of a file is read. */
    interface Extent {

        /** Whether it reaches beyond a level (HL) that the reader is at, outside of claims. */
        boolean reaches(GuidedReader reader);

        /** Whether claims are put together; else what is yielded of each says no more than that there is one. */
        boolean readsClaims();
    }

    private final X12Reader reader;
    private final GuideCheck check = new GuideCheck(this::found);
    private final FirstProblems fileErrors = new FirstProblems(LISTED_OF_THE_FILE);
    private final List<GuideFault> claimFaults = new ArrayList<>();
    private final List<GuideFault> subscriberFaults = new ArrayList<>();
    private final List<Integer> linePositions = new ArrayList<>();

    private GuideFault patient;
    private boolean comparing;
    private boolean inClaim;
    private boolean subscriberHasClaim;
    private boolean leaving;
    private boolean left;

    /**
     * Reads from a stream, which stays the caller's to close.
     *
     * @param in the file's bytes, not compressed
     * @param file the file's name, without its folder, for locations
     */
    public GuidedReader(InputStream in, String file) {
        this(in, file, segment -> {
            // a reader of claims alone looks at no segment itself
        });
    }

    /**
     * Reads from a stream, and shows each segment to a listener once it was read whole.
     *
     * @param in the file's bytes, not compressed; the caller closes it
     * @param file the file's name, without its folder, for locations
     * @param listener is shown every segment
     */
    public GuidedReader(InputStream in, String file, SegmentListener listener) {
        reader = new X12Reader(in, file, segment -> {
            compare(segment);
            listener.read(segment);
        });
    }

    /**
     * Reads a part of a file: what is yielded is what a reader of the whole file yields there. Its end tells the warnings and
     * errors of the part, and what is wrong with the file as far as the part shows it.
     *
     * @param in the file's bytes from the beginning of the part on, not compressed; the caller closes it
     * @param file the file's name, without its folder, for locations
     * @param from where the part begins; {@code null} at the file's first byte
     * @param until how many bytes of the file precede the next part; beyond the file's end for its last
     */
    public GuidedReader(InputStream in, String file, ReadingPoint from, long until) {
        this(in, file, from, new Extent() {
            @Override
            public boolean reaches(GuidedReader reader) {
                return reader.offset() < until;
            }

            @Override
            public boolean readsClaims() {
                return true;
            }
        });
    }

    GuidedReader(InputStream in, String file, ReadingPoint from, Extent extent) {
        reader = new X12Reader(in, file, this::compare, from == null ? null : from.reader(), new X12Reader.Guidance() {
            @Override
            public boolean goesOn(long offset) {
                left = !extent.reaches(GuidedReader.this);
                return !left;
            }

            @Override
            public boolean passesOver(String tag) {
                return !extent.readsClaims() && check.canDoWithout(tag);
            }
        });
        if (from != null) {
            check.resume(from.guide());
            comparing = true;
            subscriberFaults.addAll(from.subscriberFaults());
            patient = from.patient();
            subscriberHasClaim = from.subscriberHasClaim();
        }
    }

    /** Whether another can go on where this one is: no claim is open for the guide either. */
    boolean canBeLeft() {
        return !check.isInClaim();
    }

    /** For another to go on with, at a level (HL) where this one {@link #canBeLeft can be left}. */
    ReadingPoint point() {
        return new ReadingPoint(reader.inside(), check.state(), subscriberFaults, patient, subscriberHasClaim);
    }

    /**
     * The next claim with its departures from the guide, or why it cannot be read, or the end. Reads no further than the
     * first segment after a claim.
     *
     * @return never {@code null}; once the end was returned, the end again
     */
    public X12Item next() {
        X12Item item = reader.next();
        if (item instanceof X12Item.End end) {
            if (!left) {
                leaveSubscriber();
            }
            return new X12Item.End(
                    end.claims(), end.refused(), end.problems(), end.unlisted(), end.warnings(), fileErrors.first());
        }
        check.endClaim(reader.position());
        inClaim = false;
        if (!(item instanceof X12Item.LocatedClaim read)
                || claimFaults.isEmpty() && subscriberFaults.isEmpty() && patient == null) {
            return item;
        }
        List<GuideFault> faults = new ArrayList<>(subscriberFaults);
        if (patient != null) {
            faults.add(patient);
        }
        faults.addAll(claimFaults);
        Claim claim = read.claim().toBuilder().faults(faults).build();
        return new X12Item.LocatedClaim(claim);
    }

    /** How many bytes of the file precede the segment at hand: after a claim, the first one that is not the claim's. */
    public long offset() {
        return reader.offset();
    }

    /** Once the end was returned, how many bytes of the file precede the next part, or were read of a file that has none. */
    public long end() {
        return left ? reader.offset() : reader.readTo();
    }

    private void compare(Segment segment) {
        leaving = segment.tag().equals("SE") || segment.tag().equals("HL") && !segment.is(3, "23");
        switch (segment.tag()) {
            case "ST" -> {
                comparing = reader.inClaims();
                if (comparing) {
                    subscriberHasClaim = true;
                    check.begin(segment);
                }
            }
            case "SE" -> {
                // the reader has left the transaction set by now
                if (comparing) {
                    leaveSubscriber();
                    check.end(segment);
                }
                comparing = false;
            }
            case "ISA", "GS", "GE", "IEA" -> comparing = false;
            default -> {
                if (comparing) {
                    inside(segment);
                }
            }
        }
    }

    private void inside(Segment segment) {
        switch (segment.tag()) {
            case "CLM" -> {
                inClaim = true;
                subscriberHasClaim = true;
                claimFaults.clear();
                linePositions.clear();
            }
            case "HL" -> {
                inClaim = false;
                if (leaving) {
                    leaveSubscriber();
                    subscriberHasClaim = !segment.is(3, "22");
                } else {
                    patientLevel(segment);
                }
            }
            case "LX" -> linePositions.add(segment.position());
            default -> {
                // belongs to what is open
            }
        }
        check.next(segment);
    }

    /** A patient below the subscriber, in the place of the one before. */
    private void patientLevel(Segment hl) {
        patient = new GuideFault(
                GuideFault.PATIENT_LEVEL, "HL", "2000C", 0, 0, null, -1, null, reader.at("HL", hl.position(), null));
    }

    /** What departs from the guide in a subscriber's loops is the file's where no claim takes it along. */
    private void leaveSubscriber() {
        if (!subscriberHasClaim) {
            subscriberFaults.forEach(this::addToFile);
        }
        subscriberFaults.clear();
        patient = null;
    }

    private void found(
            String segment, int position, String loop, String code, String claimId, List<ElementFault> elements) {
        boolean missing = MISSING.equals(SEGMENT_KINDS.get(code));
        if (elements.isEmpty()) {
            String field = missing ? FIELDS.get(loop + " " + segment) : null;
            add(
                    new GuideFault(
                            SEGMENT_KINDS.get(code),
                            segment,
                            loop,
                            0,
                            0,
                            null,
                            line(position, missing),
                            field,
                            reader.at(segment, position, null)),
                    claimId,
                    missing);
        }
        for (ElementFault element : elements) {
            boolean shown = element.value() != null && Quoted.isHarmless(element.value());
            add(
                    new GuideFault(
                            ELEMENT_KINDS.get(element.code()),
                            segment,
                            loop,
                            element.element(),
                            element.component(),
                            shown ? Shown.escaped(element.value()) : null,
                            line(position, false),
                            null,
                            reader.at(segment, position, element.element())),
                    claimId,
                    false);
        }
    }

    /** The service line that a position stands in, by its index; what is missing stands before it. */
    private int line(int position, boolean missing) {
        int index = linePositions.size() - 1;
        while (index >= 0 && linePositions.get(index) + (missing ? 1 : 0) > position) {
            index--;
        }
        return inClaim ? index : -1;
    }

    private void add(GuideFault fault, String claimId, boolean missing) {
        boolean ofClaim = claimId != null || inClaim && fault.segment().equals("CLM") && !missing;
        if (ofClaim) {
            if (claimFaults.size() < LISTED_OF_A_CLAIM) {
                claimFaults.add(fault);
            }
        } else if (SUBSCRIBER_LOOPS.contains(fault.loop()) && !(leaving && missing)) {
            if (subscriberFaults.size() < LISTED_OF_A_CLAIM) {
                subscriberFaults.add(fault);
            }
        } else if (!fault.loop().equals("2300")) {
            addToFile(fault);
        }
    }

    private void addToFile(GuideFault fault) {
        String name = fault.element() == 0
                ? "segment `" + fault.segment() + "`"
                : "element " + fault.element() + (fault.component() == 0 ? "" : "-" + fault.component())
                        + " of segment `" + fault.segment() + "`";
        fileErrors.add(new X12Problem(
                null,
                fault.at(),
                reader.offset(),
                "by the guide, " + name + " of loop " + fault.loop() + ": " + fault.kind()
                        + (fault.value() == null ? "" : " `" + fault.value() + "`"),
                "have the system that wrote the file follow the 837I guide (005010X223A2); a payer may refuse the whole"
                        + " file for it",
                missingKind(fault)));
    }

    private static boolean missingKind(GuideFault fault) {
        return fault.kind().startsWith("missing");
    }
}
