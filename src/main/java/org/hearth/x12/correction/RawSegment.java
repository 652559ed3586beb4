package org.hearth.x12.correction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.hearth.x12.segment.Delimiters;

/**
 * A segment as it stands in its file, a character a byte, with what follows it up to the next. Elements and components
 * count from 1. Never changed: what sets a value answers another one.
 */
final class RawSegment {

    private final Delimiters delimiters;
    private final String text;
    private final String tail;
    private String[] parts;

    private RawSegment(Delimiters delimiters, String text, String tail) {
        this.delimiters = delimiters;
        this.text = text;
        this.tail = tail;
    }

    /** A segment of a file. @param raw its bytes, up to the next segment */
    static RawSegment of(Delimiters delimiters, String raw) {
        int end = raw.indexOf(delimiters.segment());
        return end < 0
                ? new RawSegment(delimiters, raw, "")
                : new RawSegment(delimiters, raw.substring(0, end), raw.substring(end));
    }

    /** A new segment. @param tail its terminator, and the line end that its neighbours have */
    static RawSegment of(Delimiters delimiters, String tail, String... parts) {
        return new RawSegment(delimiters, String.join(text(delimiters.element()), parts), tail);
    }

    /** Segments as they stand in the file. */
    static String raw(List<RawSegment> segments) {
        StringBuilder raw = new StringBuilder();
        segments.forEach(segment -> raw.append(segment.raw()));
        return raw.toString();
    }

    /** What follows the segment: its terminator, and line ends up to the next segment. */
    String tail() {
        return tail;
    }

    /** All of it as it stands in the file. */
    String raw() {
        return text + tail;
    }

    /** The segment without its terminator, nor line ends within it. */
    String text() {
        return clean(text);
    }

    int length() {
        return text.length() + tail.length();
    }

    private String[] parts() {
        if (parts == null) {
            parts = split(text, delimiters.element());
        }
        return parts;
    }

    private static String[] split(String text, int delimiter) {
        return text.split(Pattern.quote(text(delimiter)), -1);
    }

    private static String text(int delimiter) {
        return String.valueOf((char) delimiter);
    }

    /** A file may be broken into lines of one length, wherever that falls. */
    private static String clean(String value) {
        return value.indexOf('\n') < 0 && value.indexOf('\r') < 0
                ? value
                : value.replace("\n", "").replace("\r", "");
    }

    String tag() {
        return clean(parts()[0]).strip();
    }

    boolean is(String tag) {
        return tag().equals(tag);
    }

    boolean is(String tag, String qualifier) {
        return is(tag) && value(1).equals(qualifier);
    }

    /** How many elements it has. */
    int elements() {
        return parts().length - 1;
    }

    /** The first component of an element, without trailing blanks; empty where there is none. */
    String value(int element) {
        return value(element, 1);
    }

    String value(int element, int component) {
        if (element >= parts().length) {
            return "";
        }
        String[] components = components(element);
        return component > components.length
                ? ""
                : clean(components[component - 1]).stripTrailing();
    }

    private String[] components(int element) {
        return split(parts()[element], delimiters.component());
    }

    /** An element as it stands, with its components. */
    String element(int element) {
        return parts()[element];
    }

    RawSegment with(int element, String value) {
        return with(element, 1, value);
    }

    /** The segment with another value of a component. What that leaves empty at an end is left out, as it is in X12. */
    RawSegment with(int element, int component, String value) {
        List<String> elements = new ArrayList<>(Arrays.asList(parts()));
        fill(elements, element + 1);
        List<String> components = new ArrayList<>(Arrays.asList(split(elements.get(element), delimiters.component())));
        fill(components, component);
        components.set(component - 1, value);
        if (component == components.size()) {
            trim(components);
        }
        elements.set(element, String.join(text(delimiters.component()), components));
        if (element == elements.size() - 1) {
            trim(elements);
        }
        return made(elements);
    }

    /** The segment with an element put in before the one at a place. */
    RawSegment plus(int element, String value) {
        List<String> elements = new ArrayList<>(Arrays.asList(parts()));
        fill(elements, element);
        elements.add(element, value);
        return made(elements);
    }

    /** The segment without an element; those after it move up. */
    RawSegment minus(int element) {
        List<String> elements = new ArrayList<>(Arrays.asList(parts()));
        elements.remove(element);
        if (element == elements.size()) {
            trim(elements);
        }
        return made(elements);
    }

    private RawSegment made(List<String> elements) {
        return of(delimiters, tail, elements.toArray(String[]::new));
    }

    private static void fill(List<String> values, int size) {
        while (values.size() < size) {
            values.add("");
        }
    }

    private static void trim(List<String> values) {
        while (values.size() > 1 && values.get(values.size() - 1).isEmpty()) {
            values.remove(values.size() - 1);
        }
    }
}
