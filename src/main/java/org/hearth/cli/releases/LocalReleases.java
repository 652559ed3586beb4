package org.hearth.cli.releases;

import org.hearth.data.DataFolder;
import org.hearth.ledger.Ledger;
import org.hearth.release.ActiveRuleset;
import org.hearth.release.Releases;
import org.hearth.release.RulesetShelf;
import org.hearth.release.RulesetStore;
import org.hearth.store.Store;

/** The releases of the data folder, on which a service may work at the same time. */
public final class LocalReleases implements AutoCloseable {

    private final DataFolder data = DataFolder.standard();
    private final Store kept = Store.ofEnvironment(data);
    private final RulesetStore store = new RulesetStore(data, kept.shared() ? kept.objects() : null);
    private final Releases releases = new Releases(store, new Ledger(kept));

    /** The data folder. */
    public DataFolder data() {
        return data;
    }

    /** Where drafts and the record are kept. */
    public Store kept() {
        return kept;
    }

    /** The rulesets that are kept. */
    public RulesetStore store() {
        return store;
    }

    /** Which of them were active, and shall be. */
    public Releases releases() {
        return releases;
    }

    /** Loads rulesets; each anew. */
    public RulesetShelf shelf() {
        return new RulesetShelf(new ActiveRuleset(), store);
    }

    /** Who judges by what was chosen here, and when, in words. */
    public String follows() {
        return "a service on `" + data.root()
                + "` judges by it within seconds, unless it watches a folder of workbooks";
    }

    @Override
    public void close() {
        kept.close();
    }
}
