package org.hearth.ledger;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearth.store.Objects;
import org.hearth.store.StaleException;

/**
 * Who sent the rulesets that wait to be made active, so that another does that. The latest are known, more than are kept. Safe for use
 * by any number of threads and processes.
 */
public final class Senders {

    private static final String NAME = "ledger/senders";
    private static final int MOST = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Objects objects;

    /** What is kept where the record is. */
    public Senders(Objects objects) {
        this.objects = objects;
    }

    /** A ruleset by its version, and who sent it. */
    private record Sent(String version, String name, String subject) {}

    /**
     * Notes who sent a ruleset, unless that is known: whoever sends the same again has not made it.
     *
     * @param sender whom the service knows
     * @throws IOException if it cannot be kept
     */
    public void note(String version, Person sender) throws IOException {
        while (true) {
            Optional<Objects.Stored> stored = objects.get(NAME);
            List<Sent> known = new ArrayList<>(read(stored));
            if (known.stream().anyMatch(sent -> sent.version().equals(version))) {
                return;
            }
            known.add(new Sent(version, sender.name(), sender.subject()));
            List<Sent> latest = known.subList(Math.max(0, known.size() - MOST), known.size());
            try {
                objects.put(NAME, stored.map(Objects.Stored::revision).orElse(0L), JSON.writeValueAsBytes(latest));
                return;
            } catch (StaleException another) {
                Thread.onSpinWait();
            }
        }
    }

    /**
     * Who sent a ruleset first.
     *
     * @return empty if nobody knows
     * @throws IOException if it cannot be read
     */
    public Optional<Person> of(String version) throws IOException {
        return read(objects.get(NAME)).stream()
                .filter(sent -> sent.version().equals(version))
                .map(sent -> new Person(sent.name(), sent.subject()))
                .findFirst();
    }

    private static List<Sent> read(Optional<Objects.Stored> stored) throws IOException {
        return stored.isEmpty() ? List.of() : JSON.readValue(stored.get().bytes(), new TypeReference<List<Sent>>() {});
    }
}
