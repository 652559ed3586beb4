package org.hearth.web.request;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.hearth.json.Problems;

/** Error answers. */
public final class Answers {

    /** How many bytes of memory an answer, or a form's file that waits for its minutes, takes at most. */
    public static final int MOST_HELD = 64 << 20;

    /** What {@code POST /v1/evaluations} takes. */
    static final String EVALUATED = "application/json, application/x-ndjson, application/edi-x12, multipart/form-data";

    /** What a request is answered for which there is no place, or no memory. */
    public static final Problems BUSY = Problems.of(
            503,
            "busy",
            "as many requests are being answered as the service takes at a time; send this again in a few seconds");

    /** What is cut off because the service stops. */
    static final Problems STOPPING = Problems.of(
            503,
            "service stops",
            "the service is being stopped, and this answer ends before its time; send this again");

    private static final int SECONDS_TO_LOAD = 5;

    private Answers() {}

    /** The problem as an answer with its status. */
    public static Response of(Problems problem) {
        return Response.status(problem.status())
                .type(Problems.MEDIA_TYPE)
                .header(
                        HttpHeaders.RETRY_AFTER,
                        Stream.of(CurrentRuleset.LOADING, STOPPING, BUSY).anyMatch(problem::equals)
                                ? SECONDS_TO_LOAD
                                : null)
                // what is left of the body would still come
                .header("Connection", problem.status() == 408 ? "close" : null)
                .entity(bytes(problem))
                .build();
    }

    /** The problem as a body. */
    static byte[] bytes(Problems problem) {
        return problem.line().getBytes(StandardCharsets.UTF_8);
    }

    /** The problem as an exception that is answered with it. */
    public static WebApplicationException refusal(Problems problem) {
        return new Refusal(problem);
    }

    /** An exception that is answered with a problem. */
    static final class Refusal extends WebApplicationException {
        private static final long serialVersionUID = 1L;

        private final transient Problems problem;

        private Refusal(Problems problem) {
            super(of(problem));
            this.problem = problem;
        }

        Problems problem() {
            return problem;
        }
    }

    /** What one request would have to keep, and there is not as much memory for all of them. */
    public static Problems tooMuchToKeep() {
        return new Problems(
                "urn:hearth:problem:too-large",
                "too much to keep",
                413,
                "what this request would have to keep in memory until it is answered (what is beside its claims, claims that something follows,"
                        + " an answer that comes at once) is more than there is; send fewer claims and less beside them at a time, in a form"
                        + " the claims last, or use `hearth check`",
                List.of());
    }

    /** A file or an answer that would take too much memory. */
    static Problems tooLargeToHold() {
        return new Problems(
                "urn:hearth:problem:too-large",
                "answer too large",
                413,
                "more than " + MOST_HELD + " bytes, compressed, would have to be held in memory; send fewer claims at a"
                        + " time, or use `hearth check`",
                List.of());
    }

    /** A body with a limit that it exceeds. */
    public static Problems tooLarge(long limit, String mend) {
        return new Problems(
                "urn:hearth:problem:too-large",
                "body too large",
                413,
                "the body has more than " + limit + " bytes; " + mend,
                List.of());
    }
}
