package org.hearth.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MemoryShareTest {

    @Test
    void whoFindsTooLittleLeftWaitsForATurn() throws Exception {
        long all = MemoryShare.left();
        CompletableFuture<Void> second;
        MemoryShare first = MemoryShare.of(Long.MAX_VALUE);
        try {
            assertThat(MemoryShare.left()).isZero();
            second = CompletableFuture.runAsync(() -> MemoryShare.of(1 << 20).close());
            Assertions.assertThatThrownBy(() -> second.get(100, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
        } finally {
            first.close();
        }
        second.get();
        assertThat(MemoryShare.left()).isEqualTo(all);
    }

    @Test
    void whatIsSmallIsNotCounted() {
        long all = MemoryShare.left();
        MemoryShare share = MemoryShare.of(10_000);

        assertThat(MemoryShare.left()).isEqualTo(all);
        share.close();
        assertThat(MemoryShare.left()).isEqualTo(all);
    }
}
