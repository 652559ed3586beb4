package org.hearth.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A service somewhere that takes new rulesets. */
final class RemoteService {

    private static final Duration TO_CONNECT = Duration.ofSeconds(10);

    /** A cold service on a small machine compiles every table and runs every example. */
    private static final Duration TO_CHECK = Duration.ofMinutes(5);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI service;
    private final String token;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TO_CONNECT)
            .build();

    /**
     * @param service its address, without the path of a call
     * @param token what it asks of whoever changes its answers, or {@code null}
     */
    RemoteService(URI service, String token) {
        if (service.getHost() == null || !List.of("http", "https").contains(service.getScheme())) {
            throw new UsageException("`" + service + "` is no address; write one such as http://127.0.0.1:8080");
        }
        this.service = service;
        this.token = token;
    }

    /** What the service said of workbooks. */
    record Answer(int status, JsonNode body) {

        /** Whether a cell is wrong. */
        boolean unsound() {
            return status == 422;
        }

        /** A line for each wrong cell. */
        List<String> problems() {
            List<String> problems = new ArrayList<>();
            for (JsonNode error : body.path("errors")) {
                problems.add(error.path("workbook").asText()
                        + (error.hasNonNull("sheet")
                                ? ", sheet " + error.path("sheet").asText()
                                : "")
                        + (error.hasNonNull("cell")
                                ? ", cell " + error.path("cell").asText()
                                : "")
                        + ": " + error.path("message").asText() + "; "
                        + error.path("fix").asText());
            }
            return problems.isEmpty() ? List.of(body.path("detail").asText()) : problems;
        }

        /** What came instead of what examples expect, by example. */
        Map<String, List<String>> failedExamples() {
            Map<String, List<String>> failed = new LinkedHashMap<>();
            for (JsonNode example : body.path("examples").path("failed")) {
                List<String> instead = new ArrayList<>();
                example.path("instead").forEach(line -> instead.add(line.asText()));
                failed.put(
                        example.path("where").asText() + ": "
                                + example.path("name").asText(),
                        instead);
            }
            return failed;
        }

        int passedExamples() {
            return body.path("examples").path("passed").asInt();
        }

        String version() {
            return body.path("version").asText();
        }
    }

    /** The version that the service judges by now. */
    String activeVersion() throws IOException {
        return send(request("/v1/ruleset").GET().build(), 200).version();
    }

    /** Sends workbooks to be checked and kept. */
    Answer propose(Map<String, byte[]> workbooks, boolean fewerExamples) throws IOException {
        String boundary = UUID.randomUUID().toString();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, byte[]> workbook : workbooks.entrySet()) {
            String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"workbook\"; filename=\""
                    + workbook.getKey() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
            body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
            body.writeBytes(workbook.getValue());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(
                request("/v1/rulesets" + (fewerExamples ? "?fewerExamples=true" : ""))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                201,
                422);
    }

    /** Makes a version the active one. */
    void activate(String version) throws IOException {
        send(
                request("/v1/rulesets/" + version + "/activation")
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                200);
    }

    private HttpRequest.Builder request(String path) {
        String base = service.toString().replaceFirst("/+$", "");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(TO_CHECK);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest request, Integer... expected) throws IOException {
        HttpResponse<byte[]> response;
        try {
            response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (IOException e) {
            throw new IOException("`" + service + "` does not answer: " + Reasons.of(e), e);
        }
        JsonNode body;
        try {
            body = JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            body = JSON.createObjectNode();
        }
        if (!List.of(expected).contains(response.statusCode())) {
            throw new IOException("`" + service + "` answers " + response.statusCode() + ": "
                    + body.path("detail").asText("this is no service of ours"));
        }
        return new Answer(response.statusCode(), body);
    }
}
