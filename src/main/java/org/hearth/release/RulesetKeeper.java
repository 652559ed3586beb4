package org.hearth.release;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hearth.facts.FactsEdition;
import org.hearth.ledger.Act;
import org.hearth.ledger.Kind;
import org.hearth.ledger.ReleaseRecord;
import org.hearth.ledger.SurpassedException;
import org.hearth.ledger.Who;
import org.hearth.ruleset.PackedRules;
import org.hearth.ruleset.RulesetFiles;

/**
 * Sees to it that the right ruleset is active: that of the watched folders if there are any, else the one that was chosen,
 * else the packaged one. What cannot be used is kept out, and the last good one goes on.
 */
public final class RulesetKeeper {

    /** What came of the wish to activate a version. */
    public sealed interface Activation {}

    /**
     * It is active now, and will be after the next start.
     *
     * @param record what was recorded; empty if it was active already, and chosen
     */
    public record Activated(ActiveRuleset.Loaded loaded, Optional<ReleaseRecord> record) implements Activation {}

    /** None of this version is kept. */
    public record Unknown() implements Activation {}

    /** A watched folder says what is active, and nobody else. */
    public record Watched(String folder) implements Activation {}

    /** It is kept, but cannot be used. */
    public record Unusable(List<String> problems) implements Activation {
        public Unusable {
            problems = List.copyOf(problems);
        }
    }

    private final ActiveRuleset active;
    private final RulesetStore store;
    private final Releases releases;
    private final RulesetShelf shelf;
    private final RulesetSource source;
    private final Consumer<String> log;

    private String seen = "";
    private String taken = "";

    /** The choice that is followed: what is active is it, or the last good one in its place; {@code null} under a folder. */
    private String followed;

    /**
     * The active version when it was last seen to that it is recorded. Whoever shares the record may be of another edition and
     * record another: neither takes turns with the other.
     */
    private String noted;

    /** Why what is active could not be recorded yet; {@code null} if it is. */
    private String unrecorded;

    /**
     * @param releases the record, and what was chosen by it
     * @param source the folders to watch, if any
     * @param log takes what an operator should read
     */
    public RulesetKeeper(
            ActiveRuleset active,
            RulesetStore store,
            Releases releases,
            RulesetShelf shelf,
            RulesetSource source,
            Consumer<String> log) {
        this.active = active;
        this.store = store;
        this.releases = releases;
        this.shelf = shelf;
        this.source = source;
        this.log = log;
    }

    /** The folders that say what is active, if any. */
    public Optional<String> watched() {
        return source.watched() ? Optional.of(source.name()) : Optional.empty();
    }

    /** Loads what should be active, or the last good one in its place; takes seconds. */
    public synchronized void start() {
        load();
        noted = null;
        record();
    }

    private void load() {
        seen = stamp();
        Wanted wanted = wanted();
        taken = wanted.read() ? seen : "";
        followed = wanted.choice();
        ActiveRuleset.State state = wanted.state();
        if (state instanceof ActiveRuleset.Loaded loaded) {
            activate(loaded);
            return;
        }
        ActiveRuleset.Unusable unusable = (ActiveRuleset.Unusable) state;
        // others may judge by what is in a store that cannot be read: the packaged one is then nobody's choice
        Optional<ActiveRuleset.Loaded> lastGood = lastGood(wanted.read() || !store.isShared());
        if (lastGood.isPresent()) {
            refuse(unusable.problems());
            activate(lastGood.get());
        } else {
            active.set(unusable);
            log.accept("the ruleset cannot be used (facts edition " + FactsEdition.CURRENT
                    + "), no claim is judged until there is a sound one:\n"
                    + String.join("\n", unusable.problems()));
        }
    }

    /**
     * Looks whether something else should be active, and makes it so; to be called every so often. A change counts once two
     * looks have seen the same, so that no file is read while it is still being written.
     */
    public synchronized void look() {
        if (unrecorded != null) {
            record();
        }
        String now = stamp();
        boolean quiet = now.equals(seen);
        seen = now;
        if (!quiet || now.equals(taken)) {
            return;
        }
        Wanted wanted = wanted();
        if (!stamp().equals(now)) {
            // it changed while it was read: the next looks will see
            return;
        }
        taken = wanted.read() ? now : "";
        followed = wanted.choice();
        ActiveRuleset.State state = wanted.state();
        if (state instanceof ActiveRuleset.Loaded loaded) {
            active.refuse(Optional.empty());
            activate(loaded);
        } else if (state instanceof ActiveRuleset.Unusable unusable) {
            if (active.state() instanceof ActiveRuleset.Loaded) {
                refuse(unusable.problems());
            } else {
                active.set(unusable);
            }
        }
        record();
    }

