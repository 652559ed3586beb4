package org.hearth.draft;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.hearth.ledger.Act;
import org.hearth.ledger.Ledger;
import org.hearth.ledger.ReleaseRecord;
import org.hearth.release.ActiveRuleset;
import org.hearth.release.RulesetKeeper;

/** Publishes drafts into the running service. */
public final class LivePublishing implements Publishing {

    private final ActiveRuleset active;
    private final RulesetKeeper keeper;
    private final Ledger ledger;

    /**
     * @param active what judges claims
     * @param keeper exchanges it
     * @param ledger the record of how it was exchanged
     */
    public LivePublishing(ActiveRuleset active, RulesetKeeper keeper, Ledger ledger) {
        this.active = active;
        this.keeper = keeper;
        this.ledger = ledger;
    }

    @Override
    public Optional<String> active() {
        return active.state() instanceof ActiveRuleset.Loaded loaded
                ? Optional.of(loaded.ruleset().version())
                : Optional.empty();
    }

    @Override
    public Optional<String> watched() {
        return keeper.watched();
    }

    @Override
    public boolean recorded(String draft, String version) throws IOException {
        return ledger.published(draft, version);
    }

    @Override
    public Optional<ReleaseRecord> publish(String version, String checkedOn, Act act)
            throws DraftException, IOException {
        RulesetKeeper.Activation activation = keeper.activate(version, checkedOn, act);
        if (activation instanceof RulesetKeeper.Activated activated) {
            return activated.record();
        }
        if (activation instanceof RulesetKeeper.Watched watched) {
            throw new DraftException.Watched(watched.folder());
        }
        throw new DraftException.Unfit(
                "the draft cannot be used; what was active stays so",
                activation instanceof RulesetKeeper.Unusable unusable ? unusable.problems() : List.of());
    }
}
