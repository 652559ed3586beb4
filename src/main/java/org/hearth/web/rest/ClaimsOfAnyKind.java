package org.hearth.web.rest;

import jakarta.ws.rs.WebApplicationException;
import org.hearth.batch.InputKind;
import org.hearth.json.Problems;
import org.hearth.web.request.Answers;

/** A body of claims whose kind is told by its content. */
final class ClaimsOfAnyKind {

    private ClaimsOfAnyKind() {}

    /** @throws WebApplicationException with status 400 if the body can hold no claims */
    static void require(InputKind kind) {
        switch (kind) {
            case EMPTY -> throw Answers.refusal(Problems.of(400, "empty body", "the body is empty; send claims"));
            case OTHER, GZIP ->
                throw Answers.refusal(Problems.of(
                        400,
                        "unknown input",
                        "the body begins with neither `{` nor `[` nor `ISA`; send claims as JSON, or an 837I file"));
            default -> {
                // claims
            }
        }
    }
}
