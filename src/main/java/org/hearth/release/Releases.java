package org.hearth.release;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.hearth.ledger.Act;
import org.hearth.ledger.Ledger;
import org.hearth.ledger.ReleaseRecord;
import org.hearth.ruleset.PackedRules;

/**
 * Which ruleset shall be active, as it was recorded: the record of a choice is the choice, and what stands in the data folder
 * follows it. So a process that is killed between the two has chosen, and whoever looks next finishes what it began. Safe for
 * use by any number of threads and processes.
 */
public final class Releases {

    private final RulesetStore store;
    private final Ledger ledger;

    /** Releases of a store's rulesets. */
    public Releases(RulesetStore store, Ledger ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    /** The record. */
    public Ledger ledger() {
        return ledger;
    }

    /**
     * The version that shall be active: what was chosen last, the packaged one if that leaves the choice to the program, or if
     * nothing was ever chosen. Where the record cannot be read, what the data folder says.
     *
     * @throws IOException if that cannot be read either
     */
    public String chosen() throws IOException {
        Optional<ReleaseRecord> choice;
        try {
            choice = ledger.choice();
        } catch (IOException e) {
            // claims are judged all the same
            return store.chosen().orElse(PackedRules.version());
        }
        return choice.isEmpty()
                // a data folder from before there was a record
                ? store.chosen().orElse(PackedRules.version())
                : choice.get().packaged() ? PackedRules.version() : choice.get().version();
    }

    /**
     * Whether a version was active at some time, as was recorded or, before that, as the data folder knows.
     *
     * @throws IOException if the record cannot be read
     */
    public boolean wasActive(String version) throws IOException {
        return store.wasActive(version)
                || version.equals(PackedRules.version())
                || ledger.records().stream().anyMatch(record -> record.version().equals(version));
    }

    /**
     * Whether a version was chosen, and nothing else became active since, as is recorded.
     *
     * @throws IOException if the record cannot be read
     */
    boolean stands(String version) throws IOException {
        return chosen().equals(version)
                && ledger.last()
                        .filter(record -> record.version().equals(version))
                        .isPresent();
    }

    /** What tells one choice from another without reading it. */
    String stamp() throws IOException {
        return ledger.length() + " " + store.chosen().orElse("");
    }

    /**
     * Records that a kept ruleset shall be active from now on and after every start, and makes it so.
     *
     * @param before the version that was active until then, or {@code null}
     * @param difference what changes, a line each
     * @return the record; empty if no ruleset of this version is kept
     * @throws IOException if it cannot be recorded; then nothing has changed
     */
    public Optional<ReleaseRecord> choose(String version, String before, List<String> difference, Act act)
            throws IOException {
        Optional<KeptRuleset> kept = store.find(version);
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        store.share(version);
        Act known = act.examples() == null ? act.with(kept.get().examples()) : act;
        ReleaseRecord added = ledger.add(version, version.equals(PackedRules.version()), before, difference, known);
        follow(version);
        return Optional.of(added);
    }

    /** Lets the data folder say what was recorded; where it cannot be written, the record says it. */
    void follow(String version) {
        try {
            if (!store.chosen().orElse(PackedRules.version()).equals(version)) {
                store.choose(version);
            }
        } catch (IOException e) {
            return;
        }
    }

    /** Finds what differs from a version, a line each. */
    @FunctionalInterface
    interface Difference {
        List<String> from(String before) throws IOException;
    }

    /**
     * Records what became active though nobody chose it, unless that is what was recorded last.
     *
     * @throws IOException if it cannot be recorded
     */
    void note(String version, Difference difference, Act act) throws IOException {
        Optional<ReleaseRecord> last = ledger.last();
        String before = last.map(ReleaseRecord::version).orElse(null);
        if (!version.equals(before)) {
            ledger.add(
                    version,
                    version.equals(PackedRules.version()),
                    before,
                    before == null ? List.of() : difference.from(before),
                    act);
        }
    }
}
