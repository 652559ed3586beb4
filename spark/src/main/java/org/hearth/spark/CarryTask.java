package org.hearth.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import org.hearth.batch.InputKind;
import org.hearth.batch.Intake;
import org.hearth.batch.Intakes;
import org.hearth.json.Problems;
import org.hearth.sent.InputPast;
import scala.Tuple2;

/** Reads a portion for what its claims are to others; nothing is judged. */
final class CarryTask implements PairFlatMapFunction<Iterator<Integer>, byte[], byte[]> {

    private static final long serialVersionUID = 1L;

    private static final String NO_CLAIMS = "urn:hearth:problem:no-claims";

    private final Broadcast<Plan> plan;
    private final SerializableConfiguration configuration;
    private final Counters counters;

    CarryTask(Broadcast<Plan> plan, SerializableConfiguration configuration, Counters counters) {
        this.plan = plan;
        this.configuration = configuration;
        this.counters = counters;
    }

    @Override
    public Iterator<Tuple2<byte[], byte[]>> call(Iterator<Integer> numbers) {
        Language.set();
        return new Reading(numbers);
    }

    /** Reads no further than it is asked, so that no portion is held in memory. */
    private final class Reading implements Iterator<Tuple2<byte[], byte[]>> {

        private final InputPast past = new InputPast(true, plan.value().salt(), 0);
        private final Iterator<Integer> numbers;
        private Portion portion;
        private Iterator<Piece> pieces;
        private PieceReader intake;
        private long place;
        private Tuple2<byte[], byte[]> next;

        Reading(Iterator<Integer> numbers) {
            this.numbers = numbers;
            TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> close());
        }

        @Override
        public boolean hasNext() {
            try {
                while (next == null && open()) {
                    take(intake.next());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return next != null;
        }

        private boolean open() {
            while (intake == null) {
                if (pieces == null || !pieces.hasNext()) {
                    if (!numbers.hasNext()) {
                        return false;
                    }
                    portion = plan.value().portions().get(numbers.next());
                    pieces = portion.pieces().iterator();
                    place = portion.first();
                }
                intake = PieceReader.ofClaims(pieces.next(), configuration.value());
            }
            return true;
        }

        private void take(Intake.Item item) throws IOException {
            boolean ofEarlier = portion.number() < plan.value().earlier();
            if (item instanceof Intake.Read read) {
                long at = place++;
                next = past.carried(read.claim())
                        .map(claim -> new Tuple2<>(new Standing(claim.who(), claim.rest(), at).bytes(), claim.bytes()))
                        .orElse(null);
            } else if (item instanceof Intake.Unread && ofEarlier) {
                counters.earlierUnread().add(portion.number());
            } else if (item instanceof Intake.End end) {
                intake.close();
                intake = null;
                if (ofEarlier && end.problem() != null && !holdsNothing(end.problem())) {
                    throw new UnusableFileException("the earlier claims cannot be read: "
                            + end.problem().detail());
                }
            }
        }

        /** Other jobs write empty files for tasks that had nothing to write. */
        private static boolean holdsNothing(Problems why) {
            return why.type().equals(NO_CLAIMS) || why.equals(Intakes.strange(InputKind.EMPTY));
        }

        @Override
        public Tuple2<byte[], byte[]> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Tuple2<byte[], byte[]> given = next;
            next = null;
            return given;
        }

        private void close() {
            if (intake != null) {
                try {
                    intake.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
