package org.hearth.release;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.hearth.ruleset.Ruleset;
import org.hearth.ruleset.RulesetFiles;

/** Which ruleset judges claims just now, if any. Safe for use by any number of threads. */
public final class ActiveRuleset {

    /** How it stands with the ruleset. */
    public sealed interface State {}

    /** The first one is still being read and compiled. */
    public record Loading() implements State {}

    /**
     * One is active.
     *
     * @param ruleset judges claims
     * @param files what it was compiled from
     * @param loadedAt when it became active
     */
    public record Loaded(Ruleset ruleset, RulesetFiles files, Instant loadedAt) implements State {}

    /**
     * There is none, because what was read cannot be used.
     *
     * @param problems what is wrong, a line each: workbook, sheet, cell, and what to write; at least one
     */
    public record Unusable(List<String> problems) implements State {
        public Unusable {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Something that should have become active and was kept out, so that the last good ruleset goes on.
     *
     * @param from where it came from, for people
     * @param since when it was first kept out
     * @param problems what is wrong, a line each; at least one
     */
    public record Refused(String from, Instant since, List<String> problems) {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    private final AtomicReference<Optional<Refused>> refused = new AtomicReference<>(Optional.empty());
    private final AtomicReference<State> state = new AtomicReference<>(new Loading());

    /** How it stands now; who judges several claims by one ruleset asks once and keeps the answer. */
    public State state() {
        return state.get();
    }

    /** Puts another state in the place of this one; who has asked before goes on with what was answered. */
    public void set(State next) {
        state.set(Objects.requireNonNull(next));
    }

    /** What was last kept out; empty if what is active is what should be. */
    public Optional<Refused> refused() {
        return refused.get();
    }

    /** Says what was kept out, or that nothing is any more. */
    public void refuse(Optional<Refused> keptOut) {
        refused.set(keptOut);
    }
}
