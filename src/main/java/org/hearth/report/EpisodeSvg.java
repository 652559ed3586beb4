package org.hearth.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.hearth.data.Digest;
import org.hearth.episode.Course;
import org.hearth.episode.Episode;
import org.hearth.episode.EpisodeAnswer;
import org.hearth.episode.JudgedClaim;
import org.hearth.episode.NextDue;
import org.hearth.episode.YearAmount;
import org.hearth.facts.FactsEdition;
import org.hearth.facts.functional.ReportingDay;
import org.hearth.facts.homehealth.Reassessment;
import org.hearth.finding.Severity;

/**
 * Episodes as a picture: time from left to right, a few months one below the other, months without anything left out. Needs
 * no script and fetches nothing; who the beneficiary is stands nowhere. What does not fit a picture is said in it. The same
 * answer gives the same bytes.
 */
public final class EpisodeSvg {

    /** What a picture is. */
    public static final String MEDIA_TYPE = "image/svg+xml";

    private static final double WIDTH = EpisodeStrip.LEFT + EpisodeStrip.PLOT + 20;
    private static final double LINE = 17;
    /** How many episodes a picture or a page draws. */
    public static final int MOST_EPISODES = 10;

    private static final int MOST_STRIPS = 8;
    private static final int MONTHS_OF_A_STRIP = 3;

    private final String findings;
    private final Svg svg = new Svg();
    private double y;

    private EpisodeSvg(String findings) {
        this.findings = findings;
    }

    /**
     * The first few episodes of an answer, one below the other, as a file of their own.
     *
     * @param findings what leads to the findings' pages, ending in a slash
     */
    public static String of(EpisodeAnswer answer, String findings) {
        EpisodeSvg picture = new EpisodeSvg(findings);
        List<Episode> drawn = answer.episodes()
                .subList(0, Math.min(MOST_EPISODES, answer.episodes().size()));
        drawn.forEach(picture::episode);
        if (answer.episodes().size() > drawn.size()) {
            picture.text(
                    "strong",
                    Tally.counted(answer.episodes().size() - drawn.size(), "episode")
                            + " more not drawn; the JSON and the text have them.");
        }
        for (String missing : EpisodeWords.missing(answer)) {
            picture.text("", "Not in the picture: " + Svg.cut(missing.replace("`", ""), WIDTH - 160, 6));
        }
        if (answer.claims() == 0) {
            picture.text("", "No claim was read.");
        }
        return picture.document(drawn, answer.ruleset());
    }

    /** One episode, to stand in a page that carries {@link #styleSource}. */
    public static String of(Episode episode, String ruleset, String findings) {
        EpisodeSvg picture = new EpisodeSvg(findings);
        picture.episode(episode);
        return picture.document(List.of(episode), ruleset);
    }

    /** The styles of a picture, as {@code style-src} of a Content-Security-Policy names them. */
    public static String styleSource() {
        return "'sha256-" + Digest.base64(styles()) + "'";
    }

    private static String styles() {
        try (InputStream in = EpisodeSvg.class.getResourceAsStream("episode.css")) {
            return "\n" + new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException packed) {
            throw new UncheckedIOException(packed);
        }
    }

    private static String title(List<Episode> episodes) {
        return episodes.size() == 1
                ? "Episode of care: " + EpisodeWords.subject(episodes.get(0))
                : "Episodes of care: " + episodes.size();
    }

    private static String description(List<Episode> episodes) {
        StringBuilder text = new StringBuilder("Time runs from left to right. Lanes show claims, findings, home health "
                + "periods, treatment by discipline and plans of care.");
        for (Episode episode : episodes) {
            text.append(' ').append(EpisodeWords.subject(episode)).append('.');
            for (Course course : episode.courses()) {
                text.append(' ').append(course.discipline().label()).append(": ");
                text.append(Tally.counted(EpisodeWords.days(course), "day")).append('.');
            }
        }
        return text.toString();
    }

    private String document(List<Episode> episodes, String ruleset) {
        legend(episodes);
        text("small quiet", "Judged by " + FactsEdition.beside(ruleset) + ".");
        y += 8;
        String height = Svg.n(y);
        String width = Svg.n(WIDTH);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"ep\" role=\"img\" width=\"" + width + "\" height=\""
                + height + "\" viewBox=\"0 0 " + width + " " + height + "\">\n<title>" + Html.text(title(episodes))
                + "</title>\n<desc>" + Html.text(description(episodes)) + "</desc>\n<style>" + styles() + "</style>\n"
                + "<rect class=\"ground\" width=\"" + width + "\" height=\"" + height + "\"/>\n" + svg.text()
                + "</svg>\n";
    }

