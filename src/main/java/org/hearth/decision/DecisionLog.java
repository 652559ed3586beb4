package org.hearth.decision;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.hearth.claim.Claim;
import org.hearth.decision.Sink.Line;
import org.hearth.evaluate.Evaluation;
import org.hearth.history.Past;

/**
 * A log of decisions. A line is made where the claim was judged and written by a thread of the log's own, so no claim waits for a disk
 * or a database, or fails for it: what cannot be written is tried again, and while there is no room left for what waits, lines are lost.
 * They are counted, and the log says where they are missing once it can be written again. Safe for use by any number of threads.
 */
public final class DecisionLog implements AutoCloseable {

    /** How many lines wait at most; each is some hundred bytes. */
    static final int MOST_WAITING = 8_192;

    private static final int MOST_AT_A_TIME = 512;
    private static final long MILLIS_FOR_ROOM = 100;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PAUSE_FOR_KEY = Duration.ofSeconds(10);
    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(5);

    /**
     * How it stands with a log.
     *
     * @param written how many lines were written
     * @param lost how many lines were lost
     * @param waiting how many lines wait to be written
     * @param failure why it cannot be written just now; {@code null} where it can be
     * @param since when it first could not be; {@code null} where it can be
     */
    public record State(long written, long lost, int waiting, String failure, Instant since) {}

    /** Wakes the writer, and is no line. */
    private static final Line NUDGE = new Line("", Instant.EPOCH, null, new byte[0]);

    /** Lines of which the log says that they are missing. */
    private record Gap(long lines, Instant from, Instant through, String why) {}

    private final LogSettings settings;
    private final Sink sink;
    private final Clock clock;
    private final Consumer<String> told;
    private final BlockingQueue<Line> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final Thread writer = new Thread(this::run, "decisions");

    private volatile Seals seals;
    private volatile String failure;
    private volatile Instant since;
    private volatile boolean closing;
    private long keyTriedAt = System.nanoTime() - PAUSE_FOR_KEY.toNanos();
    private Gap gap;
    private boolean begun;

    /**
     * Opens a log; nothing is made before the first line.
     *
     * @param told is told, once, when it cannot be written, and when it can be again
     */
    public DecisionLog(LogSettings settings, Consumer<String> told) {
        this(
                settings,
                settings.folder() == null
                        ? new DatabaseSink(settings.url())
                        : new FileSink(settings.folder(), settings.fileBytes(), settings.files(), Clock.systemUTC()),
                Clock.systemUTC(),
                told);
    }

    DecisionLog(LogSettings settings, Sink sink, Clock clock, Consumer<String> told) {
        this.settings = settings;
        this.sink = sink;
        this.clock = clock;
        this.told = told;
        writer.setDaemon(true);
    }

    /** Where it is, for people, without a password. */
    public String place() {
        return sink.place();
    }

    /** How it stands with it now. */
    public State state() {
        return new State(written.get(), lost.get(), waiting.size(), failure, since);
    }

    /** Adds the line of a claim that was judged. Never fails. */
    void add(Judging.Call call, long number, Claim claim, Past past, Evaluation evaluation, long nanos) {
        Instant now = clock.instant();
        try {
            Seals by = seals();
            if (by == null) {
                lose(now, failure);
                return;
            }
            Decision decision = by.decision(
                    new Seals.About(call.id() + "/" + number, now, call.kind(), call.who(), nanos),
                    claim,
                    past,
                    evaluation);
            Line line = new Line(decision.id(), now, decision.sealed().claim(), decision.line());
            if (!waiting.offer(line) && !waitsForRoom(line)) {
                lose(now, failure == null ? "lines came faster than they could be written" : failure);
            }
        } catch (RuntimeException | StackOverflowError e) {
            // a defect here is none of the claim's, and what it says may hold the claim's data
            lose(now, "a defect of Hearth: " + e.getClass().getName());
        }
    }

