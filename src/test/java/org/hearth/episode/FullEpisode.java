package org.hearth.episode;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.hearth.claim.AmountBucket;
import org.hearth.claim.Claim;
import org.hearth.claim.Discipline;
import org.hearth.claim.TypeOfBill;
import org.hearth.evaluate.Evaluation;
import org.hearth.facts.homehealth.Reassessment;

/** An answer with something in every member. */
public final class FullEpisode {

    private FullEpisode() {}

    /** @param evaluation of its only claim */
    public static EpisodeAnswer answer(Evaluation evaluation) {
        LocalDate day = LocalDate.parse("2018-05-01");
        Claim claim = Claim.builder()
                .claimId("A")
                .typeOfBill(TypeOfBill.of("0342"))
                .statementFrom(day)
                .statementThrough(day)
                .admissionDate(day)
                .receivedDate(day)
                .patientStatus("30")
                .build();
        Course course = new Course(
                Discipline.PT,
                List.of(new Course.Day(day, "A", 1, true, 1, true, evaluation.functionalReporting())),
                List.of(new Course.Limitation("walking / mobility", day, day, true)),
                List.of(new Course.Visit(day, "A", "therapist", "G0151")),
                List.of(new Reassessment(Discipline.PT, day, day, day)));
        Episode episode = new Episode(
                1,
                "1234567893",
                true,
                day,
                day,
                List.of(new JudgedClaim(claim, "34X", true, "still a patient", true, evaluation)),
                List.of(course),
                List.of(new Period(day, day, "first", "this agency", "A")),
                List.of(new Notice(day, day, day, false, "A")),
                List.of(new CertifiedSpan(Discipline.PT, day, day, day, day)),
                List.of(new YearAmount(
                        2018, AmountBucket.PT_SLP, "services", BigDecimal.ONE, BigDecimal.TEN, "cap", day, true, 0)),
                List.of(new Discharge(day, Discipline.PT, "planned discharge", "A")),
                List.of(new NextDue("functional report", Discipline.PT, day, 1)));
        return new EpisodeAnswer(
                "v", List.of(episode), List.of(new EpisodeAnswer.Unread("a.json", "B", "why")), 0, true, false);
    }
}
