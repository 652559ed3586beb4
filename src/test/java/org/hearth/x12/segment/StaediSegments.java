package org.hearth.x12.segment;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamConstants;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.Location;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.BufferOverflowException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hearth.x12.segment.BrokenOffException.Reason;

/** A file as StAEDI reads it, which knows nothing of our scanner: its segments in order, and why it ends. */
final class StaediSegments {

    /** What a segment keeps of its elements and their components. */
    private static final int COMPARED = 40;

    private static final int COMPARED_COMPONENTS = 256;

    private final EdiInput input;
    private final EDIStreamReader edi;
    private final List<String> read = new ArrayList<>();

    private StaediSegments(byte[] file) throws EDIStreamException {
        input = new EdiInput(new ByteArrayInputStream(file));
        EDIInputFactory factory = EDIInputFactory.newFactory();
        factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, false);
        factory.setProperty(EDIInputFactory.EDI_IGNORE_EXTRANEOUS_CHARACTERS, true);
        edi = factory.createEDIStreamReader(input, StandardCharsets.ISO_8859_1.name());
    }

    /** Each segment as {@link #segment} writes it, then {@code end} or the reason and the place of the fault. */
    static List<String> of(byte[] file) throws EDIStreamException, IOException {
        StaediSegments segments = new StaediSegments(file);
        segments.readAll();
        return segments.read;
    }

    /** A segment in words: its tag and its elements, those of a composite between colons. */
    static String segment(String tag, List<List<String>> elements) {
        StringBuilder words = new StringBuilder(tag).append(' ');
        // StAEDI leaves the delete character out, which X12 does not carry
        elements.toString().chars().filter(c -> c != 0x7F).forEach(c -> words.append((char) c));
        return words.toString();
    }

    private void readAll() throws EDIStreamException, IOException {
        if (!input.atContent()) {
            read.add(Reason.EMPTY + " " + offset());
        } else if (!input.atInterchange()) {
            read.add(Reason.NO_INTERCHANGE + " " + offset());
        } else {
            try {
                readEvents();
            } catch (EDIStreamException | RuntimeException e) {
                read.add(reason(e) + " " + offset());
            }
        }
    }

    private void readEvents() throws EDIStreamException {
        List<List<String>> elements = new ArrayList<>();
        String tag = null;
        while (true) {
            EDIStreamEvent event = edi.next();
            switch (event) {
                case START_INTERCHANGE -> {
                    if (!edi.getStandard().equals(EDIStreamConstants.Standards.X12)) {
                        read.add(Reason.OTHER_STANDARD + " " + offset());
                        return;
                    }
                }
                case START_SEGMENT -> {
                    tag = edi.getLocation().getSegmentTag();
                    // it tells the header of an interchange when it has read all of it
                    elements.clear();
                }
                case ELEMENT_DATA -> add(elements);
                case END_SEGMENT -> read.add(segment(tag, elements));
                case END_INTERCHANGE -> {
                    if (!edi.hasNext()) {
                        read.add("end");
                        return;
                    }
                }
                default -> {
                    // composites tell themselves by their components
                }
            }
        }
    }

    private void add(List<List<String>> elements) {
        Location at = edi.getLocation();
        if (at.getElementOccurrence() > 1
                || at.getElementPosition() > COMPARED
                || elements.stream().mapToInt(List::size).sum() == COMPARED_COMPONENTS) {
            return;
        }
        while (elements.size() < at.getElementPosition()) {
            elements.add(new ArrayList<>());
        }
        elements.get(at.getElementPosition() - 1).add(edi.getText().stripTrailing());
    }

    private long offset() {
        return Integer.toUnsignedLong(edi.getLocation().getCharacterOffset()) + input.skipped();
    }

    private Reason reason(Exception e) {
        if (input.ended()) {
            return Reason.CUT_OFF;
        }
        return e.getCause() instanceof BufferOverflowException ? Reason.ELEMENT_TOO_LONG : Reason.NO_SEGMENT;
    }
}