    /** Who writes faster than a sound disk waits for it a little; for one that is not sound nobody waits. */
    private boolean waitsForRoom(Line line) {
        if (failure != null) {
            return false;
        }
        try {
            return waiting.offer(line, MILLIS_FOR_ROOM, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Seals seals() {
        Seals known = seals;
        return known == null ? firstSeals() : known;
    }

    private synchronized Seals firstSeals() {
        if (seals == null && System.nanoTime() - keyTriedAt >= PAUSE_FOR_KEY.toNanos()) {
            keyTriedAt = System.nanoTime();
            try {
                seals = new Seals(settings.readKey());
                recovered();
            } catch (IOException e) {
                fails(e);
            }
        }
        if (!begun && !closing) {
            begun = true;
            writer.start();
        }
        return seals;
    }

    private synchronized void lose(Instant now, String why) {
        lost.incrementAndGet();
        gap = gap == null ? new Gap(1, now, now, why) : new Gap(gap.lines() + 1, gap.from(), now, why);
    }

    private synchronized Optional<Gap> takeGap() {
        Gap taken = gap;
        gap = null;
        return Optional.ofNullable(taken);
    }

    private void run() {
        List<Line> batch = new ArrayList<>();
        long closingAt = 0;
        while (true) {
            if (closing && closingAt == 0) {
                closingAt = System.nanoTime();
            }
            if (batch.isEmpty()) {
                fill(batch);
            }
            if (batch.isEmpty()) {
                if (closing && waiting.isEmpty()) {
                    break;
                }
                continue;
            }
            if (!write(batch)) {
                if (closing && System.nanoTime() - closingAt > PATIENCE_AT_END.toNanos()) {
                    break;
                }
                pause();
            }
        }
        long left = batch.size() + waiting.size();
        if (left > 0) {
            lost.addAndGet(left);
            told.accept("the decision log in `" + place() + "` ends without its last " + left + " lines: " + failure);
        }
        sink.close();
    }

    /** What waits; and what says that lines are missing, once what came before them is written. */
    private void fill(List<Line> batch) {
        try {
            Line first = waiting.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            if (first != null) {
                batch.add(first);
                waiting.drainTo(batch, MOST_AT_A_TIME - 1);
            }
        } catch (InterruptedException e) {
            closing = true;
        }
        batch.removeIf(line -> line == NUDGE);
        if (batch.size() < MOST_AT_A_TIME && waiting.isEmpty() && seals != null) {
            takeGap().map(DecisionLog::line).ifPresent(batch::add);
        }
    }

    private static Line line(Gap gap) {
        String content = "{\"lost\":{\"lines\":" + gap.lines() + ",\"from\":\"" + gap.from() + "\",\"through\":\""
                + gap.through() + "\",\"why\":\""
                + new String(JsonStringEncoder.getInstance().quoteAsString(String.valueOf(gap.why()))) + "\"}}\n";
        return new Line("lost/" + UUID.randomUUID(), gap.through(), null, content.getBytes(StandardCharsets.UTF_8));
    }

    private boolean write(List<Line> batch) {
        try {
            sink.write(batch);
            written.addAndGet(
                    batch.stream().filter(line -> line.claim() != null).count());
            batch.clear();
            recovered();
            return true;
        } catch (IOException | RuntimeException e) {
            fails(e);
            return false;
        }
    }

    private synchronized void fails(Exception e) {
        String why = e.getMessage() == null ? e.getClass().getName() : e.getMessage();
        if (failure == null) {
            since = clock.instant();
            told.accept(
                    "the decision log in `" + place() + "` cannot be written, claims are judged nevertheless: " + why);
        }
        failure = why;
    }

    private synchronized void recovered() {
        if (failure != null) {
            told.accept("the decision log in `" + place() + "` can be written again; " + lost.get()
                    + " lines were lost since the start");
        }
        failure = null;
        since = null;
    }

    private void pause() {
        try {
            Thread.sleep(closing ? PAUSE.toMillis() / 10 : PAUSE.toMillis());
        } catch (InterruptedException e) {
            closing = true;
        }
    }

    /** Writes what still waits, for some seconds if it must. */
    @Override
    public void close() {
        boolean running;
        synchronized (this) {
            closing = true;
            running = begun;
        }
        if (!running) {
            sink.close();
            return;
        }
        // where there is no room for it the writer has something to do
        waiting.offer(NUDGE);
        try {
            writer.join(PATIENCE_AT_END.toMillis() * 2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
