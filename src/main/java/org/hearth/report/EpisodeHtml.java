package org.hearth.report;

import java.util.List;
import java.util.function.Function;
import org.hearth.claim.Claim;
import org.hearth.claim.Discipline;
import org.hearth.episode.Course;
import org.hearth.episode.Episode;
import org.hearth.episode.EpisodeAnswer;
import org.hearth.episode.JudgedClaim;
import org.hearth.finding.Finding;

/**
 * Episodes as a part of a page: each as a picture, and the same as tables for whoever does not see it. Needs
 * {@link EpisodeSvg#styleSource} in the page's policy.
 */
public final class EpisodeHtml {

    private final StringBuilder html = new StringBuilder();
    private final String findings;

    private EpisodeHtml(String findings) {
        this.findings = findings;
    }

    /**
     * The first few episodes of an answer, and what it does not have.
     *
     * @param findings what leads to the findings' pages, ending in a slash
     */
    public static String of(EpisodeAnswer answer, String findings) {
        EpisodeHtml page = new EpisodeHtml(findings);
        List<String> missing = EpisodeWords.missing(answer);
        if (!missing.isEmpty()) {
            page.add("<div class=\"notice error\" role=\"alert\">\n<h2>Not everything is here</h2>\n<ul>\n");
            missing.forEach(one -> page.add("<li>" + Html.message(one) + "</li>\n"));
            page.add("</ul>\n</div>\n");
        }
        int drawn = Math.min(EpisodeSvg.MOST_EPISODES, answer.episodes().size());
        answer.episodes().subList(0, drawn).forEach(episode -> page.episode(episode, answer.ruleset()));
        if (drawn < answer.episodes().size()) {
            page.add("<p>" + Tally.counted(answer.episodes().size() - drawn, "episode")
                    + " more not drawn; the answer as JSON has them.</p>\n");
        }
        return page.html.toString();
    }

    private void add(String markup) {
        html.append(markup);
    }

    private void episode(Episode episode, String ruleset) {
        String id = "episode-" + episode.number();
        add("<section aria-labelledby=\"" + id + "\">\n<h2 id=\"" + id + "\">Episode " + episode.number()
                + "</h2>\n<figure class=\"picture\" tabindex=\"0\""
                + " aria-labelledby=\"" + id + "\">\n");
        add(EpisodeSvg.of(episode, ruleset, findings));
        add("</figure>\n<details>\n<summary>The same as tables</summary>\n");
        EpisodeWords.reservations(episode).forEach(said -> add("<p>" + Html.message(said) + "</p>\n"));
        claims(episode);
        for (Course course : episode.courses()) {
            days(course);
            visits(course);
        }
        others(episode);
        add("</details>\n</section>\n");
    }

    private void claims(Episode episode) {
        table(
                "Claims, and what was found on each",
                List.of("Claim", "Type of bill", "Statement covers", "Answer", "Findings, by their days"),
                episode.claims(),
                judged -> {
                    Claim claim = judged.claim();
                    return List.of(
                            Html.text(claim.claimId()),
                            Html.text(claim.typeOfBill().code()),
                            claim.statementFrom() + " to " + claim.statementThrough(),
                            judged.stands()
                                    ? judged.evaluation().disposition()
                                            + (judged.evaluation().notChecked().isEmpty() ? "" : "*")
                                    : "taken back by a later claim",
                            found(judged));
                });
    }

    private String found(JudgedClaim judged) {
        StringBuilder list = new StringBuilder();
        for (JudgedClaim.Dated dated : judged.findings()) {
            Finding finding = dated.finding();
            String id = Html.text(finding.id());
            list.append("<li>").append(dated.on()).append(": <a href=\"");
            list.append(Html.text(findings)).append(id).append("\">").append(id).append("</a> ");
            list.append(finding.effect().severity().label()).append(": ");
            list.append(Html.message(finding.message())).append("</li>\n");
        }
        return list.isEmpty() ? "none" : "<ul>\n" + list + "</ul>";
    }

