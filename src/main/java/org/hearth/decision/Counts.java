package org.hearth.decision;

import org.hearth.evaluate.Evaluation;

/** Counts the work. Safe for use by any number of threads, and never fails. */
public interface Counts {

    /** Counts nothing. */
    Counts NONE = new Counts() {
        @Override
        public void judged(CallKind call, Evaluation evaluation, long nanos) {
            // nobody asks
        }

        @Override
        public void unreadable(CallKind call, long claims) {
            // nobody asks
        }

        @Override
        public void torn(CallKind call) {
            // nobody asks
        }
    };

    /**
     * A claim was judged, or was found not to be Hearth's to judge.
     *
     * @param nanos how long that took
     */
    void judged(CallKind call, Evaluation evaluation, long nanos);

    /** So many claims could not be read, or not be judged for a defect of ours. */
    void unreadable(CallKind call, long claims);

    /** An input was not read to its end, or its answer not written to its end. */
    void torn(CallKind call);
}
