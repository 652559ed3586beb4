package org.hearth.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One institutional claim as billed; those of type of bill 32X and 34X to Original Medicare are judged. Its codes have their own form ({@link CodeForm}), whichever
 * they were billed in; its identifiers are as billed. Never carries a patient's name.
 *
 * @param claimId the sender's own number for the claim (CLM01)
 * @param typeOfBill FL 4
 * @param receivedDate the day the payer received or will receive it
 * @param statementFrom first day of the statement covers period (FL 6)
 * @param statementThrough last day of the statement covers period (FL 6)
 * @param admissionDate admission or start of care (FL 12)
 * @param priority priority of admission (FL 14)
 * @param pointOfOrigin FL 15
 * @param patientStatus FL 17
 * @param beneficiaryId the Medicare number (FL 60)
 * @param billingProviderNpi FL 56
 * @param attending FL 76
 * @param referring FL 78-79
 * @param conditionCodes FL 18-28
 * @param occurrenceCodes FL 31-34
 * @param occurrenceSpans FL 35-36
 * @param valueCodes FL 39-41
 * @param treatmentAuthorization FL 63
 * @param originalClaimNumber the payer's number of the claim that this one replaces or voids (FL 64)
 * @param principalDiagnosis FL 67, without its point
 * @param otherDiagnoses FL 67 A-Q, without their points; empty if there are none, {@code null} if nobody knows
 * @param diagnosisVersions what the diagnosis codes are said to be taken from (the qualifiers of the 837I); empty if nobody
 *     says
 * @param remarks FL 80
 * @param delayReason why the claim is sent late (CLM20), or {@code null}
 * @param transactionType what the batch is said to hold (BHT06): {@code CH} claims, {@code RP} reports of encounters; or
 *     {@code null}
 * @param payer whom it is sent to; {@code null} if not known
 * @param otherPayers the beneficiary's other payers; empty if there are none, {@code null} if nobody knows
 * @param totalCharge in US dollars (FL 47 of line 0001; CLM02)
 * @param lines at least one, at most 999
 * @param context what the claim itself cannot say
 * @param history earlier claims of the same beneficiary; empty if there are none, {@code null} if nobody knows
 * @param asSent how it was handed in, and what that says
 * @param origin where it was read from
 */
