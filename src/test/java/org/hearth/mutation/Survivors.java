package org.hearth.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * The mutants that may survive, each with the reason for which no claim can tell it from its row: entries of a table, a
 * column, what the cells become, the rows ({@code every} for all rows of the table) and the reason.
 */
final class Survivors {

    private static final String FILE = "/mutation/survivors.yaml";

    private record Entry(String table, Set<String> columns, Set<String> becomes, Set<String> rows, String reason) {

        boolean names(Mutant mutant) {
            return mutant.table().name().equals(table)
                    && columns.contains(mutant.column().heading())
                    && becomes.contains(mutant.becomes())
                    && (rows.contains("every")
                            || rows.contains(mutant.original().key()));
        }
    }

    private final List<Entry> entries;

    private Survivors(List<Entry> entries) {
        this.entries = entries;
    }

    static Survivors read() throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (InputStream in = Survivors.class.getResourceAsStream(FILE)) {
            for (JsonNode entry : new YAMLMapper().readTree(in)) {
                entries.add(new Entry(
                        entry.path("table").asText(),
                        texts(entry.path("column")),
                        texts(entry.path("becomes")),
                        texts(entry.path("rows")),
                        entry.path("reason").asText()));
            }
        }
        return new Survivors(entries);
    }

    private static Set<String> texts(JsonNode node) {
        return node.isArray()
                ? Set.copyOf(StreamSupport.stream(node.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList())
                : Set.of(node.asText());
    }

    /** The reasons, by mutant, for those that survived and are named. */
    Map<String, String> reasons(Collection<Mutant> survived) {
        Map<String, String> reasons = new TreeMap<>();
        for (Mutant mutant : survived) {
            entries.stream()
                    .filter(entry -> entry.names(mutant))
                    .findFirst()
                    .ifPresent(entry -> reasons.put(mutant.id(), entry.reason()));
        }
        return reasons;
    }

    /** What is named and does not survive, a line each. */
    List<String> stale(Collection<Mutant> all, Collection<Mutant> survived) {
        List<String> stale = new ArrayList<>();
        for (Entry entry : entries) {
            Set<Mutant> living = new HashSet<>(survived);
            List<Mutant> named = all.stream().filter(entry::names).toList();
            named.stream().filter(mutant -> !living.contains(mutant)).forEach(mutant -> stale.add(mutant.toString()));
            for (String row : entry.rows()) {
                if (!row.equals("every")
                        && named.stream()
                                .noneMatch(
                                        mutant -> row.equals(mutant.original().key()))) {
                    stale.add(entry.table() + ", row " + row + ", " + entry.columns() + ": there is no mutant "
                            + entry.becomes());
                }
            }
        }
        return stale;
    }
}
