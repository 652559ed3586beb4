package org.hearth.facts.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.hearth.claim.Certification;
import org.hearth.claim.Claim;
import org.hearth.claim.ClaimContext;
import org.hearth.claim.Discipline;
import org.hearth.claim.OccurrenceCode;
import org.hearth.claim.ServiceLine;
import org.hearth.claim.TypeOfBill;
import org.hearth.codes.BillTypes;
import org.hearth.codes.CodeIndex;
import org.hearth.codes.CodeRows;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.codes.Parameter;
import org.hearth.codes.RevenueCode;
import org.hearth.codes.Service;
import org.hearth.facts.line.Bill;
import org.hearth.history.History;
import org.hearth.history.Past;
import org.junit.jupiter.api.Test;

/** How far a certification reaches, by the dates of a claim (Pub. 100-02 ch. 15 s. 220.1.3). */
class DisciplineRequirementTest {

    private static final Codes CODES = new Codes(
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of(
                    new RevenueCode(
                            "revenue-codes/0420", "0420", Service.PT, List.of(), List.of(), "any", Day.FIRST, Day.LAST),
                    new RevenueCode(
                            "revenue-codes/0430",
                            "0430",
                            Service.OT,
                            List.of(),
                            List.of(),
                            "any",
                            Day.FIRST,
                            Day.LAST))),
            CodeRows.disciplines(),
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of(
                    days("certification days", 90, 2008_01_01, Day.LAST),
                    days("recertification days", 30, Day.FIRST, 2007_12_31),
                    days("recertification days", 90, 2008_01_01, Day.LAST))),
            BillTypes.SOME,
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of()));

    private static Parameter days(String name, int value, int from, int through) {
        return new Parameter("parameters/" + name, name, BigDecimal.valueOf(value), "days", from, through);
    }

    private static Claim.Builder claim(String typeOfBill, String revenueCode, String first) {
        LocalDate day = LocalDate.parse(first);
        return Claim.builder()
                .typeOfBill(TypeOfBill.of(typeOfBill))
                .statementFrom(day)
                .statementThrough(day.plusDays(20))
                .add(new ServiceLine(
                        1,
                        null,
                        revenueCode,
                        "HC",
                        "97110",
                        List.of("GP"),
                        day,
                        null,
                        BigDecimal.ONE,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    private static DisciplineRequirement of(Claim claim) {
        Bill bill = new Bill(claim, History.of(claim, Past.toldBy(claim), CODES), CODES);
        DisciplineBilled billed = new DisciplineBilled(
                bill,
                Discipline.PT,
                bill.from(),
                bill.from(),
                Day.of(claim.statementFrom().plusDays(14)),
                CODES);
        return new DisciplineRequirement("discipline-requirements/PT", billed, "GP", 2006_07_03, "31255");
    }

    private static DisciplineRequirement dated(String first, String... occurrences) {
        Claim.Builder claim = claim("0343", "0420", first);
        for (String occurrence : occurrences) {
            String[] words = occurrence.split(" ");
            claim.add(new OccurrenceCode(words[0], LocalDate.parse(words[1])));
        }
        return of(claim.build());
    }

    @Test
    void countsFromAReview() {
        assertThat(dated("2022-03-07", "29 2022-02-21", "35 2022-01-10").certifiedThroughDate())
                .isEqualTo("2022-05-22");
    }

    @Test
    void countsFromTheStartOfTreatmentWhereThePlanIsOlder() {
        assertThat(dated("2022-03-07", "29 2022-03-01", "35 2022-03-07").certifiedThroughDate())
                .isEqualTo("2022-06-05");
    }

    @Test
    void countsFromTheLatestOfSeveralPlans() {
        DisciplineRequirement several = dated("2022-03-07", "29 2022-02-21", "29 2022-03-01", "35 2022-01-10");
        assertThat(several.certifiedThroughDate()).isEqualTo("2022-05-30");
        assertThat(several.planned()).isEqualTo(2022_02_21);
    }

    @Test
    void aStartGivenTooLateDoesNotReachFurther() {
        assertThat(dated("2022-03-07", "29 2022-03-01", "35 2022-03-20").certifiedThroughDate())
                .isEqualTo("2022-06-05");
    }

    @Test
    void countsTheDaysToTheLastLine() {
        DisciplineRequirement requirement = dated("2022-03-07", "29 2022-02-21", "35 2022-01-10");
        assertThat(requirement.certificationDays()).isEqualTo(90);
        assertThat(requirement.daysSinceCertification()).isEqualTo(28);
        assertThat(dated("2022-03-07", "35 2022-03-07").daysSinceCertification())
                .isNull();
    }

    @Test
    void countsThirtyDaysFromAReviewBefore2008() {
        assertThat(dated("2008-01-07", "29 2007-12-31", "35 2007-11-05").certifiedThroughDate())
                .isEqualTo("2008-01-30");
        assertThat(dated("2008-01-07", "29 2008-01-01", "35 2007-11-05").certifiedThroughDate())
                .isEqualTo("2008-03-31");
    }

    @Test
    void countsFromACertificationOfTheDisciplineThatBeginsByTheLastLine() {
        assertThat(certified(Discipline.PT, "2022-03-10", "2022-04-01")).isEqualTo("2022-06-08");
        assertThat(certified(Discipline.PT, null, "2022-03-20")).isEqualTo("2022-06-18");
        assertThat(certified(Discipline.PT, "2022-03-21", null)).isEqualTo("2022-06-19");
        assertThat(certified(Discipline.PT, "2022-03-22", null)).isEqualTo("2022-05-22");
        assertThat(certified(Discipline.OT, "2022-03-10", null)).isEqualTo("2022-05-22");
        assertThat(certified(Discipline.PT, null, null)).isEqualTo("2022-05-22");
        assertThat(certified(Discipline.PT, "2022-01-10", "2022-03-10")).isEqualTo("2022-05-22");
    }

    private static LocalDate certified(Discipline discipline, String initialTreatment, String signed) {
        Certification certification = new Certification(
                discipline,
                initialTreatment == null ? null : LocalDate.parse(initialTreatment),
                signed == null ? null : LocalDate.parse(signed),
                null,
                null);
        ClaimContext context =
                ClaimContext.builder().certifications(List.of(certification)).build();
        return of(claim("0343", "0420", "2022-03-07")
                        .add(new OccurrenceCode("29", LocalDate.parse("2022-02-21")))
                        .add(new OccurrenceCode("35", LocalDate.parse("2022-01-10")))
                        .context(context)
                        .build())
                .certifiedThroughDate();
    }

    @Test
    void hasNoEndWhereClaimOrPolicyDoesNotSay() {
        assertThat(dated("2022-03-07", "35 2022-03-07").certifiedThroughDate()).isNull();
        assertThat(dated("2007-12-31", "29 2007-12-31", "35 2007-12-31").certifiedThroughDate())
                .isNull();
    }

    @Test
    void saysWhichDatesTheClaimHas() {
        DisciplineRequirement none = dated("2022-03-07");
        assertThat(none.planGiven()).isFalse();
        assertThat(none.startGiven()).isFalse();
        DisciplineRequirement both = dated("2022-03-07", "29 2022-03-01", "35 2022-03-07");
        assertThat(both.planGiven()).isTrue();
        assertThat(both.startDate()).isEqualTo("2022-03-07");
    }

    @Test
    void knowsEarlierClaimsOfTheDisciplineOnly() {
        assertThat(withHistory((Claim[]) null).earlier()).isEqualTo("unknown");
        assertThat(withHistory().earlier()).isEqualTo("none");
        assertThat(withHistory(claim("0341", "0420", "2022-02-07").build()).earlier())
                .isEqualTo("some");
        assertThat(withHistory(claim("0341", "0430", "2022-02-07").build()).earlier())
                .isEqualTo("none");
        assertThat(withHistory(claim("0329", "0420", "2022-02-07").build()).earlier())
                .isEqualTo("none");
        assertThat(withHistory(claim("0341", "0420", "2022-03-07").build()).earlier())
                .isEqualTo("none");
    }

    private static DisciplineRequirement withHistory(Claim... history) {
        return of(claim("0342", "0420", "2022-03-07")
                .history(history == null ? null : List.of(history))
                .build());
    }
}
