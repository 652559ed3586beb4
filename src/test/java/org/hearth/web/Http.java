package org.hearth.web;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hearth.claim.Origin;
import org.hearth.evaluate.Evaluation;
import org.hearth.json.ClaimReader;
import org.hearth.rules.Rulesets;

/** Calls of the service under test, and the shipped samples to call it with. */
final class Http {

    static final String JSON = "application/json";
    static final String NDJSON = "application/x-ndjson";
    static final String X12 = "application/edi-x12";
    static final String PROBLEM = "application/problem+json";

    private static final RestAssuredConfig AS_SENT = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs(NDJSON, ContentType.TEXT)
                    .encodeContentTypeAs(X12, ContentType.TEXT));

    private Http() {}

    static Response evaluate(String type, String body) {
        return request(type, body).post("/v1/evaluations");
    }

    static RequestSpecification request(String type, String body) {
        return given().config(AS_SENT).header("Content-Type", type).body(body.getBytes(StandardCharsets.UTF_8));
    }

    static Response get(String path) {
        return given().get(path);
    }

    /** Asks at the port of health and metrics. */
    static Response manage(String path) {
        return given().port(managementPort()).get(path);
    }

    static int managementPort() {
        return ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
    }

    static String body(Response response) {
        return new String(response.asByteArray(), StandardCharsets.UTF_8);
    }

    static String sample(String name) {
        return text(Path.of("src/main/resources/samples", name));
    }

    static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sample that the contract shows, on one line. */
    static String claim() {
        return sample("outpatient-therapy-2018.json").replaceAll("\\R", " ");
    }

    /** What must be said of a claim. */
    static Evaluation evaluation(String claim) {
        return Rulesets.evaluator().evaluate(ClaimReader.read(claim.getBytes(StandardCharsets.UTF_8), Origin.NONE));
    }
}
