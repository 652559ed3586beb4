package org.hearth.codes;

import java.util.OptionalInt;

/**
 * Every code list of a ruleset. Immutable.
 *
 * @param visitCodes what a HCPCS code on a 32X is
 * @param therapyCodes what a HCPCS code on a 34X is
 * @param functionalCodes functional reporting G-codes
 * @param modifierCodes modifiers
 * @param revenueCodes revenue codes
 * @param therapyAmounts yearly amounts by bucket
 * @param parameters numbers that are policy, by name
 */
public record Codes(
        CodeIndex<VisitCode> visitCodes,
        CodeIndex<TherapyCode> therapyCodes,
        CodeIndex<FunctionalCode> functionalCodes,
        CodeIndex<ModifierCode> modifierCodes,
        CodeIndex<RevenueCode> revenueCodes,
        CodeIndex<TherapyAmount> therapyAmounts,
        CodeIndex<Parameter> parameters) {

    /**
     * A whole number that is policy on a day.
     *
     * @return empty where the policy did not hold on that day
     */
    public OptionalInt parameter(String name, int day) {
        Parameter row = parameters.on(name, day, null);
        return row == null ? OptionalInt.empty() : OptionalInt.of(row.value().intValueExact());
    }
}
