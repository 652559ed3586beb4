package org.hearth.sent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.claim.ServiceLine;
import org.hearth.history.Earlier;
import org.hearth.history.Seal;
import org.hearth.sent.HistorySettings.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveHistoryTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);

    @TempDir
    private Path folder;

    private Mode mode = Mode.OFF;
    private String key = SentStoreContract.KEY;
    private int asked;

    private LiveHistory history() {
        return new LiveHistory(() -> {
            asked++;
            return new HistorySettings(mode, folder, null, key, List.of());
        });
    }

    @Test
    void isThereOnceItIsTurnedOn() throws IOException {
        List<Claim> asking = SentClaim.monthly(11, 12);
        try (LiveHistory history = history()) {
            assertThat(history.of(asking)).containsExactly(List.of(), List.of());
            assertThat(history.toKeep()).isEmpty();
            assertThat(history.seal()).isSameAs(Seal.NONE);
            mode = Mode.ON;
            assertThat(history.of(asking)).containsExactly(List.of(), List.of());
            assertThat(folder).isEmptyDirectory();
            assertThat(history.toKeep().orElseThrow().keep(SentClaim.monthly(1, 2), DAY))
                    .containsOnly(SentStore.Outcome.KEPT);
            assertThat(history.of(asking).get(1)).hasSize(2);
            assertThat(history.seal().of("PCN-1"))
                    .isEqualTo(history.of(asking).get(0).get(0).claim().claimId());
            mode = Mode.READ;
            assertThatThrownBy(history::toKeep)
                    .isInstanceOf(UnusableHistoryException.class)
                    .hasMessageContaining("only read here");
            assertThat(history.of(asking).get(1)).hasSize(2);
        }
    }

    @Test
    void oneThatCannotBeOpenedIsNotTriedByEachRequest() throws IOException {
        mode = Mode.ON;
        key = "short";
        try (LiveHistory history = history()) {
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(history::toKeep)
                        .isInstanceOf(UnusableHistoryException.class)
                        .hasMessageContaining("HEARTH_HISTORY_KEY");
            }
            // it was tried once: the right key is not looked at yet
            key = SentStoreContract.KEY;
            assertThatThrownBy(history::toKeep).isInstanceOf(UnusableHistoryException.class);
            mode = Mode.OFF;
            assertThat(history.toKeep()).isEmpty();
        }
        assertThat(asked).isEqualTo(7);
    }

    @Test
    void aPastIsNamedByItsContent() {
        List<Earlier> past = SentClaim.monthly(1, 3).stream()
                .map(claim -> new Earlier(claim, Earlier.Source.STORE, DAY))
                .toList();
        Claim first = SentClaim.monthly(1);
        ServiceLine line = first.lines().get(0);
        String name = PastDigest.of(past);

        assertThat(name).matches("[0-9a-f]{16}").isEqualTo(PastDigest.of(List.copyOf(past)));
        assertThat(PastDigest.of(List.of())).isNotEqualTo(name);
        assertThat(PastDigest.of(past.subList(0, 2))).isNotEqualTo(name);
        assertThat(PastDigest.of(List.of(past.get(1), past.get(0), past.get(2))))
                .isNotEqualTo(name);
        assertThat(PastDigest.of(with(past, new Earlier(first, Earlier.Source.FILE))))
                .isNotEqualTo(name);
        assertThat(PastDigest.of(with(past, new Earlier(first, Earlier.Source.STORE, DAY.plusDays(1)))))
                .isNotEqualTo(name);
        Claim changed = first.toBuilder().lines(List.of(line)).build();
        assertThat(PastDigest.of(with(past, new Earlier(changed, Earlier.Source.STORE, DAY))))
                .isNotEqualTo(name);
        Claim remarked =
                first.toBuilder().remarks("other").beneficiaryId("other").build();
        assertThat(PastDigest.of(with(past, new Earlier(remarked, Earlier.Source.STORE, DAY))))
                .isEqualTo(name);
    }

    private static List<Earlier> with(List<Earlier> past, Earlier first) {
        return List.of(first, past.get(1), past.get(2));
    }
}
