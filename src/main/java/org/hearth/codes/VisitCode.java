package org.hearth.codes;

import java.util.List;
import org.hearth.claim.Discipline;
import org.hearth.finding.InWords;

/**
 * What a HCPCS code on a 32X line is: a row of {@code codes/visit-codes.xlsx} (Pub. 100-04 ch. 10 s. 40.2).
 *
 * @param row table and key
 * @param code HCPCS code
 * @param discipline {@code PT}, {@code OT}, {@code SLP}, {@code nursing}, {@code social work}, {@code aide} or
 *     {@code any}
 * @param kind what it stands for
 *  * @param who {@code therapist}, {@code assistant}, {@code nurse} and so on, or {@code none}
 * @param families first three digits of the revenue codes it may stand under
 * @param familiesSeen whether a source says so
 * @param unitKind what one unit is
 * @param unitMinutes minutes of a unit; {@code null} where it is no time
 * @param skilled whether a visit with it is a skilled visit
 * @param from first day
 * @param through last day
 */
@InWords("visit code")
public record VisitCode(
        String row,
        String code,
        String discipline,
        VisitKind kind,
        String who,
        List<String> families,
        boolean familiesSeen,
        ServiceUnit unitKind,
        Integer unitMinutes,
        boolean skilled,
        int from,
        int through)
        implements CodeRow {

    /** Stands for a code without a row on the day. */
    public static final VisitCode NONE = new VisitCode(
            null, "", "none", VisitKind.NONE, "none", List.of(), false, null, null, false, Day.FIRST, Day.LAST);

    /** The therapy discipline, or {@code null} where it is none's or any's. */
    public Discipline therapy() {
        for (Discipline therapy : Discipline.values()) {
            if (therapy.name().equals(discipline)) {
                return therapy;
            }
        }
        return null;
    }

    /**
     * Where it may stand, for a finding's text: the first digits of the revenue codes, of supplies only for a supply.
     */
    public String places() {
        return String.join(" or ", families) + (kind == VisitKind.SUPPLY ? " and is for supplies" : "");
    }

    /** Whether it is a service that is counted in units, not a supply. */
    public boolean billedInUnits() {
        return kind != VisitKind.SUPPLY && kind != VisitKind.NONE;
    }
}
