package org.hearth.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hearth.tables.workbook.InvalidTablesException;
import org.junit.jupiter.api.Test;

/** What a ruleset that is put together on two threads says where one of them fails. */
class RulesetCompilerTest {

    @Test
    void whatFailsBesideIsToldAsIfItHadFailedHere() {
        InvalidTablesException damaged = new InvalidTablesException(List.of());
        assertThatThrownBy(() -> RulesetCompiler.read(failing(damaged))).isSameAs(damaged);
        OutOfMemoryError full = new OutOfMemoryError("made up");
        assertThatThrownBy(() -> RulesetCompiler.read(failing(full))).isSameAs(full);
        assertThat(RulesetCompiler.read(CompletableFuture.supplyAsync(() -> "read")))
                .isEqualTo("read");
    }

    private static CompletableFuture<String> failing(Throwable why) {
        return CompletableFuture.supplyAsync(() -> {
            if (why instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) why;
        });
    }
}
