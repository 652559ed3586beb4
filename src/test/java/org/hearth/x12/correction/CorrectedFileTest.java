package org.hearth.x12.correction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hearth.x12.reading.X12Item;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectedFileTest {

    /** Whatever a file holds, and wherever it breaks, it is written as it was where nothing is mended. */
    @TestFactory
    Stream<DynamicTest> writesEveryFileAsItWas() throws IOException {
        return Stream.concat(files("src/test/resources/x12"), files("src/main/resources/samples"))
                .map(path -> DynamicTest.dynamicTest(path.toString(), () -> {
                    byte[] bytes = Files.readAllBytes(path);
                    assertThat(copied(bytes)).isEqualTo(bytes);
                }));
    }

    /** A loop that is too long is written as it comes, and what can no longer be changed says why. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clean-with-everything  | BHT*     | above",
                "clean-with-everything  | HL*1**20 | above",
                "clean-with-everything  | HL*2*1*22| above",
                "clean-with-a-dependent | HL*3*2*23| above",
                "clean-with-everything  | CLM*A-1* | claim"
            })
    void losesNothingOfALoopThatIsTooLong(String name, String begins, String tooLong) throws IOException {
        String plain = Files.readString(Path.of("src/test/resources/x12/guide/" + name + ".edi"));
        assertThat(plain).contains(begins);
        int at = plain.indexOf('\n', plain.indexOf(begins)) + 1;
        byte[] long1 = (plain.substring(0, at) + "REF*ZZ*LONG~\n".repeat(9_000) + plain.substring(at)).getBytes(UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CorrectedFile file = new CorrectedFile(new ByteArrayInputStream(long1), null, out, 50_000, 20_000);
        List<String> refusals = new ArrayList<>();
        while (!(file.next() instanceof X12Item.End)) {
            assertThat(file.claim() == null).isEqualTo(file.refusal() != null);
            refusals.add(file.refusal());
        }
        assertThat(out.toByteArray()).isEqualTo(long1);
        assertThat(refusals)
                .containsExactly(
                        tooLong.equals("claim")
                                ? "the claim is longer than 50000 bytes, too long to be held"
                                : "what stands above the claims is longer than 20000 bytes, and a corrected claim could"
                                        + " not be read back under it");
    }

    /** What was too long costs no claim after it. */
    @Test
    void aProviderAfterOneThatIsTooLongIsHeldAgain() throws IOException {
        String plain = Files.readString(Path.of("src/main/resources/samples/outpatient-therapy-0341.edi"));
        int from = plain.indexOf("HL*1**20");
        int to = plain.indexOf("SE*");
        int at = plain.indexOf('\n', from) + 1;
        byte[] twice = (plain.substring(0, at)
                        + "REF*ZZ*LONG~\n".repeat(9_000)
                        + plain.substring(at, to)
                        + plain.substring(from))
                .getBytes(UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CorrectedFile file = new CorrectedFile(new ByteArrayInputStream(twice), null, out, 50_000, 20_000);
        List<Boolean> held = new ArrayList<>();
        while (!(file.next() instanceof X12Item.End)) {
            held.add(file.claim() != null);
        }
        assertThat(out.toByteArray()).isEqualTo(twice);
        assertThat(held).containsExactly(false, true, true, true);
    }

    private static Stream<Path> files(String folder) throws IOException {
        return Files.walk(Path.of(folder)).filter(path -> path.toString().endsWith(".edi"));
    }

    private static byte[] copied(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CorrectedFile file = new CorrectedFile(new ByteArrayInputStream(bytes), null, out);
        X12Item item;
        do {
            item = file.next();
        } while (!(item instanceof X12Item.End));
        return out.toByteArray();
    }
}
