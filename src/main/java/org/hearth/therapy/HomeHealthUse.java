package org.hearth.therapy;

import java.util.ArrayList;
import java.util.List;

/**
 * What a line is on a 32X, worked out from its codes (Pub. 100-04 ch. 10 s. 40.2).
 *
 * @param role {@code HIPPS}, {@code visit}, {@code telehealth}, {@code site} (where care was given), {@code reporting} (a
 *     functional G-code), {@code supply}, {@code equipment}, {@code other}, {@code total}, {@code unassigned} or {@code
 *     unlisted} by its revenue code; {@code none} on any bill but a 32X
 * @param coded whether the HCPCS code is on the list of 32X codes on some day: {@code yes}, {@code no}, or {@code none}
 *     where there is no code
 * @param inForce whether the code, if it is on that list, holds on the line's date
 * @param holds the days on which the code holds, for a finding's text; empty if it is in force
 * @param fits whether the code, if it is in force, may stand under the revenue code
 * @param therapyListed whether the code is on the list of 34X therapy codes on some day
 * @param oddModifiers the modifiers that belong on outpatient therapy lines, not on a visit: those of disciplines,
 *     assistants, the yearly amount, distinct services and others of no kind
 */
public record HomeHealthUse(
        String role,
        String coded,
        boolean inForce,
        String holds,
        boolean fits,
        boolean therapyListed,
        List<String> oddModifiers) {

    /** Of a line on another bill. */
    static final HomeHealthUse NONE = new HomeHealthUse("none", "none", true, "", true, false, List.of());

    static HomeHealthUse of(Line line, Codes codes) {
        VisitCode code = line.visitCode();
        String hcpcs = line.hcpcs();
        boolean inForce = true;
        String holds = "";
        if (code == VisitCode.NONE && codes.visitCodes().lists(hcpcs)) {
            List<VisitCode> spans = codes.visitCodes().of(hcpcs);
            code = spans.get(spans.size() - 1);
            inForce = false;
            holds = spans.stream().map(HomeHealthUse::days).reduce((one, other) -> one + ", " + other).orElse("");
        }
        boolean coded = code != VisitCode.NONE;
        return new HomeHealthUse(
                role(line, code),
                hcpcs == null ? "none" : coded ? "yes" : "no",
                inForce,
                holds,
                !coded || !inForce || fits(line, code),
                codes.therapyCodes().lists(hcpcs),
                oddModifiers(line, codes));
    }

    private static String role(Line line, VisitCode code) {
        return switch (line.service()) {
            case "PT", "OT", "SLP", "nursing", "social work", "aide" ->
                line.functionalCode() != FunctionalCode.NONE
                        ? "reporting"
                        : code == VisitCode.NONE ? "visit" : code.kind();
            case "none" -> "unlisted";
            default -> line.service();
        };
    }

    private static boolean fits(Line line, VisitCode code) {
        return code.families().contains(line.family())
                && (!code.kind().equals("supply") || line.service().equals("supply"));
    }

    private static String days(VisitCode code) {
        String from = code.from() == Day.FIRST ? "" : "from " + Day.date(code.from());
        String through = code.through() == Day.LAST ? "" : "through " + Day.date(code.through());
        return (from + " " + through).strip();
    }

    private static List<String> oddModifiers(Line line, Codes codes) {
        if (line.modifiers().isEmpty()) {
            return List.of();
        }
        List<String> odd = new ArrayList<>();
        for (String modifier : line.modifiers()) {
            ModifierCode row = codes.modifierCodes().on(modifier, line.on(), null);
            if (row != null && !row.kind().equals("liability") && !row.kind().equals("severity")) {
                odd.add(modifier);
            }
        }
        return List.copyOf(odd);
    }
}
