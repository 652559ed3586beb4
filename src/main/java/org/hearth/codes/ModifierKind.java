package org.hearth.codes;

import java.util.Locale;

/** What a modifier is for. Writes itself as the code list does. */
public enum ModifierKind {
    /** The discipline whose plan of care a service is furnished under. */
    DISCIPLINE,
    /** A service furnished in whole or in part by a therapist assistant. */
    ASSISTANT,
    /** How far a functional limitation goes. */
    SEVERITY,
    /** Medically necessary above the yearly amount: KX. */
    THRESHOLD,
    /** Who bears the cost of what Medicare is expected to deny. */
    LIABILITY,
    /** Never covered: GY. */
    EXCLUDED,
    /** Distinct from another service of the day. */
    DISTINCT,
    OTHER;

    private final String word = name().toLowerCase(Locale.ROOT);

    @Override
    public String toString() {
        return word;
    }
}
