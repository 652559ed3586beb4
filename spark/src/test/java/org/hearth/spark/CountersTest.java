package org.hearth.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.hearth.spark.Counters.OfPortions;
import org.junit.jupiter.api.Test;

/** Numbers alone. */
class CountersTest {

    private static OfPortions counted(int... portions) {
        OfPortions counts = new OfPortions();
        for (int portion : portions) {
            counts.add(portion);
        }
        return counts;
    }

    @Test
    void aPortionThatIsReadAgainCountsOnce() {
        OfPortions whole = new OfPortions();
        whole.merge(counted(0, 0, 1));
        whole.merge(counted(2));
        whole.merge(counted(0, 0));
        assertThat(whole.value()).isEqualTo(4);
    }
}