    /**
     * Makes a kept version the active one in the place of whatever is.
     *
     * @see #activate(String, String, Act)
     */
    public Activation activate(String version, Act act) throws IOException {
        return activate(version, null, act);
    }

    /**
     * Makes a kept version the active one, now and after every start; takes seconds if it was not loaded lately.
     *
     * @param checkedOn the version that is active as far as whoever wants it knows; {@code null} if that does not matter
     * @param act who wants it, and why
     * @throws SurpassedException if another is active or shall be, or the last release is not yet active here
     * @throws IOException if the store cannot be read or the release not be recorded; then nothing has changed
     */
    public synchronized Activation activate(String version, String checkedOn, Act act) throws IOException {
        if (source.watched()) {
            return new Watched(source.name());
        }
        Optional<ActiveRuleset.State> state = shelf.get(version);
        if (state.isEmpty()) {
            return new Unknown();
        }
        if (state.get() instanceof ActiveRuleset.Unusable unusable) {
            return new Unusable(unusable.problems());
        }
        ActiveRuleset.Loaded kept = (ActiveRuleset.Loaded) state.get();
        ActiveRuleset.Loaded before = active.state() instanceof ActiveRuleset.Loaded loaded ? loaded : null;
        if (releases.stands(version)) {
            return new Activated(follow(kept), Optional.empty());
        }
        String now = before == null ? null : before.ruleset().version();
        Releases.Basis basis = releases.basis();
        // a way back may lead away from what was chosen and cannot be used; whatever else was checked on it may not
        if (!basis.version().equals(followed)
                || checkedOn != null
                        && (!checkedOn.equals(now)
                                || act.kind() != Kind.ROLLBACK && !checkedOn.equals(basis.version()))) {
            throw releases.surpassed();
        }
        Optional<ReleaseRecord> recorded = releases.choose(
                version,
                basis.number(),
                now,
                before == null ? List.of() : ReleaseDifference.between(before, kept),
                act);
        if (recorded.isEmpty()) {
            return new Unknown();
        }
        return new Activated(follow(kept), recorded);
    }

    private ActiveRuleset.Loaded follow(ActiveRuleset.Loaded kept) {
        active.refuse(Optional.empty());
        followed = kept.ruleset().version();
        noted = followed;
        return activate(kept);
    }

    /**
     * Records what is active though nobody chose it: that of a watched folder, that which came with the program, or the last
     * good one. Whether it can be recorded or not, claims are judged by it.
     */
    private void record() {
        if (!(active.state() instanceof ActiveRuleset.Loaded loaded)) {
            return;
        }
        String version = loaded.ruleset().version();
        try {
            Releases.Basis basis = releases.basis();
            boolean asChosen = !source.watched() && basis.version().equals(version);
            if (asChosen) {
                releases.follow(version);
            } else if (!source.watched() && active.refused().isEmpty()) {
                // something else was chosen just now, and the next looks will see it
                return;
            }
            if (!version.equals(noted)) {
                releases.note(version, asChosen, before -> differenceTo(loaded, before), unasked(version));
                noted = version;
            }
            if (unrecorded != null) {
                log.accept("ruleset " + version + " is recorded now");
            }
            unrecorded = null;
        } catch (IOException e) {
            if (!e.toString().equals(unrecorded)) {
                log.accept(
                        "ruleset " + version + " is active but cannot be recorded, and nothing can be published until"
                                + " it can: " + e.getMessage());
            }
            unrecorded = e.toString();
        }
    }

    private Act unasked(String version) {
        if (source.watched()) {
            return Act.of(Kind.WATCHED, Who.program("watched folder", "what is in `" + source.name() + "`"));
        }
        String reason = active.refused().isPresent()
                ? "what was chosen cannot be used"
                : version.equals(PackedRules.version())
                        ? "what came with the program"
                        : "what was chosen before releases were recorded";
        return Act.of(Kind.START, Who.program("Hearth", reason));
    }

    /** What differs from the version that was recorded last, as far as that is still kept. */
    private List<String> differenceTo(ActiveRuleset.Loaded loaded, String before) throws IOException {
        Optional<RulesetFiles> files = shelf.files(before);
        return files.isEmpty() ? List.of() : ReleaseDifference.between(files.get(), loaded.files());
    }

