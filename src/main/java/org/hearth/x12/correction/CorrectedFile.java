package org.hearth.x12.correction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hearth.claim.Claim;
import org.hearth.data.Retained;
import org.hearth.x12.reading.GuidedReader;
import org.hearth.x12.reading.X12Item;
import org.hearth.x12.segment.BrokenOffException;
import org.hearth.x12.segment.Delimiters;
import org.hearth.x12.segment.Segment;
import org.hearth.x12.segment.SegmentScanner;

/**
 * An 837I file that is read claim by claim and written again on the way, byte by byte as it was but for the claims that are
 * changed meanwhile and the count of segments in the trailer of their transaction set (SE01). It holds the claim at hand
 * and what stands above it. Not safe for use by several threads.
 */
public final class CorrectedFile {

    private static final int MOST_OF_A_CLAIM = 16 << 20;
    private static final int MOST_ABOVE = 1 << 20;
    private static final String SHARED =
            "it stands in the subscriber's loops, which other claims of the file share; change it in the system that"
                    + " writes the file";

    /** The levels that do not stand below a subscriber. */
    private static final Set<String> LEVELS_BESIDE = Set.of("20", "22");

    /** Which segments come by. */
    private enum Area {
        HEADER,
        PROVIDER,
        SUBSCRIBER,
        PATIENT,
        CLAIM,
        OTHER
    }

    private final Retained in;
    private final OutputStream out;
    private final String file;
    private final GuidedReader reader;

    private final int mostOfClaim;
    private final int mostAbove;
    private final Above above;
    private List<RawSegment> subscriber = new ArrayList<>();
    private List<RawSegment> patient = new ArrayList<>();
    private List<RawSegment> claim = new ArrayList<>();
    private Delimiters delimiters;
    private Area area = Area.OTHER;
    private String open;
    private boolean subscriberHeld;
    private boolean patientHeld;
    /** Whether what is open was too long to be held, and is written as it comes. */
    private boolean passing;

    private boolean subscriberTooLong;
    private boolean patientTooLong;
    private int held;
    private int claimsOfSubscriber;
    private int added;
    private ClaimText text;
    private boolean ended;

    /**
     * @param in the file's bytes, not compressed; the caller closes it
     * @param file the file's name, without its folder, or {@code null}
     * @param out where the corrected file goes; the caller closes it
     */
    public CorrectedFile(InputStream in, String file, OutputStream out) {
        this(in, file, out, MOST_OF_A_CLAIM, MOST_ABOVE);
    }

    /**
     * @param mostOfClaim how many bytes of a claim are held, with its subscriber and patient
     * @param mostAbove how many bytes are held of what stands above subscribers, and of a subscriber with a patient
     */
    CorrectedFile(InputStream in, String file, OutputStream out, int mostOfClaim, int mostAbove) {
        this.mostOfClaim = mostOfClaim;
        this.mostAbove = mostAbove;
        above = new Above(mostAbove);
        this.in = new Retained(in);
        this.file = file;
        this.out = out;
        reader = new GuidedReader(this.in, file, this::begins);
    }

