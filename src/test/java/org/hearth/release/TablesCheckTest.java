package org.hearth.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hearth.rules.Rulesets;
import org.junit.jupiter.api.Test;

class TablesCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    @Test
    void theShippedTablesAreSoundAndEveryExampleOfTheirsPasses() {
        List<Integer> ran = new ArrayList<>();
        TablesReport report = TablesCheck.of(Rulesets.files(), TODAY, (done, all) -> ran.add(all - done));
        assertThat(report.problems()).isEmpty();
        assertThat(report.failed()).isEmpty();
        assertThat(report.unreached()).isEmpty();
        assertThat(report.sound()).isTrue();
        assertThat(report.ruleset().orElseThrow().version())
                .isEqualTo(Rulesets.ruleset().version());
        assertThat(report.passed()).isEqualTo(ran.size()).isPositive();
        assertThat(ran).last().isEqualTo(0);
    }
}
