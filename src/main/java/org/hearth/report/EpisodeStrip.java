package org.hearth.report;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hearth.claim.Claim;
import org.hearth.claim.Discipline;
import org.hearth.episode.CertifiedSpan;
import org.hearth.episode.Course;
import org.hearth.episode.Discharge;
import org.hearth.episode.Episode;
import org.hearth.episode.JudgedClaim;
import org.hearth.episode.NextDue;
import org.hearth.episode.Notice;
import org.hearth.episode.Period;
import org.hearth.facts.homehealth.Reassessment;
import org.hearth.finding.Finding;
import org.hearth.finding.Severity;

/** A few months of an episode, drawn: a lane for claims, findings, periods, each discipline and plans of care. */
final class EpisodeStrip {

    static final double LEFT = 168;
    static final double PLOT = 1012;

    private static final double AXIS = 30;
    private static final double ROW = 22;
    private static final double CHARACTER = 6.4;
    private static final double TITLE_AT = 16;
    private static final int MOST_ROWS = 4;
    private static final int MOST_MARKS = 4;
    private static final double CLOSE = 19;
    private static final double LEAST = 37;
    private static final double LABELLED = 38;
    private static final int WIDEST_NUMBER = 999;

    private final Episode episode;
    private final LocalDate first;
    private final LocalDate last;
    private final double perDay;
    private final String findings;
    private final Svg svg;
    private double y;
    private boolean banded;

    /**
     * @param first the first day drawn
     * @param last the last day drawn
     * @param perDay how wide a day is
     * @param findings what leads to the findings' pages, ending in a slash
     */
    EpisodeStrip(Svg svg, Episode episode, LocalDate first, LocalDate last, double perDay, String findings) {
        this.svg = svg;
        this.episode = episode;
        this.first = first;
        this.last = last;
        this.perDay = perDay;
        this.findings = findings;
    }

    /** Draws from a height on, and tells the height at which it ends. */
    double draw(double top) {
        y = top + AXIS;
        double lanes = y;
        claims();
        findings();
        homeHealth();
        for (Course course : episode.courses()) {
            outpatient(course);
            visits(course);
        }
        plans();
        axis(top, lanes);
        return y;
    }

    private boolean within(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    private boolean meets(LocalDate from, LocalDate through) {
        return !from.isAfter(last) && (through == null || !through.isBefore(first));
    }

    private double left(LocalDate day) {
        LocalDate shown = day.isBefore(first) ? first : day;
        return LEFT + ChronoUnit.DAYS.between(first, shown) * perDay;
    }

    private double right(LocalDate day) {
        LocalDate shown = day == null || day.isAfter(last) ? last : day;
        return LEFT + (ChronoUnit.DAYS.between(first, shown) + 1) * perDay;
    }

    private double middle(LocalDate day) {
        return LEFT + (ChronoUnit.DAYS.between(first, day) + 0.5) * perDay;
    }

    private void axis(double top, double lanes) {
        double end = right(last);
        svg.line("rule", LEFT, lanes, end, lanes).line("rule", LEFT, y, end, y);
        for (LocalDate month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            double x = left(month);
            svg.line("rule", x, top + 6, x, lanes);
            svg.label(
                    "strong",
                    x + 5,
                    top + 18,
                    month.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + " " + month.getYear());
            for (int day = 8; day <= 29; day += 7) {
                LocalDate on = month.plusDays(day - 1L);
                if (within(on) && on.getMonth() == month.getMonth()) {
                    svg.line("rule", left(on), lanes - 5, left(on), lanes);
                    svg.label("small quiet mid", left(on), lanes - 8, String.valueOf(day));
                }
            }
        }
        svg.line("rule", end, top + 6, end, y)
                .line("rule", LEFT, lanes, LEFT, y)
                .raw("\n");
    }

    /** Writes a lane below those before it. */
    private void lane(String name, String kind, double wanted, Svg body) {
        double height = Math.max(LEAST, wanted);
        if (banded) {
            svg.rect("band", 0, y, right(last), height);
        }
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (day.getDayOfMonth() % 7 == 1) {
                svg.line(day.getDayOfMonth() == 1 ? "rule" : "tick", left(day), y, left(day), y + height);
            }
        }
        banded = !banded;
        svg.label("strong", 8, y + TITLE_AT, name);
        if (!kind.isEmpty()) {
            svg.label("small quiet", 8, y + TITLE_AT + 14, kind);
        }
        svg.raw("<g transform=\"translate(0," + Svg.n(y) + ")\">\n")
                .raw(body.text())
                .end();
        y += height;
    }

