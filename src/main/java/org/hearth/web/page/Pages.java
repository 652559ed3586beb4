package org.hearth.web.page;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearth.facts.FactsEdition;
import org.hearth.json.Problem;
import org.hearth.json.Problems;
import org.hearth.report.EpisodeSvg;
import org.hearth.report.Html;
import org.hearth.web.identity.Caller;
import org.hearth.web.identity.Right;
import org.hearth.web.request.CurrentRuleset;

/** The pages for people: the form, with what went wrong if something did, the report, and the workbench of the tables. */
public final class Pages {

    public static final String HTML = "text/html;charset=UTF-8";

    private static final String CHECK = "Hearth: check claims";
    private static final String DESK = "<link rel=\"stylesheet\" href=\"page/desk.css\">\n";
    private static final String PAGE = resource("page.html");
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");
    private static final String FORM = resource("form.html");
    private static final String EPISODES = resource("episodes.html");
    private static final String TABLES = resource("tables.html");

    private static final String WORKBENCH = DESK
            + "<link rel=\"stylesheet\" href=\"page/tables.css\">\n"
            + "<script type=\"module\" src=\"page/tables/tables.js\"></script>\n";

    public static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'";

    /** A page with a picture of an episode, whose styles stand in it. */
    private static final String EPISODE_POLICY =
            POLICY.replace("style-src 'self'", "style-src 'self' " + EpisodeSvg.styleSource());

    private static final String REPORT_POLICY =
            "default-src 'none'; style-src " + Html.styleSource() + "; sandbox; frame-ancestors 'none'";

    private static final double MEGABYTE = 1e6;

    private Pages() {}

    /** Whether a page may be the answer: a browser that asks for what it is going to show says so. */
    public static boolean isAccepted(String accept) {
        return accept != null && accept.contains("text/html");
    }

    /** The page with the form, and above it what went wrong with what was sent. */
    public static byte[] problem(Problems problem, long limit) {
        return page(CHECK, "", DESK, filled(notice("This was not checked", problem), limit, false), null);
    }

    /**
     * The page that says that somebody may not see another.
     *
     * @param problem why not
     * @param caller who asked
     */
    public static byte[] refused(Problems problem, Caller caller) {
        String main = notice("This page is not for you", problem);
        return page("Hearth: " + problem.title(), "/", "", main, null, caller);
    }

    /**
     * What stands in the place of what somebody may not do.
     *
     * @param what it is, such as {@code Checking claims}
     * @param right what it needs
     * @return as HTML; empty if whoever asks may
     */
    static String without(String what, Right right) {
        return Caller.now().may(right)
                ? ""
                : notice("notice", "note", "Not with your roles", what + " needs the role " + right.inWords() + ".");
    }

    /**
     * The page with the form.
     *
     * @param rules the active ruleset's version
     * @param limit the most bytes that may be sent
     * @param history whether what was sent is kept
     */
    static Response form(String rules, long limit, boolean history) {
        String without = without("Checking claims", Right.JUDGE);
        String main = without.isEmpty() ? filled("", limit, history) : without;
        return answer(200, page(CHECK, "", DESK, main, rules));
    }

    /** The page without the form: why no claim can be judged now. */
    static Response unready(Problems why) {
        boolean loading = why.equals(CurrentRuleset.LOADING);
        String main = loading
                ? notice("notice", "status", "The rules are still being loaded", "The form comes in a few seconds.")
                : notice("No claim can be checked now", why);
        return answer(503, page(CHECK, "", loading ? "<meta http-equiv=\"refresh\" content=\"3\">\n" : "", main, null));
    }

    /**
     * The page that shows episodes: its form, above it what went wrong, below it what was asked for.
     *
     * @param problem what is wrong with what was sent, or {@code null}
     * @param shown episodes, as HTML
     * @param rules the active ruleset's version, or {@code null}
     * @param limit the most bytes that may be sent
     */
    static Response episodes(Problems problem, String shown, String rules, long limit) {
        String main = EPISODES.replace("{{megabytes}}", String.valueOf((long) (limit / MEGABYTE)))
                .replace("{{problem}}", problem == null ? "" : notice("This was not shown", problem))
                .replace("{{shown}}", shown);
        String without = without("Seeing an episode", Right.JUDGE);
        return headers(Response.status(problem == null ? 200 : problem.status()), EPISODE_POLICY)
                .entity(page("Hearth: episodes", "", "", without.isEmpty() ? main : without, rules))
                .build();
    }

