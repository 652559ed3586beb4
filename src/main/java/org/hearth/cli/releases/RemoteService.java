package org.hearth.cli.releases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hearth.cli.console.Reasons;
import org.hearth.cli.console.UsageException;
import org.hearth.ledger.Verification;
import org.hearth.ledger.Who;

/** A service somewhere that takes new rulesets. */
public final class RemoteService {

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
    public RemoteService(URI service, String token) {
        if (service.getHost() == null || !List.of("http", "https").contains(service.getScheme())) {
            throw new UsageException("`" + service + "` is no address; write one such as http://127.0.0.1:8080");
        }
        this.service = service;
        this.token = token;
    }

    /**
     * The service at an address, which is sent a token of the environment: that which says who calls, else the operator's.
     *
     * @throws UsageException if it is no address
     */
    public static RemoteService of(URI service) {
        String token = System.getenv("HEARTH_TOKEN");
        return new RemoteService(
                service, token == null || token.isBlank() ? System.getenv("HEARTH_ADMIN_TOKEN") : token);
    }

    /** What the service said of workbooks. */
    public record Answer(int status, JsonNode body) {

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
    public String activeVersion() throws IOException {
        return send(request("/v1/ruleset").GET().build(), 200).version();
    }

    /** Sends workbooks to be checked and kept. */
    public Answer propose(Map<String, byte[]> workbooks, boolean fewerExamples) throws IOException {
        return send(
                multipart("/v1/rulesets" + (fewerExamples ? "?fewerExamples=true" : ""), Map.of(), workbooks),
                201,
                422);
    }

    private HttpRequest multipart(String path, Map<String, String> fields, Map<String, byte[]> workbooks) {
        String boundary = UUID.randomUUID().toString();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(("--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"" + name
                        + "\"\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8)));
        for (Map.Entry<String, byte[]> workbook : workbooks.entrySet()) {
            String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"workbook\"; filename=\""
                    + workbook.getKey() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
            body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
            body.writeBytes(workbook.getValue());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
    }

    /**
     * Makes a version the active one.
     *
     * @param before the one in whose place it was checked
     * @throws IOException if the service refuses, as it does where another has to
     */
    public void activate(String version, String before, Who who) throws IOException {
        send(
                request(
                        "/v1/rulesets/" + escaped(version) + "/activation",
                        wish(who).put("before", before)),
                200);
    }

    /**
     * Makes a version the active one again.
     *
     * @param before the one that is active as far as is known; {@code null} if that does not matter
     */
    public void rollback(String version, String before, Who who) throws IOException {
        send(request("/v1/releases/" + escaped(version) + "/rollback", wish(who).put("before", before)), 200);
    }

    /** The record of its releases, a line each, the first one first. */
    public List<byte[]> releases() throws IOException {
        byte[] lines = body(request("/v1/releases/log").GET().build());
        return new String(lines, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** What checking its record came to. */
    public Verification verification() throws IOException {
        JsonNode verified =
                send(request("/v1/releases/verification").GET().build(), 200).body();
        return new Verification(
                verified.path("records").asLong(),
                verified.path("last").asText(),
                verified.path("whole").asBoolean()
                        ? Optional.empty()
                        : Optional.of(new Verification.Fault(
                                verified.path("number").asLong(),
                                verified.path("fault").asText().replaceFirst("^record \\d+ ", ""))));
    }

    private static ObjectNode wish(Who who) {
        ObjectNode wish = JSON.createObjectNode().put("by", who.author()).put("reason", who.reason());
        return who.source() == null ? wish : wish.put("source", who.source());
    }

    /**
     * Calls the service.
     *
     * @param body a JSON body, or {@code null}
     * @param revision what `If-Match` says, or {@code null}
     * @return the body of the answer
     * @throws RefusedException if the service refuses, with each thing that is in the way
     */
    public JsonNode call(String method, String path, JsonNode body, String revision) throws IOException {
        HttpRequest.Builder request = request(path)
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.toString()));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (revision != null) {
            request.header("If-Match", revision);
        }
        return accepted(request.build());
    }

    /** Sends a form of fields and workbooks, as {@link #call} does. */
    public JsonNode form(String path, Map<String, String> fields, Map<String, byte[]> workbooks) throws IOException {
        return accepted(multipart(path, fields, workbooks));
    }

    /** Puts bytes of a kind somewhere, as {@link #call} does. */
    public JsonNode put(String path, String type, byte[] body, String revision) throws IOException {
        return accepted(request(path)
                .header("Content-Type", type)
                .header("If-Match", revision)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    /** What stands somewhere, byte by byte; refused as {@link #call} is. */
    public byte[] bytes(String path) throws IOException {
        HttpResponse<byte[]> response = response(request(path).GET().build());
        if (response.statusCode() != 200) {
            accepted(answer(response));
        }
        return response.body();
    }

    private JsonNode accepted(HttpRequest request) throws IOException {
        return accepted(answer(response(request)));
    }

    private JsonNode accepted(Answer answer) throws IOException {
        if (answer.status() < 300) {
            return answer.body();
        }
        if (answer.status() >= 500
                || answer.status() == 401
                || answer.status() == 403
                || answer.body().isEmpty()) {
            throw refused(answer);
        }
        List<String> lines = new ArrayList<>();
        if (answer.body().at("/errors/0/workbook").isTextual()) {
            lines.addAll(answer.problems());
        } else {
            answer.body()
                    .path("errors")
                    .forEach(error -> lines.add(error.path("message").asText()));
            answer.body().path("difference").forEach(line -> lines.add(line.asText()));
        }
        throw new RefusedException(answer.body().path("detail").asText(), lines);
    }

    /** A part of a path. */
    public static String escaped(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }

    private HttpRequest request(String path, JsonNode body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        String base = service.toString().replaceFirst("/+$", "");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(TO_CHECK);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private byte[] body(HttpRequest request) throws IOException {
        HttpResponse<byte[]> response = response(request);
        if (response.statusCode() != 200) {
            throw refused(answer(response));
        }
        return response.body();
    }

    private Answer send(HttpRequest request, Integer... expected) throws IOException {
        Answer answer = answer(response(request));
        if (!List.of(expected).contains(answer.status())) {
            throw refused(answer);
        }
        return answer;
    }

    private static Answer answer(HttpResponse<byte[]> response) throws IOException {
        try {
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (JsonProcessingException e) {
            return new Answer(response.statusCode(), JSON.createObjectNode());
        }
    }

    private IOException refused(Answer answer) {
        return new IOException("`" + service + "` answers " + answer.status() + ": "
                + answer.body().path("detail").asText("this is no service of ours"));
    }

    private HttpResponse<byte[]> response(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (IOException e) {
            throw new IOException("`" + service + "` does not answer: " + Reasons.of(e), e);
        }
    }
}
