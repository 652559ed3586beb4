package org.hearth.sent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What other processes do to the embedded store. */
class KilledWriterTest {

    private static final int KILLS = 6;

    @TempDir
    private Path folder;

    private HistorySettings settings() {
        return new HistorySettings(HistorySettings.Mode.ON, folder, null, SentStoreContract.KEY, List.of());
    }

    @Test
    @Timeout(240)
    void whatWasSaidToBeKeptIsKeptWhenAWriterIsKilled() throws Exception {
        startable().destroyForcibly().waitFor();

        KillTrial.Result result = new KillTrial(settings(), 20).run(KILLS);

        assertThat(result.lost()).isZero();
        assertThat(result.doubled()).isZero();
        assertThat(result.said()).isGreaterThan(KILLS);
        assertThat(result.found()).isGreaterThanOrEqualTo(result.said());
    }

    @Test
    @Timeout(60)
    void aStoreThatAnotherProcessHasOpenIsWaitedForTwoSeconds() throws Exception {
        Process writer = startable();
        try {
            assertThat(writer.getInputStream().read()).isPositive();
            long start = System.nanoTime();

            assertThatThrownBy(() -> SentHistory.open(settings(), SentHistory.Purpose.READ))
                    .isInstanceOf(UnusableHistoryException.class)
                    .hasMessageContaining("open in another process")
                    .hasMessageContaining("HEARTH_HISTORY_URL");
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(1900), Duration.ofSeconds(20));
        } finally {
            writer.destroyForcibly().waitFor();
        }
        try (SentStore store =
                SentHistory.open(settings(), SentHistory.Purpose.READ).orElseThrow()) {
            assertThat(store.summary().claims()).isPositive();
        }
    }

    private Process startable() {
        try {
            return KillTrial.start(settings(), 0);
        } catch (IOException e) {
            return abort("no process can be started here: " + e.getMessage());
        }
    }
}
