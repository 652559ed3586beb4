package org.hearth.web;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hearth.json.Problems;

/** Error answers. */
final class Answers {

    /** What {@code POST /v1/evaluations} takes. */
    static final String EVALUATED = "application/json, application/x-ndjson, application/edi-x12";

    private Answers() {}

    /** The problem as an answer with its status. */
    static Response of(Problems problem) {
        return Response.status(problem.status())
                .type(Problems.MEDIA_TYPE)
                .entity(bytes(problem))
                .build();
    }

    /** The problem as a body. */
    static byte[] bytes(Problems problem) {
        return problem.line().getBytes(StandardCharsets.UTF_8);
    }

    /** The problem as an exception that is answered with it. */
    static WebApplicationException refusal(Problems problem) {
        return new WebApplicationException(of(problem));
    }

    /** A body with a limit that it exceeds. */
    static Problems tooLarge(long limit, String mend) {
        return new Problems(
                "urn:hearth:problem:too-large",
                "body too large",
                413,
                "the body has more than " + limit + " bytes; " + mend,
                List.of());
    }
}
