package org.hearth.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the service says of its work: the metrics, as the page for operators has them; the operator's page; health. */
@QuarkusTest
class OperatingTest {

    private static final String PAGE = Http.text(Path.of("src/docs/operating.md"));
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(hearth_[a-z_]+)` \\|([^|]*)\\|");
    private static final Pattern SAMPLE = Pattern.compile("(?m)^(hearth_[a-z_]+)(?:\\{([^}]*)\\})? (\\S+)$");

    @BeforeEach
    void ready() {
        Readiness.await();
        work();
    }

    /** Something of everything that is counted. */
    private static void work() {
        assertThat(Http.evaluate(Http.JSON, Http.claim()).statusCode()).isEqualTo(200);
        assertThat(Http.evaluate(Http.NDJSON, Http.sample("home-health-2025.ndjson"))
                        .statusCode())
                .isEqualTo(200);
        String incomplete = Http.claim().replaceAll("\"minutes\": 30, \"minutesBy\": \\{[^}]*\\}", "\"minutes\": null");
        assertThat(Http.evaluate(Http.JSON, incomplete).statusCode()).isEqualTo(200);
    }

    private static Map<String, Double> samples() {
        Map<String, Double> samples = new HashMap<>();
        Matcher sample = SAMPLE.matcher(Http.body(Http.manage("/q/metrics")));
        while (sample.find()) {
            samples.put(
                    sample.group(1) + "{" + (sample.group(2) == null ? "" : sample.group(2)) + "}",
                    Double.valueOf(sample.group(3)));
        }
        return samples;
    }

    private static double value(String sample) {
        return samples().getOrDefault(sample, 0.0);
    }

    @Test
    void thePageHasTheMetricsThatAreServedAndNoOthers() {
        Map<String, Set<String>> documented = new TreeMap<>();
        Matcher row = ROW.matcher(PAGE);
        while (row.find()) {
            Set<String> labels = new TreeSet<>();
            Matcher label = Pattern.compile("`([a-z]+)`").matcher(row.group(2));
            while (label.find()) {
                labels.add(label.group(1));
            }
            documented.put(row.group(1), labels);
        }
        Map<String, Set<String>> served = new TreeMap<>();
        samples().keySet().forEach(sample -> {
            String name = sample.substring(0, sample.indexOf('{'));
            Set<String> labels =
                    served.computeIfAbsent(name.replaceFirst("_(bucket|count|sum|max)$", ""), none -> new TreeSet<>());
            Matcher label = Pattern.compile("([a-z]+)=\"").matcher(sample);
            while (label.find()) {
                labels.add(label.group(1));
            }
        });

        assertThat(served).isEqualTo(documented);
    }

    @Test
    void aClaimIsCountedOnceForItsAnswerAndOnceForEachOfItsFindings() {
        String claims = "hearth_claims_total{call=\"claim\",disposition=\"RTP\"}";
        String findings = "hearth_findings_total{finding=\"HHT-301\",severity=\"error\"}";
        String judging = "hearth_judging_seconds_count{call=\"claim\"}";
        double claimsBefore = value(claims);
        double findingsBefore = value(findings);
        double judgedBefore = value(judging);

        assertThat(Http.body(Http.evaluate(Http.JSON, Http.claim()))).contains("\"HHT-301\"", "\"RTP\"");

        assertThat(value(claims)).isEqualTo(claimsBefore + 1);
        assertThat(value(findings)).isEqualTo(findingsBefore + 1);
        assertThat(value(judging)).isEqualTo(judgedBefore + 1);
    }

    @Test
    void whatCouldNotBeReadIsCounted() {
        String unreadable = "hearth_claims_unreadable_total{call=\"batch\"}";
        String single = "hearth_claims_unreadable_total{call=\"claim\"}";
        String torn = "hearth_inputs_torn_total{call=\"batch\"}";
        double unreadableBefore = value(unreadable);
        double singleBefore = value(single);
        double tornBefore = value(torn);

        Http.evaluate(Http.NDJSON, Http.claim() + "\n{\"claimId\": 3}\n");
        Http.evaluate(Http.JSON, "{\"claimId\": 3}");
        String file = Http.sample("outpatient-therapy-0341.edi");
        Http.evaluate(Http.X12, file.substring(0, file.length() - 200));

        assertThat(value(unreadable)).isGreaterThanOrEqualTo(unreadableBefore + 1);
        assertThat(value(single)).isEqualTo(singleBefore + 1);
        assertThat(value(torn)).isEqualTo(tornBefore + 1);
    }

    @Test
    void anAnswerNamesItsCallInTheLog() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            names.add(Http.evaluate(Http.JSON, Http.claim()).header("Hearth-Call"));
        }

        assertThat(names).hasSize(3).allMatch(name -> name.matches("[0-9a-f-]{36}"));
        assertThat(Http.get("/v1/ruleset").header("Hearth-Call")).isNull();
    }

    @Test
    void healthTellsWhatIsKept() {
        Response ready = Http.manage("/q/health/ready");

        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.jsonPath().getMap("checks.find { it.name == 'kept' }.data"))
                .containsEntry("data folder", "writable")
                .containsEntry("store", "data folder")
                .containsEntry("decision log", "written")
                .containsEntry("decision log lines lost", 0)
                .containsKey("history");
    }

    @Test
    void theOperatorsPageShowsTheWork() {
        Response answer = Http.get("/status");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none';");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(Http.body(answer))
                .contains(
                        "<h1>Status</h1>", "<td>RTP</td>", "<td>HHT-301</td>", "<strong>kept</strong>", "active since")
                .doesNotContain("PCN-34X-0001", "null");
    }

    @Test
    void theOperatorsPageIsForNobodyElse() {
        assertThat(io.restassured.RestAssured.given()
                        .header("X-Forwarded-For", "192.0.2.1")
                        .get("/status")
                        .statusCode())
                .isEqualTo(403);
    }
}
