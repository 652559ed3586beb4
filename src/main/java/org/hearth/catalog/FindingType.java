package org.hearth.catalog;

import java.util.List;
import org.hearth.finding.Effect;
import org.hearth.finding.Mend;
import org.hearth.finding.ResponseCodes;

/**
 * A kind of finding: a row of {@code codes/findings.xlsx}.
 *
 * @param id {@code HHT-} and three digits
 * @param title two to six words
 * @param effect what would happen to the claim or line
 * @param field the field below the subject; empty for the subject itself
 * @param formLocator such as {@code FL 44}, or {@code null}
 * @param message what is wrong
 * @param fix what to do
 * @param patch the mend where exactly one is possible, or {@code null}
 * @param citation the paragraph it rests on
 * @param codes what a payer would answer
 */
public record FindingType(
        String id,
        String title,
        Effect effect,
        Wording field,
        String formLocator,
        Wording message,
        Wording fix,
        PatchTemplate patch,
        String citation,
        ResponseCodes codes) {

    /** What a payer would answer, with the values that some of the codes take from the facts. */
    public ResponseCodes codes(List<?> facts) {
        return new ResponseCodes(
                code(codes.fiss(), facts),
                code(codes.carc(), facts),
                code(codes.rarc(), facts),
                code(codes.claimStatus(), facts));
    }

    private static String code(String code, List<?> facts) {
        String rendered =
                code == null || code.indexOf('{') < 0 ? code : Wording.of(code).render(facts);
        return "none".equals(rendered) ? null : rendered;
    }

    /**
     * A type from the texts of its row; {@code none} stands for no value.
     *
     * @param mend how sure the patch is, in the word of {@link Mend}; {@code null} where there is none
     * @throws IllegalArgumentException if the patch, its mend or the effect cannot be read
     */
    public static FindingType of(
            String id,
            String title,
            String effect,
            String field,
            String formLocator,
            String message,
            String fix,
            String patch,
            String mend,
            String citation,
            ResponseCodes codes) {
        if ((patch == null) != (mend == null)) {
            throw new IllegalArgumentException(
                    patch == null ? "`" + mend + "` without a patch" : "the patch `" + patch + "` without its mend");
        }
        return new FindingType(
                id,
                title,
                Effect.valueOf(effect),
                Wording.of(field),
                formLocator,
                Wording.of(message),
                Wording.of(fix),
                patch == null ? null : PatchTemplate.of(patch, Mend.of(mend)),
                citation,
                codes);
    }
}
