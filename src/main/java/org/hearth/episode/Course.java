package org.hearth.episode;

import java.time.LocalDate;
import java.util.List;
import org.hearth.claim.Discipline;
import org.hearth.facts.functional.ReportingDay;
import org.hearth.facts.homehealth.Reassessment;

/**
 * What the claims of an episode show of one discipline.
 *
 * @param discipline which
 * @param days treatment days on 34X claims, in order
 * @param limitations functional limitations reported, in the order in which they were opened
 * @param visits visits on 32X claims, in order
 * @param reassessments the days on which a therapist visited, each with the day by which the next was due
 */
public record Course(
        Discipline discipline,
        List<Day> days,
        List<Limitation> limitations,
        List<Visit> visits,
        List<Reassessment> reassessments) {

    public Course {
        days = List.copyOf(days);
        limitations = List.copyOf(limitations);
        visits = List.copyOf(visits);
        reassessments = List.copyOf(reassessments);
    }

    /**
     * A treatment day on a 34X.
     *
     * @param on the day
     * @param claimId the claim that bills it
     * @param number which treatment day of the episode of care it is, from 1
     * @param startKnown whether the start of that episode is known; if not, days are numbered from the first that is
     * @param dayInPeriod which treatment day of the reporting period it is, from 1; 0 where no reports are asked for
     * @param evaluation whether an evaluation is billed that calls for a report
     * @param reports the functional reports due or made on it
     */
    public record Day(
            LocalDate on,
            String claimId,
            int number,
            boolean startKnown,
            int dayInPeriod,
            boolean evaluation,
            List<ReportingDay> reports) {

        public Day {
            reports = List.copyOf(reports);
        }
    }

    /**
     * A functional limitation while it was open.
     *
     * @param name its name
     * @param opened the day on which it was first reported
     * @param ended the last treatment day on which it was open; {@code null} where it is open still
     * @param reported whether its end was reported, not only come by itself
     */
    public record Limitation(String name, LocalDate opened, LocalDate ended, boolean reported) {}

    /**
     * A visit on a 32X.
     *
     * @param on the day
     * @param claimId the claim that bills it
     * @param who {@code therapist} or {@code assistant}
     * @param hcpcs its code
     */
    public record Visit(LocalDate on, String claimId, String who, String hcpcs) {}
}
