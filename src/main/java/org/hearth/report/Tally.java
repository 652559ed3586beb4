package org.hearth.report;

import org.hearth.evaluate.Evaluation;
import org.hearth.finding.Finding;
import org.hearth.finding.Severity;

/** Counts what a run found. */
final class Tally {

    private long clean;
    private long withErrors;
    private long withWarnings;
    private long withNotes;
    private long findings;
    private long unreadable;

    void add(Evaluation evaluation) {
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

    void addUnreadable() {
        unreadable++;
    }

    /** One line; the claims of the first count are those of the four that follow. */
    String summary() {
        long claims = clean + withErrors + withWarnings + withNotes;
        return counted(claims, "claim") + " checked: " + clean + " clean, " + withErrors + " with errors, "
                + withWarnings + " with warnings, " + withNotes + " with notes only; " + counted(findings, "finding")
                + "; " + unreadable + " unreadable";
    }

    static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
