package org.hearth.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.hearth.claim.BilledForm;
import org.hearth.claim.Claim;
import org.hearth.claim.DateSpan;
import org.hearth.claim.HeaderFact;
import org.hearth.claim.Payer;
import org.hearth.claim.Practitioner;
import org.hearth.claim.ServiceLine;
import org.hearth.claim.TreatmentMinutes;

/**
 * Writes a claim in the form that {@link ClaimReader} reads. What is not known is left out, so an absent history stays
 * absent and an empty one stays empty; what the claim is without is {@code null}; a code is written as it was billed. Equal claims give the same text; where a claim came from is not written.
 */
public final class ClaimWriter {

    private final JsonGenerator json;
    private final Members members;

    private ClaimWriter(JsonGenerator json) {
        this.json = json;
        this.members = new Members(json);
    }

    /** The claim on one line, without a line break at its end. */
    public static String line(Claim claim) {
        return Json.line(json -> write(claim, json));
    }

    /**
     * Writes what {@link #line} gives, as UTF-8.
     *
     * @param target is not closed
     * @throws IOException if it cannot be written
     */
    public static void write(Claim claim, OutputStream target) throws IOException {
        Json.write(json -> write(claim, json), target);
    }

    /** The claim over several lines. */
    public static String indented(Claim claim) {
        return Json.indented(json -> write(claim, json));
    }

    /** Writes the claim as a value within another. */
    static void write(Claim claim, JsonGenerator json) throws IOException {
        if (claim.asSent().forms().isEmpty()) {
            new ClaimWriter(json).claim(claim);
        } else {
            json.writeTree(asBilled(claim));
        }
    }

    /** The claim with the codes that were billed in another form than their own as they were billed. */
    private static JsonNode asBilled(Claim claim) throws IOException {
        JsonNode tree = Json.MAPPER.readTree(Json.line(json -> new ClaimWriter(json).claim(claim)));
        for (BilledForm form : claim.asSent().forms()) {
            JsonPointer at = JsonPointer.compile(form.pointer());
            JsonNode parent = tree.at(at.head());
            if (parent instanceof ArrayNode list) {
                list.set(at.last().getMatchingIndex(), form.billed());
            } else {
                ((ObjectNode) parent).put(at.last().getMatchingProperty(), form.billed());
            }
        }
        return tree;
    }

    private void claim(Claim claim) throws IOException {
        json.writeStartObject();
        fields(claim);
        json.writeEndObject();
    }

    private void fields(Claim claim) throws IOException {
        members.text("claimId", claim.claimId());
        members.text(
                "typeOfBill",
                claim.typeOfBill() == null ? null : claim.typeOfBill().code());
        members.date("receivedDate", claim.receivedDate());
        members.date("statementFrom", claim.statementFrom());
        members.date("statementThrough", claim.statementThrough());
        members.date("admissionDate", claim.admissionDate());
        members.text("priority", claim.priority());
        members.text("pointOfOrigin", claim.pointOfOrigin());
        members.text("patientStatus", claim.patientStatus());
        members.text("beneficiaryId", claim.beneficiaryId());
        members.text("billingProviderNpi", claim.billingProviderNpi());
        members.object("attending", claim.attending(), this::practitioner);
        members.object("referring", claim.referring(), this::practitioner);
        members.texts("conditionCodes", claim.conditionCodes());
        members.objects("occurrenceCodes", claim.occurrenceCodes(), occurrence -> {
            members.text("code", occurrence.code());
            members.date("date", occurrence.date());
        });
        members.objects("occurrenceSpans", claim.occurrenceSpans(), occurrence -> {
            members.text("code", occurrence.code());
            span(occurrence.span());
        });
        members.objects("valueCodes", claim.valueCodes(), value -> {
            members.text("code", value.code());
            members.text("amount", value.amount());
        });
        members.text("treatmentAuthorization", claim.treatmentAuthorization());
        members.text("originalClaimNumber", claim.originalClaimNumber());
        members.text("principalDiagnosis", claim.principalDiagnosis());
        if (claim.otherDiagnoses() != null) {
            members.texts("otherDiagnoses", claim.otherDiagnoses());
        }
        versions(claim);
        members.text("remarks", claim.remarks());
        members.text("delayReason", claim.delayReason());
        members.text("transactionType", claim.transactionType());
        members.object("payer", claim.payer(), this::payer);
        if (claim.otherPayers() != null) {
            members.objects("otherPayers", claim.otherPayers(), other -> {
                members.text("filingIndicator", other.filingIndicator());
                members.text("responsibility", other.responsibility());
                members.number("paid", other.paid());
            });
        }
        members.number("totalCharge", claim.totalCharge());
        members.objects("lines", claim.lines(), this::line);
        members.object("context", claim.context(), context -> new ContextWriter(members, context).fields());
        for (HeaderFact fact : HeaderFact.values()) {
            // a payer or practitioner that is there without a name or number is written as it is
            if (claim.isWithout(fact) && !written(claim, fact)) {
                json.writeNullField(fact.field());
            }
        }
        if (claim.history() != null) {
            members.objects("history", claim.history(), this::fields);
        }
    }

    private static boolean written(Claim claim, HeaderFact fact) {
        return fact == HeaderFact.PAYER && claim.payer() != null
                || fact == HeaderFact.ATTENDING && claim.attending() != null;
    }

    private void versions(Claim claim) throws IOException {
        List<String> versions = claim.diagnosisVersions().stream()
                .sorted()
                .map(Object::toString)
                .toList();
        if (versions.size() == 1) {
            members.text("diagnosisVersion", versions.get(0));
        } else if (!versions.isEmpty()) {
            members.texts("diagnosisVersion", versions);
        }
    }

    private void payer(Payer payer) throws IOException {
        members.text("filingIndicator", payer.filingIndicator());
        members.text("name", payer.name());
        members.text("id", payer.id());
        members.text("responsibility", payer.responsibility());
    }

    private void practitioner(Practitioner practitioner) throws IOException {
        members.text("npi", practitioner.npi());
        members.text("lastName", practitioner.lastName());
        members.text("firstName", practitioner.firstName());
    }

    private void span(DateSpan span) throws IOException {
        members.date("from", span.from());
        members.date("through", span.through());
    }

    private void line(ServiceLine line) throws IOException {
        members.number("lineNumber", line.lineNumber());
        members.text("lineControl", line.lineControl());
        members.text("revenueCode", line.revenueCode());
        members.text("procedureQualifier", line.procedureQualifier());
        members.text("hcpcs", line.hcpcs());
        members.texts("modifiers", line.modifiers());
        members.date("serviceDate", line.serviceDate());
        members.date("serviceThrough", line.serviceThrough());
        members.number("units", line.units());
        members.number("charge", line.charge());
        members.number("nonCoveredCharge", line.nonCoveredCharge());
        members.number("allowedAmount", line.allowedAmount());
        members.number("minutes", line.minutes());
        members.object("minutesBy", line.minutesBy(), this::minutes);
    }

    private void minutes(TreatmentMinutes minutes) throws IOException {
        members.number("therapist", minutes.therapist());
        members.number("assistant", minutes.assistant());
        members.number("together", minutes.together());
    }
}
