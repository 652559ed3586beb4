package org.hearth.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hearth.claim.Claim;
import org.hearth.episode.Episode;
import org.hearth.episode.EpisodeAnswer;
import org.hearth.episode.EpisodeAnswer.Unread;
import org.hearth.episode.Episodes;
import org.hearth.json.Problems;

/**
 * Gathers the claims of inputs and makes episodes of them. They are held in memory, so no more than
 * {@link Episodes#MOST_CLAIMS} with {@link Episodes#MOST_LINES} lines are taken; the answer says how many were left out.
 * Not safe for use by several threads.
 */
public final class EpisodeRun {

    private final Episodes episodes;
    private final Function<RuntimeException, Problems> defects;
    private final List<Claim> claims = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();
    private int lines;
    private int leftOut;
    private boolean whole = true;

    /** @param defects what to tell of an exception while claims are judged, without their data */
    public EpisodeRun(Episodes episodes, Function<RuntimeException, Problems> defects) {
        this.episodes = episodes;
        this.defects = defects;
    }

    /**
     * Takes every claim of an input.
     *
     * @throws java.io.InterruptedIOException if the thread was interrupted
     * @throws IOException if the input fails; the run can go on with another
     */
    public void run(Intake intake) throws IOException {
        for (Intake.Item item = Batch.next(intake); ; item = Batch.next(intake)) {
            if (item instanceof Intake.Read read) {
                take(read.claim());
            } else if (item instanceof Intake.Unread one) {
                unread.add(new Unread(one.file(), one.claimId(), ImpactRun.reason(one.problem())));
            } else if (item instanceof Intake.Unused one) {
                unread.add(new Unread(null, one.claimId(), "minutes not used: " + ImpactRun.reason(one.problem())));
            } else if (item instanceof Intake.End end) {
                if (end.problem() != null) {
                    whole = false;
                    unread.add(new Unread(end.file(), null, ImpactRun.reason(end.problem())));
                }
                return;
            }
        }
    }

    private void take(Claim claim) {
        if (leftOut > 0
                || claims.size() == Episodes.MOST_CLAIMS
                || lines + claim.lines().size() > Episodes.MOST_LINES) {
            leftOut++;
            return;
        }
        claims.add(claim);
        lines += claim.lines().size();
    }

    /** The episodes of the claims that were taken; one that a defect keeps from being judged costs itself alone. */
    public EpisodeAnswer answer() {
        List<Episode> made = new ArrayList<>();
        boolean defect = false;
        for (List<Claim> own : Episodes.bySubject(claims)) {
            try {
                made.add(episodes.of(own, made.size() + 1));
            } catch (RuntimeException e) {
                defect = true;
                unread.add(new Unread(null, own.get(0).claimId(), ImpactRun.reason(defects.apply(e))));
            }
        }
        return new EpisodeAnswer(episodes.version(), made, unread, leftOut, whole && leftOut == 0, defect);
    }
}
