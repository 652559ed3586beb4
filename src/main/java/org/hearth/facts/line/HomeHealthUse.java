package org.hearth.facts.line;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hearth.claim.DateSpan;
import org.hearth.claim.ServiceLine;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.codes.FunctionalCode;
import org.hearth.codes.ModifierCode;
import org.hearth.codes.RevenueCode;
import org.hearth.codes.Service;
import org.hearth.codes.VisitCode;
import org.hearth.codes.VisitKind;

/**
 * What a line is on a 32X, worked out from its codes (Pub. 100-04 ch. 10 s. 40.2).
 *
 * @param role what it is, by its codes
 * @param coded whether the HCPCS code is on the list of 32X codes on some day: {@code yes}, {@code no}, or {@code none}
 *     where there is no code
 * @param holds the days on which the code holds, for a finding's text; empty if it is in force
 * @param fits whether the code, if it is in force, may stand under the revenue code
 * @param outpatientModifiers the modifiers that cannot stand on a visit and belong on lines of outpatient therapy
 * @param free whether the line has no charge, or none above zero
 * @param nonCovered whether the whole charge is billed as non-covered
 * @param insideInpatientStay whether the line is dated inside an inpatient stay, neither on its first nor on its last day
 */
public record HomeHealthUse(
        LineRole role,
        String coded,
        String holds,
        boolean fits,
        List<String> outpatientModifiers,
        boolean free,
        boolean nonCovered,
        boolean insideInpatientStay) {

    /** Of a line on another bill. */
    static final HomeHealthUse NONE =
            new HomeHealthUse(LineRole.NONE, "none", "", true, List.of(), false, false, false);

    /**
     * What a line is.
     *
     * @param revenue the row of its revenue code
     * @param own the rows of its HCPCS code
     */
    static HomeHealthUse of(Bill bill, ServiceLine billed, RevenueCode revenue, LineCodes own, Codes codes) {
        VisitCode code = own.visitCode();
        String hcpcs = billed.hcpcs();
        boolean inForce = true;
        String holds = "";
        if (code == VisitCode.NONE && codes.visitCodes().lists(hcpcs)) {
            List<VisitCode> spans = codes.visitCodes().of(hcpcs);
            code = spans.get(spans.size() - 1);
            inForce = false;
            holds = spans.stream()
                    .map(span -> Day.span(span.from(), span.through()))
                    .reduce((one, other) -> one + ", " + other)
                    .orElse("");
        }
        boolean coded = code != VisitCode.NONE;
        BigDecimal charge = billed.charge();
        return new HomeHealthUse(
                role(revenue, own.functionalCode(), code),
                hcpcs == null ? "none" : coded ? "yes" : "no",
                holds,
                !coded || !inForce || fits(billed.family(), revenue, code),
                outpatientModifiers(billed.modifiers(), codes),
                charge == null || charge.signum() <= 0,
                billed.notCovered(),
                billed.serviceDate() != null && insideAny(bill.context().inpatientStays(), billed.serviceDate()));
    }

    private static boolean insideAny(List<DateSpan> stays, LocalDate day) {
        for (DateSpan stay : stays) {
            if (stay.strictlyContains(day)) {
                return true;
            }
        }
        return false;
    }

    private static LineRole role(RevenueCode revenue, FunctionalCode functional, VisitCode code) {
        return switch (revenue.service()) {
            case PT, OT, SLP, NURSING, SOCIAL_WORK, AIDE ->
                functional != FunctionalCode.NONE ? LineRole.REPORTING : LineRole.of(code.kind());
            default -> LineRole.of(revenue.service());
        };
    }

    private static boolean fits(String family, RevenueCode revenue, VisitCode code) {
        return code.families().contains(family)
                && (code.kind() != VisitKind.SUPPLY || revenue.service() == Service.SUPPLY);
    }

    private static List<String> outpatientModifiers(List<String> modifiers, Codes codes) {
        if (modifiers.isEmpty()) {
            return List.of();
        }
        List<String> outpatient = new ArrayList<>();
        for (String modifier : modifiers) {
            // one that is not yet in use is one all the same
            ModifierCode row =
                    codes.modifierCodes().of(modifier).stream().findFirst().orElse(null);
            if (row != null && !row.onAVisit()) {
                outpatient.add(modifier);
            }
        }
        return List.copyOf(outpatient);
    }
}
