package org.hearth.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.claim.Origin;

/** Synthetic claims as JSON text. */
final class ClaimTexts {

    /** Every field that a claim can have, but its history. */
    static final String FULL =
            """
            {
              "claimId": "PCN-34X-0001",
              "typeOfBill": "0341",
              "receivedDate": "2018-06-04",
              "statementFrom": "2018-05-01", "statementThrough": "2018-05-31",
              "admissionDate": "2018-05-01", "priority": "9", "pointOfOrigin": "1", "patientStatus": "01",
              "beneficiaryId": "1EG4TE5MK73",
              "billingProviderNpi": "1234567893",
              "attending": {"npi": "1234567893", "lastName": "EXAMPLE", "firstName": "ALEX"},
              "referring": null,
              "conditionCodes": ["07"],
              "occurrenceCodes": [{"code": "29", "date": "2018-05-01"}, {"code": "35", "date": "2018-05-01"}],
              "occurrenceSpans": [{"code": "74", "from": "2018-05-10", "through": "2018-05-12"}],
              "valueCodes": [{"code": "61", "amount": "35614.00"}],
              "treatmentAuthorization": "AUTH 1", "originalClaimNumber": null,
              "principalDiagnosis": "M62.81", "remarks": "two lines",
              "totalCharge": 120.01,
              "lines": [
                {"lineNumber": 1, "lineControl": "6R-1", "revenueCode": "0420", "procedureQualifier": "HC",
                 "hcpcs": "97110", "modifiers": [], "serviceDate": "2018-05-01", "serviceThrough": "2018-05-02",
                 "units": 2, "charge": 120.00, "nonCoveredCharge": 0, "allowedAmount": 58.00,
                 "minutes": 30, "minutesBy": {"therapist": 20, "assistant": 10, "together": 0}},
                {"revenueCode": "0420", "hcpcs": "G8978", "modifiers": ["GP", "CK"],
                 "serviceDate": "2018-05-01", "units": 1.0, "charge": 0.01}
              ],
              "context": {
                "underHomeHealthPlan": false, "homebound": true,
                "homeHealthPeriods": [{"from": "2018-01-01", "through": "2018-03-01", "billingProviderNpi": "1234567893"}],
                "therapyAmountBefore": {"PT_SLP": 1900.00, "OT": 0.00},
                "dischargedOn": {"PT": "2018-05-31"}, "oneTimeVisits": {"OT": "2018-05-02"},
                "secondPlanEvaluations": {"SLP": "2018-05-03"},
                "noticeOfAdmission": {"received": "2018-05-04"},
                "inpatientStays": [{"from": "2018-02-01", "through": "2018-02-03"}], "hospicePeriods": [{"from": "2018-04-01"}],
                "medicareAdvantagePeriods": [{"from": "2017-01-01", "through": "2017-12-31"}],
                "partA": [{"from": "2005-04-01"}], "partB": [{"from": "2005-04-01", "through": "2018-06-30"}],
                "diedOn": "2018-06-30", "payersBefore": [{"kind": "12", "from": "2017-01-01"}],
                "answeredOn": {"partB": "2018-07-02"},
                "certifications": [{"discipline": "PT", "initialTreatment": "2018-05-01", "signed": "2018-05-10",
                                    "planSent": "2018-05-02", "orderSigned": null}]
              }
            }
            """;

    /** The least that a claim can be. */
    static final String LEAST =
            """
            {"claimId": "A-1", "typeOfBill": "329", "statementFrom": "2022-01-01", "statementThrough": "2022-01-30",
             "lines": [{"revenueCode": "0421"}]}""";

    private ClaimTexts() {}

    /** The least claim with another id, on one line. */
    static String line(String claimId) {
        return LEAST.replace("\n", "").replace("A-1", claimId);
    }

    /** A tree to spoil. */
    static ObjectNode tree(String json) {
        try {
            return (ObjectNode) Json.MAPPER.readTree(json);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A claim as text of several lines. */
    static String indented(String json) {
        return tree(json).toPrettyString();
    }

    static Claim read(String json) {
        return ClaimReader.read(json.getBytes(StandardCharsets.UTF_8), Origin.NONE);
    }

    static List<Problem> problems(String json) {
        return invalid(json).problems();
    }

    static InvalidClaimException invalid(String json) {
        try {
            read(json);
        } catch (InvalidClaimException why) {
            return why;
        }
        throw new AssertionError("was read: " + json);
    }

    static List<Problem> problems(JsonNode tree) {
        return problems(tree.toString());
    }
}
