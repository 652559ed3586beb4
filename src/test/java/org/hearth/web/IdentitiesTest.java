package org.hearth.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hearth.release.EditedTables;
import org.hearth.web.identity.AccessTable;
import org.hearth.web.identity.Call;
import org.hearth.web.identity.Right;
import org.hearth.web.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service whose callers say who they are: who is let in, who is not, and that two people are two. */
@QuarkusTest
@TestProfile(IdentitiesTest.WithProvider.class)
class IdentitiesTest {

    /** The service with a provider of identities. */
    public static final class WithProvider implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Provider.class));
        }
    }

    private static final List<Call> CLOSED = AccessTable.calls().stream()
            .filter(call -> call.right() != Right.LOOK)
            .toList();

    @BeforeEach
    void ready() {
        Readiness.await();
    }

    private static RequestSpecification as(String whose) {
        return given().redirects().follow(false).header("Authorization", "Bearer " + Provider.token(whose));
    }

    private static Response make(RequestSpecification request, Call call) {
        return request.header("Content-Type", "application/json")
                .urlEncodingEnabled(false)
                .request(call.method(), call.path().replaceAll("\\{\\w+}", "x"));
    }

    private static Set<String> thoseOtherThan(int status, java.util.function.Function<Call, Response> made) {
        Set<String> others = new TreeSet<>();
        for (Call call : CLOSED) {
            Response answer = made.apply(call);
            if (answer.statusCode() != status
                    || !answer.contentType().equals(Http.PROBLEM)
                    || status == 401 && !answer.header("WWW-Authenticate").equals("Bearer")) {
                others.add(call + ": " + answer.statusCode());
            }
        }
        return others;
    }

    @Test
    void nobodyIsLetInWithoutATokenOrWithOneThatIsNoGood() {
        assertThat(CLOSED).hasSizeGreaterThan(40);
        assertThat(thoseOtherThan(401, call -> make(given().redirects().follow(false), call)))
                .as("none")
                .isEmpty();
        for (String bad : List.of("forged", "unknown-key", "unsigned", "expired", "misdirected")) {
            assertThat(thoseOtherThan(401, call -> make(as(bad), call))).as(bad).isEmpty();
        }
        for (String bad : List.of("x", "a.b.c", "")) {
            assertThat(thoseOtherThan(
                            401,
                            call -> make(
                                    given().redirects().follow(false).header("Authorization", "Bearer " + bad), call)))
                    .as(bad)
                    .isEmpty();
        }
        assertThat(thoseOtherThan(
                        401,
                        call -> make(
                                given().redirects().follow(false).cookie("q_session", Provider.token("all")), call)))
                .as("a token in the place of a session")
                .isEmpty();
    }

    @Test
    void whoHasNoRoleHereMayNothing() {
        assertThat(thoseOtherThan(403, call -> make(as("visitor"), call))).isEmpty();
    }

    @Test
    void eachRoleMayItsOwnCallsAndNoOther() {
        Set<String> wrong = new TreeSet<>();
        for (Role role : Role.values()) {
            for (Call call : CLOSED) {
                Response answer = make(as(role.toString()), call);
                boolean refused = answer.statusCode() == 403
                        && answer.jsonPath().getString("title").equals("role missing")
                        && answer.jsonPath()
                                .getString("detail")
                                .contains(call.right().inWords());
                if (refused == call.right().roles().contains(role) || answer.statusCode() == 401) {
                    wrong.add(role + " " + call + ": " + answer.statusCode());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatIsInNoTableIsNobodys() {
        assertThat(as("all").get("/v1/elsewhere").statusCode()).isEqualTo(404);
        assertThat(as("all").get("/v1/drafts;a=b").statusCode()).isEqualTo(404);
        assertThat(as("all").delete("/v1/ruleset").header("Allow")).isEqualTo("GET");
    }

    @Test
    void whatWasSentIsSeenByBillersAlone() {
        String whose = "{\"member\":\"1EG4TE5MK73\",\"npi\":\"1234567893\"}";
        assertThat(as("biller")
                        .contentType("application/json")
                        .body(whose)
                        .post("/v1/episodes")
                        .statusCode())
                .as("the history is off")
                .isEqualTo(409);
        assertThat(as("analyst")
                        .contentType("application/json")
                        .body(whose)
                        .post("/v1/episodes")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void noTokenComesIntoTheLog() {
        try (Logged log = new Logged()) {
            for (String whose : List.of("all", "expired", "forged", "misdirected", "visitor")) {
                as(whose).get("/v1/ruleset");
                as(whose).get("/v1/drafts");
            }
            String said = log.text();
            for (String whose : List.of("all", "expired", "forged", "misdirected", "visitor")) {
                for (String part : Provider.token(whose).split("\\.")) {
                    assertThat(said).doesNotContain(part);
                }
            }
        }
    }

    @Test
    void whoOpensAPageIsAskedToLogIn() {
        Response answer =
                given().redirects().follow(false).header("Accept", "text/html").get("/tables");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.header("Location"))
                .contains(
                        "/authorize?", "response_type=code", "client_id=hearth", "code_challenge_method=S256", "nonce=")
                .containsPattern("redirect_uri=http%3A%2F%2F[^&]*%2Flogin&");
        assertThat(answer.getHeaders().getValues("Set-Cookie")).singleElement().satisfies(cookie -> assertThat(
                        cookie.toLowerCase(java.util.Locale.ROOT))
                .contains("httponly", "samesite=lax"));
        assertThat(given().redirects()
                        .follow(false)
                        .header("Accept", "text/html")
                        .header("Sec-Fetch-Mode", "cors")
                        .get("/findings")
                        .statusCode())
                .as("a script cannot log in")
                .isEqualTo(401);
    }

    /** A browser, as far as cookies are concerned. */
    private static final class Visitor {

        private final Map<String, String> cookies = new HashMap<>();

        private RequestSpecification asks() {
            return given().redirects()
                    .follow(false)
                    .urlEncodingEnabled(false)
                    .cookies(cookies)
                    .header("Accept", "text/html");
        }

        private Response gets(String address) {
            Response answer = asks().get(address);
            answer.getDetailedCookies().forEach(cookie -> {
                if (cookie.getMaxAge() == 0 || cookie.getValue().isEmpty()) {
                    cookies.remove(cookie.getName());
                } else {
                    cookies.put(cookie.getName(), cookie.getValue());
                }
            });
            return answer;
        }

        /** Goes where it is sent, to the first answer that sends it nowhere. */
        private Response opens(String address) {
            Response answer = gets(address);
            for (int sent = 0; answer.statusCode() == 302 && sent < 6; sent++) {
                answer = gets(answer.header("Location"));
            }
            return answer;
        }
    }

    @Test
    void whoHasLoggedInIsKnownAndIsAskedByNoPageOfAnotherSite() {
        Visitor visitor = new Visitor();

        Response page = visitor.opens("/tables?search=GP");

        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        assertThat(page.asString()).contains("<title>Hearth: tables</title>", "Person browser");
        assertThat(given().cookies(visitor.cookies).get("/v1/drafts").statusCode())
                .as("the session is good for calls")
                .isEqualTo(200);
        assertThat(visitor.cookies.keySet()).allMatch(name -> name.startsWith("q_session"));
        assertThat(visitor.cookies.values()).isNotEmpty().noneMatch(value -> value.contains("Person"));

        String activation = "/v1/rulesets/2026-11-23+000000000000/activation";
        for (Map<String, String> elsewhere : List.of(
                Map.of("Sec-Fetch-Site", "cross-site"),
                Map.of("Sec-Fetch-Site", "same-site"),
                Map.of("Origin", "http://elsewhere.example"),
                Map.of("Sec-Fetch-Site", "cross-site", "Origin", "http://localhost:" + RestAssured.port),
                Map.<String, String>of())) {
            Response refused = visitor.asks().headers(elsewhere).post(activation);
            assertThat(refused.statusCode()).as(elsewhere.toString()).isEqualTo(403);
            assertThat(refused.jsonPath().getString("title"))
                    .as(elsewhere.toString())
                    .isEqualTo("not from here");
        }
        assertThat(given().cookies(visitor.cookies)
                        .header("Sec-Fetch-Site", "same-origin")
                        .post(activation)
                        .statusCode())
                .as("a page of our own is heard: nobody has sent such a ruleset")
                .isEqualTo(409);

        Response out = visitor.gets("/logout");
        assertThat(out.statusCode()).isEqualTo(302);
        assertThat(out.header("Location")).contains("/endsession?", "logged-out.html");
        assertThat(visitor.cookies.keySet()).noneMatch(name -> name.startsWith("q_session"));
        assertThat(visitor.gets("/tables").statusCode()).isEqualTo(302);
    }

    @Test
    void thePageSaysWhoLooksAtItAndLeavesOutWhatTheyMayNot() {
        String biller = as("biller").header("Accept", "text/html").get("/").asString();
        String analyst = as("analyst").header("Accept", "text/html").get("/").asString();

        assertThat(biller)
                .contains("Person biller", "<a href=\"logout\">", "data-roles=\"biller\"", "id=\"check\"")
                .doesNotContain("Not with your roles");
        assertThat(analyst)
                .contains("Person analyst", "Checking claims needs the role biller.")
                .doesNotContain("id=\"check\"");
    }

    private static final String EDIT =
            "{\"table\":\"unit-brackets\",\"edits\":[{\"op\":\"set\",\"sheet\":\"Rules\",\"cell\":\"H9\",\"value\":\"another paragraph; seen\"}]}";

    private static Response post(String whose, String path, String revision, Object body) {
        RequestSpecification request = as(whose).contentType("application/json").body(body);
        return (revision == null ? request : request.header("If-Match", revision)).post(path);
    }

    /** A draft that {@code whose} has begun, under a name that is not theirs, and that {@code proposer} has proposed. */
    private static Response proposed(String whose, String proposer) {
        Response begun =
                post(whose, "/v1/drafts", null, Map.of("name", "Sources", "author", "Somebody Else", "reason", "CR 1"));
        assertThat(begun.statusCode()).isEqualTo(201);
        String draft = "/v1/drafts/" + begun.jsonPath().getString("id");
        Response edited = post(whose, draft + "/edits", begun.header("ETag"), EDIT);
        assertThat(edited.statusCode()).as(edited.asString()).isEqualTo(200);
        Response proposal = post(proposer, draft + "/proposal", edited.header("ETag"), Map.of("by", "Somebody Else"));
        assertThat(proposal.statusCode()).as(proposal.asString()).isEqualTo(200);
        return proposal;
    }

    @Test
    void nobodyApprovesTheirOwnProposalUnderWhateverName() {
        Response draft = proposed("analyst", "both");
        JsonPath told = draft.jsonPath();
        assertThat(told.getString("author")).isEqualTo("Person analyst");
        assertThat(told.getString("authorSubject")).isEqualTo("subject-analyst");
        assertThat(told.getString("proposal.by")).isEqualTo("Person both");
        String address = "/v1/drafts/" + told.getString("id");

        Response own = post("both", address + "/approval", draft.header("ETag"), Map.of("by", "Another Name"));
        assertThat(own.statusCode()).isEqualTo(403);
        assertThat(own.jsonPath().getString("detail"))
                .isEqualTo("you have proposed this draft, and another approves it");

        Response begun = proposed("both", "analyst");
        Response ownDraft = post(
                "both", "/v1/drafts/" + begun.jsonPath().getString("id") + "/approval", begun.header("ETag"), Map.of());
        assertThat(ownDraft.statusCode()).isEqualTo(403);
        assertThat(ownDraft.jsonPath().getString("detail"))
                .isEqualTo("you have begun this draft, and another approves it");

        Response approved =
                post("approver", address + "/approval", draft.header("ETag"), Map.of("by", "Somebody Else"));
        assertThat(approved.statusCode()).as(approved.asString()).isEqualTo(200);
        Map<String, Object> release = approved.jsonPath().getMap("release");
        assertThat(release)
                .containsEntry("author", "Person analyst")
                .containsEntry("authorSubject", "subject-analyst")
                .containsEntry("approvedBy", "Person approver")
                .containsEntry("approvedBySubject", "subject-approver")
                .containsEntry("alone", false)
                .containsEntry("identified", true);
        assertThat(approved.jsonPath().getString("release.draft.proposedBy")).isEqualTo("Person both");
        assertThat(approved.jsonPath().getString("release.draft.proposedBySubject"))
                .isEqualTo("subject-both");
        assertThat(as("operator").get("/v1/releases/verification").jsonPath().getBoolean("whole"))
                .isTrue();

        Response back = post(
                "operator",
                "/v1/releases/" + release.get("before") + "/rollback",
                null,
                Map.of("by", "Somebody Else", "reason", "was wrong"));
        assertThat(back.statusCode()).as(back.asString()).isEqualTo(200);
        assertThat(back.jsonPath().getMap(""))
                .containsEntry("author", "Person operator")
                .containsEntry("authorSubject", "subject-operator")
                .containsEntry("alone", true)
                .containsEntry("identified", true);
    }

    @Test
    void whatOneOperatorHasSentAnotherMakesActive() {
        Response sent = as("operator")
                .multiPart("workbook", EditedTables.WORKBOOK, EditedTables.workbookWith("KX"))
                .post("/v1/rulesets");
        assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(201);
        String version = sent.jsonPath().getString("version");
        String before = as("second").get("/v1/ruleset").jsonPath().getString("version");

        Response own = post("operator", "/v1/rulesets/" + version + "/activation", null, Map.of("by", "Another Name"));
        assertThat(own.statusCode()).isEqualTo(403);
        assertThat(own.jsonPath().getString("title")).isEqualTo("another has to");

        Response activated = post("second", "/v1/rulesets/" + version + "/activation", null, Map.of("reason", "CR 2"));
        assertThat(activated.statusCode()).as(activated.asString()).isEqualTo(200);
        Map<String, Object> record = as("second").get("/v1/releases").jsonPath().getMap("[0]");
        assertThat(record)
                .containsEntry("author", "Person operator")
                .containsEntry("approvedBy", "Person second")
                .containsEntry("reason", "CR 2")
                .containsEntry("alone", false)
                .containsEntry("identified", true);
        assertThat(post("operator", "/v1/rulesets/" + before + "/activation", null, Map.of())
                        .statusCode())
                .as("what was active before may one operator make active again")
                .isEqualTo(200);
    }
}
