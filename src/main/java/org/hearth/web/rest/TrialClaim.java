package org.hearth.web.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.claim.Door;
import org.hearth.claim.Origin;
import org.hearth.evaluate.Evaluator;
import org.hearth.json.ClaimReader;
import org.hearth.json.Problems;
import org.hearth.release.NobodysClaim;
import org.hearth.release.TriedClaim;
import org.hearth.web.request.Answers;
import org.hearth.web.request.RequestBody;

/** A claim that somebody tries: as JSON, or in the words of an example. */
final class TrialClaim {

    /**
     * The claim as an example would have it, if it can be one.
     *
     * @param claim in the words of an example, to be sent to {@code examples/new}
     * @param bill as the sheet Examples has it, as are {@code lines}, {@code rest} and {@code expect}
     * @param left what was replaced or left out, in words
     * @param refused why it cannot be one; then nothing else is there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AsExample(
            String claim, String bill, String lines, String rest, String expect, List<String> left, String refused) {}

    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_TABLES = 20;

    private final String text;
    private final TriedClaim written;
    private final Claim claim;

    private TrialClaim(String text, TriedClaim written, Claim claim) {
        this.text = text;
        this.written = written;
        this.claim = claim;
    }

    /**
     * Reads the body of a trial.
     *
     * @param as {@code 837I} of a claim as JSON that stood in such a file; {@code null} otherwise
     * @throws jakarta.ws.rs.WebApplicationException with status 400, 413 or 422 if that is no claim
     */
    static TrialClaim read(InputStream body, String as) throws IOException {
        byte[] sent = RequestBody.whole(body, MOST_BYTES);
        if (sent.length > MOST_BYTES) {
            throw Answers.refusal(Answers.tooLarge(MOST_BYTES, "send one claim"));
        }
        boolean filed = EvaluationsResource.filed(as);
        String text = new String(sent, StandardCharsets.UTF_8);
        try {
            if (TriedClaim.isExample(text)) {
                TriedClaim written = TriedClaim.of(text);
                return new TrialClaim(text, written, written.claim());
            }
        } catch (TriedClaim.UnreadableException e) {
            throw Answers.refusal(unreadable("", e));
        }
        Claim claim = ClaimReader.read(sent, Origin.NONE);
        return new TrialClaim(
                text, null, filed ? claim.toBuilder().door(Door.X12).build() : claim);
    }

    /** Makes sure that not too many tables are asked. */
    static void requireFew(List<String> tables) {
        if (tables.size() > MOST_TABLES) {
            throw Answers.refusal(JsonBody.invalid("", null, "there are too many tables", "name up to " + MOST_TABLES));
        }
    }

    /** What a claim that cannot be read is answered with. */
    static Problems unreadable(String pointer, TriedClaim.UnreadableException why) {
        return JsonBody.invalid(
                pointer,
                null,
                "the claim cannot be read: " + why.getMessage(),
                "send a claim as JSON, or in the words of an example, such as {bill: 34X, lines: [2018-05-01 0420 97110 GP"
                        + " 2u 30m]}");
    }

    /** The claim. */
    Claim claim() {
        return claim;
    }

    /** An evaluator for the claim, by the rulesets of another one. */
    Evaluator on(Evaluator evaluator) {
        return written == null ? evaluator : written.on(evaluator);
    }

    /** The claim as an example would have it, or why it cannot be one. */
    AsExample asExample(Evaluator evaluator) {
        try {
            NobodysClaim.Said said = NobodysClaim.of(text, claim, evaluator);
            TriedClaim words = said.claim();
            return new AsExample(
                    words.text(), words.bill(), words.lines(), words.rest(), said.expect(), said.left(), null);
        } catch (TriedClaim.UnreadableException e) {
            return new AsExample(null, null, null, null, null, null, e.getMessage());
        }
    }
}
