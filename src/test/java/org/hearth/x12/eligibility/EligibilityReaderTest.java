package org.hearth.x12.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hearth.claim.AmountBucket;
import org.hearth.claim.ClaimContext;
import org.hearth.claim.ContextFact;
import org.hearth.claim.DateSpan;
import org.hearth.claim.HomeHealthPeriod;
import org.hearth.claim.HomeHealthPeriod.Billed;
import org.hearth.claim.PayerBefore;
import org.hearth.claim.PlanEnrolment;
import org.hearth.x12.eligibility.EligibilityAnswer.Enrolment;
import org.hearth.x12.eligibility.EligibilityAnswer.Hospice;
import org.hearth.x12.eligibility.EligibilityAnswer.TherapyUsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Answers about eligibility, all synthetic: SAMPLE persons, test numbers. What the three files must read as was worked out from
 * the guide's shapes, not from this reader.
 */
class EligibilityReaderTest {

    private static final Path FILES = Path.of("src/test/resources/x12/eligibility");
    private static final String OTHER = "1999999984";
    private static final String OWN = "1234567893";

    private static EligibilityFile file(String name) throws IOException {
        return EligibilityReader.read(Files.readAllBytes(FILES.resolve(name)));
    }

    private static EligibilityAnswer only(EligibilityFile file) {
        assertThat(file.problems()).isEmpty();
        assertThat(file.notes()).isEmpty();
        assertThat(file.answers()).hasSize(1);
        return file.answers().get(0);
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static DateSpan span(String from, String through) {
        return new DateSpan(day(from), through == null ? null : day(through));
    }

    /** A transaction set about one beneficiary, in one interchange. */
    private static String answer(String... segments) {
        return interchange("CMS", "NM1*IL*1*SAMPLE*PERSON****MI*1EG4TE5MK73", segments);
    }

    private static String interchange(String payer, String member, String... segments) {
        String isa =
                "ISA*00*          *00*          *ZZ*CMS            *ZZ*EXAMPLESUB     *261129*0930*^*00501*000000009*0*T*:~";
        String head = "GS*HB*CMS*EXAMPLESUB*20261129*0930*9*X*005010X279A1~ST*271*0001*005010X279A1~"
                + "BHT*0022*11*SAMPLE*20261129*0930~HL*1**20*1~NM1*PR*2*" + payer + "*****PI*12345~HL*2*1*21*1~"
                + "NM1*1P*2*EXAMPLE AGENCY*****XX*1234567893~";
        String beneficiary = "HL*3*2*22*0~" + member + "~DTP*307*RD8*20260101-20261129~";
        return isa + head + beneficiary + String.join("~", segments) + "~SE*20*0001~GE*1*9~IEA*1*000000009~";
    }

    private static EligibilityFile read(String text) {
        return EligibilityReader.read(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void readsABeneficiaryOfWhomNothingElseIsOnFile() throws IOException {
        EligibilityAnswer answer = only(file("1-plain-ffs.271"));

        assertThat(answer.memberId()).isEqualTo("1EG4TE5MK73");
        assertThat(answer.asOf()).isEqualTo(day("2026-11-29"));
        assertThat(answer.asked()).isEqualTo(span("2026-09-01", "2026-11-29"));
        assertThat(answer.diedOn()).isNull();
        assertThat(answer.partA()).containsExactly(span("2005-04-01", null));
        assertThat(answer.partB()).containsExactly(span("2005-04-01", null));
        assertThat(answer.homeHealth()).isEmpty();
        assertThat(answer.hospice()).isEmpty();
        assertThat(answer.enrolments()).isEmpty();
        assertThat(answer.payersBefore()).isEmpty();
        assertThat(answer.homeHealthCertifications()).isEmpty();
        assertThat(answer.therapyUsed())
                .containsExactly(
                        new TherapyUsed(2026, AmountBucket.PT_SLP, BigDecimal.ZERO),
                        new TherapyUsed(2026, AmountBucket.OT, BigDecimal.ZERO));
        assertThat(answer.unused()).containsExactlyInAnyOrderEntriesOf(Map.of("1", 1, "A", 1, "B", 2, "C", 5, "I", 1));
    }

    @Test
    void readsHomeHealthPeriodsBilledAndNot() throws IOException {
        EligibilityAnswer answer = only(file("2-home-health-other-agency.271"));

        assertThat(answer.asked()).isEqualTo(span("2025-12-01", "2026-11-29"));
        assertThat(answer.partA()).containsExactly(span("2005-04-01", null));
        assertThat(answer.partB()).containsExactly(span("2026-04-01", null));
        assertThat(answer.homeHealth())
                .containsExactly(
                        new HomeHealthPeriod(span("2026-11-03", "2026-12-02"), OTHER, Billed.NOTHING),
                        new HomeHealthPeriod(
                                span("2026-10-04", "2026-11-02"), OTHER, Billed.through(day("2026-10-31"))),
                        new HomeHealthPeriod(span("2026-03-01", "2026-03-18"), OWN, Billed.through(day("2026-03-18"))));
        assertThat(answer.homeHealthCertifications()).containsExactly(day("2026-10-04"));
        assertThat(answer.therapyUsed())
                .containsExactly(
                        new TherapyUsed(2026, AmountBucket.PT_SLP, new BigDecimal("1312.45")),
                        new TherapyUsed(2026, AmountBucket.OT, new BigDecimal("240")),
                        new TherapyUsed(2025, AmountBucket.PT_SLP, BigDecimal.ZERO),
                        new TherapyUsed(2025, AmountBucket.OT, BigDecimal.ZERO));
    }

    @Test
    void readsPlansHospicePayersBeforeAndDeath() throws IOException {
        EligibilityAnswer answer = only(file("3-ma-hospice-msp.271"));

        assertThat(answer.diedOn()).isEqualTo(day("2026-11-20"));
        assertThat(answer.partA()).containsExactly(span("2001-07-01", "2026-11-20"));
        assertThat(answer.partB()).containsExactly(span("2001-07-01", "2026-11-20"));
        assertThat(answer.enrolments())
                .containsExactly(
                        new Enrolment(span("2026-01-01", null), "HN", "H9999", "001", "C"),
                        new Enrolment(span("2024-01-01", "2025-12-31"), "HN", "H9998", "002", "C"));
        assertThat(answer.hospice())
                .containsExactly(
                        new Hospice(span("2026-01-05", "2026-02-18"), "1988888883", "1", 1),
                        new Hospice(span("2026-09-15", null), "1988888883", "0", 2));
        assertThat(answer.payersBefore())
                .containsExactly(
                        new PayerBefore("12", span("2020-01-01", "2026-10-31")),
                        new PayerBefore("47", span("2026-03-01", null)));
        assertThat(answer.homeHealth()).isEmpty();
    }

    @Test
    void saysOfAClaimWhatWasAskedForItsDaysAndNothingOfOthers() throws IOException {
        EligibilityAnswer answer = only(file("2-home-health-other-agency.271"));

        ClaimContext inside = answer.about(day("2025-12-01"), day("2026-11-29"));
        assertThat(inside.answeredOn().keySet())
                .containsExactlyInAnyOrder(
                        ContextFact.HOME_HEALTH_PERIODS,
                        ContextFact.HOSPICE_PERIODS,
                        ContextFact.MEDICARE_ADVANTAGE_PERIODS,
                        ContextFact.PART_A,
                        ContextFact.PART_B,
                        ContextFact.PAYERS_BEFORE,
                        ContextFact.DIED_ON,
                        ContextFact.THERAPY_AMOUNT_BEFORE);
        assertThat(inside.none())
                .containsExactlyInAnyOrder(
                        ContextFact.HOSPICE_PERIODS,
                        ContextFact.MEDICARE_ADVANTAGE_PERIODS,
                        ContextFact.PAYERS_BEFORE,
                        ContextFact.DIED_ON);
        assertThat(inside.homeHealthPeriods())
                .extracting(period -> period.billed())
                .containsExactly(Billed.NOTHING, Billed.through(day("2026-10-31")), Billed.through(day("2026-03-18")));
        assertThat(inside.noticeOfAdmissionReceived()).isNull();
        assertThat(inside.therapyAmountBefore()).containsEntry(AmountBucket.PT_SLP, BigDecimal.ZERO);
        assertThat(answer.about(day("2026-01-05"), day("2026-01-31")).therapyAmountBefore())
                .containsEntry(AmountBucket.PT_SLP, new BigDecimal("1312.45"));

        assertThat(answer.about(day("2025-11-30"), day("2025-12-31"))).isEqualTo(ClaimContext.UNKNOWN);
        assertThat(answer.about(day("2026-11-01"), day("2026-11-30"))).isEqualTo(ClaimContext.UNKNOWN);
    }

    @Test
    void knowsWhoHandlesTheClaimsOfAnEnrolment() {
        List<PlanEnrolment.ClaimsBy> by = new ArrayList<>();
        for (String option : List.of("C", "A", "B", "1", "2", "X")) {
            by.add(only(read(answer(
                            "EB*R**30*HN",
                            "REF*18*H9999 001",
                            "DTP*290*D8*20260101",
                            "MSG*MCO BILL OPTION CODE - " + option)))
                    .about(day("2026-03-01"), day("2026-03-02"))
                    .medicareAdvantagePeriods()
                    .get(0)
                    .claimsBy());
        }
        assertThat(by)
                .containsExactly(
                        PlanEnrolment.ClaimsBy.PLAN,
                        PlanEnrolment.ClaimsBy.CONTRACTOR,
                        PlanEnrolment.ClaimsBy.CONTRACTOR,
                        PlanEnrolment.ClaimsBy.CONTRACTOR,
                        PlanEnrolment.ClaimsBy.CONTRACTOR,
                        null);
    }

    @Test
    void doesNotTakeOnePartOfMedicareForThePlans() {
        EligibilityAnswer answer = only(read(answer("EB*1**30^42*MA", "DTP*291*D8*20050401")));
        assertThat(answer.enrolments()).isEmpty();
        assertThat(answer.partA()).containsExactly(span("2005-04-01", null));
        assertThat(answer.partB()).isNull();
        assertThat(answer.homeHealth()).isEmpty();
        assertThat(answer.hospice()).as("not asked for").isNull();
    }

    @Test
    void tellsEntitlementThatIsNoneFromEntitlementThatNobodyAskedFor() {
        EligibilityAnswer answer = only(read(answer("EB*6**30*MB")));
        assertThat(answer.partB()).isEmpty();
        assertThat(answer.partA()).isNull();
    }

    @Test
    void takesInactiveDaysOutOfEntitlement() {
        EligibilityAnswer answer = only(read(answer(
                "EB*1**30*MB",
                "DTP*291*D8*20200101",
                "EB*6**30",
                "DTP*307*RD8*20260301-20260331",
                "EB*1**42*MA",
                "DTP*291*RD8*20200101-20260315")));
        assertThat(answer.partB()).containsExactly(span("2020-01-01", "2026-02-28"), span("2026-04-01", null));
        assertThat(answer.partA()).containsExactly(span("2020-01-01", "2026-02-28"));
    }

    @Test
    void takesNoFactFromARejectedQuestion() {
        EligibilityFile plain = read(answer("AAA*N**72*C", "EB*1**30*MA", "DTP*291*D8*20050401"));
        assertThat(plain.answers()).isEmpty();
        assertThat(plain.problems()).isEmpty();
        assertThat(plain.notes())
                .extracting(EligibilityFile.Remark::message)
                .containsExactly(
                        "the answer for the member ending `MK73` rejects the question, so nothing is known: the member id is missing or wrong");

        EligibilityFile clearinghouse = read(answer("EB*V", "AAA*N**42*R", "MSG*TRY AGAIN"));
        assertThat(clearinghouse.answers()).isEmpty();
        assertThat(clearinghouse.notes()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "CMS, true",
        "MEDICARE, true",
        "Medicare Part A, true",
        "MEDICARE PARTS A AND B, true",
        "MEDICARE PART A & PART B, true",
        "MEDICARE PART A AND PART B, true",
        "ORIGINAL MEDICARE, true",
        "MEDICARE PART D PLAN OF OHIO, false",
        "MEDICARE A/B, true",
        "CENTERS FOR MEDICARE AND MEDICAID SERVICES, true",
        "MEDICARE PLUS BLUE, false",
        "MEDICARE ADVANTAGE OF OHIO, false"
    })
    void tellsMedicareFromPlansThatBearItsName(String payer, boolean medicares) {
        EligibilityFile file = read(interchange(payer, "NM1*IL*1*SAMPLE*PERSON****MI*1EG4TE5MK73", "EB*1**30"));

        assertThat(file.answers()).hasSize(medicares ? 1 : 0);
    }

    @Test
    void refusesAnotherPayersAnswerByItsName() {
        EligibilityFile file = read(interchange(
                "EXAMPLE HEALTH PLAN", "NM1*IL*1*SAMPLE*PERSON****MI*W12345678", "EB*1**30*HM", "DTP*291*D8*20050401"));
        assertThat(file.answers()).isEmpty();
        assertThat(file.problems())
                .extracting(EligibilityFile.Remark::message)
                .containsExactly("the answer for the member ending `5678` is of another payer: `EXAMPLE HEALTH PLAN`");
    }

    @Test
    void takesAnAnswerThatAClearinghouseNamesAfterItself() {
        assertThat(only(read(interchange(
                                "CLEARINGHOUSE",
                                "NM1*IL*1*SAMPLE*PERSON****MI*1EG4TE5MK73",
                                "EB*1**30*MA",
                                "DTP*291*D8*20050401")))
                        .memberId())
                .isEqualTo("1EG4TE5MK73");
    }

    @Test
    void readsWhatStandsBeforeAndBetweenInterchanges() {
        String one = answer("EB*1**30*MA", "DTP*291*D8*20050401");
        EligibilityFile file =
                read("\u00010000001234\u0002\r\n" + one + "\r\n\u00010000001234\u0002" + one + "\r\n\u0003");
        assertThat(file.problems()).isEmpty();
        assertThat(file.answers()).hasSize(2);
    }

    @Test
    void readsSeveralBeneficiariesOfATransactionSet() {
        EligibilityFile file = read(answer(
                "EB*1**30*MA",
                "DTP*291*D8*20050401",
                "HL*4*2*22*0",
                "NM1*IL*1*SAMPLE*OTHER****MI*1EG4TE5MK72",
                "DTP*307*RD8*20260601-20260630",
                "EB*1**30*MB",
                "DTP*291*D8*20060401"));
        assertThat(file.answers())
                .extracting(EligibilityAnswer::memberId)
                .containsExactly("1EG4TE5MK73", "1EG4TE5MK72");
        assertThat(file.answers().get(1).partA()).isNull();
        assertThat(file.answers().get(1).partB()).containsExactly(span("2006-04-01", null));
        assertThat(file.answers().get(1).asked()).isEqualTo(span("2026-06-01", "2026-06-30"));
    }

    @Test
    void comparesNoOldProviderNumberWithAnNpi() {
        EligibilityAnswer answer = only(read(answer(
                "EB*1*IND*30*MA",
                "DTP*291*D8*20050401",
                "EB*X*IND*42***26",
                "DTP*472*D8*20260301",
                "LS*2120",
                "NM1*1P*2******SV*999999",
                "LE*2120")));
        assertThat(answer.homeHealth())
                .containsExactly(new HomeHealthPeriod(span("2026-03-01", null), null, Billed.NOTHING));
    }

    @Test
    void keepsAGroupWhoseDateIsNoneAndSaysSo() {
        EligibilityFile file = read(answer(
                "EB*1**30*MA",
                "DTP*291*D8*20050401",
                "EB*X**42***26",
                "DTP*472*RD8*20260301-20260330",
                "DTP*194*D8*20261399"));
        assertThat(file.answers().get(0).homeHealth())
                .containsExactly(new HomeHealthPeriod(span("2026-03-01", "2026-03-30"), null, Billed.UNTOLD));
        assertThat(file.notes())
                .extracting(EligibilityFile.Remark::message)
                .containsExactly(
                        "in the answer for the member ending `MK73` a date of a group `X` (EB01) is none; it is left out");
    }

    /** What could not be read is not "none on file": a period of another agency, of which the days are none. */
    @Test
    void claimsNoAbsenceOfWhatCouldNotBeRead() throws IOException {
        String sample = Files.readString(Path.of("src/docs/samples/eligibility.271"), StandardCharsets.ISO_8859_1);
        ClaimContext whole = read(sample).answers().get(0).about(day("2026-10-05"), day("2026-10-20"));
        assertThat(whole.knows(ContextFact.HOME_HEALTH_PERIODS)).isTrue();

        ClaimContext broken = read(sample.replace("20261004-20261102", "20261004-20261302"))
                .answers()
                .get(0)
                .about(day("2026-10-05"), day("2026-10-20"));
        assertThat(broken.knows(ContextFact.HOME_HEALTH_PERIODS)).isFalse();
        assertThat(broken.homeHealthPeriods())
                .extracting(period -> period.span())
                .containsExactly(span("2026-11-03", "2026-12-02"), span("2026-03-01", "2026-03-18"));
        assertThat(broken.answeredOn()).containsKey(ContextFact.HOME_HEALTH_PERIODS);
        assertThat(ClaimContext.builder().homebound(true).build().orElse(broken).knows(ContextFact.HOME_HEALTH_PERIODS))
                .isFalse();
    }

    @Test
    void claimsNoAbsenceOfAnyKindWithAGroupThatCouldNotBeRead() {
        String bad = "RD8*20260101-20261399";
        EligibilityAnswer answer = read(answer(
                        "EB*1**30^42^45*MA",
                        "DTP*291*" + bad,
                        "EB*1**30*MB",
                        "DTP*291*RD8*20050101-20051231",
                        "EB*1**30*MB",
                        "DTP*291*" + bad,
                        "EB*R**30*HN",
                        "DTP*290*" + bad,
                        "EB*R**30*12",
                        "DTP*290*" + bad,
                        "EB*X**42***26",
                        "EB*X**45*MA**26",
                        "DTP*292*" + bad))
                .answers()
                .get(0);
        ClaimContext context = answer.about(day("2026-03-01"), day("2026-03-02"));

        assertThat(context.none()).containsExactly(ContextFact.DIED_ON);
        assertThat(context.partly()).containsExactly(ContextFact.PART_B);
        assertThat(context.partB()).containsExactly(span("2005-01-01", "2005-12-31"));
        assertThat(context.answeredOn()).containsOnlyKeys(ContextFact.DIED_ON, ContextFact.PART_B);
        assertThat(Arrays.stream(ContextFact.values()).filter(context::knows)).containsExactly(ContextFact.DIED_ON);
    }

    @Test
    void claimsNoAbsenceOfInactiveDaysThatCouldNotBeRead() {
        ClaimContext context = read(answer(
                        "EB*1**30*MB", "DTP*291*D8*20050101", "EB*6**30*MB", "DTP*307*RD8*20260101-20261399"))
                .answers()
                .get(0)
                .about(day("2026-03-01"), day("2026-03-02"));
        assertThat(context.knows(ContextFact.PART_B)).isFalse();
        assertThat(context.partB()).isNotEmpty();
    }

    @Test
    void takesADayOfDeathThatCouldNotBeReadForUnknown() {
        ClaimContext context = read(answer("DTP*442*D8*20261399", "EB*1**30*MB", "DTP*291*D8*20050101"))
                .answers()
                .get(0)
                .about(day("2026-03-01"), day("2026-03-02"));
        assertThat(context.knows(ContextFact.DIED_ON)).isFalse();
        assertThat(context.none()).doesNotContain(ContextFact.DIED_ON);
    }

    @Test
    void takesNoAmountThatIsLeftForOneThatWasUsed() {
        EligibilityFile file = read(
                answer("EB*D**AD*MB**29*1840", "DTP*292*RD8*20260101-20261231", "EB*1**30*MB", "DTP*291*D8*20050401"));
        assertThat(file.answers().get(0).therapyUsed()).isEmpty();
        assertThat(file.notes()).hasSize(1);
    }

    @Test
    void namesWhatIsNoAnswer() {
        String claims = answer("EB*1**30*MA").replace("ST*271", "ST*837");
        assertThat(read(claims).problems())
                .extracting(EligibilityFile.Remark::message)
                .containsExactly("this is no eligibility answer: its transaction set is `837`");
        assertThat(read("member,entitled\n1,yes\n").problems())
                .extracting(EligibilityFile.Remark::message)
                .containsExactly("this is no eligibility answer: it holds no interchange header (`ISA`)");
        assertThat(read("").problems()).hasSize(1);
    }

    @Test
    void keepsTheAnswersBeforeTheDamage() {
        String whole = answer(
                "EB*1**30*MA",
                "DTP*291*D8*20050401",
                "HL*4*2*22*0",
                "NM1*IL*1*SAMPLE*OTHER****MI*1EG4TE5MK72",
                "EB*1**30*MA");
        EligibilityFile file = read(whole.substring(0, whole.indexOf("MK72~") + 12));
        assertThat(file.answers()).extracting(EligibilityAnswer::memberId).containsExactly("1EG4TE5MK73");
        assertThat(file.problems())
                .extracting(EligibilityFile.Remark::message)
                .containsExactly(
                        "the file is damaged in the answer for the member ending `MK72`; what follows was not read");
    }

    @Test
    void neverThrowsWhateverIsCutOut() throws IOException {
        byte[] whole = Files.readAllBytes(FILES.resolve("3-ma-hospice-msp.271"));
        for (int length = 0; length < whole.length; length += 7) {
            EligibilityReader.read(Arrays.copyOf(whole, length));
            byte[] holed = whole.clone();
            Arrays.fill(holed, length, Math.min(whole.length, length + 5), (byte) '*');
            EligibilityReader.read(holed);
        }
    }
}
