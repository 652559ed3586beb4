package org.hearth.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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

    @ParameterizedTest
    @CsvSource({
        "504b030414000600080000002100, ZIP",
        "504b0304140006000800000021005b436f6e74656e745f54797065735d2e786d6c, SPREADSHEET",
        "d0cf11e0a1b11ae1, SPREADSHEET",
        "255044462d312e37, PDF",
        "89504e470d0a1a0a, PICTURE",
        "ffd8ffe000104a464946, PICTURE",
        "474946383961, PICTURE",
        "fffe49005300, UTF_16",
        "feff00490053, UTF_16",
        "490053004100, UTF_16",
        "00490053, UTF_16",
        "007b0022, UTF_16",
        "00010203, OTHER",
        "504b, OTHER",
        "ff00, OTHER"
    })
    void otherFilesAreToldByTheirFirstBytes(String hex, InputKind kind) throws IOException {
        assertThat(of(HexFormat.of().parseHex(hex))).isEqualTo(kind);
    }

    @ParameterizedTest
    @EnumSource(InputKind.class)
    void whatHoldsNoClaimsIsCalledByItsNameAndHasSomethingInItsPlace(InputKind kind) {
        boolean read =
                Set.of(InputKind.JSON, InputKind.JSON_LIST, InputKind.X12).contains(kind);
        assertThat(kind.called() == null).isEqualTo(read);
        assertThat(kind.instead() == null).isEqualTo(read);
    }

    private static InputKind of(byte[] bytes) throws IOException {
        return InputKind.of(new BufferedInputStream(new ByteArrayInputStream(bytes)));
    }
}
