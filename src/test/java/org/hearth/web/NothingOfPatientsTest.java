package org.hearth.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hearth.data.DataFolder;
import org.hearth.draft.Drafts;
import org.hearth.release.ActiveRuleset;
import org.hearth.rules.Rulesets;
import org.hearth.sent.HistorySettings;
import org.hearth.sent.LiveHistory;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Made-up values that stand for a patient's are sent along every path, sound and broken, and are then looked for in all that the
 * service says of itself or leaves behind.
 */
@QuarkusTest
class NothingOfPatientsTest {

    /** Names, identifiers, an address, a birth date, an amount: none is anybody's, and none is in what the program ships. */
    private static final List<String> MARKS = List.of(
            "9ZQ8XK7MW66",
            "ZQXPCN-1",
            "ZQXFAMILY",
            "ZQXGIVEN",
            "ZQXREMARK",
            "ZQXAUTH",
            "ZQXWAY",
            "19310607",
            "1931-06-07",
            "7654.32",
            "ZQXDCN",
            "ZQXTOWN");

    private static final String CLAIM = Http.claim()
            .replace("PCN-34X-0001", "ZQXPCN-1")
            .replace("2AY4NT5HE11", "9ZQ8XK7MW66")
            .replace("\"EXAMPLE\"", "\"ZQXFAMILY\"")
            .replace("\"ALEX\"", "\"ZQXGIVEN\"")
            .replace("120.01", "7654.32")
            .replace(
                    "\"totalCharge\"",
                    "\"remarks\": \"ZQXREMARK\", \"treatmentAuthorization\": \"ZQXAUTH\","
                            + " \"originalClaimNumber\": \"ZQXDCN\", \"totalCharge\"");

    private static final String FILE = Http.sample("outpatient-therapy-0341.edi")
            .replace("PCN-34X-0002", "ZQXPCN-1")
            .replace("1EG4TE5MK73", "9ZQ8XK7MW66")
            .replace("SAMPLE*PATIENT", "ZQXFAMILY*ZQXGIVEN")
            .replace("EXAMPLE*JORDAN", "ZQXFAMILY*ZQXGIVEN")
            .replace("5 EXAMPLE ST", "5 ZQXWAY")
            .replace("ANYTOWN", "ZQXTOWN")
            .replace("385.00", "7654.32")
            .replace("19400115", "19310607");

    @Inject
    ActiveRuleset active;

    @Inject
    Drafts drafts;

    @Inject
    LiveHistory history;

    private final String log = ConfigProvider.getConfig().getValue("hearth.decision.log", String.class);
    private final DataFolder data = DataFolder.standard();
    private final List<Response> answers = new ArrayList<>();
    private final List<String> found = new ArrayList<>();
    private ActiveRuleset.State before;

    @BeforeEach
    void ready() throws IOException {
        Readiness.await();
        before = active.state();
        data.write(data.resolve(HistorySettings.MARK), new byte[0]);
    }

    @AfterEach
    void asBefore() throws Exception {
        active.set(before);
        history.toKeep().orElseThrow().forgetBefore(LocalDate.now().plusDays(1));
        Files.deleteIfExists(data.resolve(HistorySettings.MARK));
        for (var draft : drafts.all().drafts()) {
            drafts.delete(draft.id(), draft.revision());
        }
    }

    private void send(String type, String body, String path) {
        answers.add(Http.request(type, body).post(path));
    }

