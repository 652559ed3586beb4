package org.hearth.web.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Who may make which call. What is not in it may nobody make who has to say who they are, so that a new call is closed until it
 * stands here; a test compares it with the description of the calls, another with the page that shows it.
 */
public final class AccessTable {

    private static final List<Call> CALLS = List.of(
            new Call("GET", "/page/*", Right.LOOK),
            new Call("GET", "/q/openapi", Right.LOOK),
            new Call("GET", "/q/swagger-ui*", Right.LOOK),
            new Call("GET", "/", Right.READ),
            new Call("POST", "/", Right.JUDGE),
            new Call("GET", "/episodes", Right.READ),
            new Call("POST", "/episodes", Right.JUDGE),
            new Call("GET", "/findings", Right.READ),
            new Call("GET", "/findings/{id}", Right.READ),
            new Call("GET", "/tables", Right.READ),
            new Call("GET", "/status", Right.OPERATE),
            new Call("GET", "/v1/findings", Right.READ),
            new Call("GET", "/v1/findings/{id}", Right.READ),
            new Call("GET", "/v1/ruleset", Right.READ),
            new Call("GET", "/v1/fleet", Right.READ),
            new Call("GET", "/v1/tables", Right.READ),
            new Call("GET", "/v1/tables/{name}", Right.READ),
            new Call("GET", "/v1/tables/{name}.xlsx", Right.READ),
            new Call("GET", "/v1/tables/{name}/grid", Right.READ),
            new Call("GET", "/v1/rulesets", Right.READ),
            new Call("GET", "/v1/rulesets/{version}", Right.READ),
            new Call("GET", "/v1/rulesets/{version}/diff", Right.READ),
            new Call("POST", "/v1/evaluations", Right.JUDGE),
            new Call("POST", "/v1/corrections", Right.JUDGE),
            new Call("POST", "/v1/episodes", Right.JUDGE),
            new Call("POST", "/v1/history/sent", Right.SENT),
            new Call("POST", "/v1/rulesets/{version}/impact", Right.COMPARE),
            new Call("GET", "/v1/drafts", Right.REVIEW),
            new Call("GET", "/v1/drafts/{id}", Right.REVIEW),
            new Call("GET", "/v1/drafts/{id}/check", Right.REVIEW),
            new Call("GET", "/v1/drafts/{id}/difference", Right.REVIEW),
            new Call("GET", "/v1/drafts/{id}/files.zip", Right.REVIEW),
            new Call("GET", "/v1/drafts/{id}/tables/{name}", Right.REVIEW),
            new Call("GET", "/v1/drafts/{id}/tables/{name}.xlsx", Right.REVIEW),
            new Call("POST", "/v1/drafts/{id}/examples", Right.REVIEW),
            new Call("POST", "/v1/drafts/{id}/trial", Right.REVIEW),
            new Call("POST", "/v1/drafts/{id}/impact", Right.REVIEW),
            new Call("GET", "/v1/releases", Right.REVIEW),
            new Call("GET", "/v1/releases/log", Right.REVIEW),
            new Call("GET", "/v1/releases/verification", Right.REVIEW),
            new Call("POST", "/v1/releases/{version}/trial", Right.REVIEW),
            new Call("POST", "/v1/drafts", Right.DRAFT),
            new Call("PUT", "/v1/drafts/{id}", Right.DRAFT),
            new Call("DELETE", "/v1/drafts/{id}", Right.DRAFT),
            new Call("POST", "/v1/drafts/{id}/edits", Right.DRAFT),
            new Call("POST", "/v1/drafts/{id}/undo", Right.DRAFT),
            new Call("POST", "/v1/drafts/{id}/redo", Right.DRAFT),
            new Call("POST", "/v1/drafts/{id}/answers", Right.DRAFT),
            new Call("POST", "/v1/drafts/{id}/examples/new", Right.DRAFT),
            new Call("PUT", "/v1/drafts/{id}/tables/{name}.xlsx", Right.DRAFT),
            new Call("PUT", "/v1/drafts/{id}/code-sets/{file}", Right.DRAFT),
            new Call("POST", "/v1/drafts/{id}/proposal", Right.DRAFT),
            new Call("DELETE", "/v1/drafts/{id}/proposal", Right.SEND_BACK),
            new Call("POST", "/v1/drafts/{id}/approval", Right.APPROVE),
            new Call("POST", "/v1/rulesets/check", Right.CHECK),
            new Call("POST", "/v1/rulesets", Right.RELEASE),
            new Call("POST", "/v1/rulesets/{version}/activation", Right.RELEASE),
            new Call("POST", "/v1/releases/{version}/rollback", Right.RELEASE));

    private record Match(Pattern pattern, Call call) {}

    /** Paths without a part that varies, which are looked up rather than compared. */
    private static final Map<String, Call> FIXED = new HashMap<>();

    private static final List<Match> VARYING = new ArrayList<>();

    static {
        for (Call call : CALLS) {
            if (call.path().matches(".*[{*].*")) {
                VARYING.add(new Match(call.pattern(), call));
            } else {
                FIXED.put(call.toString(), call);
            }
        }
    }

    private AccessTable() {}

    /** Every call of the service. */
    public static List<Call> calls() {
        return CALLS;
    }

    /**
     * The call that a request makes.
     *
     * @param method as sent; {@code HEAD} is answered as {@code GET} is
     * @param path decoded, without what follows a question mark; a slash at its end says nothing
     * @return empty if there is none
     */
    public static Optional<Call> find(String method, String path) {
        String asked = method.equals("HEAD") ? "GET" : method;
        String plain = plain(path);
        Call fixed = FIXED.get(asked + " " + plain);
        if (fixed != null) {
            return Optional.of(fixed);
        }
        for (Match match : VARYING) {
            if (match.call().method().equals(asked)
                    && match.pattern().matcher(plain).matches()) {
                return Optional.of(match.call());
            }
        }
        return Optional.empty();
    }

    /** The methods that a path takes; none if there is no such path. */
    public static SortedSet<String> methods(String path) {
        SortedSet<String> methods = new TreeSet<>();
        for (String method : List.of("DELETE", "GET", "POST", "PUT")) {
            if (find(method, path).isPresent()) {
                methods.add(method);
            }
        }
        return methods;
    }

    private static String plain(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
