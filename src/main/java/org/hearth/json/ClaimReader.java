package org.hearth.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearth.claim.Claim;
import org.hearth.claim.DiagnosisVersion;
import org.hearth.claim.HeaderFact;
import org.hearth.claim.OccurrenceCode;
import org.hearth.claim.OccurrenceSpan;
import org.hearth.claim.Origin;
import org.hearth.claim.OtherPayer;
import org.hearth.claim.Payer;
import org.hearth.claim.Practitioner;
import org.hearth.claim.ServiceLine;
import org.hearth.claim.TypeOfBill;
import org.hearth.claim.ValueCode;
import org.hearth.data.MemoryShare;

/**
 * Reads a claim from its JSON form. The form of every value is checked, every field that is not known is refused, and
 * all problems are named at once; whether the claim is billed rightly is for the rules. A {@code null} is said to be absent, a
 * member that is not there is not known. A code is read in its own form. A claim is read whole or not at all.
 */
public final class ClaimReader {

    /** The most bytes that the JSON of one claim, with its history, may have. */
    public static final int MAX_BYTES = 16 * 1024 * 1024;

    /** How much memory a byte of JSON takes as a tree beside the claim that is made of it, as measured. */
    private static final int BYTES_OF_TREE = 12;

    static final int MAX_LINES = 999;
    private static final int MAX_CODES = 99;
    private static final int MAX_HISTORY = 9_999;

    private ClaimReader() {}

    /**
     * Reads one claim.
     *
     * @param json its UTF-8 text, nothing else after it
     * @param origin where it came from, or {@link Origin#NONE}
     * @throws InvalidClaimException if it is not JSON, or not a claim
     */
    public static Claim read(byte[] json, Origin origin) {
        return read(json, 1, 1, origin);
    }

    /** Reads one claim that starts at a line and column of some input. */
    static Claim read(byte[] json, long line, int column, Origin origin) {
        return withTree(json, () -> read(tree(json, line, column), origin));
    }

    /** Reads JSON under the share of memory that it needs, as long as its tree is there. */
    static <T> T withTree(byte[] json, MemoryShare.Work<T, RuntimeException> read) {
        return MemoryShare.hold((long) json.length * BYTES_OF_TREE, read);
    }

    /**
     * Reads one claim from a tree.
     *
     * @param json an object; decimal numbers should be {@link java.math.BigDecimal}s
     * @param origin where it came from, or {@link Origin#NONE}
     * @throws InvalidClaimException if it is not a claim
     */
    public static Claim read(JsonNode json, Origin origin) {
        Complaints complaints = new Complaints();
        Claim claim = JsonFields.read(json, "", complaints, fields -> claim(fields, complaints, origin));
        if (!complaints.none()) {
            throw new InvalidClaimException(claimId(json), true, complaints.list());
        }
        return claim;
    }

    /**
     * Reads JSON that starts at a line and column of some input.
     *
     * @throws InvalidClaimException if it is not JSON
     */
    static JsonNode tree(byte[] json, long line, int column) {
        if (json.length > MAX_BYTES) {
            throw Malformed.tooLarge();
        }
        try {
            return Json.MAPPER.readTree(json);
        } catch (JsonProcessingException broken) {
            throw Malformed.because(broken, line, column);
        } catch (IOException impossible) {
            // The bytes are in memory.
            throw new UncheckedIOException(impossible);
        }
    }

    private static String claimId(JsonNode json) {
        String claimId = json.path("claimId").textValue();
        return claimId != null && Shape.CLAIM_ID.fits(claimId) ? claimId : null;
    }

    private static Claim claim(JsonFields fields, Complaints complaints, Origin origin) {
        Claim.Builder claim = header(fields);
        claim.origin(origin);
        complaints.forms().forEach(claim::add);
        if (fields.has("history")) {
            claim.history(fields.objects("history", MAX_HISTORY, (item, index) -> earlier(item, complaints)));
        }
        return complaints.none() ? claim.build() : null;
    }

    private static Claim earlier(JsonFields fields, Complaints complaints) {
        Claim.Builder claim = header(fields);
        if (fields.has("history")) {
            fields.complain(
                    "history", null, "a claim in a history has a history", "list all earlier claims side by side");
        }
        return complaints.none() ? claim.build() : null;
    }