public record Claim(
        String claimId,
        TypeOfBill typeOfBill,
        LocalDate receivedDate,
        LocalDate statementFrom,
        LocalDate statementThrough,
        LocalDate admissionDate,
        String priority,
        String pointOfOrigin,
        String patientStatus,
        String beneficiaryId,
        String billingProviderNpi,
        Practitioner attending,
        Practitioner referring,
        List<String> conditionCodes,
        List<OccurrenceCode> occurrenceCodes,
        List<OccurrenceSpan> occurrenceSpans,
        List<ValueCode> valueCodes,
        String treatmentAuthorization,
        String originalClaimNumber,
        String principalDiagnosis,
        List<String> otherDiagnoses,
        Set<DiagnosisVersion> diagnosisVersions,
        String remarks,
        String delayReason,
        String transactionType,
        Payer payer,
        List<OtherPayer> otherPayers,
        BigDecimal totalCharge,
        List<ServiceLine> lines,
        ClaimContext context,
        List<Claim> history,
        AsSent asSent,
        Origin origin) {

    public Claim {
        conditionCodes = List.copyOf(conditionCodes);
        occurrenceCodes = List.copyOf(occurrenceCodes);
        occurrenceSpans = List.copyOf(occurrenceSpans);
        valueCodes = List.copyOf(valueCodes);
        lines = List.copyOf(lines);
        history = history == null ? null : List.copyOf(history);
        otherDiagnoses = otherDiagnoses == null ? null : List.copyOf(otherDiagnoses);
        diagnosisVersions = Set.copyOf(diagnosisVersions);
        otherPayers = otherPayers == null ? null : List.copyOf(otherPayers);
    }

    /** Whether the claim is known to be without a fact: not whether nobody says that it has it. */
    public boolean isWithout(HeaderFact fact) {
        return !fact.isOn(this) && asSent.saysNone(fact);
    }

    /** Whether nobody says if the claim has a fact. */
    public boolean isSilentOn(HeaderFact fact) {
        return !fact.isOn(this) && !asSent.saysNone(fact);
    }

    /** Whether a billing provider is known to be another than the claim's. */
    public boolean isAnothers(String npi) {
        return npi != null && billingProviderNpi != null && !npi.equals(billingProviderNpi);
    }

    /** Names the claim only: it holds the member id, and what is printed is soon logged. */
    @Override
    public String toString() {
        return "Claim[" + claimId + "]";
    }

    /** A claim to fill in, all unknown. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this claim. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.claimId = claimId;
        builder.typeOfBill = typeOfBill;
        builder.receivedDate = receivedDate;
        builder.statementFrom = statementFrom;
        builder.statementThrough = statementThrough;
        builder.admissionDate = admissionDate;
        builder.priority = priority;
        builder.pointOfOrigin = pointOfOrigin;
        builder.patientStatus = patientStatus;
        builder.beneficiaryId = beneficiaryId;
        builder.billingProviderNpi = billingProviderNpi;
        builder.attending = attending;
        builder.referring = referring;
        builder.conditionCodes.addAll(conditionCodes);
        builder.occurrenceCodes.addAll(occurrenceCodes);
        builder.occurrenceSpans.addAll(occurrenceSpans);
        builder.valueCodes.addAll(valueCodes);
        builder.treatmentAuthorization = treatmentAuthorization;
        builder.originalClaimNumber = originalClaimNumber;
        builder.principalDiagnosis = principalDiagnosis;
        builder.otherDiagnoses = otherDiagnoses == null ? null : new ArrayList<>(otherDiagnoses);
        builder.diagnosisVersions.addAll(diagnosisVersions);
        builder.remarks = remarks;
        builder.delayReason = delayReason;
        builder.transactionType = transactionType;
        builder.payer = payer;
        builder.otherPayers = otherPayers == null ? null : new ArrayList<>(otherPayers);
        builder.totalCharge = totalCharge;
        builder.lines.addAll(lines);
        builder.context = context;
        builder.history = history;
        builder.door = asSent.door();
        builder.none.addAll(asSent.none());
        builder.forms.addAll(asSent.forms());
        builder.faults.addAll(asSent.faults());
        builder.origin = origin;
        return builder;
    }

    /** Fills in a claim field by field. Not safe for use by several threads. */
    public static final class Builder {
        private String claimId;
        private TypeOfBill typeOfBill;
        private LocalDate receivedDate;
        private LocalDate statementFrom;
        private LocalDate statementThrough;
        private LocalDate admissionDate;
        private String priority;
        private String pointOfOrigin;
        private String patientStatus;
        private String beneficiaryId;
        private String billingProviderNpi;
        private Practitioner attending;
        private Practitioner referring;
        private final List<String> conditionCodes = new ArrayList<>();
        private final List<OccurrenceCode> occurrenceCodes = new ArrayList<>();
        private final List<OccurrenceSpan> occurrenceSpans = new ArrayList<>();
        private final List<ValueCode> valueCodes = new ArrayList<>();
        private String treatmentAuthorization;
        private String originalClaimNumber;
        private String principalDiagnosis;
        private List<String> otherDiagnoses;
        private final Set<DiagnosisVersion> diagnosisVersions = EnumSet.noneOf(DiagnosisVersion.class);
        private String remarks;
        private String delayReason;
        private String transactionType;
        private Payer payer;
        private List<OtherPayer> otherPayers;
        private BigDecimal totalCharge;
        private final List<ServiceLine> lines = new ArrayList<>();
        private ClaimContext context = ClaimContext.UNKNOWN;
        private List<Claim> history;
        private Door door = Door.JSON;
        private final Set<HeaderFact> none = EnumSet.noneOf(HeaderFact.class);
        private final List<BilledForm> forms = new ArrayList<>(0);
        private final List<GuideFault> faults = new ArrayList<>(0);
        private Origin origin = Origin.NONE;

        private Builder() {}

        /** Sets {@link Claim#claimId}. */
        public Builder claimId(String value) {
            claimId = value;
            return this;
        }

        /** Sets {@link Claim#typeOfBill}. */
        public Builder typeOfBill(TypeOfBill value) {
            typeOfBill = value;
            return this;
        }

        /** Sets {@link Claim#receivedDate}. */
        public Builder receivedDate(LocalDate value) {
            receivedDate = value;
            return this;
        }

        /** Sets {@link Claim#statementFrom}. */
        public Builder statementFrom(LocalDate value) {
            statementFrom = value;
            return this;
        }

        /** Sets {@link Claim#statementThrough}. */
        public Builder statementThrough(LocalDate value) {
            statementThrough = value;
            return this;
        }

        /** Sets {@link Claim#admissionDate}. */
        public Builder admissionDate(LocalDate value) {
            admissionDate = value;
            return this;
        }

        /** Sets {@link Claim#priority}. */
        public Builder priority(String value) {
            priority = value;
            return this;
        }

        /** Sets {@link Claim#pointOfOrigin}. */
        public Builder pointOfOrigin(String value) {
            pointOfOrigin = value;
            return this;
        }

        /** Sets {@link Claim#patientStatus}. */
        public Builder patientStatus(String value) {
            patientStatus = value;
            return this;
        }

        /** Sets {@link Claim#beneficiaryId}. */
        public Builder beneficiaryId(String value) {
            beneficiaryId = value;
            return this;
        }

        /** Sets {@link Claim#billingProviderNpi}. */
        public Builder billingProviderNpi(String value) {
            billingProviderNpi = value;
            return this;
        }

        /** Sets {@link Claim#attending}. */
        public Builder attending(Practitioner value) {
            attending = value;
            return this;
        }

        /** Sets {@link Claim#referring}. */
        public Builder referring(Practitioner value) {
            referring = value;
            return this;
        }

        /** Adds to {@link Claim#conditionCodes}. */
        public Builder addConditionCode(String code) {
            conditionCodes.add(code);
            return this;
        }

        /** Adds to {@link Claim#occurrenceCodes}. */
        public Builder add(OccurrenceCode occurrenceCode) {
            occurrenceCodes.add(occurrenceCode);
            return this;
        }

        /** Adds to {@link Claim#occurrenceSpans}. */
        public Builder add(OccurrenceSpan occurrenceSpan) {
            occurrenceSpans.add(occurrenceSpan);
            return this;
        }

        /** Adds to {@link Claim#valueCodes}. */
        public Builder add(ValueCode valueCode) {
            valueCodes.add(valueCode);
            return this;
        }

        /** Sets {@link Claim#treatmentAuthorization}. */
        public Builder treatmentAuthorization(String value) {
            treatmentAuthorization = value;
            return this;
        }

        /** Sets {@link Claim#originalClaimNumber}. */
        public Builder originalClaimNumber(String value) {
            originalClaimNumber = value;
            return this;
        }

        /** Sets {@link Claim#principalDiagnosis}. */
        public Builder principalDiagnosis(String value) {
            principalDiagnosis = value;
            return this;
        }

        /** Says that there are other diagnoses or none: {@link Claim#otherDiagnoses} is known. */
        public Builder otherDiagnoses(List<String> value) {
            otherDiagnoses = value == null ? null : new ArrayList<>(value);
            return this;
        }

        /** Adds to {@link Claim#diagnosisVersions}. */
        public Builder add(DiagnosisVersion version) {
            diagnosisVersions.add(version);
            return this;
        }

        /** Sets {@link Claim#delayReason}. */
        public Builder delayReason(String value) {
            delayReason = value;
            return this;
        }

        /** Sets {@link Claim#transactionType}. */
        public Builder transactionType(String value) {
            transactionType = value;
            return this;
        }

        /** Sets {@link Claim#payer}. */
        public Builder payer(Payer value) {
            payer = value;
            return this;
        }

        /** Says that there are other payers or none: {@link Claim#otherPayers} is known. */
        public Builder otherPayers(List<OtherPayer> value) {
            otherPayers = value == null ? null : new ArrayList<>(value);
            return this;
        }

        /** Sets {@link Claim#remarks}. */
        public Builder remarks(String value) {
            remarks = value;
            return this;
        }

        /** Sets {@link Claim#totalCharge}. */
        public Builder totalCharge(BigDecimal value) {
            totalCharge = value;
            return this;
        }

        /** Adds to {@link Claim#lines}. */
        public Builder add(ServiceLine line) {
            lines.add(line);
            return this;
        }

        /** Replaces {@link Claim#lines}. */
        public Builder lines(List<ServiceLine> value) {
            lines.clear();
            lines.addAll(value);
            return this;
        }

        /** Sets {@link Claim#context}. */
        public Builder context(ClaimContext value) {
            context = value;
            return this;
        }

        /** Sets {@link Claim#history}. */
        public Builder history(List<Claim> value) {
            history = value;
            return this;
        }

        /** Sets how the claim was handed in. */
        public Builder door(Door value) {
            door = value;
            return this;
        }

        /** Says that the claim does not have a fact, where it is not set. */
        public Builder without(HeaderFact fact) {
            none.add(fact);
            return this;
        }

        /** Says that a code was billed in another form than its own. */
        public Builder add(BilledForm form) {
            forms.add(form);
            return this;
        }

        /** Says where the claim's segments depart from the guide of its file. */
        public Builder faults(List<GuideFault> value) {
            faults.clear();
            faults.addAll(value);
            return this;
        }

        /** Sets {@link Claim#origin}. */
        public Builder origin(Origin value) {
            origin = value;
            return this;
        }

        /** The claim. */
        public Claim build() {
            return new Claim(
                    claimId,
                    typeOfBill,
                    receivedDate,
                    statementFrom,
                    statementThrough,
                    admissionDate,
                    priority,
                    pointOfOrigin,
                    patientStatus,
                    beneficiaryId,
                    billingProviderNpi,
                    attending,
                    referring,
                    conditionCodes,
                    occurrenceCodes,
                    occurrenceSpans,
                    valueCodes,
                    treatmentAuthorization,
                    originalClaimNumber,
                    principalDiagnosis,
                    otherDiagnoses,
                    diagnosisVersions,
                    remarks,
                    delayReason,
                    transactionType,
                    payer,
                    otherPayers,
                    totalCharge,
                    lines,
                    context,
                    history,
                    asSent(),
                    origin);
        }

        private AsSent asSent() {
            if (none.isEmpty() && forms.isEmpty() && faults.isEmpty()) {
                return door == Door.X12 ? AsSent.X12 : AsSent.JSON;
            }
            return new AsSent(door, none, forms, faults);
        }
    }
}
