package org.hearth.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.hearth.batch.Sidecars;
import org.hearth.data.Room;
import org.junit.jupiter.api.Test;

/** Whatever a form has kept in memory is taken from the memory of all requests. Its claims are noise, and nobody's. */
class ClaimsFormTest {

    private static final String TYPE = "multipart/form-data; boundary=b";
    private static final String MINUTES = "{\"claims\":[]}" + " ".repeat(30_000);
    private static final String CONTEXTS = "claimId,part\n" + "\n".repeat(10_000);

    /** A body of a sender for whom there is so much memory. */
    private static final class Arriving extends ByteArrayInputStream implements Room {

        private final int most;
        private int taken;

        Arriving(byte[] form, int most) {
            super(form);
            this.most = most;
        }

        @Override
        public void take(int bytes) throws IOException {
            taken += bytes;
            if (taken > most) {
                throw new RequestBody.RefusedException(Answers.BUSY);
            }
        }

        private ClaimsForm form() throws IOException {
            return ClaimsForm.read(new RequestBody(this, new BodyLimit(1 << 30, 0)), TYPE);
        }
    }

    private final ByteArrayOutputStream form = new ByteArrayOutputStream();

    private ClaimsFormTest with(String field, byte[] content) {
        form.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"f\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(content);
        form.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private ClaimsFormTest with(String field, String content) {
        return with(field, content.getBytes(StandardCharsets.UTF_8));
    }

    private Arriving arriving(int most) {
        form.writeBytes("--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return new Arriving(form.toByteArray(), most);
    }

    /** What does not become smaller. */
    private static byte[] noise() {
        byte[] noise = new byte[300_000];
        new Random(1).nextBytes(noise);
        noise[0] = '{';
        return noise;
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zip)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return zip.toByteArray();
    }

    @Test
    void whatStandsBesideClaimsIsKeptAndClaimsThatComeLastAreNot() throws IOException {
        Arriving body = with("answer", "ndjson")
                .with("context", zipped(CONTEXTS))
                .with("minutes", MINUTES)
                .with("claims", noise())
                .arriving(1 << 20);

        body.form();

        assertThat(body.taken).isEqualTo(Sidecars.BYTES_KEPT * (CONTEXTS.length() + MINUTES.length()));
    }

    @Test
    void claimsThatComeBeforeSomethingElseAreKept() throws IOException {
        Arriving body = with("claims", noise()).with("minutes", "").arriving(1 << 20);

        body.form();

        assertThat(body.taken).isBetween(300_000, 300_000 + (1 << 16));
    }

    @Test
    void whoFindsTooLittleMemoryLeftIsRefused() {
        Arriving claims = with("claims", noise()).with("minutes", MINUTES).arriving(299_000);
        assertThatThrownBy(claims::form)
                .isInstanceOf(RequestBody.RefusedException.class)
                .extracting(ErrorMapper::problem)
                .isEqualTo(Answers.BUSY);

        form.reset();
        Arriving minutes = with("minutes", MINUTES).with("claims", noise()).arriving(100_000);
        assertThatThrownBy(minutes::form).isInstanceOf(RequestBody.RefusedException.class);
    }
}
