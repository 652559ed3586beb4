package org.hearth.web.request;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
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
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/** Answers whatever goes wrong with a problem, and tells nothing of a claim that its sender did not send. */
@Provider
public final class ErrorMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger("org.hearth.incident");

    /** What operating systems say of a disk, or of somebody's share of it, that is full. */
    private static final Pattern NO_ROOM =
            Pattern.compile("No space left on device|Disk quota exceeded|not enough space");

    private static final String SERVERS_FORM = "org.jboss.resteasy.reactive.server.core.multipart.";

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
        if (error instanceof RequestBody.RefusedException body) {
            return body.problem();
        }
        if (error instanceof UnwritableException
                && error.getCause() instanceof RequestBody.RefusedException answerThatIsKept) {
            return answerThatIsKept.problem();
        }
        if (error instanceof UnreadException || error.getCause() instanceof UnreadException) {
            return Problems.of(400, "answer not read", "the answer was not read in time, so it has ended");
        }
        if (isInterruption(error) || isInterruption(error.getCause())) {
            return Answers.STOPPING;
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
        if (error instanceof RequestBody.BrokenOffException
                || error instanceof ZipException
                || error instanceof EOFException
                || error instanceof IOException && (ofTheServersForm(error) || nobodyReads())) {
            return Problems.of(400, "body broken off", "the body could not be read to its end");
        }
        return error instanceof IOException && isSayable(error) ? unusable(error) : Incident.report(error);
    }

    private static boolean isInterruption(Throwable error) {
        return error instanceof InterruptedIOException || error instanceof ClosedByInterruptException;
    }

    /** Whether a form was bad that the server reads by itself, before a call sees it. */
    private static boolean ofTheServersForm(Throwable error) {
        StackTraceElement[] trace = error.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith(SERVERS_FORM);
    }

    /** Whether the sender has hung up, after which anything that was to be read from or written to the sender fails. */
    private static boolean nobodyReads() {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        return request != null && request.serverResponse().closed();
    }

    /** Whether the message is of a disk or of what is kept, and not of what a library found in somebody's claims. */
    private static boolean isSayable(Throwable error) {
        return error.getClass() == IOException.class
                || error instanceof FileSystemException
                || error instanceof UnusableStoreException
                || error instanceof BrokenLedgerException;
    }

    /**
     * What is kept cannot be used, or a body that has to wait has no room: whoever runs the service is told why and where,
     * everybody else that it is so, and both the number under which it stands in the log.
     */
    private static Problems unusable(Throwable error) {
        String why = error instanceof FileSystemException ? error.toString() : error.getMessage();
        UUID number = UUID.randomUUID();
        boolean full = why != null && NO_ROOM.matcher(why).find();
        LOG.error("incident " + number + ": "
                + (full ? "there is no room on a disk: " : "what is kept cannot be used: ") + why);
        String what = full
                ? "the service has no room left on its disk"
                : "what the service keeps cannot be used now; whoever runs it finds in its log why";
        return Problems.of(
                full ? 507 : 503,
                full ? "no room" : "store unusable",
                (Operator.asked() ? why : what) + "; its number in the log is " + number);
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
