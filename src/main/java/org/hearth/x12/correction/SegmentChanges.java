package org.hearth.x12.correction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hearth.finding.TextChange;

/** What differs between two editions of some segments. */
final class SegmentChanges {

    private static final int SHOWN_OF_AN_ID = 4;
    /** Segments whose first element says what they are of. */
    private static final Set<String> QUALIFIED = Set.of("REF", "HI", "DTP", "NM1", "AMT", "NTE", "QTY");

    private SegmentChanges() {}

    /** What differs between two editions of some segments, those that both have being the same objects. */
    static List<TextChange> between(List<RawSegment> before, List<RawSegment> after) {
        List<TextChange> changes = new ArrayList<>();
        int old = 0;
        int now = 0;
        while (old < before.size() || now < after.size()) {
            int kept = next(before, old, after, now);
            int until = kept < 0 ? before.size() : kept;
            int untilNow = kept < 0 ? after.size() : indexOf(after, before.get(kept), now);
            pair(before.subList(old, until), after.subList(now, untilNow), changes);
            old = until + 1;
            now = untilNow + 1;
        }
        return changes;
    }

    /** The first segment from a place on that is kept; -1 if none is. */
    private static int next(List<RawSegment> before, int old, List<RawSegment> after, int now) {
        for (int index = old; index < before.size(); index++) {
            if (indexOf(after, before.get(index), now) >= 0) {
                return index;
            }
        }
        return -1;
    }

    private static int indexOf(List<RawSegment> segments, RawSegment wanted, int from) {
        for (int index = from; index < segments.size(); index++) {
            if (segments.get(index) == wanted) {
                return index;
            }
        }
        return -1;
    }

    /** Segments that stand in one place before and after: those of one tag and qualifier, or else tag, are editions of each other. */
    private static void pair(List<RawSegment> before, List<RawSegment> after, List<TextChange> changes) {
        int next = 0;
        for (int index = 0; index < before.size(); index++) {
            RawSegment old = before.get(index);
            int found = edition(old, before.subList(index + 1, before.size()), after, next);
            if (found < 0) {
                changes.add(new TextChange(shown(old), null));
                continue;
            }
            for (; next < found; next++) {
                changes.add(new TextChange(null, shown(after.get(next))));
            }
            RawSegment now = after.get(next++);
            if (!now.raw().equals(old.raw())) {
                changes.add(new TextChange(shown(old), shown(now)));
            }
        }
        for (; next < after.size(); next++) {
            changes.add(new TextChange(null, shown(after.get(next))));
        }
    }

    /** Where the edition of a segment stands from a place on; -1 if there is none. @param others those that come after it */
    private static int edition(RawSegment old, List<RawSegment> others, List<RawSegment> after, int from) {
        String kind = kind(old);
        for (int index = from; index < after.size(); index++) {
            if (kind(after.get(index)).equals(kind)) {
                return index;
            }
        }
        for (int index = from; index < after.size(); index++) {
            String other = kind(after.get(index));
            if (after.get(index).is(old.tag())
                    && others.stream().noneMatch(one -> kind(one).equals(other))) {
                return index;
            }
        }
        return -1;
    }

    private static String kind(RawSegment segment) {
        return QUALIFIED.contains(segment.tag()) ? segment.tag() + " " + segment.value(1) : segment.tag();
    }

    private static String shown(RawSegment segment) {
        RawSegment shown = segment;
        if (segment.is("NM1", "IL") || segment.is("NM1", "QC")) {
            for (int element = 3; element <= 5 && element <= segment.elements(); element++) {
                shown = segment.value(element).isEmpty() ? shown : shown.with(element, "...");
            }
            String id = segment.value(9);
            shown = id.length() <= SHOWN_OF_AN_ID
                    ? shown
                    : shown.with(9, "..." + id.substring(id.length() - SHOWN_OF_AN_ID));
        } else if (segment.is("NTE")) {
            shown = segment.with(2, "...");
        }
        return shown.text();
    }
}
