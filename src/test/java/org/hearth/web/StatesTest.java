package org.hearth.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.web.Http.JSON;
import static org.hearth.web.Http.NDJSON;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import org.hearth.release.ActiveRuleset;
import org.hearth.release.ActiveRuleset.Loaded;
import org.hearth.release.ActiveRuleset.Loading;
import org.hearth.release.ActiveRuleset.Unusable;
import org.hearth.rules.Rulesets;
import org.hearth.ruleset.Ruleset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;

/** What the service says before it has a ruleset, without a usable one, and when it fails; and what it never says. */
@QuarkusTest
class StatesTest {

    private static final List<String> SECRETS = List.of("1EG4TE5MK73", "DOEFAMILY", "JANEGIVEN", "SECRETREMARK");

    private static final String HOSTILE = Http.claim()
            .replace("\"EXAMPLE\"", "\"DOEFAMILY\"")
            .replace("\"ALEX\"", "\"JANEGIVEN\"")
            .replace("\"totalCharge\"", "\"remarks\": \"SECRETREMARK\", \"totalCharge\"");

    @Inject
    ActiveRuleset active;

    private ActiveRuleset.State before;

    @BeforeEach
    void ready() {
        Readiness.await();
        before = active.state();
    }

    @AfterEach
    void asBefore() {
        active.set(before);
    }

    @Test
    void aServiceWithARulesetIsReady() {
        Response answer = Http.manage("/q/health/ready");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getMap("checks.find { it.name == 'ruleset' }.data"))
                .containsEntry("version", Rulesets.ruleset().version());
    }

    @Test
    void aServiceThatStillLoadsIsAliveButNotReady() {
        active.set(new Loading());

        assertThat(Http.manage("/q/health/live").statusCode()).isEqualTo(200);
        assertThat(Http.manage("/q/health/started").statusCode()).isEqualTo(200);
        assertThat(Http.manage("/q/health/ready").statusCode()).isEqualTo(503);
        for (Response answer : List.of(
                Http.evaluate(JSON, Http.claim()),
                Http.evaluate(NDJSON, Http.claim()),
                Http.get("/v1/findings"),
                Http.get("/v1/ruleset"),
                Http.get("/v1/tables"))) {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.contentType()).isEqualTo("application/problem+json");
            assertThat(answer.header("Retry-After")).isEqualTo("5");
            assertThat(answer.jsonPath().getString("title")).isEqualTo("ruleset loading");
        }
    }

    @Test
    void aServiceWithoutAUsableRulesetSaysWhichCellsAreWrong() {
        String problem = "codes/findings.xlsx, sheet Rows, cell B3: the cell is blank; write a value";
        active.set(new Unusable(List.of(problem)));

        assertThat(Http.manage("/q/health/live").statusCode()).isEqualTo(200);
        Response ready = Http.manage("/q/health/ready");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.jsonPath().getMap("checks.find { it.name == 'ruleset' }.data"))
                .containsEntry("problem 1", problem)
                .containsEntry("problems", 1);
        Response answer = Http.evaluate(JSON, Http.claim());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNull();
        assertThat(answer.jsonPath().getString("title")).isEqualTo("ruleset unusable");
        assertThat(answer.jsonPath().getList("errors.message", String.class)).containsExactly(problem);
    }

    @Test
    void aDefectIsAnsweredWithANumberAndLoggedWithoutTheClaim() {
        active.set(new Loaded(failing(), Rulesets.files(), Instant.now()));
        try (Logged log = new Logged()) {
            Response answer = Http.evaluate(JSON, HOSTILE);

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.contentType()).isEqualTo("application/problem+json");
            String detail = answer.jsonPath().getString("detail");
            String number = detail.substring(detail.lastIndexOf(' ') + 1);
            assertThat(number).hasSize(36);
            assertThat(log.text())
                    .contains("incident " + number + ": java.lang.IllegalStateException", "at org.hearth.evaluate.")
                    .doesNotContain(SECRETS);
            assertThat(Http.body(answer)).doesNotContain(SECRETS);
        }
    }

    @Test
    void aDefectWithinABatchCostsItsClaimAloneAndSaysSo() {
        active.set(new Loaded(failing(), Rulesets.files(), Instant.now()));
        try (Logged log = new Logged()) {
            Response answer = Http.evaluate(NDJSON, HOSTILE + "\n" + HOSTILE);

            assertThat(answer.statusCode()).isEqualTo(200);
            List<String> lines = Http.body(answer).lines().toList();
            assertThat(lines).hasSize(3);
            assertThat(lines.subList(0, 2))
                    .allMatch(line -> line.startsWith(
                            "{\"claimId\":\"PCN-34X-0001\",\"problem\":{\"type\":\"urn:hearth:problem:internal\""));
            assertThat(lines.get(2)).isEqualTo("{\"end\":{\"claims\":0,\"problems\":2,\"whole\":true}}");
            assertThat(log.text()).contains("incident ").doesNotContain(SECRETS);
        }
    }

    @Test
    void nothingOfAClaimReachesALog() {
        String broken = HOSTILE.replace(
                        "\"beneficiaryId\": \"1EG4TE5MK73\"", "\"beneficiaryId\": \"\\u0007 1EG4TE5MK73\"")
                .replace("\"units\": 2", "\"units\": \"DOEFAMILY\"")
                .replace("\"lastName\"", "\"surname JANEGIVEN\"");
        try (Logged log = new Logged()) {
            for (String claim : List.of(HOSTILE, broken, HOSTILE.substring(0, 400), "\u0000" + HOSTILE)) {
                for (String type : List.of(JSON, NDJSON, Http.X12, "text/plain", "application/json; x=1EG4TE5MK73")) {
                    Http.evaluate(type, claim);
                }
            }
            assertThat(log.text()).doesNotContain(SECRETS);
        }
    }

    /** A ruleset whose failure carries what must not be told. */
    private static Ruleset failing() {
        return failing(SECRETS);
    }

    /** A ruleset whose failure carries some secrets. */
    static Ruleset failing(List<String> secrets) {
        Ruleset sound = Rulesets.ruleset();
        KieBase failing = (KieBase) Proxy.newProxyInstance(
                KieBase.class.getClassLoader(), new Class<?>[] {KieBase.class}, (proxy, method, arguments) -> {
                    throw new IllegalStateException(
                            String.join(" ", secrets), new IllegalArgumentException(String.join(" ", secrets)));
                });
        return new Ruleset(
                sound.version(),
                sound.from(),
                failing,
                sound.models(),
                sound.codes(),
                sound.catalog(),
                sound.workbooks(),
                sound.rules(),
                sound.pages());
    }
}
