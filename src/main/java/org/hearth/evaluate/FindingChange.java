package org.hearth.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.hearth.finding.Finding;
import org.hearth.finding.Mend;
import org.hearth.finding.RowReference;

/**
 * What another ruleset makes of a finding on a claim.
 *
 * @param before the finding as it was; {@code null} if it appears
 * @param after the finding as it is; {@code null} if it disappears
 * @param behind the changed rows that had a part in judging what it is about, {@code table/key}, as far as they were asked
 *     for
 */
public record FindingChange(Finding before, Finding after, Set<String> behind) {

    public FindingChange {
        behind = Collections.unmodifiableSortedSet(new TreeSet<>(behind));
    }

    /** A change of which nobody asked what is behind it. */
    public FindingChange(Finding before, Finding after) {
        this(before, after, Set.of());
    }

    /** What becomes of the finding. */
    public enum Kind {
        /** It was not there. */
        APPEARS,
        /** It is gone. */
        DISAPPEARS,
        /** It says something else. */
        CHANGED
    }

    /**
     * Something that a finding says otherwise.
     *
     * @param what such as {@code message}
     * @param before what it said; {@code null} if nothing
     * @param after what it says; {@code null} if nothing
     */
    public record Otherwise(String what, String before, String after) {}

    /** What becomes of the finding. */
    public Kind kind() {
        return before == null ? Kind.APPEARS : after == null ? Kind.DISAPPEARS : Kind.CHANGED;
    }

    /** The finding as it is, or as it was if it is gone. */
    public Finding finding() {
        return after == null ? before : after;
    }

    /** What the two say otherwise, of {@link Kind#CHANGED}; else empty. */
    public List<Otherwise> otherwise() {
        List<Otherwise> otherwise = new ArrayList<>();
        if (kind() == Kind.CHANGED) {
            add(otherwise, "title", before.title(), after.title());
            add(otherwise, "effect", before.effect(), after.effect());
            add(otherwise, "message", before.message(), after.message());
            add(otherwise, "fix", before.fix(), after.fix());
            add(otherwise, "row", row(before.row()), row(after.row()));
            add(otherwise, "citation", before.citation(), after.citation());
            add(otherwise, "form locator", before.formLocator(), after.formLocator());
            add(otherwise, "FISS", before.codes().fiss(), after.codes().fiss());
            add(otherwise, "CARC", before.codes().carc(), after.codes().carc());
            add(otherwise, "RARC", before.codes().rarc(), after.codes().rarc());
            add(
                    otherwise,
                    "claim status",
                    before.codes().claimStatus(),
                    after.codes().claimStatus());
            add(otherwise, "mend", word(before.mend()), word(after.mend()));
            if (!before.patch().equals(after.patch()) && otherwise.isEmpty()) {
                otherwise.add(new Otherwise("patch", null, null));
            }
        }
        return otherwise;
    }

    /** A row as {@code table/key}; {@code null} for none. */
    public static String row(RowReference row) {
        return row == null ? null : row.table() + "/" + row.row();
    }

    private static String word(Mend mend) {
        return mend == null ? null : mend.word();
    }

    private static void add(List<Otherwise> otherwise, String what, Object was, Object is) {
        if (!Objects.equals(was, is)) {
            otherwise.add(new Otherwise(what, Objects.toString(was, null), Objects.toString(is, null)));
        }
    }
}