    private void days(Course course) {
        table(
                "Treatment days on 34X claims, " + course.discipline().label(),
                List.of("Day", "Number in the episode", "Day of the reporting period", "Claim", "Functional report"),
                course.days(),
                day -> List.of(
                        day.on().toString(),
                        day.number() + (day.startKnown() ? "" : ", counted from the first claim here"),
                        day.dayInPeriod() == 0 ? "none" : String.valueOf(day.dayInPeriod()),
                        Html.text(day.claimId()),
                        day.reports().isEmpty() ? "none due, none made" : Html.text(EpisodeWords.reports(day))));
        table(
                "Functional limitations, " + course.discipline().label(),
                List.of("Limitation", "Opened", "Ended"),
                course.limitations(),
                limitation -> List.of(
                        Html.text(limitation.name()),
                        limitation.opened().toString(),
                        limitation.ended() == null
                                ? "open"
                                : limitation.ended() + (limitation.reported() ? "" : ", not reported")));
    }

    private void visits(Course course) {
        table(
                "Visits on 32X claims, " + course.discipline().label(),
                List.of("Day", "Who", "Code", "Claim"),
                course.visits(),
                visit -> List.of(
                        visit.on().toString(),
                        Html.text(visit.who()),
                        Html.text(visit.hcpcs()),
                        Html.text(visit.claimId())));
        table(
                "Visits by a therapist, on which a reassessment can have been made, "
                        + course.discipline().label(),
                List.of("Made", "Next due by", "Next"),
                course.reassessments(),
                one -> List.of(
                        one.made().toString(),
                        one.due().toString(),
                        one.next() == null ? "none yet" : one.next() + (one.late() ? ", late" : "")));
    }

    private void others(Episode episode) {
        table(
                "Home health periods",
                List.of("From", "Through", "Which", "Claim"),
                episode.periods(),
                period -> List.of(
                        period.from().toString(),
                        period.through() == null ? "open" : period.through().toString(),
                        period.claimId() == null ? "on file, " + period.whose() : period.place(),
                        period.claimId() == null ? "none" : Html.text(period.claimId())));
        table(
                "Notices of admission",
                List.of("Admission", "Received", "Due by", "Claim"),
                episode.notices(),
                notice -> List.of(
                        notice.admission() + (notice.cancels() ? ", cancelled" : ""),
                        notice.received() == null ? "unknown" : notice.received() + (notice.late() ? ", late" : ""),
                        notice.due() == null ? "none" : notice.due().toString(),
                        Html.text(notice.claimId())));
        table(
                "Plans of care",
                List.of("Of", "Certified from", "Through", "Signed"),
                episode.certifications(),
                span -> List.of(
                        name(span.discipline(), "home health"),
                        span.from().toString(),
                        span.through() == null ? "unknown" : span.through().toString(),
                        span.signed() == null ? "unknown" : span.signed().toString()));
        list("Amounts used", episode.amounts(), EpisodeWords::amount);
        list(
                "Ends of treatment",
                episode.discharges(),
                end -> end.on() + ", " + name(end.discipline(), "all") + ": " + end.how());
        list("Due next", episode.next(), EpisodeWords::next);
    }

    private static String name(Discipline discipline, String otherwise) {
        return discipline == null ? otherwise : discipline.label();
    }

    private <T> void list(String heading, List<T> items, Function<T, String> words) {
        if (!items.isEmpty()) {
            add("<h3>" + heading + "</h3>\n<ul>\n");
            items.forEach(item -> add("<li>" + Html.text(words.apply(item)) + "</li>\n"));
            add("</ul>\n");
        }
    }

    /** @param cells of an item, as HTML, the first of which names its row */
    private <T> void table(String caption, List<String> headings, List<T> items, Function<T, List<String>> cells) {
        if (items.isEmpty()) {
            return;
        }
        add("<table>\n<caption>" + caption + "</caption>\n<thead><tr>");
        headings.forEach(heading -> add("<th scope=\"col\">" + heading + "</th>"));
        add("</tr></thead>\n<tbody>\n");
        for (T item : items) {
            List<String> row = cells.apply(item);
            add("<tr><th scope=\"row\">" + row.get(0) + "</th>");
            row.subList(1, row.size()).forEach(cell -> add("<td>" + cell + "</td>"));
            add("</tr>\n");
        }
        add("</tbody>\n</table>\n");
    }
}
