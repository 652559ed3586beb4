package org.hearth.x12.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.hearth.x12.reading.X12Item;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

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
