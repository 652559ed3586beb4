package org.hearth.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hearth.claim.AmountBucket;
import org.hearth.claim.BilledForm;
import org.hearth.claim.Certification;
import org.hearth.claim.Claim;
import org.hearth.claim.ClaimContext;
import org.hearth.claim.ContextFact;
import org.hearth.claim.DateSpan;
import org.hearth.claim.Discipline;
import org.hearth.claim.Door;
import org.hearth.claim.HeaderFact;
import org.hearth.claim.HomeHealthPeriod;
import org.hearth.claim.Location;
import org.hearth.claim.OccurrenceCode;
import org.hearth.claim.OccurrenceSpan;
import org.hearth.claim.Origin;
import org.hearth.claim.PayerBefore;
import org.hearth.claim.PlanEnrolment;
import org.hearth.claim.Practitioner;
import org.hearth.claim.ServiceLine;
import org.hearth.claim.TreatmentMinutes;
import org.hearth.claim.TypeOfBill;
import org.hearth.claim.ValueCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimReaderTest {

    private static final LocalDate MAY_1 = LocalDate.of(2018, 5, 1);

    @Test
    void readsEveryField() {
        Claim expected = Claim.builder()
                .claimId("PCN-34X-0001")
                .typeOfBill(new TypeOfBill("0341"))
                .receivedDate(LocalDate.of(2018, 6, 4))
                .statementFrom(MAY_1)
                .statementThrough(LocalDate.of(2018, 5, 31))
                .admissionDate(MAY_1)
                .priority("9")
                .pointOfOrigin("1")
                .patientStatus("01")
                .beneficiaryId("1EG4TE5MK73")
                .billingProviderNpi("1234567893")
                .attending(new Practitioner("1234567893", "EXAMPLE", "ALEX"))
                .addConditionCode("07")
                .add(new OccurrenceCode("29", MAY_1))
                .add(new OccurrenceCode("35", MAY_1))
                .add(new OccurrenceSpan("74", new DateSpan(LocalDate.of(2018, 5, 10), LocalDate.of(2018, 5, 12))))
                .add(new ValueCode("61", "35614.00"))
                .treatmentAuthorization("AUTH 1")
                .principalDiagnosis("M6281")
                .remarks("two lines")
                .totalCharge(new BigDecimal("120.01"))
                .add(new ServiceLine(
                        1,
                        "6R-1",
                        "0420",
                        "HC",
                        "97110",
                        List.of(),
                        MAY_1,
                        LocalDate.of(2018, 5, 2),
                        new BigDecimal("2"),
                        new BigDecimal("120.00"),
                        new BigDecimal("0"),
                        new BigDecimal("58.00"),
                        30,
                        new TreatmentMinutes(20, 10, 0)))
                .add(new ServiceLine(
                        2,
                        null,
                        "0420",
                        null,
                        "G8978",
                        List.of("GP", "CK"),
                        MAY_1,
                        null,
                        new BigDecimal("1"),
                        new BigDecimal("0.01"),
                        null,
                        null,
                        null,
                        null))
                .context(ClaimContext.builder()
                        .underHomeHealthPlan(false)
                        .homebound(true)
                        .homeHealthPeriods(List.of(new HomeHealthPeriod(
                                new DateSpan(LocalDate.of(2018, 1, 1), LocalDate.of(2018, 3, 1)), "1234567893")))
                        .therapyAmountBefore(Map.of(
                                AmountBucket.PT_SLP,
                                new BigDecimal("1900.00"),
                                AmountBucket.OT,
                                new BigDecimal("0.00")))
                        .dischargedOn(Map.of(Discipline.PT, LocalDate.of(2018, 5, 31)))
                        .oneTimeVisits(Map.of(Discipline.OT, LocalDate.of(2018, 5, 2)))
                        .secondPlanEvaluations(Map.of(Discipline.SLP, LocalDate.of(2018, 5, 3)))
                        .noticeOfAdmissionReceived(LocalDate.of(2018, 5, 4))
                        .inpatientStays(List.of(new DateSpan(LocalDate.of(2018, 2, 1), LocalDate.of(2018, 2, 3))))
                        .hospicePeriods(List.of(new DateSpan(LocalDate.of(2018, 4, 1), null)))
                        .medicareAdvantagePeriods(List.of(
                                new PlanEnrolment(new DateSpan(LocalDate.of(2017, 1, 1), LocalDate.of(2017, 12, 31)))))
                        .certifications(List.of(new Certification(
                                Discipline.PT, MAY_1, LocalDate.of(2018, 5, 10), LocalDate.of(2018, 5, 2), null)))
                        .partA(List.of(new DateSpan(LocalDate.of(2005, 4, 1), null)))
                        .partB(List.of(new DateSpan(LocalDate.of(2005, 4, 1), LocalDate.of(2018, 6, 30))))
                        .diedOn(LocalDate.of(2018, 6, 30))
                        .payersBefore(List.of(new PayerBefore("12", new DateSpan(LocalDate.of(2017, 1, 1), null))))
                        .answeredOn(ContextFact.PART_B, LocalDate.of(2018, 7, 2))
                        .build())
                .add(new BilledForm("/principalDiagnosis", "diagnosis code", "M62.81", "M6281"))
                .without(HeaderFact.ORIGINAL_CLAIM_NUMBER)
                .build();

        assertThat(ClaimTexts.read(ClaimTexts.FULL)).isEqualTo(expected);
    }

    @Test
    void takesWhatIsAbsentOrNullAsUnknown() {
        String withNulls = ClaimTexts.LEAST.replace(
                "\"lines\"",
                "\"conditionCodes\": null, \"context\": null, \"history\": null, \"remarks\": null, \"lines\"");

        Claim claim = ClaimTexts.read(withNulls);

        assertThat(claim).isEqualTo(ClaimTexts.read(ClaimTexts.LEAST));
        assertThat(claim.typeOfBill()).isEqualTo(new TypeOfBill("0329"));
        assertThat(claim.history()).isNull();
        assertThat(claim.context()).isEqualTo(ClaimContext.UNKNOWN);
        assertThat(claim.lines().get(0).lineNumber()).isEqualTo(1);
        assertThat(claim.lines().get(0).units()).isNull();
        assertThat(claim.origin()).isSameAs(Origin.NONE);
    }

    @Test
    void tellsWhatAClaimIsWithoutFromWhatNobodySays() {
        Claim silent = ClaimTexts.read(ClaimTexts.LEAST);
        Claim without = ClaimTexts.read(ClaimTexts.LEAST.replace("\"lines\"", "\"priority\": null, \"lines\""));

        assertThat(silent.isSilentOn(HeaderFact.PRIORITY)).isTrue();
        assertThat(silent.isWithout(HeaderFact.PRIORITY)).isFalse();
        assertThat(without.isSilentOn(HeaderFact.PRIORITY)).isFalse();
        assertThat(without.isWithout(HeaderFact.PRIORITY)).isTrue();
        assertThat(silent.toBuilder().door(Door.X12).build().isWithout(HeaderFact.PRIORITY))
                .isTrue();
    }

    @Test
    void readsCodesInTheirOwnFormAndKeepsThemAsBilled() {
        String billed = ClaimTexts.LEAST
                .replace("\"0421\"", "\"421\", \"hcpcs\": \" g0151\", \"modifiers\": [\"gp\"]")
                .replace("\"lines\"", "\"principalDiagnosis\": \"m62.81\", \"conditionCodes\": [\"d9\"], \"lines\"");

        Claim claim = ClaimTexts.read(billed);

        assertThat(claim.asSent().forms())
                .containsExactly(
                        new BilledForm("/conditionCodes/0", "condition code", "d9", "D9"),
                        new BilledForm("/principalDiagnosis", "diagnosis code", "m62.81", "M6281"),
                        new BilledForm("/lines/0/revenueCode", "revenue code", "421", "0421"),
                        new BilledForm("/lines/0/hcpcs", "HCPCS or HIPPS code", " g0151", "G0151"),
                        new BilledForm("/lines/0/modifiers/0", "modifier", "gp", "GP"));
        assertThat(claim.lines().get(0).hcpcs()).isEqualTo("G0151");
        assertThat(ClaimTexts.read(ClaimWriter.line(claim))).isEqualTo(claim);
        assertThat(ClaimWriter.line(claim)).contains("\" g0151\"", "\"m62.81\"", "\"421\"");
    }

    @Test
    void tellsAnEmptyHistoryFromAnUnknownOne() {
        assertThat(ClaimTexts.read(withHistory("[]")).history()).isEmpty();
        assertThat(ClaimTexts.read(withHistory("[" + ClaimTexts.line("OLD-1") + "]"))
                        .history())
                .extracting(Claim::claimId)
                .containsExactly("OLD-1");
    }

    @Test
    void pointsIntoTheHistory() {
        String spoilt = ClaimTexts.line("OLD-2").replace("\"0421\"", "\"0421\", \"units\": -1");
        String history = withHistory("[" + ClaimTexts.line("OLD-1") + "," + spoilt + "]");

        assertThat(ClaimTexts.problems(history))
                .containsExactly(new Problem(
                        "/history/1/lines/0/units", "-1", "`-1` is out of range", "write a number from 0 to 9999999"));
        assertThat(ClaimTexts.invalid(history).claimId()).isEqualTo("A-1");
    }

    @Test
    void refusesAHistoryInAHistory() {
        String nested =
                withHistory("[" + ClaimTexts.line("OLD-1").replace("\"lines\"", "\"history\": [], \"lines\"") + "]");

        assertThat(ClaimTexts.problems(nested))
                .containsExactly(new Problem(
                        "/history/0/history",
                        null,
                        "a claim in a history has a history",
                        "list all earlier claims side by side"));
    }

    @Test
    void namesEveryProblemAtOnce() {
        String bad =
                """
                {"typeOfBill": "22-1", "statementFrom": "2022-02-01", "statementThrough": "2022-01-30", "colour": 1,
                 "lines": [{"revenueCode": 420, "hcpcs": "9711-", "modifiers": ["g-", "CQ", 59, null]},
                           {"lineNumber": 1, "revenueCode": "42", "units": "2"}, 7]}""";

        assertThat(ClaimTexts.invalid(bad).claimId()).isNull();
        assertThat(ClaimTexts.problems(bad))
                .containsExactly(
                        new Problem("/claimId", null, "`claimId` is missing", "add `claimId`"),
                        new Problem(
                                "/typeOfBill",
                                "22-1",
                                "`22-1` is not a type of bill",
                                "write four characters, such as \"0341\""),
                        new Problem(
                                "/statementThrough",
                                "2022-01-30",
                                "`2022-01-30` is before `statementFrom`, `2022-02-01`",
                                "put the earlier date in `statementFrom`"),
                        new Problem(
                                "/lines/0/revenueCode",
                                "420",
                                "the number `420` where a revenue code in quotes is expected",
                                "write \"0420\" in quotes"),
                        new Problem(
                                "/lines/0/hcpcs",
                                "9711-",
                                "`9711-` is not a HCPCS or HIPPS code",
                                "write letters and digits, such as \"97110\""),
                        new Problem(
                                "/lines/0/modifiers/0",
                                "g-",
                                "`g-` is not a modifier",
                                "write two characters, such as \"GP\""),
                        new Problem(
                                "/lines/0/modifiers/2",
                                "59",
                                "the number `59` where a modifier in quotes is expected",
                                "write \"59\" in quotes"),
                        new Problem(
                                "/lines/0/modifiers/3",
                                null,
                                "nothing where text in quotes is expected",
                                "write two characters, such as \"GP\""),
                        new Problem("/lines/1/revenueCode", "42", "`42` is not a revenue code", "write \"0042\""),
                        new Problem(
                                "/lines/1/units", null, "text where a number is expected", "write 2 without quotes"),
                        new Problem(
                                "/lines/1/lineNumber",
                                "1",
                                "line number `1` is taken by line 1 of the list",
                                "give every line a number of its own"),
                        new Problem(
                                "/lines/2", null, "a number where an object is expected", "write an object in braces"),
                        new Problem(
                                "/colour",
                                null,
                                "unknown field `colour`",
                                "leave it out; known here: claimId, typeOfBill, statementFrom, statementThrough, lines, "
                                        + "receivedDate, admissionDate, priority, pointOfOrigin, patientStatus, "
                                        + "beneficiaryId, billingProviderNpi, attending, referring, conditionCodes, "
                                        + "occurrenceCodes, occurrenceSpans, valueCodes, treatmentAuthorization, "
                                        + "originalClaimNumber, principalDiagnosis, otherDiagnoses, diagnosisVersion, remarks, "
                                        + "delayReason, transactionType, payer, otherPayers, totalCharge, context, history"));
    }

    @Test
    void guessesAFieldThatWasMisspelt() {
        String misspelt =
                ClaimTexts.LEAST.replace("\"lines\"", "\"type_of_bill\": \"0341\", \"recievedDate\": null, \"lines\"");

        assertThat(ClaimTexts.problems(misspelt))
                .containsExactly(
                        new Problem(
                                "/type_of_bill",
                                null,
                                "unknown field `type_of_bill`",
                                "write `typeOfBill`, or leave it out"),
                        new Problem(
                                "/recievedDate",
                                null,
                                "unknown field `recievedDate`",
                                "write `receivedDate`, or leave it out"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "\"text\"", "null", "true", ""})
    void refusesWhatIsNoObject(String json) {
        assertThat(ClaimTexts.problems(json)).singleElement().satisfies(problem -> {
            assertThat(problem.pointer()).isEmpty();
            assertThat(problem.message()).endsWith(" where an object is expected");
        });
    }

    @Test
    void neverRepeatsWhoTheBeneficiaryIs() {
        var tree = ClaimTexts.tree(ClaimTexts.FULL);
        tree.put("beneficiaryId", "SECRET\u0007");
        tree.put("remarks", "SECRET".repeat(500));
        tree.putObject("attending")
                .put("lastName", 5550001)
                .put("firstName", "SECRET".repeat(50))
                .put("npi", "SECRET");
        tree.putObject("referring").putArray("lastName").add("SECRET");

        InvalidClaimException why = ClaimTexts.invalid(tree.toString());

        assertThat(why.problems())
                .extracting(Problem::pointer)
                .containsExactly(
                        "/beneficiaryId",
                        "/attending/npi",
                        "/attending/lastName",
                        "/attending/firstName",
                        "/referring/lastName",
                        "/remarks");
        // An NPI is public; whatever stands in its place is shown, so that it can be mended.
        assertThat(why.problems().stream().filter(problem -> !problem.pointer().endsWith("npi")))
                .extracting(Problem::toString)
                .noneMatch(text -> text.contains("SECRET") || text.contains("5550001"));
        assertThat(why.getMessage()).doesNotContain("SECRET");

        tree.put("beneficiaryId", 5550001);
        assertThat(ClaimTexts.problems(tree).get(0))
                .isEqualTo(new Problem(
                        "/beneficiaryId",
                        null,
                        "a number where a member id in quotes is expected",
                        "write 1 to 80 printable characters, in quotes"));
    }

    @Test
    void cutsAndEscapesWhatItShows() {
        var tree = ClaimTexts.tree(ClaimTexts.LEAST);
        tree.put("priority", "\u001b[31m" + "x".repeat(50));
        tree.put("\u202ename", 1);

        assertThat(ClaimTexts.problems(tree))
                .extracting(Problem::message)
                .containsExactly(
                        "`\\u001b[31m" + "x".repeat(35) + "...` is not a priority of admission",
                        "unknown field `\\u202ename`");
    }

    @Test
    void stopsListingAfterAThousandProblems() {
        var tree = ClaimTexts.tree(ClaimTexts.LEAST);
        for (int index = 0; index < 1_500; index++) {
            tree.put("x" + index, 1);
        }

        assertThat(ClaimTexts.problems(tree))
                .hasSize(1_001)
                .last()
                .isEqualTo(new Problem("", null, "500 more problems are not listed", "mend those listed first"));
    }

    @Test
    void knowsWhereTheClaimCameFrom() {
        Location file = new Location("march.json", null, null, null, null, null);

        Claim claim = ClaimReader.read(ClaimTexts.tree(ClaimTexts.LEAST), pointer -> file);

        assertThat(claim.origin().at("/lines/0")).isEqualTo(file);
    }

    private static String withHistory(String history) {
        return ClaimTexts.LEAST.replace("\"lines\"", "\"history\": " + history + ", \"lines\"");
    }
}
