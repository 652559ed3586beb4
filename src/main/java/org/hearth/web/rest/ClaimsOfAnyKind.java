package org.hearth.web.rest;

import jakarta.ws.rs.WebApplicationException;
import org.hearth.batch.InputKind;
import org.hearth.batch.Intakes;
import org.hearth.json.Problems;
import org.hearth.web.request.Answers;

/** A body of claims whose kind is told by its content. */
final class ClaimsOfAnyKind {

    /** That a body is compressed where it is taken as it is only. */
    static final Problems COMPRESSED = Problems.of(415, "compressed body", "the body is compressed; send it as it is");

    private ClaimsOfAnyKind() {}

    /**
     * Of a body as it is sent.
     *
     * @throws WebApplicationException with status 400 if the body can hold no claims, 415 if it is compressed
     */
    static void require(InputKind kind) {
        if (kind == InputKind.GZIP) {
            throw Answers.refusal(COMPRESSED);
        }
        requireUnpacked(kind);
    }

    /**
     * Of a body that was unpacked, if it was compressed.
     *
     * @throws WebApplicationException with status 400 if it can hold no claims
     */
    static void requireUnpacked(InputKind kind) {
        if (kind.called() != null) {
            throw Answers.refusal(Intakes.strange(kind));
        }
    }
}
