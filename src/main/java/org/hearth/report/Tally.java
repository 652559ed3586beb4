package org.hearth.report;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.hearth.evaluate.Evaluation;
import org.hearth.finding.Finding;
import org.hearth.finding.Severity;

/** Counts what a run found. Not safe for use by several threads. */
public final class Tally implements Serializable {

    private static final long serialVersionUID = 1L;

    private long clean;
    private long notJudged;
    private long outOfOrder;
    private long withErrors;
    private long withWarnings;
    private long withNotes;
    private long findings;
    private long unreadable;
    private long unused;
    private boolean whole = true;
    private boolean errorOfFile;
    private boolean defect;

    /** Counts a claim that was judged, or was found not to be Hearth's to judge. */
    public void add(Evaluation evaluation) {
        if (evaluation.history() != null && evaluation.history().outOfOrder() > 0) {
            outOfOrder++;
        }
        if (evaluation.notJudged() != null) {
            notJudged++;
            return;
        }
        findings += evaluation.findings().size();
        Severity worst = evaluation.findings().stream()
                .map(Finding::effect)
                .max(Enum::compareTo)
                .map(effect -> effect.severity())
                .orElse(null);
        if (worst == null) {
            clean++;
        } else {
            switch (worst) {
                case ERROR -> withErrors++;
                case WARNING -> withWarnings++;
                case INFO -> withNotes++;
            }
        }
    }

    /** Adds what another part of the run found. */
    public void add(Tally other) {
        clean += other.clean;
        notJudged += other.notJudged;
        outOfOrder += other.outOfOrder;
        withErrors += other.withErrors;
        withWarnings += other.withWarnings;
        withNotes += other.withNotes;
        findings += other.findings;
        unreadable += other.unreadable;
        unused += other.unused;
        whole &= other.whole;
        errorOfFile |= other.errorOfFile;
        defect |= other.defect;
    }

    /** Counts a claim that could not be read. */
    public void addUnreadable() {
        unreadable++;
    }

    /** Counts a claim that a defect of Hearth kept from being judged, as one that could not be read. */
    public void addDefect() {
        unreadable++;
        defect = true;
    }

    /** Counts minutes given beside the claims that could not be used. */
    public void addUnused() {
        unused++;
    }

    /** Notes that a file itself has an error, which is none of a claim: a 999 tells it. */
    public void addErrorOfFile() {
        errorOfFile = true;
    }

    /** Notes that an input could not be read to its end. */
    public void notWhole() {
        whole = false;
    }

    /** How many claims were judged. */
    public long claims() {
        return clean + withErrors + withWarnings + withNotes;
    }

    /** How many claims were read and not judged, as they are to another payer or another kind of bill. */
    public long notJudged() {
        return notJudged;
    }

    /** How many claims came after claims of later days, which are no past of them. */
    public long outOfOrder() {
        return outOfOrder;
    }

    /** That of the past, in a line. */
    String order() {
        return counted(outOfOrder, "claim")
                + " came after claims of later days; give the files in the order of their days,"
                + " or write `--order dates`, for all that is before a claim to be its past";
    }

    /** How many claims could not be read, or not be judged for a defect of Hearth. */
    public long unreadable() {
        return unreadable;
    }

    /** How many claims could not be read, and how many claims' minutes could not be used whole. */
    public long problems() {
        return unreadable + unused;
    }

    /** Whether every input was read to its end. */
    public boolean whole() {
        return whole;
    }

    /** Whether any claim has a finding at error level, or a file an error. */
    public boolean errors() {
        return withErrors > 0 || errorOfFile;
    }

    /** Whether a defect of Hearth kept any claim from being judged. */
    public boolean defect() {
        return defect;
    }

    /** Whether there is anything that the first sentence has to say before what was found. */
    public boolean lacking() {
        return claims() == 0 || !whole || unreadable > 0 || notJudged > 0;
    }

    /**
     * One line; what was not checked, not read or not judged, if anything, stands first, and nothing is called clean where
     * nothing was checked.
     */
    public String summary() {
        List<String> parts = new ArrayList<>();
        if (claims() == 0) {
            parts.add("nothing was checked");
        }
        long read = claims() + notJudged;
        if (!whole) {
            parts.add(
                    read + unreadable == 0
                            ? "an input could not be read"
                            : "not whole: an input could not be read to its end, and claims may be missing");
        }
        if (unreadable > 0) {
            parts.add(read + " of " + counted(read + unreadable, "claim") + " could be read");
        }
        if (notJudged > 0) {
            parts.add(counted(notJudged, "claim") + " not judged (another payer's, or another kind of bill)");
        }
        if (claims() > 0) {
            parts.add(counted(claims(), "claim") + " checked: " + clean + " clean, " + withErrors + " with errors, "
                    + withWarnings + " with warnings, " + withNotes + " with notes only");
            parts.add(counted(findings, "finding"));
        }
        // of what was not read nobody knows that nothing is unreadable
        if (whole || unreadable > 0) {
            parts.add(unreadable + " unreadable");
        }
        return String.join("; ", parts);
    }

    /** The same in a few words, for a heading. */
    String heading() {
        if (claims() == 0) {
            return "Nothing was checked";
        }
        if (!whole) {
            return "Not whole: claims may be missing";
        }
        long read = claims() + notJudged;
        return unreadable == 0
                ? "Claims checked"
                : read + " of " + counted(read + unreadable, "claim") + " could be read";
    }

    static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
