package org.hearth.report;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hearth.claim.Claim;
import org.hearth.episode.CertifiedSpan;
import org.hearth.episode.Course;
import org.hearth.episode.Discharge;
import org.hearth.episode.Episode;
import org.hearth.episode.EpisodeAnswer;
import org.hearth.episode.JudgedClaim;
import org.hearth.episode.NextDue;
import org.hearth.episode.Notice;
import org.hearth.episode.Period;
import org.hearth.episode.YearAmount;
import org.hearth.facts.homehealth.Reassessment;
import org.hearth.finding.Finding;
import org.hearth.finding.Shown;

/** Episodes as plain text, a screen each. Lines end in {@code \n} everywhere. */
public final class EpisodeText {

    private final Appendable out;

    public EpisodeText(Appendable out) {
        this.out = out;
    }

    /**
     * Writes all episodes of an answer, and what it does not have.
     *
     * @throws IOException if it cannot be written
     */
    public void write(EpisodeAnswer answer) throws IOException {
        for (Episode episode : answer.episodes()) {
            episode(episode);
        }
        for (String missing : EpisodeWords.missing(answer)) {
            line("not here: " + missing);
        }
        line(Tally.counted(answer.episodes().size(), "episode") + " of " + Tally.counted(answer.claims(), "claim"));
    }

    private void line(String text) throws IOException {
        out.append(Shown.escaped(text)).append('\n');
    }

    private void episode(Episode episode) throws IOException {
        line("episode " + episode.number() + ": " + EpisodeWords.subject(episode));
        for (String said : EpisodeWords.reservations(episode)) {
            line("  " + said);
        }
        for (JudgedClaim claim : episode.claims()) {
            claim(claim);
        }
        for (Period period : episode.periods()) {
            line("  home health "
                    + (period.claimId() == null ? "on file, " + period.whose() : period.place() + " period") + ": "
                    + period.from() + " to " + (period.through() == null ? "open" : period.through()));
        }
        for (Notice notice : episode.notices()) {
            line("  notice of admission " + notice.admission() + (notice.cancels() ? " cancelled" : "")
                    + (notice.received() == null ? ", receipt unknown" : ", received " + notice.received())
                    + (notice.due() == null ? "" : ", due by " + notice.due() + (notice.late() ? ": LATE" : "")));
        }
        for (Course course : episode.courses()) {
            course(course);
        }
        for (CertifiedSpan span : episode.certifications()) {
            line("  plan of care, "
                    + (span.discipline() == null
                            ? "home health"
                            : span.discipline().label())
                    + ": certified from " + span.from()
                    + (span.through() == null ? "" : " to " + span.through())
                    + (span.signed() == null ? "" : ", signed " + span.signed()));
        }
        for (YearAmount amount : episode.amounts()) {
            line("  amount " + EpisodeWords.amount(amount));
        }
        for (Discharge discharge : episode.discharges()) {
            line("  end " + discharge.on()
                    + (discharge.discipline() == null
                            ? ""
                            : ", " + discharge.discipline().label()) + ": "
                    + discharge.how());
        }
        for (NextDue due : episode.next()) {
            line("  due next: " + EpisodeWords.next(due));
        }
        line("");
    }

    private void claim(JudgedClaim judged) throws IOException {
        Claim claim = judged.claim();
        Map<String, Long> found = judged.evaluation().findings().stream()
                .collect(Collectors.groupingBy(Finding::id, TreeMap::new, Collectors.counting()));
        String findings = found.entrySet().stream()
                .map(one -> one.getKey() + (one.getValue() == 1 ? "" : " x" + one.getValue()))
                .collect(Collectors.joining(", "));
        line("  claim " + claim.typeOfBill().code() + " " + Shown.value(claim.claimId()) + " " + claim.statementFrom()
                + " to " + claim.statementThrough() + ": "
                + (judged.stands()
                        ? judged.evaluation().disposition()
                                + (judged.evaluation().notChecked().isEmpty() ? "" : "*")
                                + (findings.isEmpty() ? "" : ", " + findings)
                        : "taken back by a later claim"));
    }

    private void course(Course course) throws IOException {
        if (!course.days().isEmpty()) {
            line("  " + course.discipline().label()
                    + ", 34X, as day:number of treatment day; + report made, ! report due and not made whole");
            months(course.days().stream()
                    .collect(Collectors.toMap(Course.Day::on, EpisodeText::day, (a, b) -> a, TreeMap::new)));
        }
        for (Course.Limitation limitation : course.limitations()) {
            line("    limitation " + limitation.name() + ": from " + limitation.opened()
                    + (limitation.ended() == null
                            ? ", open"
                            : " to " + limitation.ended() + (limitation.reported() ? "" : ", end not reported")));
        }
        if (!course.visits().isEmpty()) {
            line("  " + course.discipline().label() + ", 32X, as day:who; T therapist, A assistant");
            Map<LocalDate, String> visits = new TreeMap<>();
            course.visits().forEach(visit -> visits.merge(visit.on(), who(visit), String::concat));
            months(visits);
        }
        for (Reassessment one : course.reassessments()) {
            if (one.late()) {
                line("    reassessment due by " + one.due() + ", next visit by a therapist " + one.next() + ": LATE");
            }
        }
    }

    private static String day(Course.Day day) {
        boolean missing =
                day.reports().stream().anyMatch(report -> !report.missing().isEmpty());
        boolean made =
                day.reports().stream().anyMatch(report -> !report.reported().isEmpty());
        return day.number() + (made ? "+" : "") + (missing ? "!" : "");
    }

    private static String who(Course.Visit visit) {
        return visit.who().equals("therapist") ? "T" : visit.who().equals("assistant") ? "A" : "-";
    }

    private void months(Map<LocalDate, String> days) throws IOException {
        Map<YearMonth, List<String>> byMonth = new TreeMap<>();
        days.forEach((day, says) -> byMonth.computeIfAbsent(YearMonth.from(day), any -> new ArrayList<>())
                .add(String.format(java.util.Locale.ROOT, "%02d:%s", day.getDayOfMonth(), says)));
        for (Map.Entry<YearMonth, List<String>> month : byMonth.entrySet()) {
            line("    " + month.getKey() + "  " + String.join(" ", month.getValue()));
        }
    }
}