    /**
     * The page on which analysts look at tables and change them.
     *
     * @param rules the active ruleset's version
     */
    static Response tables(String rules) {
        return text("Hearth: tables", "", WORKBENCH, TABLES, rules);
    }

    /** A page with its status. */
    static Response answer(int status, byte[] page) {
        return headers(Response.status(status), POLICY).entity(page).build();
    }

    private static String filled(String problem, long limit, boolean history) {
        return FORM.replace("{{limit}}", String.valueOf(limit))
                .replace("{{history}}", history ? "on" : "off")
                .replace("{{megabytes}}", String.valueOf((long) (limit / MEGABYTE)))
                .replace("{{problem}}", problem);
    }

    /**
     * A page to read.
     *
     * @param title plain text
     * @param root what leads from its address to that of the form, such as {@code ../}
     * @param main its content, as HTML
     * @param rules the active ruleset's version
     */
    public static Response text(String title, String root, String main, String rules) {
        return text(title, root, "", main, rules);
    }

    /**
     * A page to read, with more in its head.
     *
     * @param head as HTML
     */
    static Response text(String title, String root, String head, String main, String rules) {
        return answer(200, page(Html.text(title), root, head, main, rules));
    }

    /**
     * A page that says that there is nothing.
     *
     * @param text as HTML
     */
    static Response notFound(String heading, String text) {
        return answer(404, page("Hearth: not found", "../", "", notice("notice", "status", heading, text), null));
    }

    private static byte[] page(String title, String root, String head, String main, String rules) {
        return page(title, root, head, main, rules, Caller.now());
    }

    private static byte[] page(String title, String root, String head, String main, String rules, Caller caller) {
        Map<String, String> parts = Map.of(
                "title", title,
                "who", who(caller, root),
                "root", root,
                "roles", roles(caller),
                "head", head,
                "rules", rules == null ? "" : "Rules: " + Html.text(FactsEdition.beside(rules)) + ". ",
                "main", main);
        // at once, so that what is put in is no place of something else, whatever it says
        return PLACE.matcher(PAGE)
                .replaceAll(place -> Matcher.quoteReplacement(parts.get(place.group(1))))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Who is logged in, and the way out; nothing where nobody needs to be. */
    private static String who(Caller caller, String root) {
        if (!caller.identified()) {
            return "";
        }
        String roles = caller.roles().isEmpty()
                ? "no role here"
                : caller.rolesInWords().replace(" ", ", ");
        return "<p class=\"who\"><span>" + Html.text(caller.name()) + "</span> (" + roles + ") <a href=\"" + root
                + "logout\">Log out</a></p>\n";
    }

    /** What the scripts of a page know of whoever looks at it: nothing where nobody needs to be known. */
    private static String roles(Caller caller) {
        return caller.identified()
                ? " data-roles=\"" + caller.rolesInWords() + "\" data-name=\"" + Html.text(caller.name())
                        + "\" data-subject=\"" + Html.text(caller.subject()) + "\""
                : "";
    }

    private static String notice(String heading, Problems problem) {
        StringBuilder list = new StringBuilder();
        for (Problem error : problem.errors()) {
            list.append("<li>");
            if (error.pointer() != null && !error.pointer().isEmpty()) {
                list.append("<code>").append(Html.text(error.pointer())).append("</code>: ");
            }
            list.append(Html.message(error.message()));
            if (error.fix() != null) {
                list.append("; ").append(Html.message(error.fix()));
            }
            list.append("</li>\n");
        }
        String text = Html.message(problem.detail());
        return notice(
                "notice error", "alert", heading, list.isEmpty() ? text : text + "</p>\n<ul>\n" + list + "</ul>\n<p>");
    }

    private static String notice(String style, String role, String heading, String text) {
        return "<div class=\"" + style + "\" role=\"" + role + "\">\n<h2>" + heading + "</h2>\n<p>" + text
                + "</p>\n</div>\n";
    }

    /** A report as a page of its own. */
    public static Response report(Object report) {
        return headers(Response.ok(report), REPORT_POLICY).build();
    }

    private static Response.ResponseBuilder headers(Response.ResponseBuilder answer, String policy) {
        return answer.type(HTML)
                .header("Content-Security-Policy", policy)
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static String resource(String name) {
        try (InputStream in = Pages.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException packed) {
            throw new UncheckedIOException(packed);
        }
    }
}
