package org.hearth.release;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hearth.ruleset.RulesetFiles;

/**
 * Rulesets by version, ready to judge claims: the active one, and a few kept ones that were asked for last. Safe for use by
 * any number of threads.
 */
public final class RulesetShelf {

    /** Each takes some ten megabytes. */
    private static final int MOST = 3;

    private final ActiveRuleset active;
    private final RulesetStore store;
    private final Object loading = new Object();
    private final Map<String, ActiveRuleset.State> shelf = new LinkedHashMap<>(8, 0.75f, true);

    /** A shelf before a store; nothing is loaded before somebody asks. */
    public RulesetShelf(ActiveRuleset active, RulesetStore store) {
        this.active = active;
        this.store = store;
    }

    /**
     * The ruleset of a version; loading one takes seconds.
     *
     * @return {@link ActiveRuleset.Loaded}, {@link ActiveRuleset.Unusable} if this program cannot use it, or empty if none
     *     is kept
     * @throws IOException if it is kept but cannot be read
     */
    public Optional<ActiveRuleset.State> get(String version) throws IOException {
        if (active.state() instanceof ActiveRuleset.Loaded loaded
                && loaded.ruleset().version().equals(version)) {
            return Optional.of(loaded);
        }
        Optional<ActiveRuleset.State> there = onShelf(version);
        if (there.isPresent()) {
            return there;
        }
        // another machine may have it, and whoever asks for one that is here does not wait for that
        Optional<RulesetFiles> files = store.files(version);
        if (files.isEmpty()) {
            return Optional.empty();
        }
        // one is loaded at a time, so that many who ask cannot fill the memory
        synchronized (loading) {
            there = onShelf(version);
            if (there.isPresent()) {
                return there;
            }
            ActiveRuleset.State state = RulesetLoader.load(files.get());
            put(version, state);
            return Optional.of(state);
        }
    }

    /** Whether a version is active, loaded or in the data folder, so that no other machine is asked for it. */
    public boolean isHere(String version) {
        return active.state() instanceof ActiveRuleset.Loaded loaded
                        && loaded.ruleset().version().equals(version)
                || onShelf(version).isPresent()
                || store.isHere(version);
    }

    private Optional<ActiveRuleset.State> onShelf(String version) {
        synchronized (shelf) {
            return Optional.ofNullable(shelf.get(version));
        }
    }

    /**
     * The files of a ruleset, which need not be compiled for it.
     *
     * @return empty if none of this version is kept
     * @throws IOException if it is kept but cannot be read
     */
    public Optional<RulesetFiles> files(String version) throws IOException {
        if (active.state() instanceof ActiveRuleset.Loaded loaded
                && loaded.ruleset().version().equals(version)) {
            return Optional.of(loaded.files());
        }
        return onShelf(version).orElse(null) instanceof ActiveRuleset.Loaded loaded
                ? Optional.of(loaded.files())
                : store.files(version);
    }

    /** Keeps a ruleset that has been loaded and may soon be asked for. */
    void put(String version, ActiveRuleset.State state) {
        synchronized (shelf) {
            shelf.put(version, state);
            if (shelf.size() > MOST) {
                shelf.remove(shelf.keySet().iterator().next());
            }
        }
    }
}
