package org.hearth.spark;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.hearth.batch.Batch;
import org.hearth.batch.Defects;
import org.hearth.batch.Format;
import org.hearth.batch.Intake;
import org.hearth.batch.Pasts;
import org.hearth.evaluate.Evaluator;
import org.hearth.sent.InputPast;
import org.hearth.sent.InputPast.Carried;
import scala.Tuple2;

/** Judges a part of the claims, each by what was carried to the part and what stands before it there. */
final class JudgeTask implements Function2<Integer, Iterator<Tuple2<byte[], byte[]>>, Iterator<Part>> {

    private static final long serialVersionUID = 1L;

    private final Broadcast<Plan> plan;
    private final Broadcast<ShippedRuleset> ruleset;
    private final SerializableConfiguration configuration;
    private final Counters counters;

    JudgeTask(
            Broadcast<Plan> plan,
            Broadcast<ShippedRuleset> ruleset,
            SerializableConfiguration configuration,
            Counters counters) {
        this.plan = plan;
        this.ruleset = ruleset;
        this.configuration = configuration;
        this.counters = counters;
    }

    @Override
    public Iterator<Part> call(Integer number, Iterator<Tuple2<byte[], byte[]>> before) throws IOException {
        Language.set();
        Configuration hadoop = configuration.value();
        Portion portion = plan.value().part(number);
        Staging.Attempt attempt = new Staging.Attempt(
                plan.value().staging(), "judge-" + TaskContext.get().taskAttemptId(), hadoop);
        Part part = new Part();
        Evaluator evaluator = ruleset.value().evaluator();
        try (InputPast past = past(portion, before);
                PartOutput output = new PartOutput(part, number, plan.value().acknowledging(), attempt, counters);
                Batch batch = new Batch(
                        evaluator::evaluate,
                        Defects::problem,
                        output,
                        1,
                        new Pasts(KeptHistory.of(plan.value().history()), past))) {
            for (Piece piece : portion.pieces()) {
                judge(piece, batch, output, part, hadoop);
                acknowledge(piece, plan.value().acknowledging(), attempt, hadoop);
            }
            batch.finish();
        }
        attempt.commit();
        return List.of(part).iterator();
    }

    private InputPast past(Portion portion, Iterator<Tuple2<byte[], byte[]>> before) {
        InputPast past = new InputPast(plan.value().byDates(), plan.value().salt(), portion.first());
        try {
            while (before.hasNext()) {
                Tuple2<byte[], byte[]> one = before.next();
                past.collect(Carried.of(one._2()), Seat.of(one._1()).place());
            }
            return past;
        } catch (RuntimeException e) {
            past.close();
            throw e;
        }
    }

    /** A 999 judges no claim, and is written as its file is read. */
    private static void acknowledge(
            Piece piece, Acknowledging acknowledging, Staging.Attempt attempt, Configuration hadoop)
            throws IOException {
        if (!acknowledging.wants(Format.IMPLEMENTATION_ACKNOWLEDGEMENT, piece.input())) {
            return;
        }
        try (Acknowledging.Answered answered =
                        acknowledging.begin(Format.IMPLEMENTATION_ACKNOWLEDGEMENT, piece.input(), attempt);
                PieceReader reader = new PieceReader(piece, hadoop, answered::open)) {
            Intake.Item item;
            do {
                item = reader.next();
            } while (!(item instanceof Intake.End));
        }
    }

    private static void judge(Piece piece, Batch batch, PartOutput output, Part part, Configuration hadoop)
            throws IOException {
        output.next(piece);
        try (PieceReader reader = new PieceReader(piece, hadoop, batch::open)) {
            batch.run(reader);
            if (reader.defect()) {
                part.addDefect();
            }
            if (piece.cut() != null) {
                part.add(reader.end(), output.faults());
            }
        }
    }
}
