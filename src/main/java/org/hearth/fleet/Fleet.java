package org.hearth.fleet;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.hearth.fleet.Announcement.Judging;
import org.hearth.store.Objects;
import org.hearth.store.StaleException;

/**
 * The instances that share a store. Each says every few seconds what it judges by, in an object of its own, and looks what the
 * others say. One that falls silent is no longer counted, and then forgotten, by whoever notices; whether it has, everybody
 * tells by a clock of their own, since those of two machines differ. Safe for use by any number of threads.
 */
public final class Fleet {

    /** How often an instance has to be heard at least; more often than a third of {@link #SILENCE}. */
    public static final Duration BEAT = Duration.ofSeconds(3);

    /** Who says nothing new for so long is not counted. */
    static final Duration SILENCE = Duration.ofSeconds(15);

    /** What is left of whoever says nothing new for so long is deleted. */
    static final Duration FORGOTTEN = Duration.ofSeconds(60);

    /** How many are looked at; nobody runs so many, and nobody is kept busy by whatever stands there. */
    static final int MOST = 200;

    private static final String PREFIX = "fleet/";

    /**
     * An instance as it was last heard.
     *
     * @param revision of its object
     * @param judging what it said; {@code null} if that cannot be read
     * @param heard when it said something new, by the ticks of this instance
     */
    private record Heard(long revision, Judging judging, long heard) {}

    private final Objects objects;
    private final String name;
    private final Clock clock;
    private final LongSupplier ticks;
    private final Map<String, Heard> others = new HashMap<>();

    private Judging said;
    private long beat;
    private long revision;
    private Instant seenAt;
    private long seen;

    /**
     * An instance, which is in nobody's sight before it says something.
     *
     * @param objects the store that is shared
     * @param name by which no other instance goes: letters, digits, points and hyphens, at most 100
     */
    public Fleet(Objects objects, String name) {
        this(objects, name, Clock.systemUTC(), System::nanoTime);
    }

    Fleet(Objects objects, String name, Clock clock, LongSupplier ticks) {
        this.objects = objects;
        this.name = PREFIX + name;
        this.clock = clock;
        this.ticks = ticks;
    }

    /**
     * Says what this instance judges by, and looks what the others say.
     *
     * @param version of the ruleset
     * @param facts the edition of the facts
     * @throws IOException if the store does not answer; what was seen before stands until it is too old
     */
    public synchronized void announce(String version, int facts) throws IOException {
        said = new Judging(version, facts);
        beat++;
        byte[] line = new Announcement(said, beat).bytes();
        try {
            revision = objects.put(name, revision, line);
        } catch (StaleException forgotten) {
            // whoever was out of sight for long enough has been deleted
            revision = objects.put(
                    name, objects.get(name).map(Objects.Stored::revision).orElse(0L), line);
        }
        look();
    }

    private void look() throws IOException {
        List<String> names = objects.keys(PREFIX);
        Map<String, Heard> found = new HashMap<>();
        long now = ticks.getAsLong();
        for (String other : names.subList(0, Math.min(MOST, names.size()))) {
            if (!other.equals(name)) {
                Optional<Objects.Stored> stored = objects.get(other);
                if (stored.isPresent()) {
                    Heard heard = heard(others.get(other), stored.get(), now);
                    if (now - heard.heard() < FORGOTTEN.toNanos() || !forget(other, heard)) {
                        found.put(other, heard);
                    }
                }
            }
        }
        others.clear();
        others.putAll(found);
        seenAt = clock.instant();
        seen = now;
    }

    private static Heard heard(Heard before, Objects.Stored stored, long now) {
        return before != null && before.revision() == stored.revision()
                ? before
                : new Heard(
                        stored.revision(),
                        Announcement.read(stored.bytes())
                                .map(Announcement::judging)
                                .orElse(null),
                        now);
    }

    private boolean forget(String other, Heard heard) throws IOException {
        try {
            objects.delete(other, heard.revision());
            return true;
        } catch (StaleException alive) {
            return false;
        }
    }

    /**
     * Who judges by what, this instance by what it said last.
     *
     * @return empty if it has said nothing yet, or could not see the others for a while
     */
    public synchronized Optional<Standing> standing() {
        long now = ticks.getAsLong();
        if (seenAt == null || now - seen >= SILENCE.toNanos()) {
            return Optional.empty();
        }
        Map<Judging, Integer> counted = new HashMap<>();
        counted.merge(said, 1, Integer::sum);
        others.values().stream()
                .filter(other -> other.judging() != null && now - other.heard() < SILENCE.toNanos())
                .forEach(other -> counted.merge(other.judging(), 1, Integer::sum));
        return Optional.of(Standing.of(counted, seenAt));
    }

    /**
     * Takes this instance out of everybody's sight.
     *
     * @throws IOException if the store does not answer; then the others forget it by and by
     */
    public synchronized void leave() throws IOException {
        if (revision != 0) {
            objects.delete(name);
            revision = 0;
        }
    }
}
