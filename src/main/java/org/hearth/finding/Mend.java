package org.hearth.finding;

import java.util.Locale;

/** How sure the one mend of a finding is, and so how it may be offered. */
public enum Mend {
    /** Of shape alone, or dictated by what else stands on the claim: it may be made for many claims at once. */
    CERTAIN,
    /** The only one there is, but it changes a line, a charge, units, a date or a code that somebody has to look at. */
    ASK;

    /** As a workbook and the answers write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of a word.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Mend of(String word) {
        for (Mend mend : values()) {
            if (mend.word().equals(word)) {
                return mend;
            }
        }
        throw new IllegalArgumentException("`" + word + "` is no mend; write certain or ask");
    }
}
