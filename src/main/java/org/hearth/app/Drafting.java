package org.hearth.app;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.hearth.data.DataFolder;
import org.hearth.draft.DraftRuns;
import org.hearth.draft.Drafts;
import org.hearth.draft.Workbench;
import org.hearth.release.RulesetShelf;
import org.hearth.store.Store;

/** The drafts of the service and what works on them; nothing is opened before it is asked for. */
@Singleton
final class Drafting {

    private final Store store;
    private final Drafts drafts;
    private final Workbench workbench;
    private final DraftRuns runs;

    /** @param shelf of which the making has named the data folder */
    Drafting(RulesetShelf shelf, Config config) {
        Optional<String> url = config.getOptionalValue(Store.URL, String.class);
        store = new Store(url.orElse(null), DataFolder.standard());
        drafts = new Drafts(store.objects(), Clock.systemDefaultZone());
        workbench = new Workbench(drafts, shelf, Clock.systemDefaultZone());
        runs = new DraftRuns(workbench);
    }

    @Produces
    @Singleton
    Store store() {
        return store;
    }

    @Produces
    @Singleton
    Drafts drafts() {
        return drafts;
    }

    @Produces
    @Singleton
    Workbench workbench() {
        return workbench;
    }

    @Produces
    @Singleton
    DraftRuns runs() {
        return runs;
    }

    void stop(@Observes ShutdownEvent stopped) {
        store.close();
    }
}
