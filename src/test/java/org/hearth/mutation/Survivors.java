package org.hearth.mutation;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** The mutants that may survive, each with the reason for which no claim can tell it from its row. */
final class Survivors {

    private Survivors() {}

    /** The reasons, by {@link Mutant#id()}. */
    static Map<String, String> read() throws IOException {
        Map<String, String> reasons = new LinkedHashMap<>();
        try (InputStream in = Survivors.class.getResourceAsStream("/mutation/survivors.yaml")) {
            for (var entry : new YAMLMapper().readTree(in)) {
                for (var mutant : entry.path("mutants")) {
                    reasons.put(mutant.asText(), entry.path("reason").asText());
                }
            }
        }
        return reasons;
    }
}