    private void text(String style, String text) {
        y += LINE;
        svg.label(style, 8, y, text).raw("\n");
    }

    private void episode(Episode episode) {
        y += 26;
        svg.label("title", 8, y, "Episode " + episode.number() + ": " + EpisodeWords.subject(episode))
                .raw("\n");
        y += 4;
        for (String said : EpisodeWords.reservations(episode)) {
            text("quiet", said.replace("`", ""));
        }
        next(episode);
        List<Window> windows = windows(episode);
        int hidden = windows.size() - Math.min(MOST_STRIPS, windows.size());
        if (hidden > 0) {
            text(
                    "strong",
                    "What lies before " + windows.get(hidden).first()
                            + " is not drawn; the JSON and the text have it.");
        }
        List<Window> drawn = windows.subList(hidden, windows.size());
        double perDay =
                EpisodeStrip.PLOT / drawn.stream().mapToLong(Window::days).max().orElse(1);
        for (Window window : drawn) {
            y = new EpisodeStrip(svg, episode, window.first(), window.last(), perDay, findings).draw(y + 6) + 6;
        }
        for (YearAmount amount : episode.amounts()) {
            amount(amount);
        }
    }

    private void next(Episode episode) {
        if (episode.next().isEmpty()) {
            return;
        }
        text("strong", "Due next:");
        double x = 80;
        for (NextDue due : episode.next()) {
            String words = EpisodeWords.next(due);
            double width = words.length() * 6.6 + 34;
            if (x + width > WIDTH) {
                y += LINE;
                x = 80;
            }
            svg.diamond("mark", x + 6, y - 4, 6).label("", x + 17, y, words);
            x += width;
        }
        svg.raw("\n");
    }

    private void amount(YearAmount amount) {
        y += 20;
        double full = 220;
        double share = amount.amount().signum() == 0
                ? 0
                : Math.min(1, amount.used().doubleValue() / amount.amount().doubleValue());
        svg.group(EpisodeWords.amount(amount));
        svg.label("strong", 8, y, "Amount used");
        svg.rect("mark", EpisodeStrip.LEFT, y - 11, full, 13);
        svg.rect(amount.passed() == null ? "open" : "over", EpisodeStrip.LEFT, y - 11, full * share, 13);
        svg.label("", EpisodeStrip.LEFT + full + 10, y, EpisodeWords.amount(amount));
        svg.end();
    }

    private record Window(LocalDate first, LocalDate last) {
        long days() {
            return ChronoUnit.DAYS.between(first, last) + 1;
        }
    }

    /** Spans of whole months that together hold every month in which something stands, in order. */
    private static List<Window> windows(Episode episode) {
        TreeSet<YearMonth> months = new TreeSet<>();
        for (JudgedClaim claim : episode.claims()) {
            months.add(YearMonth.from(claim.claim().statementFrom()));
            months.add(YearMonth.from(claim.claim().statementThrough()));
        }
        for (Course course : episode.courses()) {
            course.days().forEach(day -> months.add(YearMonth.from(day.on())));
            course.visits().forEach(visit -> months.add(YearMonth.from(visit.on())));
        }
        for (NextDue due : episode.next()) {
            // what is due is said above too: it may lengthen a strip, but not bring one of its own
            if (due.by() != null
                    && months.first().until(YearMonth.from(due.by()), ChronoUnit.MONTHS) < MONTHS_OF_A_STRIP) {
                months.add(YearMonth.from(due.by()));
            }
        }
        long span = months.first().until(months.last(), ChronoUnit.MONTHS) + 1;
        long strips = (span + MONTHS_OF_A_STRIP - 1) / MONTHS_OF_A_STRIP;
        // of a few months as many in each strip; of many as many as fit, where there are any
        long each = strips <= MOST_STRIPS ? (span + strips - 1) / strips : MONTHS_OF_A_STRIP;
        List<Window> windows = new ArrayList<>();
        YearMonth next = months.first();
        while (next != null) {
            YearMonth last = next.plusMonths(each - 1);
            YearMonth end = last.isAfter(months.last()) ? months.last() : last;
            windows.add(new Window(next.atDay(1), end.atEndOfMonth()));
            next = months.higher(end);
        }
        return windows;
    }

