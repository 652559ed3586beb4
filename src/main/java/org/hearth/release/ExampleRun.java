package org.hearth.release;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hearth.evaluate.Evaluator;
import org.hearth.ruleset.Ruleset;

/**
 * Runs examples on all cores and tells of them in their order. What has been read of an example is kept for the next run while
 * there is memory for it: reading one takes longer than judging it.
 */
public final class ExampleRun {

    private static final int EXAMPLES_OF_A_CHUNK = 16;
    private static final int CHUNKS_A_THREAD = 4;
    private static final int MOST_KEPT = 10_000;

    private static SoftReference<Map<Example, Example.Prepared>> kept = new SoftReference<>(null);

    /** Told of each example, in their order. */
    @FunctionalInterface
    public interface Told {
        /**
         * An example has been run.
         *
         * @param mismatch how it came out otherwise than it wants; empty if it did not
         * @param ran how many have been run, with this one
         * @throws IOException if nobody listens any more; then no further ones are run
         */
        void ran(Example example, Optional<Mismatch> mismatch, int ran) throws IOException;
    }

    /**
     * What came of some examples.
     *
     * @param mismatches one each
     * @param fired in how many of them each rule fired, by its name
     */
    private record Outcome(List<Optional<Mismatch>> mismatches, Map<String, Integer> fired) {}

    private ExampleRun() {}

    /**
     * Runs examples.
     *
     * @return in how many examples each rule fired, by its name; a row's is {@code table/key}
     * @throws InterruptedIOException if the thread was interrupted
     * @throws IOException if nobody listens any more
     */
    public static Map<String, Integer> of(List<Example> examples, Ruleset ruleset, Told told) throws IOException {
        return of(
                examples,
                ruleset,
                Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), examples.size())),
                told);
    }

    /**
     * Runs examples on some threads.
     *
     * @see #of(List, Ruleset, Told)
     */
    public static Map<String, Integer> of(List<Example> examples, Ruleset ruleset, int threads, Told told)
            throws IOException {
        Evaluator evaluator = new Evaluator(() -> ruleset);
        Map<String, Integer> fired = new TreeMap<>();
        ExecutorService lanes = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "examples");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Queue<Future<Outcome>> waiting = new ArrayDeque<>();
            int sent = 0;
            int ran = 0;
            while (ran < examples.size()) {
                while (sent < examples.size() && waiting.size() < CHUNKS_A_THREAD * threads) {
                    List<Example> chunk = examples.subList(sent, Math.min(examples.size(), sent + EXAMPLES_OF_A_CHUNK));
                    waiting.add(lanes.submit(() -> outcome(chunk, evaluator)));
                    sent += chunk.size();
                }
                Outcome outcome = waiting.remove().get();
                outcome.fired().forEach((rule, times) -> fired.merge(rule, times, Integer::sum));
                for (Optional<Mismatch> mismatch : outcome.mismatches()) {
                    told.ran(examples.get(ran), mismatch, ran + 1);
                    ran++;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted; not all examples were run");
        } catch (ExecutionException e) {
            // an example lets no exception pass but those that nobody can mend
            throw new IllegalStateException("a thread of the examples failed", e.getCause());
        } finally {
            lanes.shutdownNow();
        }
        return fired;
    }

    private static Outcome outcome(List<Example> examples, Evaluator evaluator) {
        List<Optional<Mismatch>> mismatches = new ArrayList<>(examples.size());
        Map<String, Integer> fired = new TreeMap<>();
        Set<String> once = new HashSet<>();
        Map<Example, Example.Prepared> known = kept();
        for (Example example : examples) {
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
            try {
                Example.Prepared prepared = known.get(example);
                if (prepared == null) {
                    prepared = example.prepared();
                    known.put(example, prepared);
                }
                once.clear();
                mismatches.add(prepared.run(evaluator, once::add));
                once.forEach(rule -> fired.merge(rule, 1, Integer::sum));
            } catch (RuntimeException e) {
                mismatches.add(Optional.of(Example.unrunnable(e)));
            }
        }
        return new Outcome(mismatches, fired);
    }

    private static synchronized Map<Example, Example.Prepared> kept() {
        Map<Example, Example.Prepared> known = kept.get();
        if (known == null) {
            known = Collections.synchronizedMap(new LinkedHashMap<>(4_096, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Example, Example.Prepared> eldest) {
                    return size() > MOST_KEPT;
                }
            });
            kept = new SoftReference<>(known);
        }
        return known;
    }
}
