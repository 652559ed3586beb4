package org.hearth.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hearth.json.ClaimCorrections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Patches made on claims as JSON: the text stays but for the members that they name. */
class JsonCorrectedTest {

    private static final String CLAIM =
            """
            {
              "claimId" : "A", "typeOfBill": "0341",
              "statementFrom":"2026-03-01","statementThrough":"2026-03-31", "totalCharge": 150.50,
              "remarks": "caf\u00e9 \\u00e9",
              "conditionCodes": [ "20" , "21" ],
              "lines": [
                {"revenueCode":"0420","hcpcs":"97110","modifiers":[],"units":2.0,"charge":1.5E2},
                {"revenueCode":"0420", "hcpcs":"97112", "charge":0.50}
              ]
            }
            """;

    private static String corrected(String input, String operations) throws IOException {
        String corrections = "{\"claims\":[{\"claim\":1,\"patch\":[" + operations.replace('\'', '"') + "]}]}";
        return new String(
                Corrected.by(corrections, input.getBytes(StandardCharsets.UTF_8))
                        .bytes(),
                StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'op':'replace','path':'/totalCharge','value':150.00} | 150.50 | 150.00",
                "{'op':'add','path':'/lines/0/modifiers/-','value':'GP'} | 'modifiers':[] | 'modifiers':['GP']",
                "{'op':'add','path':'/lines/1/modifiers/-','value':'GP'}"
                        + " | 'charge':0.50} | 'charge':0.50, 'modifiers':['GP']}",
                "{'op':'remove','path':'/conditionCodes/0'} | [ '20' , '21' ] | [ '21' ]",
                "{'op':'remove','path':'/conditionCodes/1'} | [ '20' , '21' ] | [ '20' ]",
                "{'op':'add','path':'/conditionCodes/1','value':'22'} | [ '20' , '21' ] | [ '20' , '22', '21' ]",
                "{'op':'replace','path':'/conditionCodes','value':['22']} | [ '20' , '21' ] | ['22']",
                "{'op':'add','path':'/lines/0/serviceDate','value':'2026-03-02'}"
                        + " | 'charge':1.5E2} | 'charge':1.5E2,'serviceDate':'2026-03-02'}",
                "{'op':'add','path':'/attending/npi','value':'1234567893'} | ~  ]~} | ~  ],~  'attending': {'npi':'1234567893'}~}"
            })
    void onlyTheNamedMemberChanges(String operation, String before, String after) throws IOException {
        String old = before.replace('\'', '"').replace("~", "\n");
        String now = after.replace('\'', '"').replace("~", "\n");
        assertThat(CLAIM).contains(old);
        assertThat(corrected(CLAIM, operation)).isEqualTo(CLAIM.replace(old, now));
    }

    @Test
    void aMemberGoesWithItsComma() throws IOException {
        assertThat(corrected(CLAIM, "{'op':'remove','path':'/remarks'}"))
                .isEqualTo(CLAIM.replaceFirst("\"remarks\".*\\n *", ""));
        assertThat(corrected(CLAIM, "{'op':'remove','path':'/lines/1/charge'}"))
                .isEqualTo(CLAIM.replace(", \"charge\":0.50", ""));
    }

    @Test
    void aLineIsTakenOutAndPutIn() throws IOException {
        assertThat(corrected(CLAIM, "{'op':'remove','path':'/lines/0'}"))
                .isEqualTo(CLAIM.replaceFirst("\\{\"revenueCode\":\"0420\",\"hcpcs\":\"97110\".*\\n *", ""));
        assertThat(corrected(
                        CLAIM,
                        "{'op':'add','path':'/lines/-','value':{'revenueCode':'0420','hcpcs':'97140','charge':1.50}}"))
                .isEqualTo(CLAIM.replace(
                        "\"charge\":0.50}",
                        "\"charge\":0.50},\n    {\"revenueCode\":\"0420\",\"hcpcs\":\"97140\",\"charge\":1.50}"));
    }

    @Test
    void whatCannotBeReadBackIsRefused() {
        assertThatThrownBy(() -> corrected(CLAIM, "{'op':'replace','path':'/lines/0/revenueCode','value':'4x'}"))
                .hasMessageContaining("`/lines/0/revenueCode`");
        assertThatThrownBy(() -> corrected(CLAIM, "{'op':'replace','path':'/priority','value':'3'}"))
                .hasMessageContaining("there is nothing at `/priority`");
        assertThatThrownBy(() -> corrected(CLAIM, "{'op':'add','path':'/colour','value':'red'}"))
                .hasMessageContaining("unknown field");
    }

    /** One claim, lists and rows of claims, whole and broken, with a mark before them: as they were where nothing is mended. */
    static Stream<String> inputs() throws IOException {
        String row = CLAIM.replaceAll("\\R *", "");
        return Stream.of(
                CLAIM,
                "\ufeff" + CLAIM,
                "[]",
                "  [ " + CLAIM + " ,\r\n" + row + "]\n \n",
                row + "\n\r\n" + row + "\n",
                row + " " + row,
                CLAIM + CLAIM,
                row + "\n{\"claimId\":\"torn\", \n" + row + "\n",
                row + "\n{\"claimId\":\"B\"}\nnone\n" + row,
                "[" + row + ", {\"claimId\":" + row,
                "[" + row + "] more",
                row.substring(0, 100),
                Files.readString(Path.of("src/main/resources/samples/home-health-2025.ndjson")));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void everyInputIsWrittenAsItWas(String input) throws IOException {
        byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
        assertThat(Corrected.of(
                                bytes,
                                Corrected.SILENT,
                                new ClaimCorrections(List.of(), true),
                                Set.of(),
                                new Sidecars())
                        .bytes())
                .isEqualTo(bytes);
    }

    @Test
    void theClaimMeantIsFoundBehindThoseThatCannotBeRead() throws IOException {
        String row = CLAIM.replaceAll("\\R *", "");
        String input = row + "\nnone\n{\"claimId\":\"B\"}\n" + row + "\n" + row + "\n";
        String corrections = "{\"claims\":[{\"claim\":4,\"claimId\":\"A\",\"patch\":[{\"op\":\"replace\",\"path\":"
                + "\"/totalCharge\",\"value\":1.00}]}]}";
        assertThat(new String(
                        Corrected.by(corrections, input.getBytes(StandardCharsets.UTF_8))
                                .bytes(),
                        StandardCharsets.UTF_8))
                .isEqualTo(row + "\nnone\n{\"claimId\":\"B\"}\n" + row.replace("150.50", "1.00") + "\n" + row + "\n");
    }
}
