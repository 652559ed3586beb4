package org.hearth.tables.codeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.hearth.codes.CodeSet;
import org.hearth.tables.workbook.InvalidTablesException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeSetFileTest {

    private static final String FILE = "codes/sets/icd10-2025-10-01.txt.gz";
    private static final String TEXT =
            """
            code set: icd10
            from: 2025-10-01
            codes: 2
            source: order.txt
            sha-256: 00ff
            A000
            Z471
            """;

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void writesPlainTextAndReadsItBack() throws IOException {
        CodeSet set = new CodeSet(CodeSet.Kind.ICD10, 20251001, "order.txt", "00ff", List.of("Z471", "A000"));

        byte[] written = CodeSetFile.write(set);
        assertThat(CodeSetFile.FOLDER + CodeSetFile.name(set)).isEqualTo(FILE);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(written)).readAllBytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(TEXT);
        assertThat(CodeSetFile.write(set)).isEqualTo(written);

        CodeSet read = CodeSetFile.read(FILE, written);
        assertThat(read.kind()).isEqualTo(CodeSet.Kind.ICD10);
        assertThat(read.from()).isEqualTo(20251001);
        assertThat(read.source()).isEqualTo("order.txt");
        assertThat(read.digest()).isEqualTo("00ff");
        assertThat(read.codes()).containsExactly("A000", "Z471");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "icd10-2025-10-01.txt.gz",
                "codes/sets/icd10-2025-10-01.txt.gz",
                "codes/sets/pdgm-2026-01-01.txt.gz"
            })
    void knowsTheNamesOfSets(String name) {
        assertThat(CodeSetFile.mayName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "codes/icd10-2025-10-01.txt.gz",
                "icd11-2025-10-01.txt.gz",
                "icd10-2025-13-01.txt.gz",
                "icd10-2025-10-01.txt",
                "codes/sets/../icd10-2025-10-01.txt.gz",
                "findings.xlsx"
            })
    void andNoOthers(String name) {
        assertThat(CodeSetFile.mayName(name)).isFalse();
        assertThatThrownBy(() -> CodeSetFile.read(name, zipped(TEXT)))
                .isInstanceOf(InvalidTablesException.class)
                .hasMessageContaining("no code set has this name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    code set: icd10 | code list: x    | line 1 does not begin with `code set:`
                    code set: icd10 | code set: pdgm  | inside it is the code set `pdgm` from `2025-10-01`
                    2025-10-01      | 2025-04-01      | inside it is the code set `icd10` from `2025-04-01`
                    codes: 2        | codes: 3        | it says `3` codes and has 2
                    A000            | A00 0           | line 6 is no code: `A00 0`
                    A000            | A0000000        | line 6 is no code: `A0000000`
                    Z471            | A000            | line 7: `A000` does not come after `A000`
                    A000            | Z999            | line 7: `Z471` does not come after `Z999`
                    """)
    void aChangedFileIsRefused(String what, String by, String message) throws IOException {
        byte[] changed = zipped(TEXT.replace(what, by));

        assertThatThrownBy(() -> CodeSetFile.read(FILE, changed))
                .isInstanceOf(InvalidTablesException.class)
                .hasMessageStartingWith(FILE + ": " + message + "; ");
    }

    @Test
    void whatIsTornOrNoneOrABombIsRefused() throws IOException {
        byte[] whole = zipped(TEXT);
        byte[] bomb = zipped(TEXT + "B000\n".repeat(2 << 20));
        for (byte[] bad :
                List.of(new byte[0], TEXT.getBytes(StandardCharsets.UTF_8), Arrays.copyOf(whole, whole.length - 9))) {
            assertThatThrownBy(() -> CodeSetFile.read(FILE, bad))
                    .hasMessageStartingWith(FILE + ": it is no whole .gz file; import the published file again");
        }
        assertThat(bomb.length).isLessThan(100_000);
        assertThatThrownBy(() -> CodeSetFile.read(FILE, bomb))
                .hasMessageStartingWith(FILE + ": it unpacks to more than any code set");
        assertThatThrownBy(() -> CodeSetFile.read(FILE, zipped("code set: icd10\n")))
                .hasMessageStartingWith(FILE + ": line 2 does not begin with `from:`");
    }
}
