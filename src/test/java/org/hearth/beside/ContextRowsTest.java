package org.hearth.beside;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hearth.claim.AmountBucket;
import org.hearth.claim.Certification;
import org.hearth.claim.ClaimContext;
import org.hearth.claim.ContextFact;
import org.hearth.claim.DateSpan;
import org.hearth.claim.Discipline;
import org.hearth.claim.HomeHealthPeriod;
import org.hearth.claim.HomeHealthPeriod.Billed;
import org.hearth.claim.PayerBefore;
import org.hearth.claim.PlanEnrolment;
import org.hearth.json.GivenContexts;
import org.hearth.json.Problem;
import org.hearth.tables.workbook.PlainWorkbook;
import org.junit.jupiter.api.Test;

/** Contexts as rows, all synthetic. */
class ContextRowsTest {

    private static final String HEADINGS =
            "claimId,beneficiaryId,part,discipline,from,through,value,npi,billedThrough,signed,planSent,orderSigned";

    /** A fact of every part, of claim A1; the last row of a member. */
    private static final List<String> ROWS = List.of(
            HEADINGS,
            "A1,,underHomeHealthPlan,,,,yes",
            "A1,,homebound,,,,No",
            "A1,,homeHealthPeriods,,2026-03-01,2026-03-30,,1999999984,none",
            "A1,,homeHealthPeriods,,2026-01-01,2026-01-30,,1999999984,2026-01-28",
            "A1,,homeHealthPeriods,,2025-11-01",
            "A1,,therapyAmountBefore,PT_SLP,,,1900.5",
            "A1,,therapyAmountBefore,OT,,,0",
            "A1,,dischargedOn,PT,2026-03-31",
            "A1,,oneTimeVisits,OT,2026-03-02",
            "A1,,secondPlanEvaluations,SLP,2026-03-03",
            "A1,,noticeOfAdmission,,2026-03-04",
            "A1,,inpatientStays,,2026-02-01,2026-02-03",
            "A1,,hospicePeriods,,,,none",
            "A1,,medicareAdvantagePeriods,,2026-01-01,,contractor",
            "A1,,certifications,PT,2026-03-01,,,,,2026-03-10,2026-03-02,2026-02-28",
            "A1,,partA,,2005-04-01",
            "A1,,partB,,2005-04-01,2026-06-30",
            "A1,,diedOn,,2026-06-30",
            "A1,,payersBefore,,2020-01-01,,12",
            "",
            ",1EG4TE5MK73,homebound,,,,yes");

    private static final DateSpan OPEN_2025 = new DateSpan(LocalDate.of(2025, 11, 1), null);

    private static final ClaimContext WHOLE = ClaimContext.builder()
            .underHomeHealthPlan(true)
            .homebound(false)
            .homeHealthPeriods(List.of(
                    new HomeHealthPeriod(span("2026-03-01", "2026-03-30"), "1999999984", Billed.NOTHING),
                    new HomeHealthPeriod(
                            span("2026-01-01", "2026-01-30"), "1999999984", Billed.through(LocalDate.of(2026, 1, 28))),
                    new HomeHealthPeriod(OPEN_2025, null)))
            .therapyAmountBefore(
                    Map.of(AmountBucket.PT_SLP, new BigDecimal("1900.5"), AmountBucket.OT, BigDecimal.ZERO))
            .dischargedOn(Map.of(Discipline.PT, LocalDate.of(2026, 3, 31)))
            .oneTimeVisits(Map.of(Discipline.OT, LocalDate.of(2026, 3, 2)))
            .secondPlanEvaluations(Map.of(Discipline.SLP, LocalDate.of(2026, 3, 3)))
            .noticeOfAdmissionReceived(LocalDate.of(2026, 3, 4))
            .inpatientStays(List.of(span("2026-02-01", "2026-02-03")))
            .speakingOf(ContextFact.HOSPICE_PERIODS)
            .medicareAdvantagePeriods(
                    List.of(new PlanEnrolment(span("2026-01-01", null), null, PlanEnrolment.ClaimsBy.CONTRACTOR)))
            .certifications(List.of(new Certification(
                    Discipline.PT,
                    LocalDate.of(2026, 3, 1),
                    LocalDate.of(2026, 3, 10),
                    LocalDate.of(2026, 3, 2),
                    LocalDate.of(2026, 2, 28))))
            .partA(List.of(span("2005-04-01", null)))
            .partB(List.of(span("2005-04-01", "2026-06-30")))
            .diedOn(LocalDate.of(2026, 6, 30))
            .payersBefore(List.of(new PayerBefore("12", span("2020-01-01", null))))
            .build();

