package org.hearth.x12.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hearth.x12.SyntheticFiles;
import org.junit.jupiter.api.Test;

/** Claims come as they are read, whatever the size of the file. */
class FlatReadingTest {

    private static final int CLAIMS = 300;
    private static final int READ_AHEAD = 1 << 16;

    @Test
    void claimsArriveBeforeTheStreamIsReadToItsEnd() {
        byte[] file = SyntheticFiles.file(CLAIMS, 42);
        assertThat(file.length).isGreaterThan(4 * READ_AHEAD);
        String text = new String(file, StandardCharsets.US_ASCII);
        CountingStream in = new CountingStream(file);
        X12Reader reader = new X12Reader(in, "big.edi");

        for (int number = 1; number <= CLAIMS; number++) {
            assertThat(reader.next()).hasToString("LocatedClaim[SYN-" + number + "]");
            int begin = text.indexOf("CLM*SYN-" + number + "*");
            assertThat(in.count).as("claim %d", number).isLessThan(begin + 2 * READ_AHEAD);
        }
        assertThat(reader.next()).isEqualTo(new X12Item.End(CLAIMS, 0, List.of(), 0, List.of()));
    }

    private static final class CountingStream extends FilterInputStream {

        private int count;

        CountingStream(byte[] bytes) {
            super(new ByteArrayInputStream(bytes));
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}
