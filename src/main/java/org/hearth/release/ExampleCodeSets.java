package org.hearth.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.hearth.codes.CodeSet;
import org.hearth.codes.CodeSets;
import org.hearth.codes.Day;

/**
 * The imported code sets that an example is judged by, made up of the few codes that it names: {@code codeSets: {icd10:
 * {2025-10-01: M6281 Z471}}}. An example without any is judged as where nothing was imported, so that it comes out alike
 * wherever it is run.
 */
final class ExampleCodeSets {

    /** Where an example names them. */
    static final String FIELD = "codeSets";

    private static final YAMLMapper YAML = new YAMLMapper();

    private ExampleCodeSets() {}

    /**
     * The code sets that an example's YAML names.
     *
     * @throws IllegalArgumentException if they cannot be read
     */
    static CodeSets of(String yaml) {
        if (!yaml.contains(FIELD)) {
            return CodeSets.NONE;
        }
        JsonNode named;
        try {
            named = YAML.readTree(yaml).path(FIELD);
        } catch (IOException e) {
            throw new IllegalArgumentException("this is no YAML: " + e.getMessage(), e);
        }
        List<CodeSet> sets = new ArrayList<>();
        named.properties().forEach(kind -> kind.getValue()
                .properties()
                .forEach(edition -> sets.add(
                        set(kind.getKey(), edition.getKey(), edition.getValue().asText()))));
        return new CodeSets(sets);
    }

    private static CodeSet set(String name, String from, String codes) {
        for (CodeSet.Kind kind : CodeSet.Kind.values()) {
            if (kind.toString().equals(name)) {
                try {
                    return new CodeSet(
                            kind,
                            Day.of(LocalDate.parse(from)),
                            "",
                            "",
                            List.of(codes.strip().split("\\s+")));
                } catch (DateTimeParseException e) {
                    throw new IllegalArgumentException("`" + from + "` is no day that a code set holds from", e);
                }
            }
        }
        throw new IllegalArgumentException("there is no code set `" + name + "`; write icd10 or pdgm");
    }
}
