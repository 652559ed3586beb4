package org.hearth.x12.segment;

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
import org.hearth.x12.segment.BrokenOffException.Reason;

/**
 * Reads an X12 file segment by segment, with any delimiters. StAEDI tells the segments apart; neither it nor this class
 * knows what they mean. Not safe for use by several threads.
 */
public final class SegmentReader {

    private final EdiInput input;
    private final EDIStreamReader edi;
    private final Segment segment = new Segment();

    private boolean begun;
    private int position;

    /** @param in the file's bytes, not compressed; the caller closes it */
    public SegmentReader(InputStream in) {
        input = new EdiInput(in);
        EDIInputFactory factory = EDIInputFactory.newFactory();
        // the reader of claims checks the envelope; line ends inside a segment are left out
        factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, false);
        factory.setProperty(EDIInputFactory.EDI_IGNORE_EXTRANEOUS_CHARACTERS, true);
        try {
            edi = factory.createEDIStreamReader(input, StandardCharsets.ISO_8859_1.name());
        } catch (EDIStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The segment that the reader is at, always the same object; without a tag before the first. */
    public Segment segment() {
        return segment;
    }

    /** How many characters of the file were read. */
    public long offset() {
        // StAEDI counts in an int, which for files beyond 2 GB is right when read as unsigned
        return Integer.toUnsignedLong(edi.getLocation().getCharacterOffset()) + input.skipped();
    }

    /**
     * Goes to the tag of the next segment; its elements are still to be read.
     *
     * @return whether there is one
     */
    public boolean next() throws BrokenOffException {
        if (!begun) {
            begun = true;
            checkBeginning();
        }
        boolean more = true;
        while (more) {
            switch (event()) {
                case START_INTERCHANGE -> {
                    if (!edi.getStandard().equals(EDIStreamConstants.Standards.X12)) {
                        throw new BrokenOffException(Reason.OTHER_STANDARD, null);
                    }
                }
                case START_SEGMENT -> {
                    begin(edi.getLocation().getSegmentTag());
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

    /** Reads the elements of the segment that {@link #next()} went to. */
    public void readElements() throws BrokenOffException {
        EDIStreamEvent event = event();
        while (event != EDIStreamEvent.END_SEGMENT) {
            if (event == EDIStreamEvent.ELEMENT_DATA) {
                segment.add(edi);
            }
            event = event();
        }
    }

    private void checkBeginning() throws BrokenOffException {
        try {
            if (!input.atContent()) {
                throw new BrokenOffException(Reason.EMPTY, null);
            }
            if (!input.atInterchange()) {
                throw new BrokenOffException(Reason.NO_INTERCHANGE, null);
            }
        } catch (IOException e) {
            throw new BrokenOffException(Reason.UNREADABLE, e);
        }
    }

    private void begin(String tag) {
        segment.begin(tag, count(tag), Math.max(0, offset() - tag.length() - 1));
        if (tag.equals("SE")) {
            position = 0;
        }
    }

    /** Which segment of the transaction set it is, ST being 1; 0 outside of one. */
    private int count(String tag) {
        position = switch (tag) {
            case "ST" -> 1;
            case "ISA", "GS", "GE", "IEA" -> 0;
            default -> position == 0 ? 0 : position + 1;
        };
        return position;
    }

    private EDIStreamEvent event() throws BrokenOffException {
        try {
            return Objects.requireNonNull(edi.next());
        } catch (EDIStreamException | RuntimeException e) {
            // broken bytes make StAEDI throw unchecked exceptions too
            throw stopped(e.getCause());
        }
    }

    private boolean hasNext() throws BrokenOffException {
        try {
            return edi.hasNext();
        } catch (EDIStreamException e) {
            throw stopped(e.getCause());
        }
    }

    /** Why StAEDI could not go on. Its own words may quote the file, so they are not passed on. */
    private BrokenOffException stopped(Throwable cause) {
        if (input.failure() != null) {
            return new BrokenOffException(Reason.UNREADABLE, input.failure());
        }
        if (input.ended()) {
            return new BrokenOffException(Reason.CUT_OFF, null);
        }
        return new BrokenOffException(
                cause instanceof BufferOverflowException ? Reason.ELEMENT_TOO_LONG : Reason.NO_SEGMENT, null);
    }
}
