package org.hearth.data;

import java.util.concurrent.Semaphore;

/**
 * A share of the memory that is there for large things, held while one is worked on. There is so much in all, whoever asks for it;
 * who finds too little left waits for a turn, the first that came first. What is worked on under a share waits for nobody
 * else, such as a sender, and takes no second one, so that every turn comes. Safe for use by any number of threads.
 */
public final class MemoryShare {

    /** Less than this is not counted, since nearly everything takes less. */
    private static final long COUNTED_FROM = 256 << 10;

    private static final int UNIT = 1 << 10;

    /** A third of what the program may have; the rest is for its rules, what is on its way, and garbage. */
    private static final int ALL =
            (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 3 / UNIT);

    private static final Semaphore LEFT = new Semaphore(ALL, true);
    private static final MemoryShare NONE = new MemoryShare(0);

    private final int units;

    private MemoryShare(int units) {
        this.units = units;
    }

    /**
     * Takes a share, or waits for it; one that is larger than all there is gets all there is.
     *
     * @param bytes how much memory will be needed
     */
    public static MemoryShare of(long bytes) {
        if (bytes < COUNTED_FROM) {
            return NONE;
        }
        int units = (int) Math.min(ALL, bytes / UNIT);
        LEFT.acquireUninterruptibly(units);
        return new MemoryShare(units);
    }

    /** How many bytes are not taken. */
    static long left() {
        return (long) LEFT.availablePermits() * UNIT;
    }

    /** Gives it back. */
    public void close() {
        LEFT.release(units);
    }
}
