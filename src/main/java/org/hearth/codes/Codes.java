package org.hearth.codes;

import java.util.OptionalInt;
import java.util.function.Consumer;
import org.hearth.claim.Claim;
import org.hearth.claim.CodeForm;
import org.hearth.claim.Discipline;

/**
 * Every code list of a ruleset, and the code sets that were imported. Immutable.
 *
 * @param visitCodes what a HCPCS code on a 32X is
 * @param therapyCodes what a HCPCS code on a 34X is
 * @param functionalCodes functional reporting G-codes
 * @param modifierCodes modifiers
 * @param revenueCodes revenue codes
 * @param disciplines what stands for a therapy discipline on an outpatient claim
 * @param therapyAmounts yearly amounts by bucket
 * @param parameters numbers that are policy, by name
 * @param billTypes types of bill
 * @param headerCodes codes of a claim's header
 * @param payers kinds of payer by claim filing indicator
 * @param sets imported code sets
 */
public record Codes(
        CodeIndex<VisitCode> visitCodes,
        CodeIndex<TherapyCode> therapyCodes,
        CodeIndex<FunctionalCode> functionalCodes,
        CodeIndex<ModifierCode> modifierCodes,
        CodeIndex<RevenueCode> revenueCodes,
        CodeIndex<DisciplineCodes> disciplines,
        CodeIndex<TherapyAmount> therapyAmounts,
        CodeIndex<Parameter> parameters,
        CodeIndex<BillType> billTypes,
        CodeIndex<HeaderCode> headerCodes,
        CodeIndex<PayerKind> payers,
        CodeSets sets) {

    /** Code lists without any imported set. */
    public Codes(
            CodeIndex<VisitCode> visitCodes,
            CodeIndex<TherapyCode> therapyCodes,
            CodeIndex<FunctionalCode> functionalCodes,
            CodeIndex<ModifierCode> modifierCodes,
            CodeIndex<RevenueCode> revenueCodes,
            CodeIndex<DisciplineCodes> disciplines,
            CodeIndex<TherapyAmount> therapyAmounts,
            CodeIndex<Parameter> parameters,
            CodeIndex<BillType> billTypes,
            CodeIndex<HeaderCode> headerCodes,
            CodeIndex<PayerKind> payers) {
        this(
                visitCodes,
                therapyCodes,
                functionalCodes,
                modifierCodes,
                revenueCodes,
                disciplines,
                therapyAmounts,
                parameters,
                billTypes,
                headerCodes,
                payers,
                CodeSets.NONE);
    }

    /** The same code lists with these imported sets in the place of theirs. */
    public Codes with(CodeSets others) {
        return new Codes(
                visitCodes,
                therapyCodes,
                functionalCodes,
                modifierCodes,
                revenueCodes,
                disciplines,
                therapyAmounts,
                parameters,
                billTypes,
                headerCodes,
                payers,
                others);
    }

    /** The same code lists; whoever looks up a row has it noted. */
    public Codes noting(Consumer<CodeRow> takes) {
        return new Codes(
                visitCodes.noting(takes),
                therapyCodes.noting(takes),
                functionalCodes.noting(takes),
                modifierCodes.noting(takes),
                revenueCodes.noting(takes),
                disciplines.noting(takes),
                therapyAmounts.noting(takes),
                parameters.noting(takes),
                billTypes.noting(takes),
                headerCodes.noting(takes),
                payers.noting(takes),
                sets);
    }

    /** The row of a number that is policy on a day, or {@code null} where it did not hold. */
    public Parameter parameterRow(ParameterName name, int day) {
        return parameters.on(name.toString(), day, null);
    }

    /** What stands for a discipline on a day, or {@link DisciplineCodes#NONE}. */
    public DisciplineCodes of(Discipline discipline, int day) {
        return disciplines.on(discipline.name(), day, DisciplineCodes.NONE);
    }

    /**
     * A whole number that is policy on a day.
     *
     * @return empty where the policy did not hold on that day
     */
    public OptionalInt parameter(ParameterName name, int day) {
        Parameter row = parameterRow(name, day);
        return row == null ? OptionalInt.empty() : OptionalInt.of(row.value().intValueExact());
    }

    /** What a claim's type of bill is for, on the first day of its statement. */
    public BillType billType(Claim claim) {
        return BillType.of(claim.typeOfBill(), Day.of(claim.statementFrom()), billTypes);
    }

    /** Whether claims to its payer are judged. A claim that names no kind of payer is taken for Original Medicare. */
    public boolean judgesPayer(Claim claim) {
        if (claim.payer() == null || claim.payer().filingIndicator() == null) {
            return true;
        }
        PayerKind kind = payers.on(CodeForm.code(claim.payer().filingIndicator()), Day.of(claim.statementFrom()), null);
        return kind != null && kind.judged();
    }

    /** Whether bills of its kind are judged: whether the list has any type of bill of that kind then. */
    public boolean judgesBill(Claim claim) {
        int day = Day.of(claim.statementFrom());
        if (billTypes.on(claim.typeOfBill().code(), day, null) != null) {
            return true;
        }
        String kind = claim.typeOfBill().code().substring(0, 3);
        return billTypes.all().stream().anyMatch(type -> type.code().startsWith(kind) && type.holdsOn(day));
    }

    /**
     * The row of a header code that is in force for a statement; {@code null} where none is.
     *
     * @param code the code with its kind, as {@link HeaderKind#with}
     * @param from statement-from, as {@link Day}
     * @param through statement-through, as {@link Day}
     */
    public HeaderCode headerCode(String code, int from, int through) {
        for (HeaderCode row : headerCodes.of(code)) {
            if (row.holdsOn(row.deciding(from, through))) {
                return row;
            }
        }
        return null;
    }
}
