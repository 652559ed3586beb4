package org.hearth.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.hearth.evaluate.RuleConditions.FactPattern;
import org.hearth.finding.InWords;
import org.hearth.rules.Rulesets;
import org.hearth.tables.content.ColumnType;
import org.junit.jupiter.api.Test;

/** Whoever asks why is told in the words of the field: facts say what they are called, and which numbers are days. */
class FactsInWordsTest {

    @Test
    void everyFactThatARuleAsksForHasAName() {
        Set<String> nameless = new TreeSet<>();
        for (RuleConditions rule : RuleConditions.of(Rulesets.ruleset()).values()) {
            for (FactPattern pattern : rule.patterns()) {
                if (!pattern.type().isAnnotationPresent(InWords.class)) {
                    nameless.add(pattern.type().getName());
                }
            }
        }
        assertThat(nameless).as("facts without @InWords").isEmpty();
    }

    @Test
    void everyPropertyUnderAColumnOfDatesIsMarkedAsADay() {
        Set<String> unmarked = new TreeSet<>();
        int dates = 0;
        for (RuleConditions rule : RuleConditions.of(Rulesets.ruleset()).values()) {
            for (FactPattern pattern : rule.patterns()) {
                for (Asked asked : pattern.asked()) {
                    if (asked.cell() != null && asked.cell().column().type().kind() == ColumnType.Kind.DATE) {
                        String path = asked.cell().snippet().split("[^\\w.]", 2)[0];
                        dates++;
                        if (!Property.isDay(pattern.type(), path)) {
                            unmarked.add(pattern.type().getName() + "." + path);
                        }
                    }
                }
            }
        }
        assertThat(unmarked).as("properties without @DayNumber").isEmpty();
        assertThat(dates).isPositive();
    }

    @Test
    void aNumberIsADateOnlyWhereItsFactSaysSo() {
        assertThat(Property.text(20180501, true)).isEqualTo("2018-05-01");
        assertThat(Property.text(20180501, false)).isEqualTo("20180501");
        assertThat(Property.text(0, true)).isEqualTo("none");
        assertThat(Property.text(0, false)).isEqualTo("0");
        assertThat(Property.text(Integer.MAX_VALUE, true)).isEqualTo("open");
    }
}