    /** Places spans one beside the other, as many rows as they need. */
    private static final class Rows {
        private final List<Double> ends = new ArrayList<>();

        int place(double from, double to) {
            for (int row = 0; row < ends.size(); row++) {
                if (ends.get(row) <= from) {
                    ends.set(row, to);
                    return row;
                }
            }
            ends.add(to);
            return ends.size() - 1;
        }

        /** How many rows are drawn. */
        int drawn() {
            return Math.min(MOST_ROWS, ends.size());
        }
    }

    private static double top(int row) {
        return 5 + row * ROW;
    }

    private void more(Svg body, int hidden, Rows rows) {
        if (hidden > 0) {
            body.label("small quiet", LEFT + 4, top(rows.drawn()) + 9, "and " + hidden + " more, not drawn");
        }
    }

    private void claims() {
        Svg body = new Svg();
        Rows rows = new Rows();
        int hidden = 0;
        for (JudgedClaim judged : episode.claims()) {
            Claim claim = judged.claim();
            if (!meets(claim.statementFrom(), claim.statementThrough())) {
                continue;
            }
            double from = left(claim.statementFrom());
            double to = right(claim.statementThrough());
            int row = rows.place(from, to);
            if (row >= MOST_ROWS) {
                hidden++;
                continue;
            }
            String disposition = judged.evaluation().disposition();
            String unjudged = judged.evaluation().notChecked().isEmpty() ? "" : "*";
            body.group("claim " + claim.claimId() + ", type of bill "
                    + claim.typeOfBill().code() + ", " + claim.statementFrom() + " to " + claim.statementThrough()
                    + (judged.stands() ? ": " + disposition : ": taken back by a later claim")
                    + (unjudged.isEmpty() ? "" : "; not everything could be checked"));
            body.rect(judged.stands() ? "bar" : "gone", from, top(row), to - from, ROW - 4);
            String severity = judged.evaluation().findings().stream()
                    .map(finding -> finding.effect().severity())
                    .max(Enum::compareTo)
                    .map(Severity::label)
                    .orElse(null);
            if (severity != null && judged.stands()) {
                body.rect(severity, from, top(row), Math.min(6, to - from), ROW - 4);
            }
            String label = (judged.stands() ? disposition + unjudged : "taken back") + ": "
                    + claim.typeOfBill().code() + " " + claim.claimId();
            body.label("small", from + 10, top(row) + 13, Svg.cut(label, to - from - 12, CHARACTER));
            body.end();
        }
        for (Discharge discharge : episode.discharges()) {
            if (discharge.discipline() == null && within(discharge.on())) {
                discharge(body, discharge, top(0) - 3, rows.drawn() * ROW + 2);
            }
        }
        more(body, hidden, rows);
        lane("Claims", "answer, type of bill, number", rows.drawn() * ROW + 10 + (hidden > 0 ? 14 : 0), body);
    }

    private void discharge(Svg body, Discharge discharge, double top, double height) {
        double x = right(discharge.on()) + 4;
        body.group("end: " + discharge.how() + " on " + discharge.on() + ", claim " + discharge.claimId());
        body.line("end", x, top, x, top + height).polygon("mark", x, top, x + 9, top + 4, x, top + 8);
        body.end();
    }

    /** A finding to be drawn, and the claim that it is of. */
    private record Found(JudgedClaim.Dated dated, String claimId) {}

    private void findings() {
        SortedMap<LocalDate, SortedMap<String, Found>> byDay = new TreeMap<>();
        for (JudgedClaim judged : episode.claims()) {
            if (!judged.stands()) {
                continue;
            }
            String claimId = judged.claim().claimId();
            for (JudgedClaim.Dated dated : judged.findings()) {
                if (within(dated.on())) {
                    byDay.computeIfAbsent(dated.on(), any -> new TreeMap<>())
                            .putIfAbsent(dated.finding().id() + " " + claimId, new Found(dated, claimId));
                }
            }
        }
        if (byDay.isEmpty()) {
            return;
        }
        Svg body = new Svg();
        int deepest = 0;
        boolean hidden = false;
        LocalDate after = null;
        for (LocalDate day :
                byDay.keySet().stream().sorted(Comparator.reverseOrder()).toList()) {
            boolean room = after == null || ChronoUnit.DAYS.between(day, after) * perDay > LABELLED;
            after = day;
            int place = 0;
            for (Found found : byDay.get(day).values()) {
                if (place < MOST_MARKS) {
                    mark(body, found, place, room);
                }
                place++;
            }
            if (place > MOST_MARKS) {
                hidden = true;
                body.label("small quiet mid", middle(day), 16 + MOST_MARKS * 20, "+" + (place - MOST_MARKS));
            }
            deepest = Math.max(deepest, Math.min(place, MOST_MARKS));
        }
        lane("Findings", "links to their pages", deepest * 20 + 8 + (hidden ? 12 : 0), body);
    }

