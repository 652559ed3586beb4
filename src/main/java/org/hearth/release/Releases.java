package org.hearth.release;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hearth.ledger.Act;
import org.hearth.ledger.Ledger;
import org.hearth.ledger.ReleaseRecord;
import org.hearth.ledger.SurpassedException;
import org.hearth.ruleset.PackedRules;

/**
 * Which ruleset shall be active, as it was recorded: the record of a choice is the choice, and what stands in the data folder
 * follows it. So a process that is killed between the two has chosen, and whoever looks next finishes what it began. Safe for
 * use by any number of threads and processes.
 */
public final class Releases {

    private final RulesetStore store;
    private final Ledger ledger;
    private final int mostShared;

    /** Releases of a store's rulesets. */
    public Releases(RulesetStore store, Ledger ledger) {
        this(store, ledger, RulesetStore.MOST_RELEASED);
    }

    /** @param mostShared how many rulesets others are let have */
    Releases(RulesetStore store, Ledger ledger, int mostShared) {
        this.store = store;
        this.ledger = ledger;
        this.mostShared = mostShared;
    }

    /** The record. */
    public Ledger ledger() {
        return ledger;
    }

    /**
     * The version that shall be active: what was chosen last, the packaged one if that leaves the choice to the program, or if
     * nothing was ever chosen. Where the record cannot be read, what the data folder says; one that others share may say
     * more than a data folder that is new.
     *
     * @throws IOException if that cannot be read either, or the record is shared and nothing was ever active here
     */
    public String chosen() throws IOException {
        try {
            return version(ledger.choice());
        } catch (IOException e) {
            if (store.isShared() && store.everActive().isEmpty()) {
                throw e;
            }
            // claims are judged all the same
            return store.chosen().orElse(PackedRules.version());
        }
    }

    private String version(Optional<ReleaseRecord> choice) throws IOException {
        return choice.isEmpty()
                // a data folder from before there was a record
                ? store.chosen().orElse(PackedRules.version())
                : choice.get().packaged() ? PackedRules.version() : choice.get().version();
    }

    /**
     * What a release is decided on.
     *
     * @param version the version that shall be active
     * @param number the last record that was looked at, 0 if there is none
     */
    public record Basis(String version, long number) {}

    /**
     * What a release can be decided on now.
     *
     * @throws IOException if the record cannot be read, so that nothing can be released
     */
    public Basis basis() throws IOException {
        // the number first: what is recorded between the two is then not yet known
        long number = ledger.records().size();
        return new Basis(version(ledger.choice()), number);
    }

    /**
     * What a release can be decided on now, if that is what it was checked on.
     *
     * @param checkedOn the version that shall be active, as far as the caller knows
     * @throws SurpassedException if another shall be active by now
     * @throws IOException if the record cannot be read
     */
    public Basis basis(String checkedOn) throws IOException {
        Basis basis = basis();
        if (!basis.version().equals(checkedOn)) {
            throw surpassed();
        }
        return basis;
    }

    /** That something else was recorded than is known. */
    IOException surpassed() throws IOException {
        Optional<ReleaseRecord> choice = ledger.choice();
        Optional<ReleaseRecord> known = choice.isPresent() ? choice : ledger.last();
        return known.isPresent()
                ? new SurpassedException(known.get())
                : new IOException(
                        "what is active is not what was chosen in the data folder; look at it, and try again");
    }

    /**
     * Whether a version was active at some time, as was recorded or, before that, as the data folder knows.
     *
     * @throws IOException if the record cannot be read
     */
    public boolean wasActive(String version) throws IOException {
        return store.wasActive(version) || version.equals(PackedRules.version()) || isRecorded(version);
    }

    /**
     * Whether a version was active at some time, as is recorded. What the data folder has may have come from another instance,
     * whose release of it was not recorded in the end.
     *
     * @throws IOException if the record cannot be read
     */
    public boolean isRecorded(String version) throws IOException {
        return ledger.records().stream().anyMatch(record -> record.version().equals(version));
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
     * @param after the number of the last record that the caller knows, {@link Basis#number}
     * @param before the version that was active until then, or {@code null}
     * @param difference what changes, a line each
     * @return the record; empty if no ruleset of this version is kept
     * @throws SurpassedException if something else was recorded meanwhile; then nothing has changed
     * @throws IOException if it cannot be recorded; then nothing has changed
     */
    public Optional<ReleaseRecord> choose(String version, long after, String before, List<String> difference, Act act)
            throws IOException {
        Optional<KeptRuleset> kept = store.find(version);
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        Act known = act.examples() == null ? act.with(kept.get().examples()) : act;
        ReleaseRecord added = add(after, version, before, difference, known);
        follow(version);
        forgetOldest(version);
        return Optional.of(added);
    }

    /** Records a version, which others are let have before they hear of it, and not if they never do. */
    private ReleaseRecord add(long after, String version, String before, List<String> difference, Act act)
            throws IOException {
        // a record that cannot be read is told before anything is shared
        boolean recorded = isRecorded(version);
        store.share(version);
        try {
            return ledger.add(after, version, version.equals(PackedRules.version()), before, difference, act);
        } catch (IOException | RuntimeException e) {
            try {
                // another may have recorded the same meanwhile
                if (!recorded && !isRecorded(version)) {
                    store.unshare(Set.of(version));
                    // or between the look and the taking back, and then others have nobody else to ask for it
                    if (isRecorded(version)) {
                        store.share(version);
                    }
                }
            } catch (IOException unreached) {
                e.addSuppressed(unreached);
            }
            throw e;
        }
    }

    /** Of what is shared the oldest are forgotten, as of what the data folder has; what is recorded stays recorded. */
    private void forgetOldest(String mine) {
        try {
            Set<String> forgotten = old();
            if (!forgotten.isEmpty()) {
                store.unshare(forgotten);
            }
            // another may have gone back to one of them between the look and the forgetting, and has nobody else to ask
            // for it;
            // and another may have forgotten mine before it was recorded, or taken it back whose own record of it
            // failed
            Set<String> wanted = new HashSet<>(forgotten);
            wanted.removeAll(old());
            wanted.add(mine);
            for (String version : wanted) {
                store.share(version);
            }
        } catch (IOException e) {
            // the next release forgets them
            return;
        }
    }

    /** The versions that others are not let have any more, as is recorded now. */
    private Set<String> old() throws IOException {
        List<ReleaseRecord> records = ledger.records();
        Set<String> kept = new HashSet<>();
        Set<String> old = new HashSet<>();
        for (int i = records.size() - 1; i >= 0; i--) {
            String version = records.get(i).version();
            if (!kept.contains(version)) {
                (kept.size() < mostShared ? kept : old).add(version);
            }
        }
        return old;
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
     * Records what became active though nobody chose it, unless that is what was recorded last, and lets others have it.
     *
     * @param asChosen whether it is active because it shall be; then it is only recorded if that still holds
     * @throws IOException if it cannot be recorded
     */
    void note(String version, boolean asChosen, Difference difference, Act act) throws IOException {
        while (true) {
            Optional<ReleaseRecord> last = ledger.last();
            String before = last.map(ReleaseRecord::version).orElse(null);
            // whoever follows a release slowly finds that another was chosen since
            if (version.equals(before) || asChosen && !chosen().equals(version)) {
                return;
            }
            List<String> differs = before == null ? List.of() : difference.from(before);
            try {
                add(last.map(ReleaseRecord::number).orElse(0L), version, before, differs, act);
                return;
            } catch (SurpassedException another) {
                // it is active all the same, and follows the other
                Thread.onSpinWait();
            }
        }
    }
}
