package org.hearth.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hearth.claim.TreatmentMinutes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinutesReaderTest {

    private static List<ClaimMinutes> read(String json) throws IOException {
        return MinutesReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsTheMinutesOfClaims() throws IOException {
        assertThat(
                        read(
                                """
                        {"claims": [
                          {"claimId": "A", "lines": [
                            {"lineNumber": 4, "lineControl": "6R", "minutes": 45,
                             "minutesBy": {"therapist": 30, "assistant": 15, "together": 0}},
                            {"lineControl": "X-2", "minutes": 0}]},
                          {"claimId": "B", "lines": [{"lineNumber": 1, "minutesBy": {"together": 20}}]}
                        ]}
                        """))
                .containsExactly(
                        new ClaimMinutes(
                                0,
                                "A",
                                List.of(
                                        new ClaimMinutes.Line(4, "6R", 45, new TreatmentMinutes(30, 15, 0)),
                                        new ClaimMinutes.Line(null, "X-2", 0, null))),
                        new ClaimMinutes(
                                1, "B", List.of(new ClaimMinutes.Line(1, null, 20, new TreatmentMinutes(0, 0, 20)))));
    }

    @Test
    void noClaimsAreNoMinutes() throws IOException {
        assertThat(read("{\"claims\": []}")).isEmpty();
    }

    @Test
    void moreThanAClaimMayHoldIsRead() throws IOException {
        String claim = "{\"claimId\": \"%d\", \"lines\": [{\"lineNumber\": 1, \"minutes\": 15}]}";
        StringBuilder json = new StringBuilder("{\"claims\": [" + claim.formatted(0));
        for (int number = 1; json.length() < ClaimReader.MAX_BYTES + 1_000; number++) {
            json.append(",").append(claim.formatted(number));
        }
        assertThat(read(json.append("]}").toString())).hasSizeGreaterThan(200_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "[] | | the minutes are not an object",
                "{} | /claims | `claims` is missing",
                "{\"claims\": {}} | /claims | `claims` is not a list",
                "{\"claims\": [], \"x\": [1, 2]} | | unknown field `x`",
                "{\"claims\": []} {} | | more text follows after the minutes",
                "{\"claims\": [1]} | /claims/0 | a number where an object is expected",
                "{\"claims\": [{\"lines\": [{\"lineNumber\": 1, \"minutes\": 1}]}]} | /claims/0/claimId | `claimId` is missing",
                "{\"claims\": [{\"claimId\": \"A\"}]} | /claims/0/lines | `lines` is missing",
                "{\"claims\": [{\"claimId\": \"A\", \"lines\": []}]} | /claims/0/lines | the claim has no line",
                "{\"claims\": [{\"claimId\": \"A\", \"lines\": [{\"minutes\": 1}]}]} | /claims/0/lines/0 | nothing tells which line it is",
                "{\"claims\": [{\"claimId\": \"A\", \"lines\": [{\"lineNumber\": 1}]}]} | /claims/0/lines/0/minutes | `minutes` is missing",
                "{\"claims\": [{\"claimId\": \"A\", \"lines\": [{\"lineNumber\": 1, \"minutes\": 1441}]}]} | /claims/0/lines/0/minutes | `1441` is out of range",
                "{\"claims\": [{\"claimId\": \"A\", \"lines\": [{\"lineNumber\": 1, \"minutes\": 9, \"minutesBy\": {\"therapist\": 8}}]}]} | /claims/0/lines/0/minutesBy | the minutes of `minutesBy` come to `8`, `minutes` says `9`",
                "{\"claims\": [{\"claimId\": \"A\", \"lines\": [{\"lineNumber\": 1, \"minutes\": 1, \"units\": 1}]}]} | /claims/0/lines/0/units | unknown field `units`",
                "{\"claims\": [{\"claimId\": \"A\", \"lines\": [{\"lineNumber\": 1, \"minutes\": 1}, {\"lineNumber\": 1, \"minutes\": 2}]}]} | /claims/0/lines/1/lineNumber | line `1` stands twice",
                "{\"claims\": [{\"claimId\": \"A\", \"lines\": [{\"lineControl\": \"1\", \"minutes\": 1}, {\"lineControl\": \"1\", \"minutes\": 2}]}]} | /claims/0/lines/1/lineControl | line `1` stands twice",
                "{\"claims\": [{\"claimId\": \"A\", \"lines\": [{\"lineNumber\": 1, \"minutes\": 1}]}, {\"claimId\": \"A\", \"lines\": [{\"lineNumber\": 2, \"minutes\": 1}]}]} | /claims/1/claimId | claim `A` stands at `/claims/0` already",
                "{\"claims\": [{\"claimId\": \"A\" \"lines\"]} | /claims/0/claimId | a comma or a closing bracket is missing at line 1, column 29",
                "{\"claims\": [{\"claimId\": \"A\" | /claims/0/claimId | the JSON ends too early at line 1, column 28",
            })
    void refusesWhatIsWrongByItsPointer(String json, String pointer, String message) {
        InvalidMinutesException wrong = catchThrowableOfType(InvalidMinutesException.class, () -> read(json));

        assertThat(wrong.problems())
                .extracting(Problem::pointer, Problem::message)
                .containsExactly(tuple(pointer == null ? "" : pointer, message));
    }

    @Test
    void namesAllThatIsWrong() {
        InvalidMinutesException wrong = catchThrowableOfType(
                InvalidMinutesException.class,
                () -> read(
                        "{\"claims\": [{\"claimId\": 7, \"lines\": [{\"lineNumber\": 0, \"minutes\": \"9\"}]}, 1]}"));

        assertThat(wrong.problems())
                .extracting(Problem::pointer)
                .containsExactly(
                        "/claims/0/claimId", "/claims/0/lines/0/lineNumber", "/claims/0/lines/0/minutes", "/claims/1");
    }
}
