package org.hearth.facts.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hearth.facts.units.UnitClaims.allowance;
import static org.hearth.facts.units.UnitClaims.pool;
import static org.hearth.facts.units.UnitClaims.pt;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.hearth.facts.units.UnitClaims.Billed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked examples are those of Pub. 100-04 ch. 5 s. 20.2 C and of the pages that restate it. */
class UnitPoolTest {

    /** {@code code minutes code minutes} and what each code may carry, {@code code least-most}. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            manual example 1 | 97112 24, 97110 23                     | 47 | 3 | 97110 1, 97112 2
            manual example 2 | 97112 20, 97110 20                     | 40 | 3 | 97110 1-2, 97112 1-2
            manual example 3 | 97110 33, 97140 7                      | 40 | 3 | 97110 2, 97140 1
            manual example 4 | 97110 18, 97140 13, 97116 10, 97035 8  | 49 | 3 | 97035 0, 97110 1, 97116 1, 97140 1
            manual example 5 | 97112 7, 97110 7, 97140 7              | 21 | 1 | 97110 0-1, 97112 0-1, 97140 0-1
            calculating time | 97110 18, 97140 10                     | 28 | 2 | 97110 1, 97140 1
            eight minutes, A | 97110 30, 97140 15, 97035 8, G0283 10  | 53 | 4 | 97035 1, 97110 2, 97140 1
            eight minutes, B | 97140 15, 97035 8                      | 23 | 2 | 97035 1, 97140 1
            scenario, 18     | 97110 18                               | 18 | 1 | 97110 1
            scenario, 13     | 97110 13                               | 13 | 1 | 97110 1
            scenario, 14     | 97110 14                               | 14 | 1 | 97110 1
            under eight      | 97110 7                                |  7 | 0 | 97110 0
            nothing at all   | 97110 0                                |  0 | 0 | 97110 0
            """)
    void workedExamples(String example, String billed, int minutes, int units, String expected) {
        PoolAllowance allowance = allowance(lines(billed));

        assertThat(allowance.minutes()).isEqualTo(minutes);
        assertThat(allowance.units()).isEqualTo(units);
        assertThat(spans(allowance)).isEqualTo(expected);
    }

    @Test
    void anEvaluationAloneIsNoPool() {
        assertThat(UnitClaims.derived(UnitClaims.facts("0341", pt("97001", 30, 1))))
                .noneMatch(UnitPool.class::isInstance);
    }

    @Test
    @DisplayName("minutes of one code are summed before blocks are taken: 8 + 8 is one block, not two remainders")
    void minutesOfOneCode() {
        assertThat(spans(allowance(pt("97110", 8, 1), pt("97110", 8, 1), pt("97140", 8, 1))))
                .isEqualTo("97110 1, 97140 1");
    }

    @Test
    void aLineOfSeveralMayCarryAnythingFromNone() {
        PoolAllowance allowance = allowance(pt("97110", 20, 2), pt("97110", 10, 0), pt("97140", 20, 1));

        assertThat(allowance.answer().orElseThrow().lines())
                .extracting(UnitsAnswer.LineUnits::line, UnitsAnswer.LineUnits::billed, UnitsAnswer.LineUnits::allowed)
                .containsExactly(
                        tuple(1, 2, java.util.List.of(0, 1, 2)),
                        tuple(2, 0, java.util.List.of(0, 1, 2)),
                        tuple(3, 1, java.util.List.of(1)));
    }

    @Test
    void aRowThatAllowsLessThanTheBlocksTakesNoneAway() {
        assertThat(spans(pool(pt("97110", 30, 2)).allow(1, "edited/row"))).isEqualTo("97110 2");
    }

    @Test
    void aRowThatAllowsMoreThanTheRemaindersGivesOneEach() {
        assertThat(spans(pool(pt("97110", 30, 2), pt("97140", 10, 1)).allow(9, "edited/row")))
                .isEqualTo("97110 3, 97140 1");
    }

    @Nested
    class FurtherTimeBelongsToTheAddOnCode {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                97129 15            | 97129 1, 97130 0
                97129 22            | 97129 1, 97130 0
                97129 23            | 97129 1, 97130 1
                97129 38            | 97129 1, 97130 2
                97129 20, 97130 18  | 97129 1, 97130 2
                97129 7,  97130 30  | 97129 1, 97130 1
                97129 7             | 97129 0, 97130 0
                97130 30            | 97130 2
                97129 20, 97110 20  | 97110 1-2, 97129 1, 97130 0-1
                97129 7,  97110 7   | 97110 0-1, 97129 0-1, 97130 0
                """)
        void spread(String billed, String expected) {
            assertThat(spans(allowance(lines(billed)))).isEqualTo(expected);
        }

        @Test
        @DisplayName("97129 three times is above its maximum a day, not on the wrong code")
        void aboveTheMaximumADay() {
            PoolAllowance allowance = allowance(pt("97129", 38, 3));

            assertThat(allowance.billed()).isEqualTo(allowance.units());
            assertThat(allowance.furthestOver().surplus()).isNegative();
        }
    }

    @Nested
    class WhatIsBilled {

        @Test
        void overIsShownOnTheCodeFurthestOver() {
            PoolAllowance over = allowance(pt("97110", 30, 2), pt("97140", 15, 3));

            assertThat(over.billed()).isEqualTo(5);
            assertThat(over.units()).isEqualTo(3);
            assertThat(over.pointer()).isEqualTo("/lines/1");
            assertThat(over.lineNumber()).isEqualTo(2);
        }

        @Test
        void underIsShownOnTheCodeFurthestUnder() {
            assertThat(allowance(pt("97110", 15, 1), pt("97140", 30, 1)).pointer())
                    .isEqualTo("/lines/1");
        }

        @Test
        void aLineWithoutUnitsLeavesTheTotalOpen() {
            PoolAllowance open = allowance(pt("97110", 15, null), pt("97140", 15, 1));

            assertThat(open.complete()).isFalse();
            assertThat(open.billed()).isEqualTo(1);
            assertThat(allowance(pt("97110", 15, 1).units("1.0")).complete()).isTrue();
            assertThat(allowance(pt("97110", 15, 1).units("1.5")).complete()).isFalse();
        }

        @Test
        void theTotalRightAndACodeOver() {
            PoolAllowance allowance = allowance(pt("97110", 30, 3), pt("97140", 15, 0));

            assertThat(allowance.furthestOver())
                    .extracting(CodeUnits::hcpcs, CodeUnits::billed, CodeUnits::most, CodeUnits::lineNumber)
                    .containsExactly("97110", 3, 2, 1);
        }

        @Test
        void theUnitsOfOneCode() {
            PoolAllowance allowance = allowance(pt("97129", 38, 1));

            assertThat(allowance.of("97130").most()).isEqualTo(2);
            assertThat(allowance.of("97110")).isNull();
        }

        @Test
        void eitherChoiceOfATieIsRight() {
            assertThat(allowance(pt("97112", 20, 2), pt("97110", 20, 1))
                            .furthestOver()
                            .surplus())
                    .isZero();
            assertThat(allowance(pt("97112", 20, 1), pt("97110", 20, 2))
                            .furthestOver()
                            .surplus())
                    .isZero();
            assertThat(allowance(pt("97112", 20, 3), pt("97110", 20, 0)).furthestOver())
                    .extracting(CodeUnits::hcpcs, CodeUnits::surplus)
                    .containsExactly("97112", 1);
        }
    }

    private static Billed[] lines(String written) {
        return Arrays.stream(written.split(",\\s*"))
                .map(line -> line.split("\\s+"))
                .map(line -> pt(line[0], Integer.valueOf(line[1]), 1))
                .toArray(Billed[]::new);
    }

    private static String spans(PoolAllowance allowance) {
        Map<String, String> spans = new TreeMap<>();
        for (CodeUnits code : allowance.codes()) {
            spans.put(code.hcpcs(), code.least() == code.most() ? "" + code.least() : code.least() + "-" + code.most());
        }
        return spans.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .reduce((one, next) -> one + ", " + next)
                .orElse("");
    }
}