    private String stamp() {
        if (source.watched()) {
            return source.stamp();
        }
        try {
            return releases.stamp();
        } catch (IOException e) {
            // what cannot be seen has not changed
            return taken;
        }
    }

    /**
     * What should be active.
     *
     * @param choice by which choice; {@code null} if a folder says it, or nobody can tell
     * @param read whether it could be read; otherwise it is tried again
     */
    private record Wanted(ActiveRuleset.State state, String choice, boolean read) {}

    private Wanted wanted() {
        if (source.watched()) {
            return new Wanted(RulesetLoader.load(source, store::wasActive, lastActive()), null, true);
        }
        String choice;
        try {
            choice = releases.chosen();
        } catch (IOException e) {
            return unread("what was chosen cannot be read", null, e);
        }
        try {
            return new Wanted(kept(choice), choice, true);
        } catch (IOException e) {
            return unread("the chosen ruleset `" + choice + "` cannot be read", choice, e);
        }
    }

    private static Wanted unread(String what, String choice, IOException why) {
        return new Wanted(new ActiveRuleset.Unusable(List.of(what + ": " + why.getMessage())), choice, false);
    }

    /** The files that claims are judged by, or were before this start. */
    private Optional<RulesetFiles> lastActive() {
        if (active.state() instanceof ActiveRuleset.Loaded loaded) {
            return Optional.of(loaded.files());
        }
        try {
            List<String> versions = store.everActive();
            return versions.isEmpty() ? Optional.empty() : store.files(versions.get(0));
        } catch (IOException e) {
            log.accept("the data folder cannot be read, so nobody knows whether there were more examples: "
                    + e.getMessage());
            return Optional.empty();
        }
    }

    private ActiveRuleset.State kept(String version) throws IOException {
        return shelf.get(version)
                .orElseGet(() -> new ActiveRuleset.Unusable(
                        List.of("the chosen ruleset `" + version + "` is no longer kept; activate another")));
    }

    /**
     * The latest that was active and can still be used.
     *
     * @param packaged whether the packaged one may be it, if no folders stand in its place
     */
    private Optional<ActiveRuleset.Loaded> lastGood(boolean packaged) {
        List<String> versions = new ArrayList<>();
        try {
            versions.addAll(store.everActive());
        } catch (IOException e) {
            log.accept("the data folder cannot be read: " + e.getMessage());
        }
        if (packaged && !source.watched()) {
            versions.add(PackedRules.version());
        }
        for (String version : versions) {
            try {
                if (kept(version) instanceof ActiveRuleset.Loaded loaded) {
                    return Optional.of(loaded);
                }
            } catch (IOException e) {
                log.accept("ruleset " + version + " cannot be read: " + e.getMessage());
            }
        }
        return Optional.empty();
    }

    private ActiveRuleset.Loaded activate(ActiveRuleset.Loaded found) {
        if (active.state() instanceof ActiveRuleset.Loaded before) {
            if (before.ruleset().version().equals(found.ruleset().version())) {
                return before;
            }
            // whoever compares with the one before, or goes back to it, need not wait
            shelf.put(before.ruleset().version(), before);
        }
        ActiveRuleset.Loaded loaded = new ActiveRuleset.Loaded(found.ruleset(), found.files(), Instant.now());
        active.set(loaded);
        log.accept("ruleset " + FactsEdition.beside(loaded.ruleset().version()) + ", is active ("
                + loaded.ruleset().from() + ")");
        keep(loaded.ruleset().version(), loaded.files());
        return loaded;
    }

    /** Whatever was active can be had again; where nothing can be kept, claims are judged all the same. */
    private void keep(String version, RulesetFiles files) {
        try {
            store.release(version, files);
        } catch (IOException e) {
            log.accept("ruleset " + FactsEdition.beside(version) + ", is active but cannot be kept for later: "
                    + e.getMessage());
        }
    }

    private void refuse(List<String> problems) {
        String from = source.watched() ? source.name() : "the chosen ruleset";
        Optional<ActiveRuleset.Refused> known = active.refused();
        if (known.isPresent() && known.get().problems().equals(problems)) {
            // it is tried again and again
            return;
        }
        Instant since = known.map(ActiveRuleset.Refused::since).orElseGet(Instant::now);
        active.refuse(Optional.of(new ActiveRuleset.Refused(from, since, problems)));
        log.accept("a change cannot be used, and the last good ruleset stays active (facts edition "
                + FactsEdition.CURRENT + "):\n" + String.join("\n", problems));
    }
}
