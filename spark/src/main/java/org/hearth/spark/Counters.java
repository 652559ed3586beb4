package org.hearth.spark;

import java.io.Serializable;
import org.apache.spark.SparkContext;
import org.apache.spark.util.AccumulatorV2;
import org.apache.spark.util.LongAccumulator;

/**
 * What Spark's pages show of a run while it goes on. A task that is done twice is counted twice here; what the answer says is
 * not taken from these, but for what counts no more by being seen again.
 *
 * @param judged claims that were judged
 * @param findings what was found on them
 * @param problems claims that could not be read
 * @param earlierUnread claims of the earlier ones that could not be read
 * @param mostOfOne the most claims of one beneficiary and agency
 */
record Counters(
        LongAccumulator judged,
        LongAccumulator findings,
        LongAccumulator problems,
        LongAccumulator earlierUnread,
        Most mostOfOne)
        implements Serializable {

    /** Those of a run, by the names under which Spark shows them. */
    static Counters of(SparkContext spark) {
        Most most = new Most();
        spark.register(most, "hearth: most claims of one beneficiary");
        return new Counters(
                spark.longAccumulator("hearth: claims judged"),
                spark.longAccumulator("hearth: findings"),
                spark.longAccumulator("hearth: claims unreadable"),
                spark.longAccumulator("hearth: earlier claims unreadable"),
                most);
    }

    /** The greatest of all numbers that were added. */
    static final class Most extends AccumulatorV2<Long, Long> {

        private static final long serialVersionUID = 1L;

        private long most;

        @Override
        public boolean isZero() {
            return most == 0;
        }

        @Override
        public Most copy() {
            Most copy = new Most();
            copy.most = most;
            return copy;
        }

        @Override
        public void reset() {
            most = 0;
        }

        @Override
        public void add(Long value) {
            most = Math.max(most, value);
        }

        @Override
        public void merge(AccumulatorV2<Long, Long> other) {
            add(other.value());
        }

        @Override
        public Long value() {
            return most;
        }
    }
}
