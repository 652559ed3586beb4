package org.hearth.x12.guide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hearth.x12.segment.Segment;

/** Compares the elements of a segment with the guide. */
final class ElementCheck {

    private ElementCheck() {}

    /**
     * What is wrong with a segment's elements, at most one fault an element or component.
     *
     * @param secret whether values are not to be repeated
     */
    static List<ElementFault> faults(Segment segment, SegmentRule rule, boolean secret) {
        List<ElementFault> faults = new ArrayList<>(0);
        for (ElementRule element : rule.elements()) {
            String code = element.isSent(segment) ? wrong(segment, element) : missing(segment, element);
            if (code != null) {
                boolean shown =
                        !secret && element.isSent(segment) && !element.type().equals("C");
                faults.add(new ElementFault(
                        element.element(),
                        element.component(),
                        element.reference(),
                        code,
                        shown ? segment.text(element.element(), Math.max(1, element.component())) : null));
            }
        }
        if (segment.hasForeign()) {
            addForeign(segment, faults);
        }
        if (segment.elements() > rule.maxElements()) {
            faults.add(new ElementFault(rule.maxElements() + 1, 0, null, "3", null));
        }
        return faults;
    }

    /** Characters that no element can have, where nothing else is wrong with the element. They are not repeated. */
    private static void addForeign(Segment segment, List<ElementFault> faults) {
        for (int element = 1; element <= segment.elements(); element++) {
            int components = segment.components(element);
            for (int component = 1; component <= components; component++) {
                int at = element;
                int within = components == 1 ? 0 : component;
                if (segment.hasForeign(element, component)
                        && faults.stream()
                                .noneMatch(fault -> fault.element() == at
                                        && (fault.component() == within || fault.component() == 0))) {
                    faults.add(new ElementFault(element, within, null, "6", null));
                }
            }
        }
        faults.sort(Comparator.comparingInt(ElementFault::element).thenComparingInt(ElementFault::component));
    }

    private static String missing(Segment segment, ElementRule rule) {
        return switch (rule.use()) {
            case REQUIRED -> "1";
            case WITHIN -> segment.isSent(rule.element()) ? "1" : null;
            case WITH -> segment.isSent(rule.other()) ? "2" : null;
            case SITUATIONAL, NOT_USED -> null;
        };
    }

    private static String wrong(Segment segment, ElementRule rule) {
        if (rule.use() == ElementRule.Use.NOT_USED) {
            return "I10";
        }
        if (rule.component() == 0
                && segment.components(rule.element()) > (rule.type().equals("C") ? rule.max() : 1)) {
            return "13";
        }
        int component = Math.max(1, rule.component());
        return switch (rule.type()) {
            case "C" -> null;
            case "N0" -> number(segment, rule, component, 0);
            case "R" -> number(segment, rule, component, 1);
            case "DT" ->
                segment.length(rule.element(), component) == 8 && segment.date(rule.element(), component, 0) != null
                        ? null
                        : "8";
            case "TM" -> isTime(segment, rule.element(), component, 0) ? null : "9";
            case "DP" -> period(segment, rule.element(), rule.component());
            default -> text(segment, rule, component);
        };
    }

    private static String text(Segment segment, ElementRule rule, int component) {
        String length = length(rule, segment.length(rule.element(), component));
        if (length != null || rule.codes().isEmpty()) {
            return length;
        }
        for (String code : rule.codes()) {
            if (segment.is(rule.element(), component, code)) {
                return null;
            }
        }
        return "I6";
    }

    private static String length(ElementRule rule, int length) {
        return length < rule.min() ? "4" : length > rule.max() ? "5" : null;
    }

    /** Signs and points do not count towards the length. */
    private static String number(Segment segment, ElementRule rule, int component, int pointsAllowed) {
        int digits = 0;
        int points = 0;
        for (int i = 0; i < segment.length(rule.element(), component); i++) {
            char c = segment.charAt(rule.element(), component, i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.') {
                points++;
            } else if (c != '-' || i > 0) {
                return "6";
            }
        }
        return digits == 0 || points > pointsAllowed ? "6" : length(rule, digits);
    }

    /** A date, range or time in the format that the element or component before it names. */
    private static String period(Segment segment, int element, int component) {
        int value = Math.max(1, component);
        int formatElement = component == 0 ? element - 1 : element;
        int format = component == 0 ? 1 : component - 1;
        int length = segment.length(element, value);
        if (segment.is(formatElement, format, "D8")) {
            return length == 8 && segment.date(element, value, 0) != null ? null : "8";
        }
        if (segment.is(formatElement, format, "RD8")) {
            boolean range = length == 17 && segment.charAt(element, value, 8) == '-';
            return range && segment.date(element, value, 0) != null && segment.date(element, value, 9) != null
                    ? null
                    : "8";
        }
        if (segment.is(formatElement, format, "DT")) {
            return length == 12 && segment.date(element, value, 0) != null && isTime(segment, element, value, 8)
                    ? null
                    : "8";
        }
        return !segment.is(formatElement, format, "TM") || isTime(segment, element, value, 0) ? null : "9";
    }

    /** HHMM, HHMMSS, and decimals of a second. */
    private static boolean isTime(Segment segment, int element, int component, int from) {
        int length = segment.length(element, component) - from;
        if (length != 4 && (length < 6 || length > 8)) {
            return false;
        }
        for (int i = from; i < from + length; i++) {
            if (!Character.isDigit(segment.charAt(element, component, i))) {
                return false;
            }
        }
        return pair(segment, element, component, from) < 24
                && pair(segment, element, component, from + 2) < 60
                && (length == 4 || pair(segment, element, component, from + 4) < 60);
    }

    private static int pair(Segment segment, int element, int component, int from) {
        return (segment.charAt(element, component, from) - '0') * 10
                + segment.charAt(element, component, from + 1)
                - '0';
    }
}
