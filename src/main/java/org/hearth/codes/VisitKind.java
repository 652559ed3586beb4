package org.hearth.codes;

import java.util.Locale;

/** What a HCPCS code of a 32X stands for. Writes itself as the code list does. */
public enum VisitKind {
    VISIT,
    TELEHEALTH,
    /** Where care was given. */
    SITE,
    SUPPLY,
    /** Of a code that the list does not have. */
    NONE;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** Its word in a workbook, for rules to compare with. */
    public String word() {
        return word;
    }

    @Override
    public String toString() {
        return word();
    }
}
