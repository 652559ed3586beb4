package org.hearth.facts.line;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hearth.claim.DateSpan;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.codes.FunctionalCode;
import org.hearth.codes.ModifierCode;
import org.hearth.codes.ModifierKind;
import org.hearth.codes.VisitCode;

/**
 * What a line is on a 32X, worked out from its codes (Pub. 100-04 ch. 10 s. 40.2).
 *
 * @param role {@code HIPPS}, {@code visit}, {@code telehealth}, {@code site} (where care was given), {@code reporting} (a
 *     functional G-code), {@code supply}, {@code equipment}, {@code other visit}, {@code other}, {@code total}, {@code unassigned} or {@code
 *     unlisted} by its revenue code; {@code none} on any bill but a 32X
 * @param coded whether the HCPCS code is on the list of 32X codes on some day: {@code yes}, {@code no}, or {@code none}
 *     where there is no code
 * @param inForce whether the code, if it is on that list, holds on the line's date
 * @param holds the days on which the code holds, for a finding's text; empty if it is in force
 * @param fits whether the code, if it is in force, may stand under the revenue code
 * @param oddModifiers the modifiers that belong on outpatient therapy lines, not on a visit: those of disciplines,
 *     assistants, the yearly amount, distinct services and others of no kind
 * @param free whether the line has no charge, or none above zero
 * @param nonCovered whether the whole charge is billed as non-covered
 * @param insideInpatientStay whether the line is dated inside an inpatient stay, neither on its first nor on its last day
 */
public record HomeHealthUse(
        String role,
        String coded,
        boolean inForce,
        String holds,
        boolean fits,
        List<String> oddModifiers,
        boolean free,
        boolean nonCovered,
        boolean insideInpatientStay) {

    /** Of a line on another bill. */
    static final HomeHealthUse NONE = new HomeHealthUse("none", "none", true, "", true, List.of(), false, false, false);

    static HomeHealthUse of(Line line, Codes codes) {
        VisitCode code = line.visitCode();
        String hcpcs = line.hcpcs();
        boolean inForce = true;
        String holds = "";
        if (code == VisitCode.NONE && codes.visitCodes().lists(hcpcs)) {
            List<VisitCode> spans = codes.visitCodes().of(hcpcs);
            code = spans.get(spans.size() - 1);
            inForce = false;
            holds = spans.stream()
                    .map(HomeHealthUse::days)
                    .reduce((one, other) -> one + ", " + other)
                    .orElse("");
        }
        boolean coded = code != VisitCode.NONE;
        BigDecimal charge = line.charge();
        boolean free = charge == null || charge.signum() <= 0;
        BigDecimal nonCovered = line.billed().nonCoveredCharge();
        return new HomeHealthUse(
                role(line, code),
                hcpcs == null ? "none" : coded ? "yes" : "no",
                inForce,
                holds,
                !coded || !inForce || fits(line, code),
                oddModifiers(line, codes),
                free,
                !free && nonCovered != null && nonCovered.compareTo(charge) >= 0,
                line.dated() && insideAny(line.bill().context().inpatientStays(), line.serviceDate()));
    }

    private static boolean insideAny(List<DateSpan> stays, LocalDate day) {
        for (DateSpan stay : stays) {
            if (stay.strictlyContains(day)) {
                return true;
            }
        }
        return false;
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
            // one that is not yet in use is no less odd
            ModifierCode row =
                    codes.modifierCodes().of(modifier).stream().findFirst().orElse(null);
            if (row != null && !row.ofLiability() && row.kind() != ModifierKind.SEVERITY) {
                odd.add(modifier);
            }
        }
        return List.copyOf(odd);
    }
}
