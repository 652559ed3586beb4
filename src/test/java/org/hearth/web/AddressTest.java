package org.hearth.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is addressed to this service, and what is not. */
@QuarkusTest
class AddressTest {

    @BeforeEach
    void ready() {
        Readiness.await();
    }

    /** The head of a call to this machine, but for its end. */
    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n";
    }

    private static RawHttp.Answer asked(String head) throws IOException {
        try (RawHttp http = new RawHttp()) {
            http.send(head + "Connection: close\r\n\r\n");
            return http.answer();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: localhost\r\n",
                "GET /v1/ruleset HTTP/1.1\r\nHost: 127.0.0.1:1\r\n",
                "GET / HTTP/1.0\r\n",
                "GET /v1/ruleset HTTP/1.1\r\nHost: [::1]:8080\r\n"
            })
    void theMachineItselfIsAnswered(String head) throws IOException {
        assertThat(asked(head).statusLine()).endsWith(" 200 OK");
    }

    @ParameterizedTest
    @CsvSource({
        "'Host: localhost\r\nHost: elsewhere.example\r\n', 400, two hosts",
        "'Host: elsewhere.example\r\n', 421, not this service",
        "'Host: 127.0.0.1.elsewhere.example:8080\r\n', 421, not this service"
    })
    void whatIsNotAddressedToItIsRefused(String hosts, int status, String title) throws IOException {
        for (String path : new String[] {"/", "/v1/ruleset", "/q/openapi"}) {
            RawHttp.Answer answer = asked("GET " + path + " HTTP/1.1\r\n" + hosts);
            assertThat(answer.statusLine()).startsWith("HTTP/1.1 " + status + " ");
            assertThat(answer.rest()).contains("\"title\":\"" + title + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Host: a b\r\n", "Host: localhost:port\r\n"})
    void whoNamesNoHostIsRefusedFromVersion11On(String host) throws IOException {
        RawHttp.Answer answer = asked("GET /v1/ruleset HTTP/1.1\r\n" + host);

        assertThat(answer.statusLine()).isEqualTo("HTTP/1.1 400 Bad Request");
        assertThat(answer.rest()).contains("application/problem+json", "\"title\":\"no host\"");
    }

    @Test
    void anAddressThatIsTooLongIsAProblem() throws IOException {
        RawHttp.Answer answer = asked(get("/v1/findings?q=" + "x".repeat(8_192)));

        assertThat(answer.statusLine()).startsWith("HTTP/1.1 414 ");
        assertThat(answer.rest()).contains("application/problem+json", "\"title\":\"address too long\"");
    }

    @Test
    void headersThatAreTooLongAreAProblem() throws IOException {
        RawHttp.Answer answer = asked(get("/v1/ruleset") + "Cookie: x=" + "x".repeat(16_384) + "\r\n");

        assertThat(answer.statusLine()).startsWith("HTTP/1.1 431 ");
        assertThat(answer.rest()).contains("application/problem+json", "\"title\":\"headers too long\"");
    }

    @ParameterizedTest
    @CsvSource({"100000, 0, 414", "0, 100000, 431"})
    void whatIsMuchTooLongIsRefusedAllTheSame(int address, int headers, int status) throws IOException {
        RawHttp.Answer answer = asked(get("/" + "x".repeat(address)) + "Cookie: x=" + "x".repeat(headers) + "\r\n");

        assertThat(answer.statusLine()).matches("HTTP/1\\.[01] " + status + " .*");
    }

    @Test
    void whoAsksForAnotherProtocolIsAnsweredInThisOne() throws IOException {
        String claim = Http.claim();
        try (RawHttp http = new RawHttp()) {
            http.send("POST /v1/evaluations HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings\r\n"
                    + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\nContent-Type: application/json\r\n"
                    + "Content-Length: " + claim.length() + "\r\n\r\n" + claim);
            assertThat(http.until("\r\n")).isEqualTo("HTTP/1.1 200 OK\r\n");
        }
    }

    @Test
    void noAnswerIsKeptOnItsWay() {
        for (String path : new String[] {"/v1/ruleset", "/v1/findings/HHT-301", "/v1/tables/therapy-codes.xlsx"}) {
            assertThat(Http.get(path).getHeaders().getValues("Cache-Control")).containsExactly("no-store");
        }
        assertThat(Http.evaluate(Http.JSON, Http.claim()).getHeader("Cache-Control"))
                .isEqualTo("no-store");
    }

    /** Of two requests on one connection the first is refused. */
    private static String[] both(String refused) throws IOException {
        try (RawHttp http = new RawHttp()) {
            http.send(refused + "\r\n" + get("/v1/ruleset") + "Connection: close\r\n\r\n");
            RawHttp.Answer first = http.answer();
            return (first.statusLine() + "\r\n" + first.rest()).split("(?=HTTP/1\\.1 )");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'GET /v1/elsewhere HTTP/1.1\r\nHost: localhost\r\n', 404",
        "'HEAD /v1/elsewhere HTTP/1.1\r\nHost: localhost\r\n', 404",
        "'GET /v1/drafts HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 192.0.2.1\r\n', 403",
        "'GET /status HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nX-Forwarded-For: 192.0.2.1\r\n', 403",
        "'DELETE /v1/ruleset HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n', 405",
        "'GET /v1/ruleset HTTP/1.1\r\nHost: elsewhere.example\r\n', 421"
    })
    void whoIsRefusedWithoutABodyAsksOnByTheSameConnection(String head, int status) throws IOException {
        String[] answers = both(head);

        assertThat(answers).hasSize(2);
        assertThat(answers[0]).startsWith("HTTP/1.1 " + status + " ").doesNotContainIgnoringCase("connection: close");
        assertThat(answers[1]).startsWith("HTTP/1.1 200 OK");
    }

    @ParameterizedTest
    @CsvSource({
        "'POST /v1/drafts HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 192.0.2.1\r\nContent-Length: 9000\r\n', 403",
        "'GET /v1/ruleset HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n', 400"
    })
    void whatMayBeTheRestOfWhatWasRefusedIsNoRequest(String head, int status) throws IOException {
        String[] answers = both(head);

        assertThat(answers).hasSize(1);
        assertThat(answers[0]).startsWith("HTTP/1.1 " + status + " ").containsIgnoringCase("connection: close");
    }

    private static RawHttp.Answer faulted(String how) throws IOException {
        return asked(get("/v1/ruleset") + Faulty.HEADER + ": " + how + "\r\n");
    }

    @ParameterizedTest
    @CsvSource({"forbidden, 403", "connection, 500", "threads, 503"})
    void whatIsNoDefectIsNotToldAsOne(String how, int status) throws IOException {
        RawHttp.Answer answer = faulted(how);

        assertThat(answer.statusLine()).startsWith("HTTP/1.1 " + status + " ");
        assertThat(answer.rest()).doesNotContain("internal error", "its number in the log is ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"defect", "error"})
    void aDefectBeforeACallIsToldAsOneAndSaysNothingOfTheProgram(String how) throws IOException {
        RawHttp.Answer answer = faulted(how);

        assertThat(answer.statusLine()).isEqualTo("HTTP/1.1 500 Internal Server Error");
        assertThat(answer.rest())
                .contains("\"title\":\"internal error\"", "its number in the log is ")
                .doesNotContain(Faulty.MESSAGE, "Exception", "org.hearth");
    }
}
