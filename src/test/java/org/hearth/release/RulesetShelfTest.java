package org.hearth.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hearth.data.DataFolder;
import org.hearth.store.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesetShelfTest {

    private static final String THERE = "2026-01-01+000000000000";
    private static final String HERE = "2026-01-02+000000000000";

    @TempDir
    private Path folder;

    @Test
    void whoAsksForWhatIsHereDoesNotWaitForAnotherMachine() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answers = new CountDownLatch(1);
        Objects slow = (Objects) Proxy.newProxyInstance(
                Objects.class.getClassLoader(), new Class<?>[] {Objects.class}, (proxy, method, arguments) -> {
                    asked.countDown();
                    answers.await();
                    return Optional.empty();
                });
        RulesetShelf shelf = new RulesetShelf(new ActiveRuleset(), new RulesetStore(new DataFolder(folder), slow));
        ActiveRuleset.State kept = new ActiveRuleset.Unusable(List.of("older"));
        shelf.put(HERE, kept);
        CompletableFuture<Optional<ActiveRuleset.State>> waiting =
                CompletableFuture.supplyAsync(() -> get(shelf, THERE));
        try {
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

            assertThat(CompletableFuture.supplyAsync(() -> get(shelf, HERE)).get(10, TimeUnit.SECONDS))
                    .contains(kept);
            assertThat(shelf.isHere(HERE)).isTrue();
            assertThat(shelf.isHere(THERE)).isFalse();
            assertThat(waiting).isNotDone();
        } finally {
            answers.countDown();
        }
        assertThat(waiting.get(10, TimeUnit.SECONDS)).isEmpty();
    }

    private static Optional<ActiveRuleset.State> get(RulesetShelf shelf, String version) {
        try {
            return shelf.get(version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
