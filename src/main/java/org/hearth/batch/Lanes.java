package org.hearth.batch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.hearth.claim.Claim;
import org.hearth.history.Earlier;

/**
 * Works out the answers to items on several threads and writes them, on the thread that calls, in the order of the
 * items. Items go to the threads in chunks; how many chunks wait, and how many service lines they hold, is bounded.
 */
final class Lanes implements AutoCloseable {

    /** An answer, worked out and ready to be written. */
    interface Answer {
        void write() throws IOException;
    }

    /** Writes an answer. */
    interface Writer {
        void write(Answer answer) throws IOException;
    }

    private static final int CLAIMS_OF_A_CHUNK = 32;
    private static final int LINES_OF_A_CHUNK = 1_000;
    private static final int CHUNKS_A_THREAD = 4;
    /** A claim with its history can have hundreds of thousands of lines; few such may wait at once. */
    private static final int LINES_WAITING = 100_000;

    private record Chunk(int lines, Future<List<Answer>> answers) {}

    private final ExecutorService threads;
    private final int chunksWaiting;
    private final Function<List<Turn>, List<Answer>> work;
    private final Writer writer;
    private final Queue<Chunk> waiting = new ArrayDeque<>();
    private List<Turn> filling = new ArrayList<>();
    private int linesFilling;
    private int linesWaiting;
    private volatile boolean closed;

    /** @param work works out the answers to some items, one each, in their order; safe for use by several threads */
    Lanes(int threads, Function<List<Turn>, List<Answer>> work, Writer writer) {
        this.threads = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "hearth-batch");
            thread.setDaemon(true);
            return thread;
        });
        this.chunksWaiting = CHUNKS_A_THREAD * threads;
        this.work = work;
        this.writer = writer;
    }

    /** Takes an item; writes answers that are ready, and waits for some if too many items wait. */
    void take(Turn turn) throws IOException {
        filling.add(turn);
        linesFilling += turn.item() instanceof Intake.Read read
                ? lines(read.claim(), turn.before().claims())
                : 0;
        if (filling.size() == CLAIMS_OF_A_CHUNK || linesFilling >= LINES_OF_A_CHUNK) {
            send();
            while (!waiting.isEmpty()
                    && (waiting.size() > chunksWaiting
                            || linesWaiting > LINES_WAITING
                            || waiting.peek().answers().isDone())) {
                writeFirst();
            }
        }
    }

    /** Writes the answers to all items that were taken. */
    void drain() throws IOException {
        send();
        while (!waiting.isEmpty()) {
            writeFirst();
        }
    }

    @Override
    public void close() {
        closed = true;
        threads.shutdownNow();
    }

    static InterruptedIOException interrupted() {
        return new InterruptedIOException("interrupted; the answer is not whole");
    }

    private static int lines(Claim claim, List<Earlier> before) {
        int lines = claim.lines().size();
        for (Earlier earlier : before) {
            lines += earlier.claim().lines().size();
        }
        if (claim.history() != null) {
            for (Claim earlier : claim.history()) {
                lines += earlier.lines().size();
            }
        }
        return lines;
    }

    private void send() {
        List<Turn> turns = filling;
        waiting.add(new Chunk(linesFilling, threads.submit(() -> closed ? List.<Answer>of() : work.apply(turns))));
        linesWaiting += linesFilling;
        filling = new ArrayList<>();
        linesFilling = 0;
    }

    private void writeFirst() throws IOException {
        Chunk first = waiting.remove();
        linesWaiting -= first.lines();
        try {
            for (Answer answer : first.answers().get()) {
                writer.write(answer);
            }
        } catch (InterruptedException e) {
            close();
            throw interrupted();
        } catch (ExecutionException e) {
            close();
            // the work itself lets no exception pass but those that nobody can mend
            throw new IllegalStateException("a thread of the batch failed", e.getCause());
        }
    }
}
