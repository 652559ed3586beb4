package org.hearth.web.request;

import java.util.concurrent.Semaphore;

/**
 * The threads that help requests to judge their claims: so many in all, however many requests there are. One that finds none left
 * judges on its own thread. Safe for use by any number of threads.
 */
final class Helpers {

    private final Semaphore left;
    private final int most;

    /**
     * @param all how many there are
     * @param most how many one request gets
     */
    Helpers(int all, int most) {
        this.left = new Semaphore(all);
        this.most = most;
    }

    /** Takes as many as are left, up to what one request gets, for {@link #back}; one alone would be of no help, so 0 or 2 and more. */
    int take() {
        int taken = 0;
        while (taken < most && left.tryAcquire()) {
            taken++;
        }
        if (taken == 1) {
            left.release();
            return 0;
        }
        return taken;
    }

    /** Gives back what was taken. */
    void back(int taken) {
        left.release(taken);
    }
}
