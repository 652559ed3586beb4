package org.hearth.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hearth.episode.Course;
import org.hearth.episode.Episode;
import org.hearth.episode.EpisodeAnswer;
import org.hearth.episode.NextDue;
import org.hearth.episode.YearAmount;

/** What a picture, a text and a page say of an episode in the same words. */
final class EpisodeWords {

    private EpisodeWords() {}

    /** What it is of: {@code 3 claims of agency 1234567893, 2018-05-01 to 2018-06-30}. */
    static String subject(Episode episode) {
        return Tally.counted(episode.claims().size(), "claim")
                + (episode.billingProviderNpi() == null ? "" : " of agency " + episode.billingProviderNpi())
                + ", " + episode.from() + " to " + episode.through();
    }

    /** What nobody knows, so that the reader does not take it for known; empty where there is nothing. */
    static List<String> reservations(Episode episode) {
        List<String> said = new ArrayList<>(3);
        if (!episode.memberKnown()) {
            said.add("The claims name no member; they are taken to be of one.");
        }
        String unknown = episode.courses().stream()
                .filter(course -> course.days().stream().anyMatch(day -> !day.startKnown()))
                .map(course -> course.discipline().label())
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            said.add("The claims do not show the start of " + unknown
                    + ": days with a broken outline are numbered from the first claim here.");
        }
        long partly = episode.claims().stream()
                .filter(claim ->
                        claim.stands() && !claim.evaluation().notChecked().isEmpty())
                .count();
        if (partly > 0) {
            said.add("* Of " + Tally.counted(partly, "claim")
                    + " not everything could be checked; `hearth check` says what.");
        }
        return said;
    }

    /** What is due: {@code reassessment, physical therapy: by 2025-04-27}. */
    static String next(NextDue due) {
        return due.what()
                + (due.discipline() == null ? "" : ", " + due.discipline().label())
                + (due.by() != null
                        ? (due.what().equals("next period") ? ": from " : ": by ") + due.by()
                        : ": within " + Tally.counted(due.treatmentDays(), "treatment day"));
    }

    /** The functional reports of a day: what was due, made and missing. */
    static String reports(Course.Day day) {
        return day.reports().stream()
                .map(report -> (report.due().equals("none") ? "report not due" : "report due: " + report.due())
                        + (report.reported().isEmpty()
                                ? ", none made"
                                : ", reports " + String.join(", ", report.reported()))
                        + (report.missing().isEmpty() ? "" : ", without " + String.join(", ", report.missing())))
                .collect(Collectors.joining("; "));
    }

    /** What was used of a yearly amount. */
    static String amount(YearAmount amount) {
        return amount.year() + ", " + amount.services() + ": " + (amount.beforeKnown() ? "" : "at least ")
                + dollars(amount.used()) + " of " + dollars(amount.amount())
                + (amount.passed() == null ? "" : ", passed on " + amount.passed())
                + (amount.unknownLines() == 0
                        ? ""
                        : ", without " + Tally.counted(amount.unknownLines(), "line")
                                + " whose allowed amount nobody says");
    }

    private static String dollars(BigDecimal amount) {
        return "$" + amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    /** What an answer does not have; empty where it has all. */
    static List<String> missing(EpisodeAnswer answer) {
        List<String> said = new ArrayList<>();
        answer.unread()
                .forEach(unread -> said.add((unread.file() == null ? "" : unread.file() + ": ")
                        + (unread.claimId() == null ? "" : "claim `" + unread.claimId() + "`: ")
                        + unread.why()));
        if (answer.leftOut() > 0) {
            said.add(Tally.counted(answer.leftOut(), "claim")
                    + " left out: more are not taken at a time; send those of one beneficiary alone");
        }
        return said;
    }

    /** How many treatment days and visits a course has. */
    static int days(Course course) {
        return course.days().size() + course.visits().size();
    }
}