    /**
     * Writes the claim before as it now stands, and reads the next one.
     *
     * @return the next claim, or why it cannot be read, or the end, with which all of the file is written
     * @throws IOException if the file cannot be written, or not be read to its end
     */
    public X12Item next() throws IOException {
        try {
            if (text != null) {
                added += text.segments().size() - claim.size();
                added += text.subscriber().size() - subscriber.size();
                claim = text.segments();
                subscriber = text.subscriber();
                text = null;
                release();
            }
            X12Item item = reader.next();
            if (item instanceof X12Item.End) {
                end();
            } else {
                cut(reader.offset());
                open = null;
                text = item instanceof X12Item.LocatedClaim read ? text(read.claim()) : null;
            }
            return item;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The text of the claim that was read last; {@code null} if it cannot be changed. */
    public ClaimText claim() {
        return text;
    }

    /** Why the claim that was read last cannot be changed; {@code null} if it can. */
    public String refusal() {
        if (above.tooLong() || subscriberTooLong || patientTooLong) {
            return "what stands above the claims is longer than " + mostAbove
                    + " bytes, and a corrected claim could not be read back under it";
        }
        if (passing || claim.isEmpty() || !claim.get(0).is("CLM")) {
            return "the claim is longer than " + mostOfClaim + " bytes, too long to be held";
        }
        return null;
    }

    private ClaimText text(Claim read) throws IOException {
        if (refusal() != null) {
            return null;
        }
        boolean alone = claimsOfSubscriber == 1
                && subscriberHeld
                && patient.isEmpty()
                && !subscriber.get(0).value(4).equals("1")
                && !anotherFollows();
        return new ClaimText(
                delimiters,
                file,
                above.text(),
                RawSegment.raw(patient),
                alone ? null : SHARED,
                read,
                claim,
                subscriber);
    }

    /** Whether another claim of the subscriber, or a level below it, is what the file goes on with. */
    private boolean anotherFollows() throws IOException {
        RawSegment next = RawSegment.of(delimiters, latin(in.upTo(delimiters.segment(), SegmentScanner.LONGEST)));
        return next.is("CLM") || next.is("HL") && !LEVELS_BESIDE.contains(next.value(3));
    }

    /** A segment begins, so the one before it is whole. */
    private void begins(Segment segment) {
        cut(segment.offset());
        open = segment.tag();
        switch (open) {
            case "CLM" -> {
                if (area == Area.CLAIM || passing) {
                    release();
                }
            }
            case "HL" -> {
                if (!segment.is(3, "23") || area != Area.SUBSCRIBER || passing) {
                    release();
                }
            }
            case "ISA", "GS", "ST", "SE", "GE", "IEA" -> release();
            default -> {
                // belongs to what is open
            }
        }
    }

    /** Takes what was read up to a place: the segment that is open, and nothing where none is. */
    private void cut(long before) {
        String bytes = latin(in.take(before));
        if (open == null) {
            write(bytes);
        } else if (!bytes.isEmpty()) {
            if (open.equals("ISA")) {
                delimiters = delimiters(bytes);
            }
            if (delimiters == null) {
                write(bytes);
            } else {
                put(RawSegment.of(delimiters, bytes));
            }
        }
    }

    /** Those that an interchange header sets. */
    private static Delimiters delimiters(String isa) {
        SegmentScanner scanner =
                new SegmentScanner(new ByteArrayInputStream(isa.getBytes(StandardCharsets.ISO_8859_1)));
        try {
            scanner.next();
        } catch (BrokenOffException e) {
            throw new IllegalStateException("the header was read before", e);
        }
        return scanner.delimiters();
    }

    private void put(RawSegment segment) {
        switch (open) {
            case "ISA" -> envelope(0, segment);
            case "GS" -> envelope(1, segment);
            case "ST" -> {
                added = 0;
                envelope(2, segment);
            }
            case "SE" -> write(counted(segment).raw());
            case "GE", "IEA" -> write(segment.raw());
            case "HL" -> level(segment);
            case "CLM" -> {
                area = Area.CLAIM;
                claimsOfSubscriber++;
                hold(segment, claim);
            }
            default -> inside(segment);
        }
    }

    private void envelope(int place, RawSegment segment) {
        above.begins(place, segment);
        withoutSubscriber();
        area = Area.HEADER;
        write(segment.raw());
    }

    private void level(RawSegment hl) {
        switch (hl.value(3)) {
            case "20" -> {
                area = Area.PROVIDER;
                above.withoutProvider();
                withoutSubscriber();
                inside(hl);
            }
            case "22" -> {
                area = Area.SUBSCRIBER;
                withoutSubscriber();
                subscriberHeld = true;
                claimsOfSubscriber = 0;
                inside(hl);
            }
            case "23" -> {
                area = Area.PATIENT;
                patient = new ArrayList<>();
                patientTooLong = false;
                patientHeld = true;
                inside(hl);
            }
            default -> {
                area = Area.OTHER;
                inside(hl);
            }
        }
    }

    private void withoutSubscriber() {
        subscriber = new ArrayList<>();
        subscriberTooLong = false;
        patient = new ArrayList<>();
        patientTooLong = false;
    }

    private void inside(RawSegment segment) {
        switch (area) {
            case HEADER -> {
                above.header(segment);
                write(segment.raw());
            }
            case PROVIDER -> {
                above.provider(segment);
                write(segment.raw());
            }
            case SUBSCRIBER -> hold(segment, subscriber);
            case PATIENT -> hold(segment, patient);
            case CLAIM -> hold(segment, claim);
            case OTHER -> write(segment.raw());
        }
    }

    private void hold(RawSegment segment, List<RawSegment> kept) {
        if (passing) {
            write(segment.raw());
            return;
        }
        kept.add(segment);
        held += segment.length();
        if (held > (area == Area.CLAIM ? mostOfClaim : mostAbove)) {
            release();
            passing = true;
            subscriberTooLong |= area == Area.SUBSCRIBER;
            patientTooLong |= area == Area.PATIENT;
        }
    }

    /** Writes what is held. */
    private void release() {
        if (subscriberHeld) {
            write(RawSegment.raw(subscriber));
        }
        if (patientHeld) {
            write(RawSegment.raw(patient));
        }
        write(RawSegment.raw(claim));
        subscriberHeld = false;
        patientHeld = false;
        claim = new ArrayList<>();
        held = 0;
        passing = false;
    }

    private RawSegment counted(RawSegment se) {
        String sent = se.value(1);
        if (added == 0 || !sent.matches("\\d{1,9}")) {
            return se;
        }
        StringBuilder count = new StringBuilder().append(Integer.parseInt(sent) + added);
        while (sent.startsWith("0") && count.length() < sent.length()) {
            count.insert(0, '0');
        }
        return se.with(1, count.toString());
    }

    private void end() throws IOException {
        if (ended) {
            return;
        }
        ended = true;
        // the last segment that was read whole, and then whatever follows
        byte[] rest = in.takeAll();
        if (open != null && delimiters != null) {
            String bytes = latin(rest);
            int end = bytes.indexOf(delimiters.segment());
            if (end >= 0) {
                put(RawSegment.of(delimiters, bytes.substring(0, end + 1)));
                release();
                write(bytes.substring(end + 1));
                rest = new byte[0];
            }
        }
        if (rest.length > 0) {
            release();
            out.write(rest);
        }
        byte[] buffer = new byte[1 << 14];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            out.write(in.takeAll());
        }
    }

    private void write(String bytes) {
        if (bytes.isEmpty()) {
            return;
        }
        try {
            out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
