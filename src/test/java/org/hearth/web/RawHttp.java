package org.hearth.web;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection on which a test decides byte by byte what is sent and when. */
final class RawHttp implements Closeable {

    private static final int PATIENCE = 20_000;
    private static final int LITTLE = 4_096;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    RawHttp() throws IOException {
        this(new Socket());
    }

    private RawHttp(Socket socket) throws IOException {
        this.socket = socket;
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
        socket.setSoTimeout(PATIENCE);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /** A connection on which little of an answer waits that is not read, however much the system would take by itself. */
    static RawHttp thatReadsLittle() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(LITTLE);
        return new RawHttp(socket);
    }

    /** A response's first line; the connection is closed. */
    record Answer(String statusLine, String rest) {}

    /** Posts a body as it is. */
    static Answer post(String type, byte[] body) {
        return post("/v1/evaluations", type, body);
    }

    /** Posts a body as it is. */
    static Answer post(String path, String type, byte[] body) {
        try (RawHttp http = new RawHttp()) {
            http.head(path, type, "Content-Length: " + body.length);
            http.out.write(body);
            return http.answer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the head of a call. */
    void head(String type, String length) throws IOException {
        head("/v1/evaluations", type, length);
    }

    private void head(String path, String type, String length) throws IOException {
        send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + type + "\r\n"
                + length + "\r\n\r\n");
    }

    /** Sends a piece of a chunked body. */
    void chunk(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        send(Integer.toHexString(bytes.length) + "\r\n");
        out.write(bytes);
        send("\r\n");
    }

    /** Ends a chunked body. */
    void lastChunk() throws IOException {
        send("0\r\n\r\n");
    }

    /** Sends a text as it is. */
    void send(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** What arrives until a text has arrived, that included. */
    String until(String text) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        while (!read.toString(StandardCharsets.UTF_8).endsWith(text)) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("ended before `" + text + "`: " + read.toString(StandardCharsets.UTF_8));
            }
            read.write(next);
        }
        return read.toString(StandardCharsets.UTF_8);
    }

    /** The response to its end. */
    Answer answer() throws IOException {
        String statusLine = until("\r\n").strip();
        return new Answer(statusLine, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
