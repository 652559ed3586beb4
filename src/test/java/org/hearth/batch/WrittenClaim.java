package org.hearth.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.json.ClaimWriter;

/** A claim as an 837I file of its own, its codes as billed. What an 837I has no place for is left out. */
final class WrittenClaim {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final List<String> segments = new ArrayList<>();

    private WrittenClaim() {}

    static byte[] of(Claim claim) {
        try {
            WrittenClaim written = new WrittenClaim();
            written.write(JSON.readTree(ClaimWriter.line(claim)));
            return (String.join("~\n", written.segments) + "~\n").getBytes(StandardCharsets.ISO_8859_1);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private void write(JsonNode claim) {
        String received = claim.path("receivedDate").isTextual() ? day(claim.path("receivedDate")) : "20261201";
        add(
                "ISA*00*          *00*          *ZZ*SUBMITTER01    *ZZ*14011          *250405*1200*^*00501*000000101*0*T*:");
        add("GS*HC*SUBMITTER01*14011*20250405*1200*7*X*005010X223A2");
        add("ST*837*0001*005010X223A2");
        add("BHT*0019*00*BATCH0001*" + received + "*1200*" + text(claim, "transactionType", "CH"));
        add("NM1*41*2*DEMO BILLING SERVICE*****46*SUBMITTER01", "PER*IC*EDI DESK*TE*5555550100");
        add("NM1*40*2*DEMO MAC HHH*****46*14011", "HL*1**20*1", "PRV*BI*PXC*251E00000X");
        add("NM1*85*2*DEMO HOME HEALTH AGENCY*****XX*" + text(claim, "billingProviderNpi", "1234567893"));
        add("N3*1 EXAMPLE WAY", "N4*ANYTOWN*PA*171110001", "REF*EI*123456789", "HL*2*1*22*0");
        JsonNode payer = claim.path("payer");
        add("SBR*" + text(payer, "responsibility", "P") + "*18*******" + text(payer, "filingIndicator", "MA"));
        add("NM1*IL*1*SAMPLE*PATIENT****MI*" + text(claim, "beneficiaryId", "1EG4TE5MK73"));
        add("N3*5 EXAMPLE ST", "N4*ANYTOWN*PA*171110001", "DMG*D8*19400115*F");
        add("NM1*PR*2*" + text(payer, "name", "MEDICARE") + "*****PI*" + text(payer, "id", "14011"));
        header(claim);
        for (JsonNode line : claim.path("lines")) {
            line(line);
        }
        long begin = segments.indexOf("ST*837*0001*005010X223A2");
        add("SE*" + (segments.size() - begin + 1) + "*0001", "GE*1*7", "IEA*1*000000101");
    }

    private void header(JsonNode claim) {
        String bill = claim.path("typeOfBill").asText();
        add("CLM*" + claim.path("claimId").asText() + "*" + number(claim, "totalCharge") + "***" + bill.substring(1, 3)
                + ":A:" + bill.substring(3) + "**A*Y*Y"
                + (claim.hasNonNull("delayReason")
                        ? "***********" + claim.path("delayReason").asText()
                        : ""));
        add("DTP*434*RD8*" + day(claim.path("statementFrom")) + "-" + day(claim.path("statementThrough")));
        if (claim.hasNonNull("admissionDate")) {
            add("DTP*435*D8*" + day(claim.path("admissionDate")));
        }
        add("CL1*" + text(claim, "priority", "") + "*" + text(claim, "pointOfOrigin", "") + "*"
                + text(claim, "patientStatus", ""));
        optional(claim, "treatmentAuthorization", "REF*G1*");
        optional(claim, "originalClaimNumber", "REF*F8*");
        optional(claim, "remarks", "NTE*ADD*");
        String version = claim.path("diagnosisVersion").asText().equals("ICD-9") ? "" : "A";
        optional(claim, "principalDiagnosis", "HI*" + version + "BK:");
        codes(claim.path("otherDiagnoses"), code -> version + "BF:" + code.asText());
        codes(
                claim.path("occurrenceSpans"),
                code -> "BI:" + code.path("code").asText() + ":RD8:" + day(code.path("from")) + "-"
                        + day(code.path("through")));
        codes(
                claim.path("occurrenceCodes"),
                code -> "BH:" + code.path("code").asText() + ":D8:" + day(code.path("date")));
        codes(
                claim.path("valueCodes"),
                code -> "BE:" + code.path("code").asText() + ":::"
                        + code.path("amount").asText());
        codes(claim.path("conditionCodes"), code -> "BG:" + code.asText());
        practitioner(claim.path("attending"), "71");
        practitioner(claim.path("referring"), "DN");
    }

    private void line(JsonNode line) {
        add("LX*" + line.path("lineNumber").asText());
        List<String> service = new ArrayList<>();
        if (line.hasNonNull("hcpcs")) {
            service.add(text(line, "procedureQualifier", "HC"));
            service.add(line.path("hcpcs").asText());
            line.path("modifiers").forEach(code -> service.add(code.asText()));
        }
        add(("SV2*" + line.path("revenueCode").asText() + "*" + String.join(":", service) + "*"
                        + number(line, "charge") + "*"
                        + (line.hasNonNull("units") ? "UN*" + number(line, "units") : "*")
                        + "**" + number(line, "nonCoveredCharge"))
                .replaceAll("\\*+$", ""));
        if (line.hasNonNull("serviceDate")) {
            add(
                    line.hasNonNull("serviceThrough")
                            ? "DTP*472*RD8*" + day(line.path("serviceDate")) + "-" + day(line.path("serviceThrough"))
                            : "DTP*472*D8*" + day(line.path("serviceDate")));
        }
        optional(line, "lineControl", "REF*6R*");
    }

    private void practitioner(JsonNode one, String entity) {
        if (one.isObject()) {
            String npi = text(one, "npi", "");
            add(("NM1*" + entity + "*1*" + text(one, "lastName", "") + "*" + text(one, "firstName", "")
                            + (npi.isEmpty() ? "" : "****XX*" + npi))
                    .replaceAll("\\*+$", ""));
        }
    }

    private void codes(JsonNode codes, java.util.function.Function<JsonNode, String> composite) {
        for (int from = 0; from < codes.size(); from += 12) {
            StringBuilder hi = new StringBuilder("HI");
            for (int index = from; index < Math.min(codes.size(), from + 12); index++) {
                hi.append('*').append(composite.apply(codes.get(index)));
            }
            add(hi.toString());
        }
    }

    private void optional(JsonNode object, String field, String begin) {
        if (object.hasNonNull(field)) {
            add(begin + object.path(field).asText());
        }
    }

    private void add(String... more) {
        segments.addAll(List.of(more));
    }

    private static String text(JsonNode object, String field, String otherwise) {
        return object.hasNonNull(field) ? object.path(field).asText() : otherwise;
    }

    private static String number(JsonNode object, String field) {
        return object.hasNonNull(field) ? object.path(field).decimalValue().toPlainString() : "";
    }

    private static String day(JsonNode value) {
        return value.asText().replace("-", "");
    }
}