    private void legend(List<Episode> episodes) {
        y += 22;
        svg.line("rule", 8, y - 10, WIDTH - 8, y - 10);
        double x = 8;
        for (Key key : Key.values()) {
            if (episodes.stream().noneMatch(key.stands)) {
                continue;
            }
            double width = key.label.length() * 5.6 + 40;
            if (x + width > WIDTH) {
                x = 8;
                y += 22;
            }
            key.draw(svg, x + 12, y + 6);
            svg.label("small", x + 26, y + 10, key.label);
            x += width;
        }
        svg.raw("\n");
        y += 20;
    }

    /** What each mark stands for. */
    private enum Key {
        TREATMENT("treatment day of the episode, 34X", inCourses(course -> !course.days()
                .isEmpty())),
        MADE("functional report due and made", reported(report -> due(report) && whole(report))),
        MISSING("functional report due, missing or incomplete", reported(report -> !whole(report))),
        EARLY("report made, not due", reported(report -> !due(report))),
        LIMITATION("functional limitation open", inCourses(course -> !course.limitations()
                .isEmpty())),
        NOTICE("notice of admission", episode -> !episode.notices().isEmpty()),
        THERAPIST("visit by a therapist, 32X", visited("therapist")),
        ASSISTANT("visit by an assistant", visited("assistant")),
        COVERED("within the days of a reassessment", inCourses(course -> !course.reassessments()
                .isEmpty())),
        LATE("reassessment overdue", inCourses(course -> course.reassessments().stream()
                .anyMatch(Reassessment::late))),
        DUE("due next", episode -> !episode.next().isEmpty()),
        END("end of treatment", episode -> !episode.discharges().isEmpty()),
        SIGNED("plan signed", episode -> episode.certifications().stream().anyMatch(span -> span.signed() != null)),
        ERROR("finding: error", found(Severity.ERROR)),
        WARNING("finding: warning", found(Severity.WARNING)),
        INFO("finding: note", found(Severity.INFO));

        private final String label;
        private final Predicate<Episode> stands;

        Key(String label, Predicate<Episode> stands) {
            this.label = label;
            this.stands = stands;
        }

        private static Predicate<Episode> inCourses(Predicate<Course> condition) {
            return episode -> episode.courses().stream().anyMatch(condition);
        }

        private static Predicate<Episode> reported(Predicate<ReportingDay> condition) {
            return inCourses(course -> course.days().stream()
                    .flatMap(day -> day.reports().stream())
                    .anyMatch(condition));
        }

        private static Predicate<Episode> visited(String who) {
            return inCourses(course ->
                    course.visits().stream().anyMatch(visit -> visit.who().equals(who)));
        }

        private static Predicate<Episode> found(Severity severity) {
            return episode -> episode.claims().stream()
                    .filter(JudgedClaim::stands)
                    .flatMap(claim -> claim.evaluation().findings().stream())
                    .anyMatch(finding -> finding.effect().severity() == severity);
        }

        private static boolean due(ReportingDay report) {
            return !report.due().equals("none");
        }

        private static boolean whole(ReportingDay report) {
            return report.missing().isEmpty();
        }

        void draw(Svg svg, double x, double at) {
            switch (this) {
                case TREATMENT -> svg.circle("treat", x, at, 8).label("small mid", x, at + 4, "1");
                case MADE -> svg.triangle("ok", x, at, 7);
                case MISSING -> svg.triangle("bad", x, at, 8).label("small mid", x, at + 5, "!");
                case EARLY -> svg.triangle("extra", x, at, 5);
                case LIMITATION -> svg.rect("open", x - 10, at - 6, 20, 12);
                case NOTICE -> EpisodeStrip.envelope(svg, "mark", x, at);
                case THERAPIST -> svg.rect("treat", x - 8, at - 8, 16, 16).label("small mid", x, at + 4, "T");
                case ASSISTANT -> svg.rect("assist", x - 8, at - 8, 16, 16).label("small mid", x, at + 4, "A");
                case COVERED -> svg.line("cover", x - 10, at, x + 10, at);
                case LATE -> svg.line("late", x - 10, at, x + 10, at);
                case DUE -> svg.diamond("mark", x, at, 7);
                case END -> svg.line("end", x, at - 8, x, at + 8).polygon("mark", x, at - 8, x + 9, at - 4, x, at);
                case SIGNED -> svg.circle("ok", x, at, 4);
                case ERROR -> EpisodeStrip.severity(svg, "error", x, at);
                case WARNING -> EpisodeStrip.severity(svg, "warning", x, at);
                case INFO -> EpisodeStrip.severity(svg, "info", x, at);
            }
        }
    }
}