    private static DateSpan span(String from, String through) {
        return new DateSpan(LocalDate.parse(from), through == null ? null : LocalDate.parse(through));
    }

    private static GivenContexts csv(List<String> rows) {
        return ContextRows.read(String.join("\r\n", rows).getBytes(StandardCharsets.UTF_8));
    }

    private static GivenContexts row(String row) {
        return csv(List.of(HEADINGS, row));
    }

    private static void areTheSame(GivenContexts given) {
        assertThat(given.problems()).isEmpty();
        assertThat(given.contexts())
                .containsExactly(
                        new GivenContexts.Given("A1", null, WHOLE),
                        new GivenContexts.Given(
                                null,
                                "1EG4TE5MK73",
                                ClaimContext.builder().homebound(true).build()));
    }

    @Test
    void readsEveryPartFromCsv() {
        areTheSame(csv(ROWS));
    }

    @Test
    void readsCsvOfOtherLanguages() {
        areTheSame(csv(ROWS.stream().map(row -> row.replace(',', ';')).toList()));
        areTheSame(csv(ROWS.stream().map(row -> row.replace(',', '\t')).toList()));
        areTheSame(ContextRows.read(("\uFEFF" + String.join("\n", ROWS)).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsAWorkbook() {
        areTheSame(ContextRows.read(PlainWorkbook.of(
                "Contexts",
                ROWS.stream().map(row -> Arrays.asList(row.split(","))).toList())));
    }

    @Test
    void readsJson() {
        GivenContexts given = ContextRows.read(
                "{\"claims\": [{\"claimId\": \"A1\", \"context\": {\"homebound\": true}}, {\"claimId\": \"A2\", \"context\": {\"homebond\": true}}, {\"context\": {}}]}"
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(given.contexts()).extracting(GivenContexts.Given::claimId).containsExactly("A1");
        assertThat(given.problems())
                .extracting(Problem::pointer)
                .containsExactly("/claims/1/context/homebond", "/claims/2");
    }

    @Test
    void saysWhatIsWrongByRowAndColumn() {
        assertThat(row("A1,,partB,,2026-13-01").problems())
                .extracting(Problem::message)
                .containsExactly("row 2, column E: `2026-13-01` is not a date");
        assertThat(row("A1,,partB,,2026-03-02,2026-03-01").problems())
                .extracting(Problem::message)
                .containsExactly("row 2, column F: `2026-03-01` is before `from`, `2026-03-02`");
        assertThat(row("A1,,partC,,2026-03-01").problems())
                .extracting(Problem::message)
                .containsExactly("row 2, column C: this is no part of a context");
        assertThat(row(",,partB,,2026-03-01").problems())
                .extracting(Problem::message)
                .containsExactly("row 2, column A: nothing tells whose the row is");
        assertThat(row("A1,,homebound,,,,perhaps").problems())
                .extracting(Problem::message)
                .containsExactly("row 2, column G: this is neither yes nor no");
        assertThat(row("A1,,partB,PT,2026-03-01").problems())
                .extracting(Problem::message)
                .containsExactly("row 2, column D: the column says nothing of `partB`");
        assertThat(row("A1,,therapyAmountBefore,PT,,,5").problems())
                .extracting(Problem::message)
                .containsExactly("row 2, column G: unknown field `PT`");
        assertThat(csv(List.of(HEADINGS, "A1,,diedOn,,2026-03-01", "A1,,diedOn,,2026-03-02"))
                        .problems())
                .extracting(Problem::message)
                .containsExactly("row 3, column C: `diedOn` stands above for the same claim already");
    }

    @Test
    void saysWhatIsWrongByTheCellOfAWorkbook() {
        assertThat(ContextRows.read(PlainWorkbook.of(
                                "Mine",
                                List.of(List.of("claimId", "part", "from"), List.of("A1", "partB", "yesterday"))))
                        .problems())
                .extracting(Problem::message)
                .containsExactly("sheet Mine, cell C2: `yesterday` is not a date");
    }

    /** A file without headings begins with somebody's data. */
    @Test
    void repeatsNothingOfWhatIsNoHeading() {
        assertThat(csv(List.of("1EG4TE5MK73,SAMPLE,PERSON")).problems())
                .noneMatch(problem -> problem.toString().contains("MK73")
                        || problem.toString().contains("SAMPLE"))
                .hasSize(4);
    }

    @Test
    void costsTheClaimOfTheRowAlone() {
        GivenContexts given = csv(List.of(HEADINGS, "A1,,partB,,never", "A2,,partB,,2026-03-01"));
        assertThat(given.contexts()).extracting(GivenContexts.Given::claimId).containsExactly("A2");
    }

    @Test
    void saysThatTheDisciplineIsMissing() {
        for (String part :
                List.of("therapyAmountBefore,,,,5", "dischargedOn,,2026-03-01", "oneTimeVisits,,2026-03-01")) {
            assertThat(row("A1,," + part).problems())
                    .containsExactly(new Problem(
                            "",
                            null,
                            "row 2, column D: the row does not say of which discipline",
                            "write the discipline"));
        }
    }

    @Test
    void readsNoMoreRowsThanItHolds() {
        assertThat(ContextRows.read(("part,claimId\n" + "partB,A\n".repeat(200_001)).getBytes(StandardCharsets.UTF_8))
                        .problems())
                .extracting(Problem::message)
                .containsExactly("the file has more than 200000 rows");
    }

    /** What a number of a million digits is takes minutes to find out. */
    @Test
    void anAmountOfTooManyDigitsIsNone() {
        assertThat(csv(List.of(HEADINGS, "A1,,therapyAmountBefore,OT,,,%s".formatted("9".repeat(65))))
                        .problems())
                .extracting(Problem::message)
                .containsExactly("row 2, column G: text where a number is expected");
    }

    /** What the rows of one claim come to is held at once; the others are none the worse for it. */
    @Test
    void aClaimOfFarTooManyRowsIsNotPutTogether() {
        GivenContexts given =
                ContextRows.read(("part,claimId,value\n" + "homebound,A,yes\n".repeat(10_001) + "homebound,B,yes\n")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(given.problems())
                .extracting(Problem::message)
                .containsExactly("row 10002: 10000 rows before this one are of the same");
        assertThat(given.contexts()).extracting(GivenContexts.Given::claimId).containsExactly("B");
    }

    /** Of a file that is wrong throughout a hundred problems tell as much as all. */
    @Test
    void listsSomeOfManyProblems() {
        List<Problem> problems = ContextRows.read(
                        ("part,claimId\n" + "none of them,A\n".repeat(10_000)).getBytes(StandardCharsets.UTF_8))
                .problems();
        assertThat(problems).hasSize(101);
        assertThat(problems.get(100).message()).isEqualTo("and 9900 more");
        assertThat(problems.toString()).hasSizeLessThan(20_000);
        assertThat(problems.get(0).fix()).contains("homeHealthPeriods");
        assertThat(problems.get(1).fix()).doesNotContain("homeHealthPeriods");

        List<Problem> dates = csv(Stream.concat(
                                Stream.of(HEADINGS),
                                IntStream.range(0, 1_000).mapToObj(row -> "A" + row + ",,partB,,never"))
                        .toList())
                .problems();
        assertThat(dates).hasSize(101);
        assertThat(dates.get(100).message()).isEqualTo("and 900 more");
    }

    @Test
    void refusesWhatIsNeither() {
        assertThat(ContextRows.read(new byte[] {'P', 'K', 3, 4, 0, 0}).problems())
                .hasSize(1);
        assertThat(csv(List.of("claimId,part", "\"A1,homebound")).problems()).hasSize(1);
        assertThat(ContextRows.read(new byte[0]).problems()).hasSize(1);
        assertThat(ContextRows.read("[1]".getBytes(StandardCharsets.UTF_8)).problems())
                .hasSize(1);
        assertThat(ContextRows.read("{".getBytes(StandardCharsets.UTF_8)).problems())
                .hasSize(1);
    }
}
