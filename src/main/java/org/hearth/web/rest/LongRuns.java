package org.hearth.web.rest;

import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hearth.json.Problems;
import org.hearth.web.request.Answers;
import org.hearth.web.request.ErrorMapper;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** Runs of a draft that take seconds and all cores: few at a time, told line by line, and ended when nobody listens any more. */
@Singleton
public final class LongRuns {

    /** The media type of their answers. */
    static final String NDJSON = "application/x-ndjson";

    private static final int AT_ONCE = 2;
    private static final int SECONDS_TO_WAIT = 5;

    private final Semaphore room = new Semaphore(AT_ONCE);

    /** Where the lines of an answer go. */
    interface Lines {
        /** Writes a line; its end is added. */
        void line(String text) throws IOException;

        /** Sends what was written. */
        void flush() throws IOException;
    }

    /** A run. */
    interface Run {
        void tell(Lines out) throws IOException;
    }

    /**
     * Takes the room for a run, until the request is over.
     *
     * @throws WebApplicationException with status 503 if there is none
     */
    void begin() {
        if (!room.tryAcquire()) {
            throw new WebApplicationException(Response.fromResponse(Answers.of(
                            Problems.of(503, "busy", "other drafts are being tried; send this again in a few seconds")))
                    .header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT)
                    .build());
        }
        AtomicBoolean released = new AtomicBoolean();
        CurrentRequestManager.get().registerCompletionCallback(ended -> {
            if (!released.getAndSet(true)) {
                room.release();
            }
        });
    }

    /** The answer of a run; what goes wrong after its first line is its last. */
    StreamingOutput answer(Run run) {
        return stream -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
            Lines lines = new Lines() {
                @Override
                public void line(String text) throws IOException {
                    writer.append(text).append('\n');
                }

                @Override
                public void flush() throws IOException {
                    writer.flush();
                }
            };
            try {
                run.tell(lines);
            } catch (IOException | RuntimeException e) {
                lines.line("{\"problem\":" + ErrorMapper.problem(e).line() + "}");
            }
            writer.flush();
        };
    }
}
