package org.hearth.finding;

import java.util.List;
import org.hearth.claim.Location;

/**
 * One thing that Hearth says about a claim, ready to be shown.
 *
 * @param id {@code HHT-} and three digits
 * @param title two to six words
 * @param effect what would happen
 * @param place what it points at
 * @param advice what it says
 * @param grounds what it rests on
 * @param codes what a payer would answer
 */
public record Finding(
        String id,
        String title,
        Effect effect,
        FindingPlace place,
        Advice advice,
        Grounds grounds,
        ResponseCodes codes) {

    /** The finding with the reasons for it. */
    public Finding because(List<Reason> reasons) {
        Grounds explained = new Grounds(grounds.citation(), grounds.row(), grounds.rule(), reasons);
        return new Finding(id, title, effect, place, advice, explained, codes);
    }

    /** The line number as sent, or {@code null} for the claim itself. */
    public Integer line() {
        return place.line();
    }

    /** The UB-04 form locator, such as {@code FL 44}. */
    public String formLocator() {
        return place.formLocator();
    }

    /** An RFC 6901 pointer into the claim's JSON form. */
    public String field() {
        return place.field();
    }

    /** Where the field stood in the claim's file, or {@code null}. */
    public Location at() {
        return place.at();
    }

    /** What is wrong, one line. */
    public String message() {
        return advice.message();
    }

    /** What to do about it, one line. */
    public String fix() {
        return advice.fix();
    }

    /** The mend, only where exactly one is possible; else empty. */
    public List<PatchOperation> patch() {
        return advice.patch();
    }

    /** How sure the mend is; {@code null} where there is none. */
    public Mend mend() {
        return advice.mend();
    }

    /** The paragraph it rests on. */
    public String citation() {
        return grounds.citation();
    }

    /** The table row it rests on, or {@code null}. */
    public RowReference row() {
        return grounds.row();
    }

    /** The file of the rule, or the workbook of the table, that found it. */
    public String rule() {
        return grounds.rule();
    }

    /** The facts that met the rule, where that was asked for; else empty. */
    public List<Reason> because() {
        return grounds.because();
    }
}
