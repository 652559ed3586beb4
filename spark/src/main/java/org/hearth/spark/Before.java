package org.hearth.spark;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.hearth.sent.InputPast;
import scala.Tuple2;

/**
 * Goes through the claims of each beneficiary in their order and sends to each part what stands before those that it
 * holds: no more of one beneficiary than {@link InputPast} looks at, so that one with any number of claims takes no more
 * memory than others.
 */
final class Before implements PairFlatMapFunction<Iterator<Tuple2<byte[], byte[]>>, byte[], byte[]> {

    private static final long serialVersionUID = 1L;

    private final Broadcast<Plan> plan;
    private final Counters counters;

    Before(Broadcast<Plan> plan, Counters counters) {
        this.plan = plan;
        this.counters = counters;
    }

    @Override
    public Iterator<Tuple2<byte[], byte[]>> call(Iterator<Tuple2<byte[], byte[]>> sorted) {
        return new Windows(sorted, plan.value(), counters);
    }

    /** The claims of one beneficiary that are still looked at, while they go by. */
    private static final class Windows implements Iterator<Tuple2<byte[], byte[]>> {

        /** A claim as it is carried, and where it stands. */
        private record Claim(long place, byte[] carried) {}

        private final Iterator<Tuple2<byte[], byte[]>> sorted;
        private final boolean byDates;
        private final int earlier;
        private final Counters counters;

        /** One more than is looked at, so that it shows that there was more. */
        private final int most;

        private Deque<Claim> window = new ArrayDeque<>();
        private SortedSet<Integer> parts = new TreeSet<>();
        private Standing last;
        private long ofLast;
        private Iterator<Tuple2<byte[], byte[]>> sent = Collections.emptyIterator();

        Windows(Iterator<Tuple2<byte[], byte[]>> sorted, Plan plan, Counters counters) {
            this.sorted = sorted;
            byDates = plan.byDates();
            earlier = plan.earlier();
            most = 1 + (byDates ? InputPast.MOST_LOOKED_AT : InputPast.MOST);
            this.counters = counters;
        }

        @Override
        public boolean hasNext() {
            while (!sent.hasNext() && (last != null || sorted.hasNext())) {
                take(sorted.hasNext() ? sorted.next() : null);
            }
            return sent.hasNext();
        }

        private void take(Tuple2<byte[], byte[]> next) {
            Standing standing = next == null ? null : Standing.of(next._1());
            if (last != null && (standing == null || !standing.sameAs(last))) {
                endOfLast();
            }
            last = standing;
            if (standing == null) {
                return;
            }
            ofLast++;
            int part = Portion.of(standing.place()) - earlier;
            // the part itself knows what it reads; by dates it is also judged by what it has yet to read
            if (part >= 0 && parts.add(part) && !byDates) {
                send(List.of(part), List.copyOf(window));
            }
            window.add(new Claim(standing.place(), next._2()));
            if (window.size() > most) {
                window.remove();
            }
        }

        private void endOfLast() {
            if (byDates) {
                send(parts, window);
            }
            counters.mostOfOne().add(ofLast);
            ofLast = 0;
            window = new ArrayDeque<>();
            parts = new TreeSet<>();
        }

        private void send(Collection<Integer> to, Collection<Claim> claims) {
            sent = to.stream()
                    .flatMap(part -> claims.stream()
                            .map(claim -> new Tuple2<>(new Seat(part, claim.place()).bytes(), claim.carried())))
                    .iterator();
        }

        @Override
        public Tuple2<byte[], byte[]> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return sent.next();
        }
    }
}
