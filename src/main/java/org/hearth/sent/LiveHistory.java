package org.hearth.sent;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.hearth.claim.Claim;
import org.hearth.history.Earlier;
import org.hearth.history.Seal;
import org.hearth.history.SentClaims;
import org.hearth.sent.SentHistory.Purpose;

/**
 * The history of a service: opened when it is first needed, open until the service stops. A history that cannot be opened is
 * tried again some seconds later. Safe for use by several threads.
 */
public final class LiveHistory implements SentClaims, AutoCloseable {

    /** What is configured, asked for anew each time. */
    @FunctionalInterface
    public interface Settings {

        /** @throws UnusableHistoryException if it makes no sense */
        HistorySettings get() throws UnusableHistoryException;
    }

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Settings settings;
    private final LongAdder asked = new LongAdder();
    private final LongAdder known = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private SentStore store;
    private UnusableHistoryException failure;
    private long failedAt;

    /** A history that is not opened yet. */
    public LiveHistory(Settings settings) {
        this.settings = settings;
    }

    @Override
    public List<List<Earlier>> of(List<Claim> claims) throws UnusableHistoryException {
        try {
            Optional<SentStore> open = toRead();
            if (open.isEmpty()) {
                return Collections.nCopies(claims.size(), List.of());
            }
            List<List<Earlier>> found = open.get().of(claims);
            asked.add(claims.size());
            known.add(found.stream().filter(one -> !one.isEmpty()).count());
            return found;
        } catch (UnusableHistoryException e) {
            failed.add(claims.size());
            throw e;
        }
    }

    /**
     * How many claims were looked up since the start.
     *
     * @param known of how many something was found
     * @param unknown of how many nothing was
     * @param failed of how many nobody could tell
     */
    public record Lookups(long known, long unknown, long failed) {}

    /** What look-ups came to since the start. */
    public Lookups lookups() {
        long found = known.sum();
        return new Lookups(found, Math.max(0, asked.sum() - found), failed.sum());
    }

    /** Why the history cannot be used, as far as that was tried; {@code null} if it can be. */
    public synchronized String failure() {
        return failure == null ? null : failure.getMessage();
    }

    @Override
    public synchronized Seal seal() {
        return store == null ? Seal.NONE : store.seal();
    }

    /**
     * The store, to look up what was kept.
     *
     * @return empty if the history is off, or nothing was kept yet
     * @throws UnusableHistoryException if it cannot be opened
     */
    public Optional<SentStore> toRead() throws UnusableHistoryException {
        return store(Purpose.READ);
    }

    /**
     * The store, to keep claims in.
     *
     * @return empty if the history is off
     * @throws UnusableHistoryException if it cannot be opened, or is only read here
     */
    public Optional<SentStore> toKeep() throws UnusableHistoryException {
        return store(Purpose.WRITE);
    }

    private synchronized Optional<SentStore> store(Purpose purpose) throws UnusableHistoryException {
        HistorySettings now = settings.get();
        if (store != null) {
            SentHistory.requireAllowed(now, purpose);
            return now.on() ? Optional.of(store) : Optional.empty();
        }
        // each request would wait for it anew
        if (now.on() && failure != null && System.nanoTime() - failedAt < PAUSE.toNanos()) {
            throw new UnusableHistoryException(failure.getMessage(), failure);
        }
        try {
            store = SentHistory.open(now, purpose).orElse(null);
            failure = null;
            return Optional.ofNullable(store);
        } catch (UnusableHistoryException e) {
            failure = e;
            failedAt = System.nanoTime();
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        if (store != null) {
            store.close();
            store = null;
        }
    }
}