    private void mark(Svg body, Found found, int place, boolean labelled) {
        Finding finding = found.dated().finding();
        double x = middle(found.dated().on());
        double at = 14 + place * 20;
        body.link(
                findings + finding.id(),
                finding.effect() + " " + finding.id() + " on " + found.dated().on() + ", claim " + found.claimId()
                        + (finding.line() == null ? "" : ", line " + finding.line()) + ": " + finding.message());
        severity(body, finding.effect().severity().label(), x, at);
        if (labelled) {
            body.label(
                    "small quiet",
                    x + 10,
                    at + 4,
                    finding.id().substring(finding.id().indexOf('-') + 1));
        }
        body.endLink();
    }

    static void severity(Svg body, String severity, double x, double y) {
        switch (severity) {
            case "error" ->
                body.rect("error", x - 7, y - 7, 14, 14)
                        .raw("<path class=\"cross\" d=\"M" + Svg.n(x - 3.5) + "," + Svg.n(y - 3.5)
                                + " l7,7 m0,-7 l-7,7\"/>");
            case "warning" -> body.triangle("warning", x, y, 8).label("small mid", x, y + 5, "!");
            default -> body.circle("info", x, y, 7).label("small mid", x, y + 4, "i");
        }
    }

    private void homeHealth() {
        Svg body = new Svg();
        Rows rows = new Rows();
        int hidden = 0;
        for (Period period : episode.periods()) {
            if (!meets(period.from(), period.through())) {
                continue;
            }
            double from = left(period.from());
            double to = right(period.through());
            int row = rows.place(from, to);
            if (row >= MOST_ROWS) {
                hidden++;
                continue;
            }
            boolean billed = period.claimId() != null;
            String what = billed
                    ? (period.place().equals("unknown") ? "period" : period.place() + " period")
                    : "on file, " + (period.whose().equals("unknown") ? "agency unknown" : period.whose());
            body.group("home health, " + what + ": " + period.from() + " to "
                    + (period.through() == null ? "open" : period.through())
                    + (billed ? ", claim " + period.claimId() : ""));
            body.rect(billed ? "open" : "gone", from, top(row), to - from, ROW - 4);
            body.label("small", from + 4, top(row) + 13, Svg.cut(what, to - from - 6, CHARACTER));
            body.end();
        }
        more(body, hidden, rows);
        double under = rows.drawn() * ROW + (hidden > 0 ? 14 : 0);
        boolean notices = false;
        for (Notice notice : episode.notices()) {
            LocalDate shown = notice.received() == null ? notice.admission() : notice.received();
            if (within(shown)) {
                notices = true;
                notice(body, notice, shown, under + 12);
            }
        }
        if (rows.drawn() == 0 && !notices) {
            return;
        }
        due("next period", null, body, under + 12);
        lane("Home health", "periods, notices", under + (notices || isDue("next period", null) ? 30 : 10), body);
    }

    private void notice(Svg body, Notice notice, LocalDate shown, double at) {
        String what = notice.cancels() ? "notice of admission cancelled" : "notice of admission";
        body.group(what + " of " + notice.admission() + ", "
                + (notice.received() == null ? "day of receipt unknown" : "received " + notice.received())
                + (notice.due() == null ? "" : ", due by " + notice.due()) + ", claim " + notice.claimId());
        double x = middle(shown);
        envelope(body, notice.late() ? "bad" : "mark", x, at);
        body.label(
                "small", x + 12, at + 4, (notice.cancels() ? "cancelled" : "notice") + (notice.late() ? ", late" : ""));
        body.end();
    }

    static void envelope(Svg body, String style, double x, double y) {
        body.raw("<path class=\"" + style + "\" d=\"M" + Svg.n(x - 8) + "," + Svg.n(y - 6)
                + " h16 v12 h-16 z l8,7 l8,-7\"/>");
    }

