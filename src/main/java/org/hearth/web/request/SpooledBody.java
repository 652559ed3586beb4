package org.hearth.web.request;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The body of a request, taken whole before it is answered: a browser reads no answer while it sends. It waits in a
 * temporary file that only its owner can read and that is gone when it is closed, or when the program ends. Not safe for use
 * by several threads.
 */
final class SpooledBody implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final RequestBody body;
    private final FileChannel file;

    /**
     * Takes a body to its end.
     *
     * @throws RequestBody.RefusedException if it is larger or slower than a body may be
     * @throws IOException if it breaks off, or there is no room for it
     */
    SpooledBody(RequestBody body) throws IOException {
        this.body = body;
        Path path = Files.createTempFile("hearth", ".part");
        file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        try {
            body.transferTo(Channels.newOutputStream(file));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /**
     * The bytes from the first on, until the service stops, which is told by a {@link RequestBody.RefusedException}; what was given
     * before is at an end with it.
     */
    InputStream fromStart() throws IOException {
        file.position(0);
        InputStream spooled = new FilterInputStream(Channels.newInputStream(file)) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                body.requireGoingOn();
                return super.read(target, offset, length);
            }
        };
        return new BufferedInputStream(spooled, BUFFER);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
