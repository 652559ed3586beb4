package org.hearth.tables.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegionTest {

    private static Region numbers(long least, long greatest) {
        return new Region(new long[] {least}, new long[] {greatest}, new BitSet[0]);
    }

    private static List<Region> everyOther(int count) {
        return IntStream.range(0, count).mapToObj(i -> numbers(2L * i, 2L * i)).toList();
    }

    @Test
    void whatIsLeftIsExactlyWhatNoneOfTheOthersHas() {
        assertThat(numbers(0, 5).without(everyOther(3), other -> true).orElseThrow())
                .containsExactlyInAnyOrder(numbers(1, 1), numbers(3, 3), numbers(5, 5));
        assertThat(numbers(0, 5)
                        .without(everyOther(3), other -> other.low(0) != 2)
                        .orElseThrow())
                .containsExactlyInAnyOrder(numbers(1, 3), numbers(5, 5));
    }

    @Test
    void tooManyPiecesAreGivenUp() {
        assertThat(numbers(0, 10_000).without(everyOther(4_000), other -> true)).isEmpty();
    }
}
