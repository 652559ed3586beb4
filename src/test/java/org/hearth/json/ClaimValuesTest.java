package org.hearth.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.hearth.claim.Claim;
import org.hearth.claim.ServiceLine;
import org.hearth.claim.TreatmentMinutes;
import org.hearth.claim.TypeOfBill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimValuesTest {

    @ParameterizedTest
    @CsvSource({"0341, 0341", "341, 0341", "032Q, 032Q", "32Q, 032Q", "0329, 0329"})
    void readsATypeOfBill(String written, String code) {
        assertThat(ClaimTexts.read(with("typeOfBill", text(written))).typeOfBill())
                .isEqualTo(new TypeOfBill(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "typeOfBill | 341 | write \"341\" in quotes",
                "typeOfBill | \"34\" | write four characters, such as \"0341\"",
                "typeOfBill | \"1341\" | write four characters, such as \"0341\"",
                "claimId | \"\" | write 1 to 38 printable characters, none of them a blank at an end",
                "claimId | \"A-1 \" | write \"A-1\"",
                "claimId | \"A\\nB\" | write 1 to 38 printable characters, none of them a blank at an end",
                "billingProviderNpi | \"123456789\" | write ten digits",
                "billingProviderNpi | 1234567893 | write \"1234567893\" in quotes",
                "billingProviderNpi | [1] | write ten digits",
                "patientStatus | 1 | write \"01\" in quotes",
                "patientStatus | \"1\" | write \"01\"",
                "principalDiagnosis | \"m6.281\" | write three to seven characters, such as \"M6281\"",
                "principalDiagnosis | \"M6.281\" | write three to seven characters, such as \"M6281\"",
                "statementFrom | \"2022-02-30\" | write the date as year-month-day, such as \"2018-05-01\"",
                "statementFrom | \"20220101\" | write \"2022-01-01\"",
                "statementFrom | 20220101 | write \"2022-01-01\"",
                "statementFrom | \"2022-01-01T00:00:00Z\" | write the date as year-month-day, such as \"2018-05-01\"",
                "statementFrom | \"1989-12-31\" | write a date from 1990-01-01 to 2100-12-31",
                "statementThrough | \"2101-01-01\" | write a date from 1990-01-01 to 2100-12-31",
                "statementFrom | {} | write the date as year-month-day, such as \"2018-05-01\"",
                "totalCharge | \"120.00\" | write 120.00 without quotes",
                "totalCharge | \"a lot\" | write a number without quotes",
                "totalCharge | 1.005 | write at most 2 decimals",
                "totalCharge | -0.01 | write a number from 0 to 9999999999.99",
                "totalCharge | 1e10 | write a number from 0 to 9999999999.99",
                "totalCharge | 1e999999999 | write a number from 0 to 9999999999.99",
                "totalCharge | 1e-999999999 | write at most 2 decimals",
                "conditionCodes | \"07\" | write a list in square brackets",
                "conditionCodes | [7] | write \"07\" in quotes",
                "valueCodes | [{\"code\": \"61\", \"amount\": 35614}] | write \"35614\" in quotes",
                "valueCodes | [{\"code\": \"61\"}] | add `amount`",
                "occurrenceCodes | [{\"code\": \"29\"}] | add `date`",
                "occurrenceSpans | [{\"code\": \"74\", \"from\": \"2022-01-01\"}] | add `through`",
                "lines | [] | add at least one line",
                "lines | null | add `lines`",
                "attending | {\"name\": \"X\"} | leave it out; known here: npi, lastName, firstName",
                "context | {\"homebound\": \"yes\"} | write true or false, without quotes",
                "context | {\"therapyAmountBefore\": {\"PT\": 1}} | leave it out; known here: PT_SLP, OT",
                "context | {\"dischargedOn\": {\"pt\": \"2022-01-01\"}} | write `PT`, or leave it out",
                "context | {\"noticeOfAdmission\": {}} | add `received`",
                "context | {\"hospicePeriods\": [{\"from\": \"2022-01-02\", \"through\": \"2022-01-01\"}]} | put the earlier date in `from`",
                "context | {\"inpatientStays\": [{}]} | add `from`",
                "context | {\"certifications\": [{\"discipline\": \"physical\"}]} | write \"PT\", \"OT\" or \"SLP\"",
                "context | {\"certifications\": [{}]} | add `discipline`",
            })
    void saysWhatToWriteInstead(String field, String json, String fix) {
        assertThat(ClaimTexts.problems(with(field, json))).singleElement().satisfies(problem -> {
            assertThat(problem.pointer()).startsWith("/" + field);
            assertThat(problem.fix()).isEqualTo(fix);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"lineNumber\": 0 | /lineNumber | `0` is out of range",
                "\"lineNumber\": 1000 | /lineNumber | `1000` is out of range",
                "\"lineNumber\": 1.5 | /lineNumber | `1.5` is not a whole number",
                "\"lineNumber\": 99999999999 | /lineNumber | `99999999999` is out of range",
                "\"units\": 1.0001 | /units | the number of units `1.0001` has more than 3 decimals",
                "\"minutes\": 1441 | /minutes | `1441` is out of range",
                "\"minutes\": -1 | /minutes | `-1` is out of range",
                "\"minutes\": 7.5 | /minutes | `7.5` is not a whole number",
                "\"minutes\": \"30\" | /minutes | text where a whole number is expected",
                "\"minutes\": 30, \"minutesBy\": {\"therapist\": 20, \"assistant\": 9} | /minutesBy "
                        + "| the minutes of `minutesBy` come to `29`, `minutes` says `30`",
                "\"minutesBy\": {} | /minutesBy/therapist | `therapist` is missing",
                "\"minutesBy\": {\"aide\": 3, \"therapist\": 1} | /minutesBy/aide | unknown field `aide`",
                "\"minutesBy\": {\"therapist\": 1440, \"assistant\": 1} | /minutesBy "
                        + "| the minutes come to `1441`, a day has `1440`",
                "\"modifiers\": [\"GP\", \"CQ\", \"59\", \"KX\", \"XE\"] | /modifiers | 5 items, at most 4 fit",
                "\"serviceThrough\": \"2022-01-02\" | /serviceDate | `serviceDate` is missing",
                "\"hcpcs\": 97110 | /hcpcs | the number `97110` where a HCPCS or HIPPS code in quotes is expected",
            })
    void refusesALine(String fields, String pointer, String message) {
        String line = "[{\"revenueCode\": \"0421\", " + fields + "}]";

        assertThat(ClaimTexts.problems(with("lines", line)))
                .extracting(Problem::pointer, Problem::message)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("/lines/0" + pointer, message));
    }

    @Test
    void numbersALineByItsPlace() {
        String lines = "[{\"revenueCode\": \"0421\", \"lineNumber\": 7}, {\"revenueCode\": \"0421\"}]";

        assertThat(ClaimTexts.read(with("lines", lines)).lines())
                .extracting(ServiceLine::lineNumber)
                .containsExactly(7, 2);
    }

    @Test
    void addsUpMinutesByWhoFurnishedThem() {
        ServiceLine line = line("\"minutesBy\": {\"assistant\": 8, \"together\": 15}");

        assertThat(line.minutes()).isEqualTo(23);
        assertThat(line.minutesBy()).isEqualTo(new TreatmentMinutes(0, 8, 15));
        assertThat(line("\"minutes\": 0").minutes()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"2.0, 2", "2.50, 2.5", "1e2, 100", "0, 0", "0.000, 0", "0e-99999999, 0", "9999999, 9999999"})
    void readsUnitsWithoutTrailingZeros(String written, BigDecimal units) {
        assertThat(line("\"units\": " + written).units()).isEqualTo(units);
    }

    @ParameterizedTest
    @CsvSource({
        "120, 120",
        "120.0, 120.0",
        "120.00, 120.00",
        "0.1, 0.1",
        "1.2e2, 120",
        "120.000, 120.00",
        "9999999999.99, 9999999999.99",
        "0e-999999999, 0.00",
        "0e999999999, 0",
        "1234567890.12, 1234567890.12"
    })
    void readsAmountsExactly(String written, BigDecimal amount) {
        Claim claim = assertTimeout(Duration.ofSeconds(5), () -> ClaimTexts.read(with("totalCharge", written)));

        assertThat(claim.totalCharge()).isEqualTo(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"M6281", "M62.81", "V57.1", "E885.9", "S72001A", "I10"})
    void readsADiagnosisWithoutItsDot(String written) {
        assertThat(ClaimTexts.read(with("principalDiagnosis", text(written))).principalDiagnosis())
                .isEqualTo(written.replace(".", ""));
    }

    @Test
    void takesBlankTextAsUnknown() {
        assertThat(ClaimTexts.read(with("remarks", "\" \"")).remarks()).isNull();
    }

    @Test
    void readsNineHundredAndNinetyNineLines() {
        List<ServiceLine> lines = ClaimTexts.read(manyLines(999)).lines();

        assertThat(lines).hasSize(999);
        assertThat(lines.get(998).lineNumber()).isEqualTo(999);
        assertThat(ClaimTexts.problems(manyLines(1_000)))
                .containsExactly(
                        new Problem("/lines", null, "1000 items, at most 999 fit", "leave out what is too many"));
    }

    @Test
    void readsAHistoryOfTwoHundredClaims() {
        ObjectNode tree = ClaimTexts.tree(ClaimTexts.FULL);
        var history = tree.putArray("history");
        for (int index = 0; index < 200; index++) {
            history.add(ClaimTexts.tree(ClaimTexts.FULL).put("claimId", "OLD-" + index));
        }

        assertThat(ClaimTexts.read(tree.toString()).history())
                .extracting(Claim::claimId)
                .containsExactlyElementsOf(IntStream.range(0, 200)
                        .mapToObj(index -> "OLD-" + index)
                        .toList());
    }

    private static String manyLines(int count) {
        ObjectNode tree = ClaimTexts.tree(ClaimTexts.LEAST);
        var lines = tree.putArray("lines");
        for (int index = 0; index < count; index++) {
            lines.addObject().put("revenueCode", "0421").put("hcpcs", "G0151").put("units", 3);
        }
        return tree.toString();
    }

    private static ServiceLine line(String fields) {
        return ClaimTexts.read(with("lines", "[{\"revenueCode\": \"0421\", " + fields + "}]"))
                .lines()
                .get(0);
    }

    private static String text(String value) {
        return '"' + value + '"';
    }

    /** The least claim with one field exactly as written. */
    private static String with(String field, String json) {
        ObjectNode tree = ClaimTexts.tree(ClaimTexts.LEAST);
        tree.remove(field);
        return "{\"" + field + "\": " + json + ", " + tree.toString().substring(1);
    }
}
