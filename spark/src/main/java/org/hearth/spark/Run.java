package org.hearth.spark;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.hearth.batch.Format;
import org.hearth.batch.InputPieces;
import org.hearth.batch.Intake;
import org.hearth.batch.Output;
import org.hearth.batch.UnjudgedFaults;
import org.hearth.sent.InputPast;

/**
 * A run: inputs are listed and cut; each part is read once for what its claims are to those of other parts, which a shuffle
 * carries there, and once more to be judged, so that no claim itself is ever shuffled and the answers stand in the order of
 * the inputs as they are written.
 */
final class Run implements Closeable {

    /** Tasks a core, so that those that end early have something left to do. */
    private static final int TASKS_OF_A_CORE = 4;

    private static final long LEAST_PORTION = 1L << 20;
    private static final long MOST_PORTION = 128L << 20;
    private static final int MOST_BEFORE_TASKS = 2_000;

    private final JavaSparkContext spark;
    private final Settings settings;
    private final SerializableConfiguration configuration;
    private final Configuration hadoop;
    private final Map<String, InputPieces> cut = new HashMap<>();
    private final List<String> evaluations = new ArrayList<>();
    private Staging staging;

    Run(JavaSparkContext spark, Settings settings) {
        this.spark = spark;
        this.settings = settings;
        hadoop = LocalFiles.in(spark.hadoopConfiguration());
        configuration = new SerializableConfiguration(hadoop);
    }

    /**
     * Judges all claims of the inputs and writes the answer.
     *
     * @return what it came to
     * @throws IOException if the answer cannot be written
     */
    Summary call() throws IOException {
        staging = new Staging(settings.out(), read(), hadoop);
        Summary summary = written();
        staging.publish(evaluations);
        return summary;
    }

    /** Takes away what is left of the run. Spark is to be closed by then: tasks that go on make files again. */
    @Override
    public void close() throws IOException {
        if (staging != null) {
            staging.discard();
        }
    }

    private List<String> read() {
        List<String> read = new ArrayList<>(settings.files());
        if (settings.history() != null && !KeptHistory.isShared(settings.history())) {
            read.add(settings.history());
        }
        return read;
    }

    private Summary written() throws IOException {
        ShippedRuleset ruleset = ShippedRuleset.of(settings.ruleset());
        Plan plan = plan();
        Counters counters = Counters.of(spark.sc());
        Part whole = new Part();
        join(judged(plan, ruleset, counters), plan, whole);
        end(whole, plan);
        Summary summary = new Summary(ruleset.version(), plan, whole, counters);
        write(new Path(plan.staging(), Answer.SUMMARY), summary.json());
        return summary;
    }

    private Plan plan() throws IOException {
        Inputs inputs = new Inputs(hadoop);
        String history = settings.history();
        boolean kept = history != null && KeptHistory.isPlace(history);
        if (kept && !KeptHistory.isShared(history) && !spark.sc().isLocal()) {
            throw new UnusableFileException(
                    "the history in `" + history + "` belongs to one process at a time, and a cluster"
                            + " has several; keep it in a PostgreSQL, or name a file of the earlier claims");
        }
        List<Input> listed = inputs.of(settings.files());
        long size = settings.portion() > 0 ? settings.portion() : portion(listed);
        // whether earlier claims could be read whole, their one reader tells
        List<Piece> earlier = history == null || kept ? List.of() : pieces(inputs.of(List.of(history)), Long.MAX_VALUE);
        // an acknowledgement answers a file from its first segment to its last
        List<Piece> pieces = pieces(listed, settings.acknowledgements().isEmpty() ? size : Long.MAX_VALUE);
        List<Portion> portions = new ArrayList<>(Portion.join(earlier, 0, size));
        int first = portions.size();
        portions.addAll(Portion.join(pieces, first, size));
        return new Plan(
                InputPast.newSalt(),
                settings.byDates(),
                first,
                portions,
                kept ? history : null,
                staging.folder(),
                new Acknowledging(
                        settings.acknowledgements(), settings.controlNumber(), Instant.now(), ZoneId.systemDefault()));
    }

