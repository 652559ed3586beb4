package org.hearth.app;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hearth.data.DataFolder;
import org.hearth.ledger.Ledger;
import org.hearth.release.ActiveRuleset;
import org.hearth.release.Candidates;
import org.hearth.release.Releases;
import org.hearth.release.RulesetKeeper;
import org.hearth.release.RulesetShelf;
import org.hearth.release.RulesetSource;
import org.hearth.release.RulesetStore;
import org.hearth.store.Store;
import org.jboss.logging.Logger;

/**
 * Loads the ruleset beside the start of the service, so that the port is open and says how far it is; then looks every half
 * second whether there is another.
 */
@Singleton
final class RulesetStart {

    private static final Logger LOG = Logger.getLogger("org.hearth.ruleset");

    private static final int MILLIS_BETWEEN_LOOKS = 500;

    private final ActiveRuleset active = new ActiveRuleset();
    private final Store kept;
    private final RulesetStore store;
    private final Releases releases;
    private final RulesetShelf shelf;
    private final RulesetKeeper keeper;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "ruleset");
        thread.setDaemon(true);
        return thread;
    });

    RulesetStart(RulesetConfig config) {
        // whatever else asks for the data folder has no configuration to ask
        config.data().dir().ifPresent(dir -> System.setProperty(DataFolder.PROPERTY, dir.toString()));
        kept = new Store(config.store().url().orElse(null), DataFolder.standard());
        store = new RulesetStore(DataFolder.standard(), kept.shared() ? kept.objects() : null);
        releases = new Releases(store, new Ledger(kept));
        shelf = new RulesetShelf(active, store);
        keeper = new RulesetKeeper(
                active,
                store,
                releases,
                shelf,
                new RulesetSource(
                        config.rules().dir().orElse(null), config.tables().dir().orElse(null)),
                LOG::info);
    }

    @Produces
    @Singleton
    ActiveRuleset active() {
        return active;
    }

    @Produces
    @Singleton
    Store kept() {
        return kept;
    }

    @Produces
    @Singleton
    Releases releases() {
        return releases;
    }

    @Produces
    @Singleton
    RulesetStore store() {
        return store;
    }

    @Produces
    @Singleton
    RulesetShelf shelf() {
        return shelf;
    }

    @Produces
    @Singleton
    RulesetKeeper keeper() {
        return keeper;
    }

    @Produces
    @Singleton
    Candidates candidates() {
        return new Candidates(store, shelf);
    }

    void load(@Observes StartupEvent started) {
        looks.execute(() -> guarded(keeper::start));
        looks.scheduleWithFixedDelay(
                () -> guarded(keeper::look), MILLIS_BETWEEN_LOOKS, MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopped) {
        looks.shutdownNow();
        kept.close();
    }

    /** A fault of the machine or the class path must neither end the looks nor look like a ruleset that is still loading. */
    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError fault) {
            LOG.error("the ruleset could not be loaded", fault);
            if (!(active.state() instanceof ActiveRuleset.Loaded)) {
                active.set(new ActiveRuleset.Unusable(List.of(
                        "the ruleset could not be loaded: " + fault.getClass().getName())));
            }
        }
    }
}