    private void outpatient(Course course) {
        List<Course.Day> days =
                course.days().stream().filter(day -> within(day.on())).toList();
        if (days.isEmpty()) {
            return;
        }
        Svg body = new Svg();
        boolean reports = days.stream().anyMatch(day -> !day.reports().isEmpty());
        boolean shifted = shifts(days.stream().map(Course.Day::on).toList());
        double row = 16;
        double below = shifted ? row + CLOSE : row;
        boolean low = false;
        LocalDate before = null;
        for (Course.Day day : days) {
            low = before != null && ChronoUnit.DAYS.between(before, day.on()) * perDay < CLOSE && !low;
            before = day.on();
            treatment(body, day, middle(day.on()), low ? below : row);
            report(body, day, middle(day.on()), below + 21);
        }
        double height = below + (reports ? 34 : 16);
        int at = 0;
        for (Course.Limitation limitation : course.limitations()) {
            if (meets(limitation.opened(), limitation.ended())) {
                limitation(body, limitation, height + at % 2 * 18);
                at++;
            }
        }
        height += at == 0 ? 0 : at == 1 ? 20 : 38;
        due("functional report", course.discipline(), body, row);
        for (Discharge discharge : episode.discharges()) {
            if (discharge.discipline() == course.discipline() && within(discharge.on())) {
                discharge(body, discharge, 3, below + 10);
            }
        }
        lane(heading(course.discipline()), "34X treatment days", Math.max(height, 40), body);
    }

    private static String heading(Discipline discipline) {
        String label = discipline == Discipline.SLP ? "speech-language" : discipline.label();
        return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    }

    private boolean shifts(List<LocalDate> days) {
        for (int at = 1; at < days.size(); at++) {
            if (ChronoUnit.DAYS.between(days.get(at - 1), days.get(at)) * perDay < CLOSE) {
                return true;
            }
        }
        return false;
    }

    private static void treatment(Svg body, Course.Day day, double x, double at) {
        body.group("treatment day " + day.number() + " on " + day.on()
                + (day.startKnown() ? "" : ", counted from the first claim here")
                + (day.dayInPeriod() == 0 ? "" : ", day " + day.dayInPeriod() + " of the reporting period")
                + (day.evaluation() ? ", evaluation" : "") + ", claim " + day.claimId());
        body.circle(day.startKnown() ? "treat" : "treat unsure", x, at, 9);
        if (day.number() <= WIDEST_NUMBER) {
            body.label("small mid", x, at + 4, String.valueOf(day.number()));
        }
        body.end();
    }

    private static void report(Svg body, Course.Day day, double x, double at) {
        if (day.reports().isEmpty()) {
            return;
        }
        boolean missing =
                day.reports().stream().anyMatch(report -> !report.missing().isEmpty());
        boolean due = day.reports().stream().anyMatch(report -> !report.due().equals("none"));
        body.group(EpisodeWords.reports(day) + " on " + day.on());
        if (missing) {
            body.triangle("bad", x, at, 8).label("small mid", x, at + 5, "!");
        } else {
            body.triangle(due ? "ok" : "extra", x, at, due ? 7 : 5);
        }
        body.end();
    }

    private void limitation(Svg body, Course.Limitation limitation, double at) {
        double from = left(limitation.opened());
        double to = limitation.ended() == null ? right(episode.through()) : right(limitation.ended());
        if (to <= from) {
            return;
        }
        body.group("functional limitation " + limitation.name() + ", open from " + limitation.opened()
                + (limitation.ended() == null
                        ? ", open still"
                        : " to " + limitation.ended()
                                + (limitation.reported() ? ", its end reported" : ", its end not reported")));
        body.rect("open", from, at, to - from, 14);
        String label = "limitation: " + limitation.name() + (limitation.ended() == null ? ", open" : "");
        body.label("small", from + 4, at + 11, Svg.cut(label, to - from - 6, CHARACTER));
        body.end();
    }

