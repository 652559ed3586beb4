package org.hearth.app;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.hearth.draft.DraftRuns;
import org.hearth.draft.Drafts;
import org.hearth.draft.Workbench;
import org.hearth.release.RulesetShelf;
import org.hearth.store.Store;

/** The drafts of the service and what works on them; nothing is opened before it is asked for. */
@Singleton
final class Drafting {

    private final Drafts drafts;
    private final Workbench workbench;
    private final DraftRuns runs;

    Drafting(Store store, RulesetShelf shelf) {
        drafts = new Drafts(store.objects(), Clock.systemDefaultZone());
        workbench = new Workbench(drafts, shelf, Clock.systemDefaultZone());
        runs = new DraftRuns(workbench);
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
}
