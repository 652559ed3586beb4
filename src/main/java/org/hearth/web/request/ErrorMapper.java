package org.hearth.web.request;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import org.hearth.batch.CorrectionRun;
import org.hearth.batch.UnwritableException;
import org.hearth.json.InvalidClaimException;
import org.hearth.json.InvalidCorrectionsException;
import org.hearth.json.InvalidMinutesException;
import org.hearth.json.Problems;
import org.hearth.ledger.BrokenLedgerException;
import org.hearth.store.UnusableStoreException;
import org.hearth.web.form.FormParts;
import org.hearth.x12.acknowledgement.Held;

/** Answers whatever goes wrong with a problem, and tells nothing of a claim that its sender did not send. */
@Provider
public final class ErrorMapper implements ExceptionMapper<Throwable> {

    @Override
    public Response toResponse(Throwable error) {
        if (error instanceof WebApplicationException refused) {
            return refused(refused.getResponse());
        }
        return Answers.of(problem(error));
    }

    /** What an error is answered with. */
    public static Problems problem(Throwable error) {
        if (error instanceof InvalidClaimException invalid) {
            return Problems.of(invalid);
        }
        if (error instanceof Answers.Refusal refusal) {
            return refusal.problem();
        }
        if (error instanceof WebApplicationException refused) {
            return problem(refused.getResponse());
        }
        if (error instanceof RequestBody.TooLargeException tooLarge) {
            return tooLarge.problem();
        }
        if (error instanceof UnwritableException && error.getCause() instanceof Held.FullException
                || error instanceof Held.FullException) {
            return Answers.tooLargeToHold();
        }
        if (error instanceof FormParts.BrokenFormException) {
            return Problems.of(400, "broken form", error.getMessage());
        }
        if (error instanceof CorrectionRun.MisfitException misfit) {
            return misfit.problem();
        }
        if (error instanceof InvalidCorrectionsException invalid) {
            return new Problems(
                    "urn:hearth:problem:invalid-corrections",
                    "invalid corrections",
                    422,
                    "the corrections cannot be used, so nothing was corrected",
                    invalid.problems());
        }
        if (error instanceof InvalidMinutesException invalid) {
            return new Problems(
                    "urn:hearth:problem:invalid-minutes",
                    "invalid minutes",
                    422,
                    "the treatment minutes cannot be used, so nothing was checked",
                    invalid.problems());
        }
        if (error instanceof UnusableStoreException || error instanceof BrokenLedgerException) {
            return Problems.of(503, "store unusable", error.getMessage());
        }
        if (error instanceof IOException) {
            // the sender hung up, or was silent for too long
            return Problems.of(400, "body broken off", "the body could not be read to its end");
        }
        return Incident.report(error);
    }

    private static Response refused(Response response) {
        if (response.hasEntity() || response.getStatus() < 400) {
            return response;
        }
        Response.ResponseBuilder answer = Response.fromResponse(Answers.of(problem(response)));
        if (response.getStatus() == 415) {
            answer.header("Accept-Post", Answers.EVALUATED);
        }
        if (response.getStatus() == 405) {
            answer.header(HttpHeaders.ALLOW, String.join(", ", AllowedMethods.here()));
        }
        return answer.build();
    }

    private static Problems problem(Response response) {
        int status = response.getStatus();
        return switch (status) {
            case 404 -> Problems.of(status, "not found", "nothing is at this path; /q/swagger-ui lists what is");
            case 405 ->
                Problems.of(
                        status,
                        "method not allowed",
                        "this path does not take this method; /q/swagger-ui lists what it takes");
            case 406 ->
                Problems.of(
                        status,
                        "not acceptable",
                        "the media types of `Accept` are none that this call answers; leave `Accept` out, or see /q/swagger-ui"
                                + " (a 277CA or 999, `application/edi-x12`, answers an 837I file only)");
            case 415 ->
                Problems.of(
                        status,
                        "unsupported media type",
                        "`Content-Type` names nothing that can be read; send `application/json` (a claim, or a list of"
                                + " claims), `application/x-ndjson` (a claim a line), `application/edi-x12` (837I) or a form, `multipart/form-data`");
            default ->
                Problems.of(status, response.getStatusInfo().getReasonPhrase(), "the request cannot be answered");
        };
    }
}
