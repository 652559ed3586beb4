package org.hearth.claim;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A fact of the header that a claim can be without, by the field's own term. */
public enum HeaderFact {
    ADMISSION_DATE("admission date", "admissionDate", Claim::admissionDate),
    PRIORITY("priority", "priority", Claim::priority),
    POINT_OF_ORIGIN("point of origin", "pointOfOrigin", Claim::pointOfOrigin),
    PATIENT_STATUS("patient status", "patientStatus", Claim::patientStatus),
    MEMBER_ID("member id", "beneficiaryId", Claim::beneficiaryId),
    BILLING_NPI("billing NPI", "billingProviderNpi", Claim::billingProviderNpi),
    ATTENDING(
            "attending",
            "attending",
            claim -> claim.attending() == null ? null : claim.attending().npi()),
    PRINCIPAL_DIAGNOSIS("principal diagnosis", "principalDiagnosis", Claim::principalDiagnosis),
    ORIGINAL_CLAIM_NUMBER("original claim number", "originalClaimNumber", Claim::originalClaimNumber),
    PAYER(
            "payer",
            "payer",
            claim -> claim.payer() == null ? null : claim.payer().called()),
    BILLED_TOTAL("total charge", "totalCharge", Claim::totalCharge);

    private static final Map<String, HeaderFact> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(HeaderFact::toString, Function.identity()));

    private final String word;
    private final String field;
    private final Function<Claim, Object> value;

    HeaderFact(String word, String field, Function<Claim, Object> value) {
        this.word = word;
        this.field = field;
        this.value = value;
    }

    /** The fact of this word, or {@code null}. */
    public static HeaderFact of(String word) {
        return word == null ? null : BY_WORD.get(word);
    }

    /** The field's own term, such as {@code point of origin}: the word in tables. */
    @Override
    public String toString() {
        return word;
    }

    /** The member of the claim's JSON form. */
    public String field() {
        return field;
    }

    /** Whether a claim has it. */
    public boolean isOn(Claim claim) {
        return value.apply(claim) != null;
    }
}