    private List<Piece> pieces(List<Input> inputs, long size) throws IOException {
        if (inputs.isEmpty()) {
            return List.of();
        }
        int tasks = Math.min(inputs.size(), TASKS_OF_A_CORE * spark.defaultParallelism());
        List<CutFile> looked = spark.parallelize(inputs, tasks)
                .map(new Looking(configuration, size))
                .collect();
        for (int index = 0; index < looked.size(); index++) {
            Input input = looked.get(index).input();
            if (input.broken() != null && inputs.get(index).broken() == null) {
                Looking.requireBroken(input, hadoop);
            }
        }
        looked.stream()
                .filter(file -> file.cut() != null)
                .forEach(file -> cut.put(file.input().path(), file.cut()));
        return looked.stream().flatMap(file -> file.pieces().stream()).toList();
    }

    private long portion(List<Input> inputs) {
        long bytes = inputs.stream().mapToLong(Input::bytes).sum();
        long even = bytes / ((long) TASKS_OF_A_CORE * spark.defaultParallelism());
        return Math.min(MOST_PORTION, Math.max(LEAST_PORTION, even));
    }

    private List<Part> judged(Plan plan, ShippedRuleset ruleset, Counters counters) {
        if (plan.parts() == 0) {
            return List.of();
        }
        Broadcast<Plan> everywhere = spark.broadcast(plan);
        Broadcast<ShippedRuleset> shipped = spark.broadcast(ruleset);
        int all = plan.portions().size();
        ByBytes order = new ByBytes();
        JavaPairRDD<byte[], byte[]> carried = spark.parallelize(
                        IntStream.range(0, all).boxed().toList(), all)
                .mapPartitionsToPair(new CarryTask(everywhere, configuration, counters));
        JavaPairRDD<byte[], byte[]> before = carried.repartitionAndSortWithinPartitions(
                        new Partitioners.ByWho(Math.min(all, MOST_BEFORE_TASKS)), order)
                .mapPartitionsToPair(new Before(everywhere, counters));
        return before.repartitionAndSortWithinPartitions(new Partitioners.ByPart(plan.parts()), order)
                .mapPartitionsWithIndex(new JudgeTask(everywhere, shipped, configuration, counters), false)
                .collect();
    }

    /** Adds up the parts, and writes what is said of the end of files that were cut. */
    private void join(List<Part> parts, Plan plan, Part whole) throws IOException {
        List<Part.OfPiece> ofFile = new ArrayList<>();
        for (int number = 0; number < parts.size(); number++) {
            Part part = parts.get(number);
            whole.add(part);
            ofFile.addAll(part.ofPieces());
            evaluations.add(Answer.part(number));
            Piece last = plan.part(number).last();
            if (last.endsCutFile()) {
                Intake.End end = end(cut.get(last.input().path()), ofFile);
                StringBuilder text = new StringBuilder();
                Format.NDJSON.to(text, new StringBuilder()).end(end);
                evaluations.add(Answer.end(number));
                write(new Path(plan.staging(), Answer.end(number)), text.toString());
                whole.addCut(end);
                ofFile.clear();
            }
        }
    }

    private static Intake.End end(InputPieces pieces, List<Part.OfPiece> told) {
        UnjudgedFaults faults = new UnjudgedFaults();
        told.forEach(piece -> faults.note(piece.faults()));
        return faults.addedTo(pieces.end(told.stream().map(Part.OfPiece::end).toList()));
    }

    /** Writes the last line of the answer, in the file after those of the parts. */
    private void end(Part whole, Plan plan) throws IOException {
        StringBuilder text = new StringBuilder();
        Output lines = Format.NDJSON.to(text, new StringBuilder());
        for (Intake.End end : whole.ends()) {
            lines.end(end);
        }
        lines.close(whole.tally());
        evaluations.add(Answer.part(plan.parts()));
        write(new Path(plan.staging(), Answer.part(plan.parts())), text.toString());
    }

    private void write(Path path, String text) throws IOException {
        FileSystem files = path.getFileSystem(hadoop);
        try (OutputStream out = files.create(path)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