    private void send(String type, String body, String path, String accept) {
        answers.add(Http.request(type, body).accept(accept).post(path));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void isInAnythingThatTheServiceSaysOfItselfOrLeavesBehind() throws Exception {
        Set<Path> known = temporary();
        try (Logged logged = new Logged()) {
            judgedOverEveryPath();
            brokenInEveryWay();
            tooLarge();
            forTheOperator();
            defects();

            Set<String> dispositions = new TreeSet<>();
            answers.forEach(answer -> dispositions.add(String.valueOf(answer.statusCode())));
            assertThat(dispositions).as("what was answered").contains("200", "400", "413", "415", "422", "500");
            look("the log", logged.text());
        }
        look("the metrics", Http.body(Http.manage("/q/metrics")));
        look("health", Http.body(Http.manage("/q/health")));
        look("the operator's page", Http.body(Http.get("/status")));
        lookBelow(Path.of(log));
        lookBelow(data.root());
        Set<Path> left = temporary();
        left.removeAll(known);
        for (Path file : left) {
            look(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        for (Response answer : answers) {
            if (answer.statusCode() >= 400) {
                look("the refusal " + answer.statusCode(), withoutPlaces(Http.body(answer)));
            }
            answer.headers().forEach(header -> look(header.getName(), String.valueOf(header.getValue())));
        }
        assertThat(found).isEmpty();
    }

    /** Else the search above would find nothing whatever was said. */
    @Test
    void isFoundWhereItIs(@TempDir Path folder) throws IOException {
        Logger log = Logger.getLogger("org.hearth.control");
        try (Logged logged = new Logged()) {
            log.info("a claim of 9ZQ8XK7MW66");
            log.error("a defect", new IllegalStateException("no ZQXTOWN"));
            look("the log", logged.text());
        }
        Files.write(Files.createDirectories(folder.resolve("below")).resolve("kept"), bytes("\u00ff ZQXAUTH"));
        lookBelow(folder);

        assertThat(found).hasSize(3);
        assertThat(found).anySatisfy(place -> assertThat(place).startsWith("9ZQ8XK7MW66 in the log"));
        assertThat(found).anySatisfy(place -> assertThat(place).startsWith("ZQXTOWN in the log"));
        assertThat(found).anySatisfy(place -> assertThat(place).startsWith("ZQXAUTH in " + folder));
    }

    private void judgedOverEveryPath() {
        for (String query : List.of("", "?explain=true", "?history=none")) {
            send(Http.JSON, CLAIM, "/v1/evaluations" + query);
            send(Http.NDJSON, CLAIM + "\n" + CLAIM, "/v1/evaluations" + query);
            send(Http.X12, FILE, "/v1/evaluations" + query);
        }
        send(Http.NDJSON, CLAIM, "/v1/evaluations?claims=true");
        send(Http.NDJSON, CLAIM, "/v1/evaluations?claims=listed&as=837I");
        for (String accept : List.of("text/html", "text/csv", "application/edi-x12")) {
            send(Http.X12, FILE, "/v1/evaluations", accept);
        }
        send(Http.JSON, "[" + CLAIM + "]", "/v1/evaluations");
        send(Http.X12, FILE, "/v1/corrections");
        send(Http.JSON, CLAIM, "/v1/corrections");
        send(Http.X12, FILE, "/v1/episodes");
        send(Http.NDJSON, CLAIM, "/v1/episodes", "image/svg+xml");
        for (String page : List.of("/", "/episodes")) {
            answers.add(
                    given().multiPart("claims", "ZQXFAMILY.edi", bytes(FILE)).post(page));
        }
    }

    private void brokenInEveryWay() {
        String broken = CLAIM.replace("\"units\": 2", "\"units\": \"ZQXREMARK\"")
                .replace("\"lastName\"", "\"surname ZQXFAMILY\"")
                .replace("9ZQ8XK7MW66", "\\u0007 9ZQ8XK7MW66");
        List<String> bodies = List.of(
                broken,
                CLAIM.substring(0, CLAIM.length() / 2),
                CLAIM + CLAIM,
                "\u0000" + CLAIM,
                FILE.substring(0, FILE.length() / 2),
                FILE.replace("DMG*D8", "DMG*D9").replace("*MI*", "*ZZZ*"),
                FILE.replace("~", "~\u0001ZQXFAMILY*"),
                FILE.replace("*00501*", "*00401*"),
                "%PDF-1.4 ZQXFAMILY");
        for (String path : List.of("/v1/evaluations", "/v1/corrections", "/v1/episodes", "/v1/history/sent")) {
            for (String body : bodies) {
                for (String type : List.of(Http.JSON, Http.NDJSON, Http.X12, "text/plain", "text/ZQXFAMILY")) {
                    send(type, body, path);
                }
            }
        }
        answers.add(given().multiPart("claims", "ZQXFAMILY.edi", bytes(FILE))
                .multiPart("minutes", "ZQXFAMILY.csv", bytes("claimId,lineNumber,minutes\nZQXPCN-1,ZQXREMARK,5\n"))
                .multiPart("context", "ZQXGIVEN.csv", bytes("claimId,part,from\nZQXPCN-1,ZQXREMARK,1931-06-07\n"))
                .post("/v1/evaluations"));
        answers.add(given().multiPart("ZQXFAMILY", "ZQXGIVEN.edi", bytes(FILE)).post("/"));
        answers.add(given().multiPart("corrections", "c.json", bytes("{\"ZQXFAMILY\": \"ZQXPCN-1\"}"))
                .multiPart("claims", "ZQXFAMILY.edi", bytes(FILE))
                .post("/v1/corrections"));
        for (String path :
                List.of("/v1/evaluations/ZQXPCN-1", "/v1/evaluations?asOf=ZQXPCN-1", "/v1/findings/ZQXPCN-1")) {
            send(Http.JSON, CLAIM, path);
        }
    }

    private void tooLarge() {
        String padding = " ".repeat(17 << 20);
        send(Http.JSON, CLAIM.substring(0, CLAIM.length() - 1) + padding + "}", "/v1/evaluations");
        send(Http.X12, FILE + padding + padding, "/v1/evaluations");
    }

    private void forTheOperator() {
        send(Http.X12, FILE, "/v1/history/sent");
        send(Http.JSON, CLAIM, "/v1/history/sent");
        send(Http.JSON, CLAIM, "/v1/evaluations");
        send(Http.JSON, "{\"member\":\"9ZQ8XK7MW66\",\"npi\":\"1234567893\"}", "/v1/episodes");
        String version = Rulesets.ruleset().version();
        send(Http.X12, FILE, "/v1/rulesets/" + version + "/impact");
        Response draft = Http.request(
                        Http.JSON,
                        "{\"name\":\"Amounts\",\"author\":\"J. Doe\",\"reason\":\"CR 1\",\"source\":\"Pub. 100-04\"}")
                .post("/v1/drafts");
        String drafted = "/v1/drafts/" + draft.jsonPath().getString("id");
        send(Http.JSON, CLAIM, drafted + "/trial");
        send(Http.JSON, CLAIM.replace("\"units\": 2", "\"units\": \"ZQXREMARK\""), drafted + "/trial");
        send("text/plain", "{bill: 34X, ZQXFAMILY: ZQXGIVEN}", drafted + "/trial");
        send(Http.X12, FILE, drafted + "/impact");
        send(Http.X12, FILE.substring(0, FILE.length() / 2), drafted + "/impact");
    }

    private void defects() {
        active.set(new ActiveRuleset.Loaded(StatesTest.failing(MARKS), Rulesets.files(), Instant.now()));
        judgedOverEveryPath();
        active.set(before);
    }

    private static Set<Path> temporary() throws IOException {
        Set<Path> files = new TreeSet<>();
        for (Path folder : List.of(Path.of(System.getProperty("java.io.tmpdir")), Path.of("target/uploads"))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> all = Files.list(folder)) {
                    all.filter(file -> Files.isRegularFile(file) && Files.isReadable(file))
                            .forEach(files::add);
                }
            }
        }
        return files;
    }

    private void lookBelow(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                look(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
    }

    /** A refusal names the claim, the member and the version that it means, as their sender wrote them, and no value. */
    private static String withoutPlaces(String problem) {
        return problem.replaceAll("(claim|ruleset) `ZQXPCN-1`", "$1")
                .replaceAll("surname ZQXFAMILY|\"/ZQXFAMILY\"|unknown field `ZQXFAMILY`", "");
    }

    private void look(String where, String text) {
        for (String mark : MARKS) {
            int at = text.indexOf(mark);
            if (at >= 0) {
                found.add(mark + " in " + where + ": "
                        + text.substring(Math.max(0, at - 100), Math.min(text.length(), at + 100)));
            }
        }
    }
}
