package org.hearth.x12.acknowledgement;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Evaluation;
import org.hearth.finding.Advice;
import org.hearth.finding.Effect;
import org.hearth.finding.Finding;
import org.hearth.finding.FindingPlace;
import org.hearth.finding.Grounds;
import org.hearth.finding.ResponseCodes;
import org.hearth.x12.reading.Reading;
import org.hearth.x12.reading.X12Item;

/** The answers to a small file, at half past nine on 2025-04-06, numbered from 41. */
record Acknowledged(String claims, String implementation, X12Item.End end) {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2025-04-06T09:30:00Z"), ZoneOffset.UTC);
    static final int FIRST = 41;

    static Acknowledgements acknowledgements() {
        return new Acknowledgements(CLOCK, ControlNumbers.from(FIRST));
    }

    static Acknowledged of(String text, Function<Claim, Evaluation> evaluation) {
        StringBuilder claims = new StringBuilder();
        StringBuilder implementation = new StringBuilder();
        try {
            X12Item.End end = answer(
                    acknowledgements()
                            .both(
                                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                                    "test.edi",
                                    () -> {},
                                    claims,
                                    implementation),
                    evaluation);
            return new Acknowledged(claims.toString(), implementation.toString(), end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers each claim before the next is read. */
    static X12Item.End answer(AnsweredFile file, Function<Claim, Evaluation> evaluation) throws IOException {
        X12Item item = file.next();
        while (!(item instanceof X12Item.End end)) {
            if (item instanceof X12Item.LocatedClaim read) {
                file.judged(read.claim(), evaluation.apply(read.claim()));
            } else {
                file.unjudged();
            }
            item = file.next();
        }
        return end;
    }

    static Acknowledged of(String text) {
        return of(text, claim -> evaluation(claim));
    }

    static Acknowledged ofResource(String path) {
        return of(Reading.resource(path));
    }

    /** The segments of the 277CA, without terminators. */
    List<String> claimSegments() {
        return segments(claims);
    }

    /** The segments of the 999, without terminators. */
    List<String> implementationSegments() {
        return segments(implementation);
    }

    /** The segments of the 277CA that tell of one claim, from its TRN segment. */
    List<String> claim(String claimId) {
        List<String> all = claimSegments();
        int from = all.indexOf("TRN*2*" + claimId);
        int to = from;
        while (!all.get(to).startsWith("HL*") && !all.get(to).startsWith("SE*")) {
            to++;
        }
        return all.subList(from, to);
    }

    private static List<String> segments(String text) {
        return text.lines().map(line -> line.substring(0, line.length() - 1)).toList();
    }

    static Evaluation evaluation(Claim claim, Finding... findings) {
        return new Evaluation(claim.claimId(), "v1", List.of(findings), List.of(), List.of(), List.of(), List.of());
    }

    /** A finding on the claim. */
    static Finding onClaim(Effect effect, String title, String claimStatus) {
        return finding(effect, title, null, "", claimStatus);
    }

    /** A finding on a line, counted from 0. */
    static Finding onLine(int index, Effect effect, String title, String claimStatus) {
        return finding(effect, title, index + 1, "/lines/" + index + "/modifiers", claimStatus);
    }

    private static Finding finding(Effect effect, String title, Integer line, String field, String claimStatus) {
        return new Finding(
                "HHT-900",
                title,
                effect,
                new FindingPlace(line, null, field, null),
                new Advice("a message", null),
                new Grounds(null, null, null),
                new ResponseCodes(null, null, null, claimStatus));
    }
}
