package org.hearth.batch;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hearth.claim.Claim;
import org.hearth.sent.SentStore;
import org.hearth.x12.acknowledgement.Rejections;

/**
 * Keeps the claims of inputs as sent, but for those that the payer rejected. What it counts as kept is kept, whatever comes
 * after it. Not safe for use by several threads.
 */
public final class SentRun {

    /** What became of a claim. */
    public enum Fate {
        /** It is kept. */
        KEPT,
        /** It had been kept before. */
        KEPT_BEFORE,
        /** The payer rejected it. */
        REJECTED,
        /** It has no member id or no billing provider, so that no later claim could find it. */
        NOBODYS
    }

    /** Is told of what could not be read. */
    public interface Listener {

        /** A claim that could not be read. */
        void unread(Intake.Unread claim) throws IOException;

        /** The end of an input, with what is wrong with it. */
        void end(Intake.End end) throws IOException;
    }

    private static final int CLAIMS_AT_A_TIME = 500;
    private static final int MOST_NAMED = 20;

    private final SentStore store;
    private final LocalDate sentOn;
    private final Rejections rejections;
    private final Listener listener;
    private final List<Claim> waiting = new ArrayList<>();
    private final Map<Fate, Long> counts = new EnumMap<>(Fate.class);
    private final Map<Fate, List<String>> named = new EnumMap<>(Fate.class);
    private long unread;
    private boolean whole = true;

    /**
     * @param sentOn the day on which the claims were sent
     * @param rejections what the payer rejected
     */
    public SentRun(SentStore store, LocalDate sentOn, Rejections rejections, Listener listener) {
        this.store = store;
        this.sentOn = sentOn;
        this.rejections = rejections;
        this.listener = listener;
    }

    /** A listener that says it on standard error, a line a problem. */
    public static Listener lines(Appendable err) {
        ErrorLines lines = new ErrorLines(err);
        return new Listener() {
            @Override
            public void unread(Intake.Unread claim) throws IOException {
                lines.unread(claim);
            }

            @Override
            public void end(Intake.End end) throws IOException {
                if (end.problem() != null) {
                    lines.end(end);
                }
            }
        };
    }

    /**
     * Keeps the claims of an input.
     *
     * @throws org.hearth.sent.UnusableHistoryException if they cannot be kept; those counted until then are
     * @throws IOException if the input fails; those read until then are kept
     */
    public void run(Intake intake) throws IOException {
        try {
            while (true) {
                Intake.Item item = intake.next();
                if (item instanceof Intake.Read read) {
                    take(read.claim());
                } else if (item instanceof Intake.Unread claim) {
                    unread++;
                    listener.unread(claim);
                } else if (item instanceof Intake.End end) {
                    whole &= end.problem() == null;
                    listener.end(end);
                    break;
                }
            }
        } finally {
            keep();
        }
    }

    /** An input that could not be read, or not to its end. */
    public void broken() {
        whole = false;
    }

    private void take(Claim claim) throws IOException {
        if (rejections.reject(claim)) {
            count(claim, Fate.REJECTED);
            return;
        }
        waiting.add(claim);
        if (waiting.size() == CLAIMS_AT_A_TIME) {
            keep();
        }
    }

    private void keep() throws IOException {
        List<Claim> claims = List.copyOf(waiting);
        waiting.clear();
        List<SentStore.Outcome> outcomes = store.keep(claims, sentOn);
        for (int i = 0; i < claims.size(); i++) {
            count(
                    claims.get(i),
                    switch (outcomes.get(i)) {
                        case KEPT -> Fate.KEPT;
                        case KEPT_BEFORE -> Fate.KEPT_BEFORE;
                        case NOBODYS -> Fate.NOBODYS;
                    });
        }
    }

    private void count(Claim claim, Fate fate) {
        counts.merge(fate, 1L, Long::sum);
        List<String> some = named.computeIfAbsent(fate, one -> new ArrayList<>());
        if (some.size() < MOST_NAMED) {
            some.add(claim.claimId());
        }
    }

    /** How many claims had a fate. */
    public long count(Fate fate) {
        return counts.getOrDefault(fate, 0L);
    }

    /** The numbers of the first twenty claims of a fate. */
    public List<String> named(Fate fate) {
        return List.copyOf(named.getOrDefault(fate, List.of()));
    }

    /** How many claims could not be read. */
    public long unread() {
        return unread;
    }

    /** Whether every input was read to its end, and every claim of it could be. */
    public boolean whole() {
        return whole && unread == 0;
    }
}
