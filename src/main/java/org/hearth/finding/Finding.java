package org.hearth.finding;

import java.util.List;
import org.hearth.claim.Location;

/**
 * One thing that Hearth says about a claim, ready to be shown.
 *
 * @param id {@code HHT-} and three digits
 * @param title two to six words
 * @param effect what would happen
 * @param line the line number as sent, or {@code null} for the claim itself
 * @param formLocator the UB-04 form locator, such as {@code FL 44}
 * @param field an RFC 6901 pointer into the claim's JSON form
 * @param at where the field stood in the claim's file, or {@code null}
 * @param message what is wrong, one line
 * @param fix what to do about it, one line
 * @param citation the paragraph it rests on
 * @param row the table row it rests on, or {@code null}
 * @param rule the file of the rule, or the workbook of the table, that found it
 * @param codes what a payer would answer
 * @param patch the mend, only where it is certain; else empty
 * @param because the facts that met the rule, where that was asked for; else empty
 */
public record Finding(
        String id,
        String title,
        Effect effect,
        Integer line,
        String formLocator,
        String field,
        Location at,
        String message,
        String fix,
        String citation,
        RowReference row,
        String rule,
        ResponseCodes codes,
        List<PatchOperation> patch,
        List<Reason> because) {

    public Finding {
        patch = List.copyOf(patch);
        because = List.copyOf(because);
    }

    /** A finding without the reasons for it. */
    public Finding(
            String id,
            String title,
            Effect effect,
            Integer line,
            String formLocator,
            String field,
            Location at,
            String message,
            String fix,
            String citation,
            RowReference row,
            String rule,
            ResponseCodes codes,
            List<PatchOperation> patch) {
        this(
                id,
                title,
                effect,
                line,
                formLocator,
                field,
                at,
                message,
                fix,
                citation,
                row,
                rule,
                codes,
                patch,
                List.of());
    }

    /** The finding with the reasons for it. */
    public Finding because(List<Reason> reasons) {
        return new Finding(
                id,
                title,
                effect,
                line,
                formLocator,
                field,
                at,
                message,
                fix,
                citation,
                row,
                rule,
                codes,
                patch,
                reasons);
    }
}