    private void visits(Course course) {
        List<Course.Visit> visits =
                course.visits().stream().filter(visit -> within(visit.on())).toList();
        if (visits.isEmpty()) {
            return;
        }
        Svg body = new Svg();
        LocalDate before = null;
        boolean low = false;
        boolean shifted = shifts(visits.stream().map(Course.Visit::on).toList());
        double row = 15;
        double below = shifted ? row + CLOSE : row;
        for (Course.Visit visit : visits) {
            low = before != null && ChronoUnit.DAYS.between(before, visit.on()) * perDay < CLOSE && !low;
            before = visit.on();
            visit(body, visit, middle(visit.on()), low ? below : row);
        }
        double at = below + 18;
        for (Reassessment one : course.reassessments()) {
            reassessment(body, one, at);
        }
        due("reassessment", course.discipline(), body, at);
        lane(heading(course.discipline()), "32X visits, reassessment", at + 12, body);
    }

    private static void visit(Svg body, Course.Visit visit, double x, double at) {
        boolean therapist = visit.who().equals("therapist");
        body.group(
                "visit by " + visit.who() + " on " + visit.on() + ", " + visit.hcpcs() + ", claim " + visit.claimId());
        body.rect(therapist ? "treat" : "assist", x - 8, at - 8, 16, 16);
        body.label("small mid", x, at + 4, therapist ? "T" : visit.who().equals("assistant") ? "A" : "-");
        body.end();
    }

    /** What a therapist's visit covers up to the next, and from the day on which the next was due what it does not. */
    private void reassessment(Svg body, Reassessment one, double at) {
        LocalDate covered = one.next() == null || one.late() ? one.due() : one.next();
        if (one.next() != null && meets(one.made(), covered)) {
            body.group("visit by a therapist on " + one.made() + ", next due by " + one.due() + ", made " + one.next());
            body.line("cover", left(one.made()), at, right(covered), at).end();
        }
        if (one.late() && meets(one.due(), one.next())) {
            body.group("next visit by a therapist was due by " + one.due() + ", made " + one.next());
            body.line("late", right(one.due()), at, middle(one.next()), at);
            if (within(one.due())) {
                body.triangle("bad", right(one.due()), at, 8).label("small mid", right(one.due()), at + 5, "!");
            }
            body.end();
        }
        if (one.next() == null && meets(one.made(), one.due())) {
            body.group("visit by a therapist on " + one.made() + ", next due by " + one.due());
            body.line("ahead", left(one.made()), at, right(one.due()), at).end();
        }
    }

    private boolean isDue(String what, Discipline discipline) {
        return due(what, discipline) != null;
    }

    private NextDue due(String what, Discipline discipline) {
        return episode.next().stream()
                .filter(due -> due.what().equals(what)
                        && due.discipline() == discipline
                        && due.by() != null
                        && within(due.by()))
                .findFirst()
                .orElse(null);
    }

    private void due(String what, Discipline discipline, Svg body, double at) {
        NextDue due = due(what, discipline);
        if (due != null) {
            body.group(EpisodeWords.next(due));
            double x = middle(due.by());
            body.diamond("mark", x, at, 7);
            if (x + 35 < LEFT + PLOT) {
                body.label("small", x + 10, at + 4, "due");
            }
            body.end();
        }
    }

    private void plans() {
        Svg body = new Svg();
        Rows rows = new Rows();
        int hidden = 0;
        for (CertifiedSpan span : episode.certifications()) {
            if (span.through() == null || !meets(span.from(), span.through())) {
                continue;
            }
            double from = left(span.from());
            double to = right(span.through());
            int row = rows.place(from, to + 30);
            if (row >= MOST_ROWS) {
                hidden++;
                continue;
            }
            String whose = span.discipline() == null
                    ? "home health"
                    : span.discipline().label();
            body.group("plan of care, " + whose + ": certified from " + span.from() + " to " + span.through()
                    + (span.signed() == null ? "" : ", signed " + span.signed())
                    + (span.signatureDue() == null ? "" : ", signature due by " + span.signatureDue()));
            body.rect("bar", from, top(row), to - from, ROW - 4);
            body.label(
                    "small",
                    from + 4,
                    top(row) + 13,
                    Svg.cut(whose + ", to " + span.through(), to - from - 6, CHARACTER));
            if (span.signed() != null && within(span.signed())) {
                body.circle("ok", middle(span.signed()), top(row) + ROW - 4, 4);
            }
            body.end();
            if (isDue("recertification", span.discipline())
                    && due("recertification", span.discipline()).by().equals(span.through())) {
                due("recertification", span.discipline(), body, top(row) + 9);
            }
        }
        if (rows.drawn() > 0) {
            more(body, hidden, rows);
            lane("Plans of care", "certified to", rows.drawn() * ROW + 8 + (hidden > 0 ? 14 : 0), body);
        }
    }
}
