package org.hearth.decision;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.decision.Decision.Found;
import org.hearth.decision.Decision.Sealed;
import org.hearth.evaluate.Evaluation;
import org.hearth.facts.FactsEdition;
import org.hearth.facts.line.NotChecked;
import org.hearth.finding.Finding;
import org.hearth.finding.Grounds;
import org.hearth.history.Past;
import org.hearth.json.ClaimWriter;
import org.hearth.json.EvaluationWriter;
import org.hearth.sent.Key;
import org.hearth.sent.PastDigest;
import org.hearth.sent.Sealing;

/** Makes decisions of what was judged, so that the same claim, past and answer always have the same hashes. Safe for use by several threads. */
final class Seals {

    private static final long NANOS_A_MICRO = 1_000;

    private final Key key;

    /** @param key by which hashes are made */
    Seals(Key key) {
        this.key = key;
    }

    /** What names the key. */
    String key() {
        return key.id();
    }

    /** Who judged, when, and how long it took. */
    record About(String id, Instant at, CallKind call, String who, long nanos) {}

    /** What was decided of a claim. */
    Decision decision(About about, Claim claim, Past past, Evaluation evaluation) {
        return new Decision(
                about.id(),
                about.at(),
                evaluation.ruleset(),
                FactsEdition.CURRENT,
                about.call().toString(),
                about.who(),
                new Sealed(key.id(), claim(claim), past(past), answer(evaluation)),
                claim.typeOfBill() == null ? null : claim.typeOfBill().code(),
                claim.lines().size(),
                past.earlier().size(),
                evaluation.disposition(),
                evaluation.findings().stream().map(Seals::found).toList(),
                evaluation.notChecked().stream()
                        .map(NotChecked::needs)
                        .distinct()
                        .toList(),
                evaluation.notJudged() == null ? null : evaluation.notJudged().reason(),
                about.nanos() / NANOS_A_MICRO);
    }

    private static Found found(Finding finding) {
        return new Found(
                finding.id(),
                finding.row() == null
                        ? null
                        : finding.row().table() + "/" + finding.row().row());
    }

    /** The hash of a claim, whichever file it came in. */
    String claim(Claim claim) {
        return sealed("decided claim", out -> ClaimWriter.write(claim, out));
    }

    /** The hash of what was known of the claims before; {@code null} where nothing was but what the claim says itself. */
    String past(Past past) {
        if (past.earlier().isEmpty() && past.later() == 0) {
            return null;
        }
        String known =
                PastDigest.of(past.earlier()) + " " + past.complete() + " " + past.later() + " " + past.outOfOrder();
        return sealed("past", out -> out.write(known.getBytes(StandardCharsets.UTF_8)));
    }

    /** The hash of what was answered. The reasons of findings, which are told only where somebody asks, are none of it. */
    private String answer(Evaluation evaluation) {
        Evaluation said = new Evaluation(
                evaluation.claimId(),
                evaluation.ruleset(),
                evaluation.findings().stream().map(Seals::said).toList(),
                evaluation.notChecked(),
                evaluation.units(),
                evaluation.proposedLines(),
                evaluation.functionalReporting(),
                evaluation.history(),
                evaluation.notJudged());
        return sealed("answer", out -> EvaluationWriter.write(said, out));
    }

    private static Finding said(Finding finding) {
        return new Finding(
                finding.id(),
                finding.title(),
                finding.effect(),
                finding.place().inClaim(),
                finding.advice(),
                new Grounds(finding.citation(), finding.row(), finding.rule(), List.of()),
                finding.codes());
    }

    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    private String sealed(String kind, Content content) {
        Sealing sealing = key.sealing(kind);
        try {
            content.write(sealing);
        } catch (IOException impossible) {
            // a hash takes everything
            throw new UncheckedIOException(impossible);
        }
        return sealing.sealed();
    }
}
