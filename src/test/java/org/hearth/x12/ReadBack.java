package org.hearth.x12;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What StAEDI makes of an answer, with its own checks of the envelope on. */
public record ReadBack(List<String> tags, List<List<String>> segments, List<String> errors) {

    public static ReadBack of(String text) throws EDIStreamException, IOException {
        ReadBack read = new ReadBack(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (EDIStreamReader edi = EDIInputFactory.newFactory()
                .createEDIStreamReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
            while (edi.hasNext()) {
                switch (edi.next()) {
                    case START_SEGMENT -> {
                        read.tags.add(edi.getText());
                        read.segments.add(new ArrayList<>());
                    }
                    case ELEMENT_DATA -> {
                        List<String> elements = read.segments.get(read.segments.size() - 1);
                        while (elements.size() < edi.getLocation().getElementPosition()) {
                            elements.add("");
                        }
                        elements.set(edi.getLocation().getElementPosition() - 1, edi.getText());
                    }
                    case SEGMENT_ERROR, ELEMENT_DATA_ERROR, ELEMENT_OCCURRENCE_ERROR ->
                        read.errors.add(edi.getErrorType() + " " + edi.getLocation());
                    default -> {
                        // loops and composites
                    }
                }
            }
        }
        return read;
    }

    /** An element of every segment of a tag that has it. */
    public List<String> elements(String tag, int element) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < tags.size(); i++) {
            if (tags.get(i).equals(tag)
                    && segments.get(i).size() >= element
                    && !segments.get(i).get(element - 1).isEmpty()) {
                found.add(segments.get(i).get(element - 1));
            }
        }
        return found;
    }
}
