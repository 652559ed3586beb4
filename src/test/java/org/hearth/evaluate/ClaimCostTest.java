package org.hearth.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Holds what a claim costs to what it cost: a rule that makes every claim dearer is seen on the day that it comes. Whoever
 * means it writes the new counts into {@code claim-cost.yaml}; time is no part of it.
 */
class ClaimCostTest {

    /** What is loaded and made once is not the claims' own. */
    private static final int WARM_UP = 2;

    private static ClaimCost cost;
    private static JsonNode ceilings;

    @BeforeAll
    static void compile() throws IOException {
        cost = new ClaimCost();
        try (InputStream in = ClaimCostTest.class.getResourceAsStream("/claim-cost.yaml")) {
            ceilings = new YAMLMapper().readTree(in);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClaimRunsNoMoreTestsOfFactsThanItDid(ClaimMix mix) {
        assertThat(cost.alphaTests(mix))
                .isEqualTo(ceilings.at("/" + mix + "/tests of 100 claims").asLong());
    }

    @ParameterizedTest
    @EnumSource
    void aClaimTakesNoMoreMemoryThanItDid(ClaimMix mix) {
        List<String> flags = ManagementFactory.getRuntimeMXBean().getInputArguments();
        assumeTrue(
                flags.contains("-XX:TieredStopAtLevel=1") && Runtime.version().feature() == 17,
                "the compiler of long runs spares bytes, and each Java its own");
        long ceiling = ceilings.at("/" + mix + "/bytes of a claim").asLong();
        assertThat(cost.bytes(mix, WARM_UP)).isBetween(ceiling * 9 / 10, ceiling * 102 / 100);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsCalledCleanHasNoFinding(ClaimMix mix) {
        assertThat(cost.defective(mix)).isEqualTo(mix == ClaimMix.DEFECTIVE ? ClaimCost.CLAIMS / 5 : 0);
    }
}
