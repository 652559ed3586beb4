package org.hearth.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.hearth.claim.Claim;
import org.hearth.claim.Origin;
import org.hearth.evaluate.Evaluation;
import org.hearth.evaluate.Evaluator;
import org.hearth.json.ClaimReader;
import org.hearth.json.EvaluationWriter;
import org.hearth.rules.Rulesets;
import org.hearth.ruleset.CheckedTables;
import org.hearth.ruleset.Ruleset;
import org.hearth.ruleset.RulesetCompiler;
import org.hearth.ruleset.RulesetFiles;
import org.junit.jupiter.api.Test;

/** Tables change while claims are judged: each answer is that of the version it names, and nothing is left behind. */
class SwapTest {

    private static final int SWAPS = 50;
    private static final int SWAPS_BETWEEN_RELOADS = 9;
    private static final int RELOADS = 30;
    private static final long A_FEW_MEGABYTES = 8L << 20;

    @Test
    void noAnswerIsWrongWhileTablesSwap() throws Exception {
        Claim claim = claim();
        RulesetFiles[] files = {Rulesets.files(), EditedTables.rulesetWith("GO")};
        Map<String, String> right = Map.of(
                Rulesets.ruleset().version(), answer(RulesetCompiler.compile(files[0]), claim),
                RulesetCompiler.compile(files[1]).version(), answer(RulesetCompiler.compile(files[1]), claim));
        assertThat(right.values())
                .satisfiesExactlyInAnyOrder(
                        shipped -> assertThat(shipped).contains("carries no `GP`"),
                        edited -> assertThat(edited).contains("carries no `GO`"));
        ActiveRuleset active = new ActiveRuleset();
        active.set(loaded(files[0]));
        AtomicBoolean swapping = new AtomicBoolean(true);
        ExecutorService judges = Executors.newFixedThreadPool(2);
        try {
            Callable<List<String>> judge = () -> {
                Evaluator evaluator = new Evaluator(() -> ((ActiveRuleset.Loaded) active.state()).ruleset());
                List<String> named = new ArrayList<>();
                while (swapping.get() || named.size() < 1_000) {
                    Evaluation evaluation = evaluator.evaluate(claim);
                    assertThat(EvaluationWriter.line(evaluation)).isEqualTo(right.get(evaluation.ruleset()));
                    named.add(evaluation.ruleset());
                }
                return named;
            };
            List<Future<List<String>>> judged = List.of(judges.submit(judge), judges.submit(judge));
            ActiveRuleset.Loaded[] two = {loaded(files[0]), loaded(files[1])};
            for (int swap = 1; swap <= SWAPS; swap++) {
                if (swap % SWAPS_BETWEEN_RELOADS == 0) {
                    two[swap % 2] = loaded(files[swap % 2]);
                }
                active.set(two[swap % 2]);
                Thread.sleep(2);
            }
            swapping.set(false);
            for (Future<List<String>> one : judged) {
                assertThat(one.get()).hasSizeGreaterThanOrEqualTo(1_000).containsAll(right.keySet());
            }
        } finally {
            judges.shutdownNow();
        }
    }

    @Test
    void reloadsLeaveNothingBehind() throws Exception {
        Claim claim = claim();
        LocalDate today = LocalDate.parse("2026-11-23");
        CheckedTables[] two = {
            CheckedTables.of(Rulesets.files(), today), CheckedTables.of(EditedTables.rulesetWith("GO"), today)
        };
        reload(two, claim, 10);
        long heap = used(MemoryType.HEAP);
        long metaspace = used(MemoryType.NON_HEAP);

        reload(two, claim, RELOADS);

        // a ruleset that stayed would take two and a half megabytes each time
        assertThat(used(MemoryType.HEAP)).isLessThan(heap + A_FEW_MEGABYTES);
        assertThat(used(MemoryType.NON_HEAP)).isLessThan(metaspace + A_FEW_MEGABYTES);
    }

    private static void reload(CheckedTables[] two, Claim claim, int times) {
        AtomicReference<Ruleset> active = new AtomicReference<>();
        for (int time = 0; time < times; time++) {
            active.set(two[time % 2].compile());
            answer(active.get(), claim);
        }
    }

    private static ActiveRuleset.Loaded loaded(RulesetFiles files) {
        return new ActiveRuleset.Loaded(RulesetCompiler.compile(files), files, Instant.now());
    }

    private static String answer(Ruleset ruleset, Claim claim) {
        return EvaluationWriter.line(new Evaluator(() -> ruleset).evaluate(claim));
    }

    private static Claim claim() throws Exception {
        return ClaimReader.read(
                Files.readAllBytes(Path.of("src/main/resources/samples/outpatient-therapy-2018.json")), Origin.NONE);
    }

    /** What is in use after a collection; of the memory beside the heap only that of classes, which compiled code is not. */
    private static long used(MemoryType type) throws InterruptedException {
        for (int round = 0; round < 3; round++) {
            System.gc();
            Thread.sleep(50);
        }
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == type)
                .filter(pool -> type == MemoryType.HEAP || pool.getName().contains("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
