package org.hearth.facts.line;

import org.hearth.codes.CodeIndex;
import org.hearth.codes.Codes;
import org.hearth.codes.FunctionalCode;
import org.hearth.codes.TherapyCode;
import org.hearth.codes.VisitCode;

/**
 * What the HCPCS code of one line is, looked up once for its date.
 *
 * @param visitCode its row as a 32X visit code, or {@link VisitCode#NONE}
 * @param therapyCode its row as a 34X therapy code, or {@link TherapyCode#NONE}
 * @param functionalCode its row as a functional G-code, or {@link FunctionalCode#NONE}
 * @param codeList the list that has it, on whatever day, as {@link Line#codeList()}
 * @param lapsedCode the row nearest the date, where the therapy list has it but not for the date; else {@code null}
 */
record LineCodes(
        VisitCode visitCode,
        TherapyCode therapyCode,
        FunctionalCode functionalCode,
        String codeList,
        TherapyCode lapsedCode) {

    /** What a code is on a day; {@code null} is no code. */
    static LineCodes of(String hcpcs, int on, Codes codes) {
        TherapyCode therapyCode = codes.therapyCodes().on(hcpcs, on, TherapyCode.NONE);
        String codeList = codeList(hcpcs, therapyCode, codes);
        return new LineCodes(
                codes.visitCodes().on(hcpcs, on, VisitCode.NONE),
                therapyCode,
                codes.functionalCodes().on(hcpcs, on, FunctionalCode.NONE),
                codeList,
                therapyCode == TherapyCode.NONE && codeList.equals("therapy")
                        ? nearest(hcpcs, on, codes.therapyCodes())
                        : null);
    }

    private static String codeList(String hcpcs, TherapyCode therapyCode, Codes codes) {
        if (hcpcs == null) {
            return "no code";
        }
        if (therapyCode != TherapyCode.NONE || codes.therapyCodes().lists(hcpcs)) {
            return "therapy";
        }
        if (codes.functionalCodes().lists(hcpcs)) {
            return "functional";
        }
        return codes.visitCodes().lists(hcpcs) ? "visit" : "unlisted";
    }

    private static TherapyCode nearest(String hcpcs, int on, CodeIndex<TherapyCode> therapyCodes) {
        TherapyCode nearest = null;
        for (TherapyCode row : therapyCodes.of(hcpcs)) {
            if (nearest == null || row.from() <= on) {
                nearest = row;
            }
        }
        return nearest;
    }
}