    private static Claim.Builder header(JsonFields fields) {
        fields.require("claimId", "typeOfBill", "statementFrom", "statementThrough", "lines");
        Claim.Builder claim = Claim.builder()
                .claimId(fields.text("claimId", Shape.CLAIM_ID))
                .typeOfBill(typeOfBill(fields))
                .receivedDate(fields.date("receivedDate"));
        var from = fields.date("statementFrom");
        var through = fields.date("statementThrough");
        fields.ordered("statementFrom", from, "statementThrough", through);
        claim.statementFrom(from)
                .statementThrough(through)
                .admissionDate(fields.date("admissionDate"))
                .priority(fields.text("priority", Shape.PRIORITY))
                .pointOfOrigin(fields.text("pointOfOrigin", Shape.POINT_OF_ORIGIN))
                .patientStatus(fields.text("patientStatus", Shape.PATIENT_STATUS))
                .beneficiaryId(fields.text("beneficiaryId", Shape.BENEFICIARY))
                .billingProviderNpi(fields.text("billingProviderNpi", Shape.NPI));
        Practitioner attending = fields.object("attending", ClaimReader::practitioner);
        if (attending != null && attending.npi() == null) {
            // named, and without a number
            claim.without(HeaderFact.ATTENDING);
        }
        claim.attending(attending).referring(fields.object("referring", ClaimReader::practitioner));
        fields.texts("conditionCodes", Shape.CONDITION_CODE, MAX_CODES).forEach(claim::addConditionCode);
        fields.objects("occurrenceCodes", MAX_CODES, (item, index) -> occurrenceCode(item))
                .forEach(claim::add);
        fields.objects("occurrenceSpans", MAX_CODES, (item, index) -> occurrenceSpan(item))
                .forEach(claim::add);
        fields.objects("valueCodes", MAX_CODES, (item, index) -> valueCode(item))
                .forEach(claim::add);
        claim.treatmentAuthorization(fields.text("treatmentAuthorization", Shape.CONTROL_NUMBER))
                .originalClaimNumber(fields.text("originalClaimNumber", Shape.CONTROL_NUMBER))
                .principalDiagnosis(fields.text("principalDiagnosis", Shape.DIAGNOSIS));
        if (fields.has("otherDiagnoses")) {
            claim.otherDiagnoses(fields.texts("otherDiagnoses", Shape.DIAGNOSIS, MAX_CODES));
        }
        for (String version : versions(fields)) {
            claim.add(
                    version.equals(DiagnosisVersion.ICD_9.toString())
                            ? DiagnosisVersion.ICD_9
                            : DiagnosisVersion.ICD_10);
        }
        claim.remarks(fields.freeText("remarks", 1_000))
                .delayReason(fields.text("delayReason", Shape.SHORT_CODE))
                .transactionType(fields.text("transactionType", Shape.SHORT_CODE))
                .payer(fields.object("payer", ClaimReader::payer));
        if (fields.has("otherPayers")) {
            claim.otherPayers(fields.objects("otherPayers", MAX_CODES, (item, index) -> otherPayer(item)));
        }
        claim.totalCharge(fields.amount("totalCharge"));
        lines(fields).forEach(claim::add);
        for (HeaderFact fact : HeaderFact.values()) {
            if (fields.isNull(fact.field())) {
                claim.without(fact);
            }
        }
        if (fields.has("context")) {
            claim.context(fields.object("context", ContextReader::context));
        }
        return claim;
    }

    private static TypeOfBill typeOfBill(JsonFields fields) {
        String written = fields.text("typeOfBill", Shape.TYPE_OF_BILL);
        return written == null ? null : TypeOfBill.of(written);
    }

    private static Payer payer(JsonFields fields) {
        return new Payer(
                fields.text("filingIndicator", Shape.SHORT_CODE),
                fields.freeText("name", 100),
                fields.text("id", Shape.CONTROL_NUMBER),
                fields.text("responsibility", Shape.SHORT_CODE));
    }

    private static OtherPayer otherPayer(JsonFields fields) {
        return new OtherPayer(
                fields.text("filingIndicator", Shape.SHORT_CODE),
                fields.text("responsibility", Shape.SHORT_CODE),
                fields.amount("paid"));
    }

    /** One version, or several in a list where the codes are said to be from both. */
    private static List<String> versions(JsonFields fields) {
        if (fields.isList("diagnosisVersion")) {
            return fields.texts("diagnosisVersion", Shape.DIAGNOSIS_VERSION, DiagnosisVersion.values().length);
        }
        String version = fields.text("diagnosisVersion", Shape.DIAGNOSIS_VERSION);
        return version == null ? List.of() : List.of(version);
    }

    private static Practitioner practitioner(JsonFields fields) {
        return new Practitioner(
                fields.text("npi", Shape.NPI), fields.freeText("lastName", 100), fields.freeText("firstName", 100));
    }

    private static OccurrenceCode occurrenceCode(JsonFields fields) {
        fields.require("code", "date");
        return new OccurrenceCode(fields.text("code", Shape.OCCURRENCE_CODE), fields.date("date"));
    }

    private static OccurrenceSpan occurrenceSpan(JsonFields fields) {
        fields.require("code", "from", "through");
        return new OccurrenceSpan(fields.text("code", Shape.OCCURRENCE_CODE), ContextReader.span(fields));
    }

    private static ValueCode valueCode(JsonFields fields) {
        fields.require("code", "amount");
        return new ValueCode(fields.text("code", Shape.VALUE_CODE), fields.text("amount", Shape.VALUE_AMOUNT));
    }

    private static List<ServiceLine> lines(JsonFields fields) {
        Map<Integer, Integer> places = new HashMap<>();
        List<ServiceLine> lines = fields.objects("lines", MAX_LINES, (item, index) -> {
            ServiceLine line = LineReader.line(item, index + 1);
            Integer earlier = places.putIfAbsent(line.lineNumber(), index);
            if (earlier != null) {
                item.complain(
                        "lineNumber",
                        String.valueOf(line.lineNumber()),
                        "line number `" + line.lineNumber() + "` is taken by line " + (earlier + 1) + " of the list",
                        "give every line a number of its own");
            }
            return line;
        });
        if (fields.isEmptyList("lines")) {
            fields.complain("lines", null, "the claim has no line", "add at least one line");
        }
        return lines;
    }
}
