package org.hearth.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How large a body may be, and how slowly it may come. */
class RequestBodyTest {

    private final AtomicLong clock = new AtomicLong();

    /** A sender that waits before each of its pieces. */
    private InputStream sender(int pieces, int bytes, int seconds) {
        return new InputStream() {
            private int sent;

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                clock.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
                return sent++ < pieces ? bytes : -1;
            }
        };
    }

    private long read(InputStream sender, BodyLimit limit) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long all = 0;
        try (RequestBody body = new RequestBody(sender, limit, clock::get)) {
            for (int read = body.read(buffer, 0, buffer.length);
                    read >= 0;
                    read = body.read(buffer, 0, buffer.length)) {
                all += read;
                // what the answer takes is not the sender's time
                clock.addAndGet(TimeUnit.MINUTES.toNanos(1));
            }
        }
        return all;
    }

    @Test
    void whoSendsAtThePaceIsReadToTheEnd() throws IOException {
        assertThat(read(sender(400, 400, 2), new BodyLimit(1 << 20, 200))).isEqualTo(160_000);
    }

    @Test
    void whoDripsIsRefusedOnceTheGraceIsOver() {
        assertThatThrownBy(() -> read(sender(400, 1, 1), new BodyLimit(1 << 20, 200)))
                .isInstanceOfSatisfying(RequestBody.RefusedException.class, refused -> {
                    assertThat(refused.problem().status()).isEqualTo(408);
                    assertThat(refused.problem().detail()).contains("200 bytes a second", "`HEARTH_SLOWEST_BODY`");
                });
        assertThat(TimeUnit.NANOSECONDS.toSeconds(clock.get()) % 60)
                .as("seconds of waiting")
                .isEqualTo(16);
    }

    @Test
    void whoIsQuickForHoursIsRefusedToo() {
        assertThatThrownBy(() -> read(sender(2_000, 500, 1), new BodyLimit(1 << 30, 200)))
                .isInstanceOf(RequestBody.RefusedException.class);
    }

    @Test
    void anyPaceWillDoWhereNoneIsAskedFor() throws IOException {
        assertThat(read(sender(400, 1, 10), new BodyLimit(1 << 20, 0))).isEqualTo(400);
    }

    @Test
    void aBodyAboveTheLimitIsNotReadToItsEnd() {
        assertThatThrownBy(() -> read(new ByteArrayInputStream(new byte[11]), new BodyLimit(10, 200)))
                .isInstanceOfSatisfying(
                        RequestBody.RefusedException.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(413));
    }
}
