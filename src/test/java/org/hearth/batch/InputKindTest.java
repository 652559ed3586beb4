package org.hearth.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputKindTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            textBlock =
                    """
            {"claimId":   | JSON
            ' \n\t{}'     | JSON
            [{            | JSON_LIST
            ISA*00*       | X12
            '\n\nISA*00*' | X12
            \uFEFFISA*00* | X12
            \uFEFF{}      | JSON
            IS            | OTHER
            ISO           | OTHER
            I             | OTHER
            UNA:+         | OTHER
            <claim>       | OTHER
            ''            | EMPTY
            ' \n '        | EMPTY
            """)
    void theFirstCharactersTell(String text, InputKind kind) throws IOException {
        assertThat(of(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(kind);
    }

    @Test
    void gzipIsToldByItsTwoBytes() throws IOException {
        assertThat(of(new byte[] {0x1f, (byte) 0x8b})).isEqualTo(InputKind.GZIP);
        assertThat(of(new byte[] {0x1f, 'x'})).isEqualTo(InputKind.OTHER);
    }

    @Test
    void blanksWithoutEndAreNothingKnown() throws IOException {
        assertThat(of(" ".repeat(4095).concat("{").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(InputKind.JSON);
        assertThat(of(" ".repeat(4096).concat("{").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(InputKind.OTHER);
    }

    @Test
    void nothingIsConsumed() throws IOException {
        InputStream in = new BufferedInputStream(new ByteArrayInputStream(" ISA*".getBytes(StandardCharsets.UTF_8)));
        InputKind.of(in);
        assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(" ISA*");
    }

    @Test
    void nothingIsWaitedForThatIsNotNeeded() throws IOException {
        InputStream slow = new InputStream() {
            private int read;

            @Override
            public int read() {
                assertThat(read++).as("bytes read before").isZero();
                return '{';
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                target[offset] = (byte) read();
                return 1;
            }
        };
        assertThat(InputKind.of(new BufferedInputStream(slow))).isEqualTo(InputKind.JSON);
    }

    private static InputKind of(byte[] bytes) throws IOException {
        return InputKind.of(new BufferedInputStream(new ByteArrayInputStream(bytes)));
    }
}
