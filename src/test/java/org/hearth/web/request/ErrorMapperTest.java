package org.hearth.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.util.zip.ZipException;
import org.hearth.batch.UnwritableException;
import org.hearth.json.Problems;
import org.junit.jupiter.api.Test;

/** Whose fault an error is, and who is told what. */
class ErrorMapperTest {

    /** A body of which two bytes come. */
    private static final class Broken extends InputStream {
        private int left = 2;

        @Override
        public int read() throws IOException {
            if (left-- == 0) {
                throw new IOException("connection reset");
            }
            return 'x';
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            target[offset] = (byte) read();
            return 1;
        }
    }

    @Test
    void aBodyThatBreaksOffIsTheSendersFault() {
        assertThatThrownBy(() -> RequestBody.whole(new Broken(), 10))
                .isInstanceOf(RequestBody.BrokenOffException.class)
                .satisfies(
                        error -> assertThat(ErrorMapper.problem(error).title()).isEqualTo("body broken off"));
        assertThat(ErrorMapper.problem(new ZipException("not in gzip format")).status())
                .isEqualTo(400);
        assertThat(ErrorMapper.problem(new EOFException()).status()).isEqualTo(400);
    }

    @Test
    void whatIsInterruptedIsToldThatTheServiceStops() {
        for (IOException interrupted : new IOException[] {
            new InterruptedIOException("the service stops"),
            new ClosedByInterruptException(),
            new RequestBody.BrokenOffException(new InterruptedIOException("the service stops")),
            new UnwritableException(new ClosedByInterruptException())
        }) {
            assertThat(ErrorMapper.problem(interrupted)).isEqualTo(Answers.STOPPING);
        }
    }

    @Test
    void anAnswerThatNobodyReadsIsNoIncident() {
        for (IOException unread : new IOException[] {
            new UnreadException(null),
            new UnreadException(new InterruptedIOException()),
            new UnwritableException(new UnreadException(null))
        }) {
            Problems problem = ErrorMapper.problem(unread);

            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.title()).isEqualTo("answer not read");
            assertThat(problem.detail()).doesNotContain("its number in the log");
        }
    }

    @Test
    void whatIsKeptIsOursAndAStrangerIsNotToldWhereItIs() {
        Problems problem = ErrorMapper.problem(new IOException("`postgresql://db.example/hearth` cannot be used"));

        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.title()).isEqualTo("store unusable");
        assertThat(problem.detail())
                .matches(
                        "what the service keeps cannot be used now; whoever runs it finds in its log why; its number in"
                                + " the log is [0-9a-f-]{36}");
    }

    @Test
    void aFullDiskIsOursAndHasAStatusOfItsOwn() {
        for (IOException full : new IOException[] {
            new IOException("No space left on device"),
            new FileSystemException("/var/lib/hearth/x", null, "No space left on device"),
            new FileSystemException("/var/lib/hearth/x", null, "Disk quota exceeded")
        }) {
            Problems problem = ErrorMapper.problem(full);

            assertThat(problem.status()).isEqualTo(507);
            assertThat(problem.title()).isEqualTo("no room");
            assertThat(problem.detail())
                    .matches("the service has no room left on its disk; its number in the log is [0-9a-f-]{36}");
        }
    }

    @Test
    void whatALibrarySaysOfItsInputIsToldToNobody() {
        assertThatThrownBy(() -> new ObjectMapper().readTree("{\"a\": SECRET}")).satisfies(error -> {
            Problems problem = ErrorMapper.problem(error);
            assertThat(problem.status()).isEqualTo(500);
            assertThat(problem.detail()).doesNotContain("SECRET");
        });
    }
}
