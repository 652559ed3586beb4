package org.hearth.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hearth.x12.Mutations;
import org.junit.jupiter.api.Test;

/**
 * Broken inputs, as many as the property {@code hearth.fuzz.inputs} says, take the path that {@code hearth check} takes:
 * never an exception, never a hang, never a claim lost that stood before the break. Inputs that fail are kept under
 * {@code target/fuzz}.
 */
class FuzzTest {

    private static final int INPUTS = Integer.getInteger("hearth.fuzz.inputs", 1_000);
    private static final long SEED = Long.getLong("hearth.fuzz.seed", 837);
    private static final int SECONDS_A_CASE = 20;
    private static final int FAILURES_LISTED = 40;
    private static final Path KEPT = Path.of("target", "fuzz");

    @Test
    void brokenInputsCostThemselvesAlone() throws Exception {
        List<FuzzSeed> seeds = FuzzSeed.all();
        Mutations mutations = new Mutations(SEED);
        ExecutorService worker = Executors.newSingleThreadExecutor(FuzzTest::daemon);
        Map<String, String> failures = new TreeMap<>();
        long claims = 0;
        for (int input = 0; input < INPUTS && failures.size() < FAILURES_LISTED; input++) {
            FuzzSeed seed = seeds.get(mutations.pick(seeds.size()));
            byte[] broken = seed.broken(mutations);
            Future<Long> judged = worker.submit(() -> seed.judge(broken));
            try {
                claims += judged.get(SECONDS_A_CASE, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                keep(failures, reason(e.getCause()), seed, input, broken);
            } catch (TimeoutException e) {
                keep(failures, "does not end", seed, input, broken);
                worker.shutdownNow();
                worker = Executors.newSingleThreadExecutor(FuzzTest::daemon);
            }
        }
        worker.shutdownNow();

        assertThat(failures).isEmpty();
        // what is broken beyond recognition tests nothing
        assertThat(claims).isGreaterThan(INPUTS / 2);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "fuzz");
        thread.setDaemon(true);
        return thread;
    }

    private static void keep(Map<String, String> failures, String reason, FuzzSeed seed, int input, byte[] broken)
            throws IOException {
        String name = input + "-" + seed.name();
        if (failures.putIfAbsent(reason, name) == null) {
            Files.createDirectories(KEPT);
            Files.write(KEPT.resolve(name), broken);
        }
    }

    /** The same fault at the same place of the program counts once. */
    private static String reason(Throwable fault) {
        StringBuilder reason = new StringBuilder(fault.getClass().getSimpleName());
        if (fault instanceof AssertionError) {
            reason.append(' ').append(fault.getMessage().lines().limit(12).toList());
        }
        int places = 0;
        for (StackTraceElement place : fault.getStackTrace()) {
            if (place.getClassName().startsWith("org.hearth.") && places++ < 3) {
                reason.append(" at ").append(place);
            }
        }
        return reason.toString();
    }
}
