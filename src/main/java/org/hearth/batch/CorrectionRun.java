package org.hearth.batch;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hearth.catalog.FindingCatalog;
import org.hearth.catalog.PatchTemplate;
import org.hearth.claim.Claim;
import org.hearth.claim.Location;
import org.hearth.evaluate.Evaluation;
import org.hearth.finding.Correction;
import org.hearth.finding.LeftMend;
import org.hearth.finding.Mend;
import org.hearth.finding.Shown;
import org.hearth.history.Past;
import org.hearth.json.ClaimCorrections;
import org.hearth.json.ClaimItem;
import org.hearth.json.CorrectedClaims;
import org.hearth.json.Problems;
import org.hearth.report.Tally;
import org.hearth.x12.correction.CorrectedFile;

/**
 * Corrects the claims of an input, one after another, and writes the input with nothing else changed. A claim is judged as a
 * batch judges it, by the claims before it as they were corrected. What is held in memory does not grow with the input. Not
 * safe for use by several threads.
 */
public final class CorrectionRun implements AutoCloseable {

    /** Is told what becomes of an input. */
    public interface Listener {

        /**
         * A claim that was judged.
         *
         * @param ordinal which claim of the input it is, from 1; those that could not be read count as well
         * @param evaluation of the claim as it now stands
         * @param made what was changed on it
         * @param left certain mends that were not made
         */
        void claim(long ordinal, Evaluation evaluation, List<Correction> made, List<LeftMend> left) throws IOException;

        /** A claim that could not be read, and is as it was. */
        void unread(Intake.Unread claim) throws IOException;

        /** Minutes that could not be used. */
        void unused(Intake.Unused minutes) throws IOException;

        /** The end of the input, or of something given beside it. */
        void end(Intake.End end) throws IOException;
    }

    /** Corrections that do not fit the input, of which nothing was corrected then. */
    public static final class MisfitException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Problems problem;

        MisfitException(Problems problem) {
            super(problem.errors().get(0).message(), null, false, false);
            this.problem = problem;
        }

