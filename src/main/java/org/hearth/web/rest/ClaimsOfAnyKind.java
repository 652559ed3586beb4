package org.hearth.web.rest;

import jakarta.ws.rs.WebApplicationException;
import org.hearth.batch.InputKind;
import org.hearth.batch.Intakes;
import org.hearth.web.request.Answers;

/** A body of claims whose kind is told by its content. */
final class ClaimsOfAnyKind {

    private ClaimsOfAnyKind() {}

    /** @throws WebApplicationException with status 400 if the body can hold no claims */
    static void require(InputKind kind) {
        if (kind.called() != null) {
            throw Answers.refusal(Intakes.strange(kind));
        }
    }
}
