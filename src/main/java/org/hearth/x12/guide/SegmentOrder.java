package org.hearth.x12.guide;

/** In what order the guide of the 837I has the segments of a loop. */
public final class SegmentOrder {

    private SegmentOrder() {}

    /**
     * The place of a segment among those of its loop.
     *
     * @param loop such as {@code 2300}
     * @param qualifier the value of its first element, or of the first component there
     * @return a number that is greater for what comes later; -1 if the guide has no such segment there
     */
    public static int place(String loop, String tag, String qualifier) {
        GuideLoop segments = Guide.INSTITUTIONAL.loop(loop);
        for (int index = -1; index < segments.ownSegments(); index++) {
            SegmentRule rule = index < 0 ? segments.opener() : segments.rule(index);
            if (rule.tag().equals(tag)
                    && (rule.qualifiers().isEmpty() || rule.qualifiers().contains(qualifier))) {
                return index + 1;
            }
        }
        return -1;
    }
}
