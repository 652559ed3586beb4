package org.hearth.x12.guide;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Hearth asks of the structure of a 837I, read from {@code 837i.csv} beside this class. */
final class Guide {

    private static final int COLUMNS = 12;

    /** The 837I, version 005010X223A2. */
    static final Guide INSTITUTIONAL = new Guide(rows("837i.csv"));

    private final Set<String> tags = new HashSet<>();
    private final Map<String, String> references = new HashMap<>();
    private final Map<String, GuideLoop> loops = new LinkedHashMap<>();
    private final Set<String> ofClaims = new HashSet<>();
    private final Set<String> openingNone = new HashSet<>();

    private Guide(List<Row> rows) {
        List<Row> segments = rows.stream().filter(row -> row.element.isEmpty()).toList();
        loops.put("HEADER", new GuideLoop("HEADER", null));
        for (Row row : segments) {
            if (!row.parent.isEmpty()) {
                loops.put(row.loop, new GuideLoop(row.loop, rule(row, rows)));
            }
        }
        for (Row row : segments) {
            tags.add(row.segment);
            rule(row, rows).elements().stream()
                    .filter(element -> element.element() == SegmentRule.qualifierElement(row.segment)
                            && element.reference() != null)
                    .findFirst()
                    .ifPresent(element -> references.put(row.segment, element.reference()));
            if (row.parent.isEmpty()) {
                loops.get(row.loop).add(rule(row, rows));
            } else {
                words(row.parent).forEach(parent -> loops.get(parent).add(loops.get(row.loop)));
            }
        }
        loops.values().forEach(GuideLoop::rank);
        learnWhatIsOfClaims();
    }

    /** Tells by their tags the segments that stand in claims alone, and of those the ones that open no loop there. */
    private void learnWhatIsOfClaims() {
        Set<GuideLoop> loopsOfClaim = new LinkedHashSet<>();
        loop(GuideLoop.CLAIM).addTo(loopsOfClaim);
        ofClaims.addAll(tags);
        openingNone.addAll(tags);
        for (GuideLoop loop : loops.values()) {
            for (int index = 0; index < loop.size(); index++) {
                String tag = loop.rule(index).tag();
                if (!loopsOfClaim.contains(loop)) {
                    ofClaims.remove(tag);
                }
                if (index >= loop.ownSegments()) {
                    openingNone.remove(tag);
                }
            }
        }
    }

    /** The loop that a transaction set begins with. */
    GuideLoop header() {
        return loops.get("HEADER");
    }

    /** A loop by its id, such as {@code 2300}. */
    GuideLoop loop(String id) {
        return loops.get(id);
    }

    /** Whether any loop has segments of this tag. */
    boolean knows(String tag) {
        return tags.contains(tag);
    }

    /** Whether segments of this tag stand in claims alone. */
    boolean isOfClaims(String tag) {
        return ofClaims.contains(tag);
    }

    /** Whether no segment of this tag opens a loop. */
    boolean opensNone(String tag) {
        return openingNone.contains(tag);
    }

    /** The data element number of the qualifier that tells segments of a tag apart. */
    String qualifierReference(String tag) {
        return references.get(tag);
    }

    private static SegmentRule rule(Row row, List<Row> rows) {
        return new SegmentRule(
                row.segment,
                words(row.qualifier),
                row.use.equals("R"),
                row.repeat.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(row.repeat),
                elements(row, rows),
                maxElements(row, rows));
    }

    private static int maxElements(Row segment, List<Row> rows) {
        return rows.stream()
                .filter(row -> row.element.equals("0") && row.segment.equals(segment.segment))
                .findFirst()
                .map(row -> Integer.parseInt(row.max))
                .orElseThrow();
    }

    private static List<ElementRule> elements(Row segment, List<Row> rows) {
        Map<String, Row> named = new HashMap<>();
        rows.stream()
                .filter(row -> row.isOf(segment))
                .sorted(Comparator.comparingInt(Row::specificity))
                .forEach(row -> named.put(row.element, row));
        List<ElementRule> rules = new ArrayList<>();
        named.forEach((element, row) -> {
            if (!element.startsWith("*")) {
                rules.add(row.rule(element));
                return;
            }
            for (int any = 1; any <= maxElements(segment, rows); any++) {
                String one = any + element.substring(1);
                if (!named.containsKey(one)) {
                    rules.add(row.rule(one));
                }
            }
        });
        rules.sort(Comparator.comparingInt(ElementRule::element).thenComparingInt(ElementRule::component));
        return List.copyOf(rules);
    }

    private static List<Row> rows(String resource) {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(Guide.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> Row.of(line.split(",", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    private record Row(
            String loop,
            String parent,
            String segment,
            String qualifier,
            String use,
            String repeat,
            String element,
            String reference,
            String type,
            String min,
            String max,
            String codes) {

        static Row of(String[] cells) {
            if (cells.length != COLUMNS) {
                throw new IllegalStateException("a row of the guide has " + cells.length + " cells");
            }
            return new Row(
                    cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7], cells[8], cells[9],
                    cells[10], cells[11]);
        }

        boolean isOf(Row other) {
            return !element.isEmpty()
                    && !element.equals("0")
                    && segment.equals(other.segment)
                    && (loop.isEmpty() || loop.equals(other.loop))
                    && (qualifier.isEmpty() || qualifier.equals(other.qualifier));
        }

        int specificity() {
            return (loop.isEmpty() ? 0 : 1) + (qualifier.isEmpty() ? 0 : 2);
        }

        ElementRule rule(String at) {
            String[] place = at.split("-");
            boolean with = Character.isDigit(use.charAt(0));
            return new ElementRule(
                    Integer.parseInt(place[0]),
                    place.length > 1 ? Integer.parseInt(place[1]) : 0,
                    reference.isEmpty() ? null : reference,
                    with ? ElementRule.Use.WITH : when(),
                    with ? Integer.parseInt(use) : 0,
                    type,
                    min.isEmpty() ? 0 : Integer.parseInt(min),
                    Integer.parseInt(max),
                    words(codes));
        }

        private ElementRule.Use when() {
            return switch (use) {
                case "R" -> ElementRule.Use.REQUIRED;
                case "S" -> ElementRule.Use.SITUATIONAL;
                case "N" -> ElementRule.Use.NOT_USED;
                case "P" -> ElementRule.Use.WITHIN;
                default -> throw new IllegalStateException("`" + use + "` is no use of an element");
            };
        }
    }
}
