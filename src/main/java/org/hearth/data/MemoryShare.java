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

    /**
     * What is done under a share.
     *
     * @param <T> what it comes to
     * @param <E> what it may throw
     */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {

        /** What it comes to. */
        T done() throws E;
    }

    private MemoryShare() {}

    /**
     * Works under a share, once there is one; what needs more than all there is gets all there is.
     *
     * @param bytes how much memory will be needed
     * @param work what needs it, on this thread
     * @return what the work came to
     * @throws E what the work throws
     */
    public static <T, E extends Exception> T hold(long bytes, Work<T, E> work) throws E {
        if (bytes < COUNTED_FROM) {
            return work.done();
        }
        int units = (int) Math.min(ALL, bytes / UNIT);
        LEFT.acquireUninterruptibly(units);
        try {
            return work.done();
        } finally {
            LEFT.release(units);
        }
    }

    /** How many bytes are not taken. */
    static long left() {
        return (long) LEFT.availablePermits() * UNIT;
    }
}
