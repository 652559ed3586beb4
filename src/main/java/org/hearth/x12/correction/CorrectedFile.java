package org.hearth.x12.correction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
    private static final int MOST_SEGMENTS_ABOVE = 10_000;
    private static final String SHARED =
            "it stands in the subscriber's loops, which other claims of the file share; change it in the system that"
                    + " writes the file";

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

    private final List<RawSegment> header = new ArrayList<>();
    private final List<RawSegment> provider = new ArrayList<>();
    private List<RawSegment> subscriber = new ArrayList<>();
    private List<RawSegment> patient = new ArrayList<>();
    private List<RawSegment> claim = new ArrayList<>();
    private Delimiters delimiters;
    private Area area = Area.OTHER;
    private String open;
    private boolean subscriberHeld;
    private boolean patientHeld;
    private boolean partial;
    private boolean aboveTooLong;
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

    /** The text of the claim that was read last; {@code null} if it is too large to be held. */
    public ClaimText claim() {
        return text;
    }

    private ClaimText text(Claim read) {
        if (partial || aboveTooLong || claim.isEmpty() || !claim.get(0).is("CLM")) {
            return null;
        }
        boolean alone = claimsOfSubscriber == 1
                && subscriberHeld
                && patient.isEmpty()
                && !in.isBefore("CLM")
                && !subscriber.get(0).value(4).equals("1");
        return new ClaimText(
                delimiters,
                file,
                raw(header) + raw(provider),
                raw(patient),
                alone ? null : SHARED,
                read,
                claim,
                subscriber);
    }

    private static String raw(List<RawSegment> segments) {
        StringBuilder raw = new StringBuilder();
        segments.forEach(segment -> raw.append(segment.raw()));
        return raw.toString();
    }

    /** A segment begins, so the one before it is whole. */
    private void begins(Segment segment) {
        cut(segment.offset());
        open = segment.tag();
        switch (open) {
            case "CLM" -> {
                if (area == Area.CLAIM || partial) {
                    release();
                }
            }
            case "HL" -> {
                if (!segment.is(3, "23") || area != Area.SUBSCRIBER) {
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
            case "ISA" -> above(0, segment);
            case "GS" -> above(1, segment);
            case "ST" -> {
                added = 0;
                above(2, segment);
            }
            case "SE" -> write(counted(segment).raw());
            case "GE", "IEA" -> write(segment.raw());
            case "HL" -> level(segment);
            case "CLM" -> {
                area = Area.CLAIM;
                claimsOfSubscriber++;
                claim.add(segment);
                hold(segment);
            }
            default -> inside(segment);
        }
    }

    /** A segment of the envelope, with which another header begins. */
    private void above(int place, RawSegment segment) {
        while (header.size() > place) {
            header.remove(header.size() - 1);
        }
        header.add(segment);
        provider.clear();
        subscriber = new ArrayList<>();
        patient = new ArrayList<>();
        aboveTooLong = false;
        area = Area.HEADER;
        write(segment.raw());
    }

    private void level(RawSegment hl) {
        switch (hl.value(3)) {
            case "20" -> {
                area = Area.PROVIDER;
                provider.clear();
                subscriber = new ArrayList<>();
                patient = new ArrayList<>();
                inside(hl);
            }
            case "22" -> {
                area = Area.SUBSCRIBER;
                subscriber = new ArrayList<>();
                patient = new ArrayList<>();
                subscriberHeld = true;
                claimsOfSubscriber = 0;
                inside(hl);
            }
            case "23" -> {
                area = Area.PATIENT;
                patient = new ArrayList<>();
                patientHeld = true;
                inside(hl);
            }
            default -> {
                area = Area.OTHER;
                inside(hl);
            }
        }
    }

    private void inside(RawSegment segment) {
        switch (area) {
            case HEADER -> {
                keepAbove(header, segment);
                write(segment.raw());
            }
            case PROVIDER -> {
                keepAbove(provider, segment);
                write(segment.raw());
            }
            case SUBSCRIBER -> {
                subscriber.add(segment);
                hold(segment);
            }
            case PATIENT -> {
                patient.add(segment);
                hold(segment);
            }
            case CLAIM -> {
                claim.add(segment);
                hold(segment);
            }
            case OTHER -> write(segment.raw());
        }
    }

    private void keepAbove(List<RawSegment> kept, RawSegment segment) {
        if (header.size() + provider.size() > MOST_SEGMENTS_ABOVE) {
            aboveTooLong = true;
        } else {
            kept.add(segment);
        }
    }

    private void hold(RawSegment segment) {
        held += segment.length();
        if (held > MOST_OF_A_CLAIM) {
            partial = true;
            release();
            partial = true;
        }
    }

    /** Writes what is held. */
    private void release() {
        if (subscriberHeld) {
            write(raw(subscriber));
        }
        if (patientHeld) {
            write(raw(patient));
        }
        write(raw(claim));
        subscriberHeld = false;
        patientHeld = false;
        claim = new ArrayList<>();
        held = 0;
        partial = false;
    }

    private RawSegment counted(RawSegment se) {
        String sent = se.value(1);
        if (added == 0 || !sent.matches("\\d{1,9}")) {
            return se;
        }
        return se.with(1, String.valueOf(Integer.parseInt(sent) + added));
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
