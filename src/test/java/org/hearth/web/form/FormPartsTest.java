package org.hearth.web.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FormPartsTest {

    private static final String TYPE = "multipart/form-data; boundary=\"--x\"";

    /** Contents with pieces of the delimiter in them come through whole, however the bytes arrive. */
    @Property(tries = 300)
    void contentsComeThroughWhole(
            @ForAll("contents") List<String> contents, @ForAll @IntRange(min = 1, max = 9) int step)
            throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (String content : contents) {
            body.writeBytes(("----x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"C:\\a\\b.edi\"\r\n"
                            + "Content-Type: application/octet-stream\r\n\r\n" + content + "\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
        }
        body.writeBytes("----x--\r\n".getBytes(StandardCharsets.ISO_8859_1));

        FormParts parts = new FormParts(slow(body.toByteArray(), step), TYPE);
        List<String> read = new ArrayList<>();
        for (FormParts.Part part = parts.next(); part != null; part = parts.next()) {
            assertThat(part.name()).isEqualTo("f");
            assertThat(part.fileName()).isEqualTo("b.edi");
            read.add(new String(part.content().readAllBytes(), StandardCharsets.ISO_8859_1));
        }
        assertThat(read).isEqualTo(contents);
        assertThat(parts.next()).isNull();
    }

    @Provide
    Arbitrary<List<String>> contents() {
        return Arbitraries.of("\r", "\n", "\r\n", "-", "--", "\r\n----", "\r\n--", "x", "A~")
                .list()
                .ofMaxSize(12)
                .map(pieces -> String.join("", pieces))
                .filter(content -> !("\r\n" + content).contains("\r\n----x"))
                .list()
                .ofMaxSize(4);
    }

    private static InputStream slow(byte[] bytes, int step) {
        return new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return in.read(target, offset, Math.min(length, step));
            }
        };
    }

    @Test
    void whatIsNotReadOfAPartIsPassedOver() throws IOException {
        FormParts parts = new FormParts(
                stream("----x\r\nContent-Disposition: form-data; name=a\r\n\r\nlong\r\n----x\r\n"
                        + "content-disposition: form-data; NAME=\"b\"\r\n\r\n\r\n----x--"
                        + "\r\n"),
                TYPE);
        assertThat(parts.next().fileName()).isNull();
        FormParts.Part second = parts.next();
        assertThat(second.name()).isEqualTo("b");
        assertThat(second.content().read()).isEqualTo(-1);
        assertThat(parts.next()).isNull();
    }

    @Test
    void aContentLargerThanAnyBufferComesThrough() throws IOException {
        String content = "0123456789ABCDEF\r\n".repeat(20_000);
        FormParts parts = new FormParts(
                stream("----x\r\nContent-Disposition: form-data; name=a\r\n\r\n" + content + "\r\n----x--\r\n"), TYPE);
        assertThat(new String(parts.next().content().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(content);
    }

    @Test
    void aHostileFormIsRefused() {
        String head = "----x\r\nContent-Disposition: form-data; name=a\r\n";
        refused("the form has more than 1000 fields", (head + "\r\n\r\n").repeat(1_001));
        refused("more than 8192 bytes of headers", head + ("X: " + "y".repeat(5_000) + "\r\n").repeat(2) + "\r\n");
        refused("a header of more than 8192 bytes", head + "X: " + "y".repeat(100_000));
        refused("a field of the form has no name", "----x\r\nContent-Type: text/plain\r\n\r\n\r\n----x--\r\n");
        refused("the form breaks off", head + "\r\nabc");
        assertThatThrownBy(() -> new FormParts(stream(""), "multipart/form-data"))
                .hasMessageContaining("names no boundary");
    }

    private static void refused(String why, String body) {
        assertThatThrownBy(() -> {
                    FormParts parts = new FormParts(stream(body), TYPE);
                    while (parts.next() != null) {
                        // to the end
                    }
                })
                .isInstanceOf(FormParts.BrokenFormException.class)
                .hasMessageContaining(why);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
