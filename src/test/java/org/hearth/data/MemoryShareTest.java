package org.hearth.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MemoryShareTest {

    @Test
    void whoFindsTooLittleLeftWaitsForATurn() throws Exception {
        long all = MemoryShare.left();
        CompletableFuture<Long> second = MemoryShare.hold(Long.MAX_VALUE, () -> {
            assertThat(MemoryShare.left()).isZero();
            CompletableFuture<Long> waiting =
                    CompletableFuture.supplyAsync(() -> MemoryShare.hold(1 << 20, MemoryShare::left));
            assertThatThrownBy(() -> waiting.get(100, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            return waiting;
        });
        assertThat(second.get()).isEqualTo(all - (1 << 20));
        assertThat(MemoryShare.left()).isEqualTo(all);
    }

    @Test
    void whatFailsGivesItsShareBack() {
        long all = MemoryShare.left();

        assertThatThrownBy(() -> MemoryShare.hold(1 << 20, () -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(MemoryShare.left()).isEqualTo(all);
    }

    @Test
    void whatIsSmallIsNotCounted() {
        long all = MemoryShare.left();

        assertThat(MemoryShare.hold(10_000, MemoryShare::left)).isEqualTo(all);
        assertThat(MemoryShare.left()).isEqualTo(all);
    }
}
