package org.hearth.spark;

import java.io.Serializable;
import java.util.TreeMap;
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
        OfPortions earlierUnread,
        Most mostOfOne)
        implements Serializable {

    /** Those of a run, by the names under which Spark shows them. */
    static Counters of(SparkContext spark) {
        OfPortions earlierUnread = new OfPortions();
        spark.register(earlierUnread, "hearth: earlier claims unreadable");
        Most most = new Most();
        spark.register(most, "hearth: most claims of one beneficiary");
        return new Counters(
                spark.longAccumulator("hearth: claims judged"),
                spark.longAccumulator("hearth: findings"),
                spark.longAccumulator("hearth: claims unreadable"),
                earlierUnread,
                most);
    }

    /** A count of each portion, which counts once however often the portion is read. */
    static final class OfPortions extends AccumulatorV2<Integer, Long> {

        private static final long serialVersionUID = 1L;

        private final TreeMap<Integer, Long> counts = new TreeMap<>();

        @Override
        public boolean isZero() {
            return counts.isEmpty();
        }

        @Override
        public OfPortions copy() {
            OfPortions copy = new OfPortions();
            copy.counts.putAll(counts);
            return copy;
        }

        @Override
        public void reset() {
            counts.clear();
        }

        /** Counts one more. @param portion its number */
        @Override
        public void add(Integer portion) {
            counts.merge(portion, 1L, Long::sum);
        }

        @Override
        public void merge(AccumulatorV2<Integer, Long> other) {
            ((OfPortions) other).counts.forEach((portion, count) -> counts.merge(portion, count, Math::max));
        }

        /** Of all portions together. */
        @Override
        public Long value() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }
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