        /** What does not fit. */
        public Problems problem() {
            return problem;
        }
    }

    private final Corrector corrector;
    private final GivenCorrections given;
    private final Function<RuntimeException, Problems> defects;
    private final Pasts pasts;
    private final Listener listener;
    private final Tally tally = new Tally();
    private final UnjudgedFaults ofUnjudged = new UnjudgedFaults();
    private long claims;

    /**
     * @param evaluator judges a claim by its past
     * @param corrections what is corrected because somebody said so, and whether the certain mends are made as well
     * @param only the findings whose certain mends are made; empty for all
     * @param defects what to tell of an exception while a claim is judged, without the claim's data
     * @param pasts tells the past of each claim; closed with the run
     */
    public CorrectionRun(
            BiFunction<Claim, Past, Evaluation> evaluator,
            ClaimCorrections corrections,
            Set<String> only,
            Function<RuntimeException, Problems> defects,
            Pasts pasts,
            Listener listener) {
        this.corrector = new Corrector(evaluator, corrections.certain(), only);
        this.given = new GivenCorrections(corrections);
        this.defects = defects;
        this.pasts = pasts;
        this.listener = listener;
    }

    /**
     * The findings of some ids, each of which has a certain mend.
     *
     * @param ids in small or capital letters
     * @throws IllegalArgumentException if one is no finding, or has no certain mend; the message says so
     */
    public static Set<String> mendable(List<String> ids, FindingCatalog catalog) {
        Set<String> found = new TreeSet<>();
        for (String one : ids) {
            String id = one.strip().toUpperCase(Locale.ROOT);
            if (!catalog.has(id)) {
                throw new IllegalArgumentException(Shown.value(one) + " is no finding; write ids such as those that"
                        + " a check tells, separated by commas");
            }
            PatchTemplate patch = catalog.get(id).patch();
            if (patch == null || patch.mend() != Mend.CERTAIN) {
                throw new IllegalArgumentException(
                        "`" + id + "` has no certain mend; its page says what to do about it");
            }
            found.add(id);
        }
        return found;
    }

    /**
     * Corrects an input, to its end.
     *
     * @param in its bytes, gzip or plain; the caller closes it
     * @param file its name without the folder, or {@code null}
     * @param sidecars what is given beside its claims
     * @param target where the corrected input goes, not compressed; the caller closes it
     * @return what the claims came to, as they were corrected
     * @throws MisfitException if corrections that somebody gave cannot be made; what was written is of no use then
     * @throws UnwritableException if the corrected input cannot be written
     * @throws IOException if the input fails
     */
    public Tally run(InputStream in, String file, Sidecars sidecars, OutputStream target) throws IOException {
        OutputStream out = unwritable(target);
        CorrectedFile[] x12 = new CorrectedFile[1];
        CorrectedClaims[] json = new CorrectedClaims[1];
        Intake claimsIn = Intakes.open(
                in,
                file,
                content -> {
                    x12[0] = new CorrectedFile(content, file, out);
                    return x12[0]::next;
                },
                content -> {
                    json[0] = new CorrectedClaims(content, file, out);
                    return json(json[0]);
                },
                null);
        Intake joined = sidecars.joinedTo(claimsIn);
        Intake.Item item;
        do {
            item = Batch.next(joined);
            if (item instanceof Intake.Read read) {
                claims++;
                correct(new ClaimInPlace(
                        read.claim(),
                        x12[0] == null ? null : x12[0].claim(),
                        json[0] == null ? null : json[0].claim(),
                        x12[0] == null ? null : x12[0].refusal()));
            } else {
                other(item);
            }
        } while (!(item instanceof Intake.End));
        given.end(claims);
        for (Intake end : sidecars.ends()) {
            do {
                item = end.next();
                other(item);
            } while (!(item instanceof Intake.End));
        }
        if (!pasts.problems().isEmpty()) {
            other(new Intake.End(null, null, pasts.problems()));
        }
        return tally;
    }

    /** How many claims the input has, those that could not be read as well. */
    public long claims() {
        return claims;
    }

    private static Intakes.JsonClaims json(CorrectedClaims claims) {
        return new Intakes.JsonClaims() {
            @Override
            public Optional<ClaimItem> next() throws IOException {
                return claims.next();
            }

            @Override
            public boolean whole() {
                return claims.whole();
            }
        };
    }

    private void correct(ClaimInPlace claim) throws IOException {
        Claim sent = claim.claim();
        ClaimInPlace.Mark asSent = claim.mark();
        List<Correction> made;
        Corrector.Result result;
        try {
            made = new ArrayList<>(given.correct(claims, claim));
            result = corrector.mended(claim, pasts.soFar(claim.claim()));
        } catch (MisfitException e) {
            throw e;
        } catch (RuntimeException e) {
            claim.backTo(asSent);
            pasts.keep(sent);
            Location at = sent.origin().at("");
            tally.addDefect();
            listener.unread(new Intake.Unread(at == null ? null : at.file(), sent.claimId(), defects.apply(e)));
            return;
        }
        pasts.keep(claim.claim());
        tally.add(result.evaluation());
        ofUnjudged.note(UnjudgedFaults.of(claim.claim(), result.evaluation()));
        made.addAll(result.made());
        listener.claim(claims, result.evaluation(), made, result.left());
    }

    private void other(Intake.Item item) throws IOException {
        if (item instanceof Intake.Unread unread) {
            claims++;
            given.unread(claims);
            tally.addUnreadable();
            listener.unread(unread);
        } else if (item instanceof Intake.Unused unused) {
            tally.addUnused();
            listener.unused(unused);
        } else if (item instanceof Intake.End end) {
            Intake.End whole = ofUnjudged.addedTo(end);
            if (whole.problem() != null) {
                tally.notWhole();
            }
            if (!whole.errors().isEmpty()) {
                tally.addErrorOfFile();
            }
            listener.end(whole);
        }
    }

    private static OutputStream unwritable(OutputStream target) {
        return new FilterOutputStream(target) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                try {
                    out.write(bytes, offset, length);
                } catch (IOException e) {
                    throw new UnwritableException(e);
                }
            }
        };
    }

    @Override
    public void close() {
        pasts.close();
    }
}
