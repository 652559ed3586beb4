package org.hearth.ledger;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearth.store.Objects;
import org.hearth.store.StaleException;

/**
 * Which rulesets wait to be made active, who sent them, and in whose place they are meant to be. The latest are known, more than are
 * kept. Safe for use by any number of threads and processes.
 */
public final class Submissions {

    private static final String NAME = "ledger/senders";
    private static final int MOST = 200;
    /** A later edition over the same store may note more. */
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Objects objects;

    /** What is kept where the record is. */
    public Submissions(Objects objects) {
        this.objects = objects;
    }

    /**
     * Notes that a ruleset was sent. It stays that of who sent it first: whoever sends the same again has not made it. Its base is
     * the latest, on which it was checked last.
     *
     * @param base the version that it was checked in the place of
     * @param sender {@code null} if the service does not know who calls
     * @throws IOException if it cannot be kept
     */
    public void note(String version, String base, Person sender) throws IOException {
        while (true) {
            Optional<Objects.Stored> stored = objects.get(NAME);
            List<Submission> known = new ArrayList<>(read(stored));
            Optional<Submission> before = find(known, version);
            Person by = before.flatMap(Submission::by).orElse(sender);
            Submission noted =
                    new Submission(version, base, by == null ? null : by.name(), by == null ? null : by.subject());
            if (before.isPresent() && before.get().equals(noted)) {
                return;
            }
            before.ifPresent(known::remove);
            known.add(noted);
            List<Submission> latest = known.subList(Math.max(0, known.size() - MOST), known.size());
            try {
                objects.put(NAME, stored.map(Objects.Stored::revision).orElse(0L), JSON.writeValueAsBytes(latest));
                return;
            } catch (StaleException another) {
                Thread.onSpinWait();
            }
        }
    }

    /**
     * How a ruleset was sent.
     *
     * @return empty if nobody knows
     * @throws IOException if it cannot be read
     */
    public Optional<Submission> of(String version) throws IOException {
        return find(read(objects.get(NAME)), version);
    }

    private static Optional<Submission> find(List<Submission> known, String version) {
        return known.stream().filter(sent -> sent.version().equals(version)).findFirst();
    }

    private static List<Submission> read(Optional<Objects.Stored> stored) throws IOException {
        return stored.isEmpty()
                ? List.of()
                : JSON.readValue(stored.get().bytes(), new TypeReference<List<Submission>>() {});
    }
}
