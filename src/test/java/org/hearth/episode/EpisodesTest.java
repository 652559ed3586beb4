package org.hearth.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.hearth.episode.EpisodeClaims.episode;
import static org.hearth.episode.EpisodeClaims.homeHealth;
import static org.hearth.episode.EpisodeClaims.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.hearth.claim.AmountBucket;
import org.hearth.claim.Claim;
import org.hearth.claim.Discipline;
import org.hearth.claim.TypeOfBill;
import org.hearth.evaluate.Evaluation;
import org.hearth.facts.functional.ReportingDay;
import org.hearth.facts.homehealth.Reassessment;
import org.hearth.finding.Finding;
import org.hearth.history.Earlier;
import org.hearth.history.Past;
import org.hearth.history.Seal;
import org.hearth.rules.Rulesets;
import org.junit.jupiter.api.Test;

/** What the claims of a beneficiary show side by side. All of it is synthetic. */
class EpisodesTest {

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static Course course(Episode episode, Discipline discipline) {
        return episode.courses().stream()
                .filter(course -> course.discipline() == discipline)
                .findFirst()
                .orElseThrow();
    }

    private static Course.Day treatment(Episode episode, String date) {
        return course(episode, Discipline.PT).days().stream()
                .filter(one -> one.on().equals(day(date)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theTenthTreatmentDayIsCountedOverTwoClaims() {
        Episode episode = episode(sample());
        Course therapy = course(episode, Discipline.PT);

        assertThat(therapy.days()).hasSize(22).allMatch(Course.Day::startKnown);
        assertThat(therapy.days().stream().map(Course.Day::number))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 22).boxed().toList());
        assertThat(treatment(episode, "2018-05-29"))
                .isEqualTo(new Course.Day(day("2018-05-29"), "PCN-34X-0201", 9, true, 9, false, List.of()));
        assertThat(treatment(episode, "2018-06-01"))
                .isEqualTo(new Course.Day(
                        day("2018-06-01"),
                        "PCN-34X-0202",
                        10,
                        true,
                        10,
                        false,
                        List.of(new ReportingDay(
                                Discipline.PT,
                                day("2018-06-01"),
                                10,
                                "progress",
                                List.of("current", "goal"),
                                List.of(),
                                List.of("current", "goal")))));
        assertThat(treatment(episode, "2018-06-05").dayInPeriod()).isEqualTo(1);
    }

    @Test
    void ofAContinuingClaimAloneNobodyKnowsTheStart() {
        Episode episode = episode(sample().subList(1, 3));

        assertThat(treatment(episode, "2018-06-01").number()).isEqualTo(1);
        assertThat(treatment(episode, "2018-06-01").startKnown()).isFalse();
        assertThat(treatment(episode, "2018-06-01").reports()).isEmpty();
    }

    @Test
    void aLimitationIsOpenUntilItsEndIsReported() {
        Episode episode = episode(sample());

        assertThat(course(episode, Discipline.PT).limitations())
                .containsExactly(
                        new Course.Limitation("walking / mobility", day("2018-05-01"), day("2018-07-12"), true));
        assertThat(course(episode, Discipline.OT).limitations())
                .containsExactly(new Course.Limitation("self care", day("2018-06-05"), null, false));
    }

    @Test
    void eachClaimIsJudgedByThoseBeforeItInWhicheverOrderTheyCome() {
        List<Claim> claims = new ArrayList<>(sample());
        Episode inOrder = episode(claims);
        Collections.reverse(claims);

        assertThat(episode(claims)).isEqualTo(inOrder);
        Claim last = claims.get(0);
        Past past = Past.of(
                last,
                sample().subList(0, 2).stream()
                        .map(claim -> new Earlier(claim, Earlier.Source.FILE))
                        .toList(),
                true,
                List.of(),
                Seal.NONE);
        Evaluation expected = Rulesets.evaluator().evaluate(last, past);
        assertThat(inOrder.claims().get(2).evaluation()).isEqualTo(expected);
    }

    @Test
    void aFindingStandsAtTheDayOfItsLine() {
        JudgedClaim second = episode(sample()).claims().get(1);

        assertThat(second.findings().stream()
                        .filter(dated -> dated.finding().id().equals("HHT-514"))
                        .map(JudgedClaim.Dated::on))
                .containsExactly(day("2018-06-01"));
    }

    @Test
    void whatAReplacementTakesBackCountsOnce() {
        List<Claim> claims = new ArrayList<>(sample());
        Claim first = claims.get(0);
        claims.add(first.toBuilder()
                .claimId("PCN-34X-0204")
                .typeOfBill(TypeOfBill.of("0347"))
                .receivedDate(day("2018-07-20"))
                .originalClaimNumber("PCN-34X-0201")
                .build());
        Episode episode = episode(claims);

        assertThat(episode.claims())
                .extracting(judged -> judged.claim().claimId(), JudgedClaim::stands)
                .containsExactly(
                        tuple("PCN-34X-0201", false),
                        tuple("PCN-34X-0204", true),
                        tuple("PCN-34X-0202", true),
                        tuple("PCN-34X-0203", true));
        assertThat(course(episode, Discipline.PT).days()).hasSize(22);
        assertThat(treatment(episode, "2018-05-29").claimId()).isEqualTo("PCN-34X-0204");
    }

    @Test
    void theYearlyAmountBeginsWithWhatASenderSaysWasUsedBefore() {
        assertThat(episode(sample()).amounts())
                .containsExactly(
                        new YearAmount(
                                2018,
                                AmountBucket.PT_SLP,
                                "physical therapy and speech-language pathology",
                                new BigDecimal("1806.0"),
                                new BigDecimal("2010"),
                                "threshold",
                                null,
                                true,
                                0),
                        new YearAmount(
                                2018,
                                AmountBucket.OT,
                                "occupational therapy",
                                new BigDecimal("270.0"),
                                new BigDecimal("2010"),
                                "threshold",
                                null,
                                false,
                                0));
    }

    @Test
    void aPlanIsCertifiedForNinetyDaysAndSaysWhenItWasSigned() {
        assertThat(episode(sample()).certifications())
                .containsExactly(
                        new CertifiedSpan(
                                Discipline.PT,
                                day("2018-05-01"),
                                day("2018-07-30"),
                                day("2018-05-10"),
                                day("2018-05-31")),
                        new CertifiedSpan(Discipline.OT, day("2018-06-05"), day("2018-09-03"), null, null));
    }

    @Test
    void afterADischargeNothingIsDue() {
        Episode episode = episode(sample());

        assertThat(episode.next()).isEmpty();
        assertThat(episode.discharges())
                .extracting(Discharge::on, Discharge::discipline)
                .containsExactly(tuple(day("2018-07-12"), Discipline.PT), tuple(day("2018-07-12"), null));
    }

    @Test
    void whileCareGoesOnTheNextReportAndCertificationAreDue() {
        assertThat(episode(sample().subList(0, 1)).next())
                .containsExactly(
                        new NextDue("functional report", Discipline.PT, null, 1),
                        new NextDue("recertification", Discipline.PT, day("2018-07-30"), null));
    }

    /** Day 30 after a therapist's visit is in time, day 31 is not (42 CFR 409.44(c)(2)(i)). */
    @Test
    void aReassessmentIsInTimeOnTheThirtiethDayAndLateOnTheDayAfter() {
        Episode episode = episode(List.of(
                homeHealth("A", "2025-03-01", "2025-03-30", "30", "2025-03-01 G0151", "2025-03-10 G0157"),
                homeHealth("B", "2025-03-31", "2025-04-29", "30", "2025-03-31 G0151", "2025-04-10 G0157"),
                homeHealth("C", "2025-04-30", "2025-05-29", "30", "2025-05-01 G0151", "2025-05-06 G0157")));

        Course therapy = course(episode, Discipline.PT);
        assertThat(therapy.reassessments())
                .containsExactly(
                        new Reassessment(Discipline.PT, day("2025-03-01"), day("2025-03-31"), day("2025-03-31")),
                        new Reassessment(Discipline.PT, day("2025-03-31"), day("2025-04-30"), day("2025-05-01")),
                        new Reassessment(Discipline.PT, day("2025-05-01"), day("2025-05-31"), null));
        assertThat(therapy.reassessments()).extracting(Reassessment::late).containsExactly(false, true, false);
        assertThat(therapy.visits())
                .extracting(Course.Visit::who)
                .containsExactly("therapist", "assistant", "therapist", "assistant", "therapist", "assistant");
        assertThat(episode.certifications())
                .containsExactly(
                        new CertifiedSpan(null, day("2025-03-01"), day("2025-04-29"), null, null),
                        new CertifiedSpan(null, day("2025-04-30"), day("2025-06-28"), null, null));
        assertThat(episode.next())
                .containsExactly(
                        new NextDue("reassessment", Discipline.PT, day("2025-05-31"), null),
                        new NextDue("recertification", null, day("2025-06-28"), null),
                        new NextDue("next period", null, day("2025-05-30"), null));
    }

    @Test
    void theLabelOfAPatientWhoseCareGoesOnIsTheListsOwn() {
        assertThat(episode(List.of(homeHealth("A", "2025-03-01", "2025-03-30", "30", "2025-03-01 G0151")))
                        .claims()
                        .get(0)
                        .goesOn())
                .isTrue();
        assertThat(episode(List.of(homeHealth("A", "2025-03-01", "2025-03-30", "01", "2025-03-01 G0151")))
                        .claims()
                        .get(0)
                        .goesOn())
                .isFalse();
    }

    @Test
    void eachBeneficiaryAndAgencyHasAnEpisodeOfItsOwn() {
        Claim claim = sample().get(0);
        List<Claim> claims = List.of(
                claim,
                claim.toBuilder().beneficiaryId("1EG4TE5MK72").build(),
                claim.toBuilder().billingProviderNpi("1003000126").build(),
                claim.toBuilder().beneficiaryId(null).build());

        assertThat(Episodes.bySubject(claims)).hasSize(4);
        assertThat(episode(claims.subList(3, 4)).memberKnown()).isFalse();
    }

    @Test
    void aClaimWithItsOwnHistoryIsJudgedByIt() {
        List<Claim> claims = sample();
        Claim alone = claims.get(1).toBuilder().history(List.of()).build();
        Episode episode = episode(List.of(alone));

        assertThat(treatment(episode, "2018-06-01").startKnown()).isTrue();
        assertThat(episode.claims().get(0).evaluation().findings())
                .extracting(Finding::id)
                .contains("HHT-513");
    }

    @Test
    void moreClaimsThanAreTakenAreLeftOutAndSaidSo() {
        StringBuilder json = new StringBuilder();
        for (int number = 0; number < Episodes.MOST_CLAIMS + 3; number++) {
            json.append("{\"claimId\":\"A").append(number);
            json.append("\",\"typeOfBill\":\"0341\",\"beneficiaryId\":\"M").append(number);
            json.append(
                    "\",\"statementFrom\":\"2018-05-01\",\"statementThrough\":\"2018-05-01\",\"lines\":[{\"lineNumber\":1,"
                            + "\"revenueCode\":\"0420\"}]}\n");
        }
        EpisodeAnswer answer = EpisodeClaims.answer(json.toString());

        assertThat(answer.claims()).isEqualTo(Episodes.MOST_CLAIMS);
        assertThat(answer.leftOut()).isEqualTo(3);
        assertThat(answer.whole()).isFalse();
    }
}
