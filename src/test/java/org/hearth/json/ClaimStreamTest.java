package org.hearth.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.hearth.claim.Claim;
import org.hearth.claim.Location;
import org.hearth.claim.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimStreamTest {

    private static final String A = ClaimTexts.line("A");
    private static final String B = ClaimTexts.line("B");
    private static final String C = ClaimTexts.line("C");

    @Test
    void readsOneClaim() throws IOException {
        assertWhole(A, "A");
        assertWhole("\ufeff \r\n\t" + A + " \r\n\n", "A");
        assertWhole(indented("A"), "A");
        assertWhole(ClaimTexts.FULL, "PCN-34X-0001");
        assertWhole(ClaimTexts.FULL.replaceAll("(?m)^ +", ""), "PCN-34X-0001");
    }

    @Test
    void readsAList() throws IOException {
        assertWhole("[]");
        assertWhole(" [ ] ");
        assertWhole("[" + A + "]", "A");
        assertWhole("\ufeff[" + A + "," + B + "\n,\n" + C + "]\n", "A", "B", "C");
        assertWhole("[\n" + indented("A") + ",\n" + indented("B") + "\n]", "A", "B");
    }

    @Test
    void readsClaimsOneAfterAnother() throws IOException {
        assertWhole("");
        assertWhole("\ufeff\n \n");
        assertWhole(A + "\n" + B + "\n" + C, "A", "B", "C");
        assertWhole("\n" + A + "\r\n\r\n  \t\n " + B + "\r\n" + C + "\n\n", "A", "B", "C");
        assertWhole(A + B + " " + C, "A", "B", "C");
        assertWhole(indented("A") + "\n" + indented("B") + "\n" + indented("C"), "A", "B", "C");
        assertWhole(indented("A") + indented("B"), "A", "B");
        assertWhole(A + "\n" + indented("B") + "\n" + C, "A", "B", "C");
    }

    @Test
    void readsAClaimWithALineForEachServiceLine() throws IOException {
        String text =
                """
                {"claimId": "A", "typeOfBill": "329", "statementFrom": "2022-01-01", "statementThrough": "2022-01-30",
                "lines": [
                {"revenueCode": "0421"},
                {"revenueCode": "0431"}
                ]}
                """;

        assertWhole(text, "A");
        assertWhole(text + text.replace("\"A\"", "\"B\""), "A", "B");
        assertWhole(B + "\n" + text, "B", "A");
    }

    @Test
    void losesNoNeighbourOfALineTornAnywhere() throws IOException {
        String torn = ClaimWriter.line(ClaimTexts.read(indented("TORN")));
        for (int length = 1; length < torn.length(); length++) {
            String part = torn.substring(0, length);
            assertAround(part + "\n" + A + "\n" + B, 1, "A", "B");
            assertAround(A + "\n" + part + "\n" + B + "\n" + C + "\n", 1, "A", "B", "C");
            assertAround(A + "\n" + part + "\n\n" + B, 1, "A", "B");
            assertAround(A + "\n" + part + "\n" + part + "\n" + part + "\n" + B + "\n" + C, 3, "A", "B", "C");
        }
    }

    @Test
    void losesNoNeighbourOfAnIndentedClaimTornAnywhere() throws IOException {
        String torn = indented("TORN");
        for (int length = 1; length < torn.length(); length++) {
            String part = torn.substring(0, length);
            assertAround(part + "\n" + indented("A") + "\n" + indented("B"), 1, "A", "B");
            assertAround(indented("A") + "\n" + part + "\n" + B + "\n" + C, 1, "A", "B", "C");
        }
    }

    @Test
    void doesNotCallAnInputWholeThatBreaksOff() throws IOException {
        for (String claim : List.of(ClaimTexts.line("B"), indented("B"))) {
            for (int length = 1; length < claim.length(); length++) {
                Outcome inRow = outcome(A + "\n" + claim.substring(0, length));
                assertThat(inRow).as(claim.substring(0, length)).isEqualTo(new Outcome(List.of("A"), 1, false));
                Outcome inList = outcome("[" + A + ",\n" + claim.substring(0, length));
                assertThat(inList).as(claim.substring(0, length)).isEqualTo(new Outcome(List.of("A"), 1, false));
            }
        }
        assertThat(outcome("[" + A)).isEqualTo(new Outcome(List.of("A"), 1, false));
        assertThat(outcome("[" + A + ",")).isEqualTo(new Outcome(List.of("A"), 1, false));
        assertThat(outcome("[")).isEqualTo(new Outcome(List.of(), 1, false));
    }

    @Test
    void doesNotTakeAPartOfATornClaimForAClaim() throws IOException {
        String claim = ClaimTexts.LEAST.replace("\n", "");
        String torn = claim.replace("\"lines\"", "\"history\": [\n" + A + ",\n" + B + "\n], \"lines\"");
        for (int length = 1; length < torn.length(); length++) {
            assertThat(outcome(torn.substring(0, length))).isEqualTo(new Outcome(List.of(), 1, false));
        }
    }

    @ParameterizedTest
    @Timeout(20)
    @ValueSource(
            strings = {"{\"a\":", "{\"a\":\n", "[", "{\"a\":[", "\"", "{\"a\":{}\n", "{\"a\":\"\n", " {", "{\n{},"})
    void readsAHostileInputInBoundedTime(String repeated) throws IOException {
        assertThat(outcome(A + "\n" + repeated.repeat(50_000)).claims()).containsExactly("A");
        assertThat(outcome(repeated.repeat(50_000) + "\n").claims()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "7",
                "[]",
                "\"",
                "{} trailing",
                "{\"claimId\": oops}",
                "{\"claimId\": \"A\"",
                "{\"lines\": [",
                "{\"claimId\":",
                "{\"claimId\": \"A\\",
                "}",
                "{]",
                "{\"a\": 1, \"a\": 2}",
                "{},",
            })
    void aBrokenLineCostsOnlyItself(String broken) throws IOException {
        assertAround(A + "\n" + broken + "\n" + B + "\n", 1, "A", "B");
        assertAround(A + "\r\n" + broken + "\r\n" + broken + "\r\n" + B + "\r\n" + C, 2, "A", "B", "C");
        if (!broken.equals("[]")) {
            assertAround(broken + "\n" + A + "\n" + B, 1, "A", "B");
        }
    }

    @Test
    void aWrongClaimCostsOnlyItselfInAList() throws IOException {
        assertAround("[" + A + ", {\"claimId\": \"X\"}, " + B + "]", 1, "A", "B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"oops", "{\"claimId\": oops}", "{\"claimId\" \"A\"}", "7", "{\"a\": \"\n\"}", ""})
    void aBrokenRestEndsAList(String broken) throws IOException {
        assertThat(outcome("[" + A + ", " + broken + ", " + B + "]")).isEqualTo(new Outcome(List.of("A"), 1, false));
    }

    @Test
    void wantsAListWellFormed() throws IOException {
        assertThat(outcome("[" + A + "] " + B)).isEqualTo(new Outcome(List.of("A"), 1, false));
        assertThat(outcome("[" + A + " " + B + "]")).isEqualTo(new Outcome(List.of("A"), 1, false));
        assertThat(outcome("[" + A + ",]")).isEqualTo(new Outcome(List.of("A"), 1, false));
    }

    @Test
    void tellsUtf16FromUtf8() throws IOException {
        byte[] utf16 = ("\ufeff" + A).getBytes(StandardCharsets.UTF_16LE);

        ClaimStream stream = new ClaimStream(new ByteArrayInputStream(utf16), null);

        ClaimItem.Unread item = (ClaimItem.Unread) stream.next().orElseThrow();
        assertThat(item.why().problems())
                .containsExactly(new Problem("", null, "the text is UTF-16 at line 1, column 1", "save it as UTF-8"));
        assertThat(stream.next()).isEmpty();
        assertThat(stream.whole()).isFalse();
    }

    @Test
    void saysWhereAClaimStands() throws IOException {
        ClaimStream stream = stream(A + "\n\n {\"claimId\": oops}\n" + B + "\n{\"claimId\": \"X\"}", "march.json");

        List<ClaimItem> items = all(stream);

        assertThat(items).extracting(ClaimItem::place).containsExactly(1L, 2L, 3L, 4L);
        assertThat(((ClaimItem.PlacedClaim) items.get(0)).claim().origin().at("/lines/0"))
                .isEqualTo(new Location("march.json", null, null, null, null, null));
        ClaimItem.Unread broken = (ClaimItem.Unread) items.get(1);
        assertThat(broken.line()).isEqualTo(3);
        assertThat(broken.why().problems())
                .extracting(Problem::message)
                .containsExactly("the text is not JSON at line 3, column 14");
        ClaimItem.Unread wrong = (ClaimItem.Unread) items.get(3);
        assertThat(wrong.line()).isEqualTo(5);
        assertThat(wrong.why().claimId()).isEqualTo("X");
        assertThat(wrong.why().problems()).hasSize(4);
    }

    @Test
    void knowsNoPlaceWithoutAFile() throws IOException {
        assertThat(((ClaimItem.PlacedClaim) stream(A, null).next().orElseThrow())
                        .claim()
                        .origin())
                .isSameAs(Origin.NONE);
    }

    @Test
    void skipsAClaimThatIsTooLarge() throws IOException {
        byte[] head = (A + "\n{\"claimId\": \"").getBytes(StandardCharsets.UTF_8);
        byte[] megabyte = new byte[1024 * 1024];
        Arrays.fill(megabyte, (byte) 'x');
        List<InputStream> parts = new ArrayList<>();
        parts.add(new ByteArrayInputStream(head));
        for (int count = 0; count < 40; count++) {
            parts.add(new ByteArrayInputStream(megabyte));
        }
        parts.add(new ByteArrayInputStream(("\"}\n" + B).getBytes(StandardCharsets.UTF_8)));

        ClaimStream stream = new ClaimStream(new SequenceInputStream(Collections.enumeration(parts)), null);

        assertThat(outcome(stream)).isEqualTo(new Outcome(List.of("A", "B"), 1, true));
    }

    @Test
    void passesOnThatTheInputFails() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk");
            }
        };

        assertThatThrownBy(() -> new ClaimStream(failing, null).next()).isInstanceOf(IOException.class);
    }

    @Test
    void readsBytesAsTheyCome() throws IOException {
        byte[] bytes = (indented("A") + "\n" + B).getBytes(StandardCharsets.UTF_8);
        InputStream dripping = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(1, length));
            }
        };

        assertThat(outcome(new ClaimStream(dripping, null))).isEqualTo(new Outcome(List.of("A", "B"), 0, true));
    }

    private static void assertWhole(String input, String... claimIds) throws IOException {
        assertAround(input, 0, claimIds);
    }

    private static void assertAround(String input, int problems, String... claimIds) throws IOException {
        assertThat(outcome(input)).as(input).isEqualTo(new Outcome(List.of(claimIds), problems, true));
    }

    private static Outcome outcome(String input) throws IOException {
        return outcome(stream(input, null));
    }

    private static Outcome outcome(ClaimStream stream) throws IOException {
        List<String> claimIds = new ArrayList<>();
        int problems = 0;
        for (ClaimItem item : all(stream)) {
            if (item instanceof ClaimItem.PlacedClaim read) {
                claimIds.add(read.claim().claimId());
            } else {
                problems++;
            }
        }
        return new Outcome(claimIds, problems, stream.whole());
    }

    private static List<ClaimItem> all(ClaimStream stream) throws IOException {
        List<ClaimItem> items = new ArrayList<>();
        for (Optional<ClaimItem> item = stream.next(); item.isPresent(); item = stream.next()) {
            items.add(item.get());
        }
        return items;
    }

    private static ClaimStream stream(String input, String file) {
        return new ClaimStream(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), file);
    }

    private static String indented(String claimId) {
        Claim claim = ClaimTexts.read(ClaimTexts.LEAST);
        return ClaimWriter.indented(claim.toBuilder()
                .claimId(claimId)
                .remarks("a \"quote\" {[ \\ ]}")
                .totalCharge(new BigDecimal("1.50"))
                .build());
    }

    private record Outcome(List<String> claims, int problems, boolean whole) {}
}
