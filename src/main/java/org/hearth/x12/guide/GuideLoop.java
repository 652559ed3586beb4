package org.hearth.x12.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hearth.x12.segment.Segment;

/** A loop of the guide: its own segments in their order, and the loops that may follow them, in theirs. */
final class GuideLoop {

    /** The id of the loop of a claim. */
    static final String CLAIM = "2300";

    private final String id;
    private final SegmentRule opener;
    private final List<SegmentRule> segments = new ArrayList<>();
    private final List<GuideLoop> children = new ArrayList<>();
    private int[] ranks;

    GuideLoop(String id, SegmentRule opener) {
        this.id = id;
        this.opener = opener;
    }

    void add(SegmentRule segment) {
        segments.add(segment);
    }

    void add(GuideLoop child) {
        children.add(child);
    }

    /** Adds this loop and those below it. */
    void addTo(Set<GuideLoop> all) {
        if (all.add(this)) {
            children.forEach(child -> child.addTo(all));
        }
    }

    String id() {
        return id;
    }

    SegmentRule opener() {
        return opener;
    }

    /** Whether any segment of this tag opens it, whatever its qualifier. */
    boolean isOpenedByAny(String tag) {
        return opener != null && opener.tag().equals(tag) && opener.qualifiers().isEmpty();
    }

    /** Whether it names a patient, whose name and id are not repeated in an answer that needs neither. */
    boolean namesPatient() {
        return opener != null
                && opener.tag().equals("NM1")
                && (opener.qualifiers().contains("IL") || opener.qualifiers().contains("QC"));
    }

    /** How many segments and loops it can hold, counted by rule. */
    int size() {
        return segments.size() + children.size();
    }

    /** How many of them are segments of its own; the loops follow. */
    int ownSegments() {
        return segments.size();
    }

    /** The rule of its own segment, or of the segment that opens a loop. */
    SegmentRule rule(int index) {
        return index < segments.size() ? segments.get(index) : child(index).opener;
    }

    /** The loop at an index not below {@link #ownSegments()}. */
    GuideLoop child(int index) {
        return children.get(index - segments.size());
    }

    /** Which of its own segments it is; -1 if none. */
    int own(Segment segment) {
        return match(segment, 0, segments.size());
    }

    /** Which loop it opens; -1 if none. */
    int opened(Segment segment) {
        return match(segment, segments.size(), size());
    }

    private int match(Segment segment, int from, int to) {
        for (int index = from; index < to; index++) {
            if (rule(index).matches(segment)) {
                return index;
            }
        }
        return -1;
    }

    /** Whether a segment of this tag stands here, whatever its qualifier. */
    boolean hasTag(String tag) {
        for (int index = 0; index < size(); index++) {
            if (rule(index).tag().equals(tag)) {
                return true;
            }
        }
        return false;
    }

    /** Where in the order of the loop it stands: neighbours of one tag share a place. */
    int rank(int index) {
        return ranks[index];
    }

    /** Ends the building. */
    void rank() {
        ranks = new int[size()];
        for (int index = 1; index < ranks.length; index++) {
            boolean neighbours = rule(index).tag().equals(rule(index - 1).tag())
                    && (index < segments.size() || index > segments.size());
            ranks[index] = ranks[index - 1] + (neighbours ? 0 : 1);
        }
    }
}
