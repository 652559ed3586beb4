package org.hearth.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearth.claim.Claim;
import org.hearth.claim.Practitioner;
import org.hearth.finding.Finding;

/** The header of a claim, field by field, as a UB-04 has it; and which of its fields a finding points at. */
final class BilledFields {

    /**
     * A field of the header.
     *
     * @param locator its form locator, such as {@code FL 4}
     * @param name what it is called
     * @param members the members of the claim's JSON form that it shows
     * @param value as billed, fit to be read; {@code null} if the claim has none
     */
    record Field(String locator, String name, Set<String> members, String value) {

        /** Whether a finding points at this field: by its member, or by its form locator where it names none of the bill. */
        boolean isMeant(Finding finding) {
            String member = member(finding.field());
            return member == null || BESIDE.contains(member)
                    ? locator.equals(finding.formLocator())
                    : members.contains(member);
        }
    }

    /** Members of a claim that stand beside the bill. */
    private static final Set<String> BESIDE = Set.of("context", "history", "receivedDate");

    private final List<Field> fields = new ArrayList<>();

    private BilledFields() {}

    /** All fields, in the order of their form locators, those that the claim leaves empty too. */
    static List<Field> of(Claim claim) {
        BilledFields header = new BilledFields();
        header.add("FL 3a", "Claim number", "claimId", claim.claimId());
        header.add(
                "FL 4",
                "Type of bill",
                "typeOfBill",
                claim.typeOfBill() == null ? null : claim.typeOfBill().code());
        header.fields.add(new Field(
                "FL 6",
                "Statement covers",
                Set.of("statementFrom", "statementThrough"),
                span(claim.statementFrom(), claim.statementThrough())));
        header.add("FL 12", "Start of care", "admissionDate", claim.admissionDate());
        header.add("FL 14", "Priority", "priority", claim.priority());
        header.add("FL 15", "Point of origin", "pointOfOrigin", claim.pointOfOrigin());
        header.add("FL 17", "Patient status", "patientStatus", claim.patientStatus());
        header.add("FL 18-28", "Condition codes", "conditionCodes", joined(claim.conditionCodes().stream()));
        header.add(
                "FL 31-34",
                "Occurrence codes",
                "occurrenceCodes",
                joined(claim.occurrenceCodes().stream().map(one -> one.code() + " " + text(one.date()))));
        header.add(
                "FL 35-36",
                "Occurrence spans",
                "occurrenceSpans",
                joined(claim.occurrenceSpans().stream()
                        .map(one -> one.code() + " "
                                + text(span(one.span().from(), one.span().through())))));
        header.add(
                "FL 39-41",
                "Value codes",
                "valueCodes",
                joined(claim.valueCodes().stream().map(one -> one.code() + " " + text(one.amount()))));
        header.add(
                "FL 50",
                "Payer",
                "payer",
                claim.payer() == null
                        ? null
                        : blank(Stream.of(
                                        claim.payer().filingIndicator(),
                                        claim.payer().called())
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(" "))));
        header.add("FL 56", "Billing provider", "billingProviderNpi", claim.billingProviderNpi());
        header.add("FL 60", "Member id ends in", "beneficiaryId", ending(claim.beneficiaryId()));
        header.add("FL 63", "Treatment authorization", "treatmentAuthorization", claim.treatmentAuthorization());
        header.add("FL 64", "Original claim number", "originalClaimNumber", claim.originalClaimNumber());
        header.add("FL 66", "Version of the diagnoses", "diagnosisVersion", versions(claim));
        header.fields.add(new Field(
                "FL 67",
                "Diagnoses",
                Set.of("principalDiagnosis", "otherDiagnoses"),
                joined(Stream.concat(
                        Stream.ofNullable(claim.principalDiagnosis()),
                        Stream.ofNullable(claim.otherDiagnoses()).flatMap(List::stream)))));
        header.add("FL 76", "Attending", "attending", npi(claim.attending()));
        header.add("FL 78-79", "Referring", "referring", npi(claim.referring()));
        // their words may be of the patient
        header.add("FL 80", "Remarks", "remarks", claim.remarks() == null ? null : "given, not shown here");
        return header.fields;
    }

    private void add(String locator, String name, String member, Object value) {
        fields.add(new Field(locator, name, Set.of(member), value == null ? null : blank(value.toString())));
    }

    /** The member of the claim that a pointer leads into; {@code null} of the claim itself. */
    private static String member(String pointer) {
        if (pointer == null || pointer.isEmpty()) {
            return null;
        }
        return pointer.split("/", 3)[1];
    }

    /** Days from and through; {@code null} if neither is known. */
    static String span(LocalDate from, LocalDate through) {
        if (from == null && through == null) {
            return null;
        }
        return Stream.of(from, through).map(date -> Objects.toString(date, "?")).collect(Collectors.joining(" to "));
    }

    /** The last characters of a member id: never the whole of it, however short it is. */
    private static String ending(String member) {
        int shown = member == null ? 0 : Math.min(4, member.length() / 2);
        return shown == 0 ? null : member.substring(member.length() - shown);
    }

    private static String versions(Claim claim) {
        return joined(claim.diagnosisVersions().stream().map(Object::toString).sorted());
    }

    private static String npi(Practitioner practitioner) {
        return practitioner == null ? null : practitioner.npi();
    }

    private static String joined(Stream<String> values) {
        return blank(values.map(String::strip).collect(Collectors.joining(", ")));
    }

    private static String blank(String value) {
        return value == null || value.isBlank() ? null : value;
    }

    private static String text(Object value) {
        return Objects.toString(value, "");
    }
}
