package org.hearth.app;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hearth.draft.DraftReleases;
import org.hearth.draft.DraftRuns;
import org.hearth.draft.Drafts;
import org.hearth.draft.LivePublishing;
import org.hearth.draft.WarmUp;
import org.hearth.draft.Workbench;
import org.hearth.release.ActiveRuleset;
import org.hearth.release.Candidates;
import org.hearth.release.Releases;
import org.hearth.release.RulesetKeeper;
import org.hearth.release.RulesetShelf;
import org.hearth.store.Store;
import org.jboss.logging.Logger;

/** The drafts of the service and what works on them; nothing is opened before it is asked for, or a draft may be due. */
@Singleton
final class Drafting {

    private static final Logger LOG = Logger.getLogger("org.hearth.draft");

    private static final int SECONDS_BETWEEN_LOOKS = 15;

    /** Those who waited for the service come first. */
    private static final int SECONDS_BEFORE_WARM_UP = 5;

    private final Drafts drafts;
    private final Workbench workbench;
    private final DraftRuns runs;
    private final DraftReleases releases;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "drafts");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    });

    private final ActiveRuleset active;
    private final Thread warmUp;

    private String told = "";

    Drafting(
            Store store,
            RulesetShelf shelf,
            Candidates candidates,
            ActiveRuleset active,
            RulesetKeeper keeper,
            Releases recorded,
            RulesetConfig config) {
        drafts = new Drafts(store.objects(), Clock.systemDefaultZone());
        workbench = new Workbench(drafts, shelf, Clock.systemDefaultZone());
        runs = new DraftRuns(workbench);
        releases = new DraftReleases(
                workbench,
                candidates,
                new LivePublishing(active, keeper, recorded.ledger()),
                Clock.system(ZoneId.of(config.zone().orElse(DraftReleases.ZONE))),
                looks);
        this.active = active;
        warmUp = config.warmUp() ? new Thread(this::warmUp, "warm-up") : null;
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

    @Produces
    @Singleton
    DraftReleases releases() {
        return releases;
    }

    void start(@Observes StartupEvent started) {
        looks.scheduleWithFixedDelay(this::publishDue, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
        if (warmUp != null) {
            warmUp.setDaemon(true);
            warmUp.setPriority(Thread.MIN_PRIORITY);
            warmUp.start();
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        looks.shutdownNow();
        if (warmUp != null) {
            warmUp.interrupt();
        }
    }

    /** Where it comes to nothing, the first change takes longer, and that is all. */
    private void warmUp() {
        try {
            while (!(active.state() instanceof ActiveRuleset.Loaded)) {
                TimeUnit.SECONDS.sleep(1);
            }
            TimeUnit.SECONDS.sleep(SECONDS_BEFORE_WARM_UP);
            if (active.state() instanceof ActiveRuleset.Loaded loaded) {
                new WarmUp(workbench, loaded).run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.debug("the warm-up ended early", e);
        } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError fault) {
            LOG.warn("the warm-up failed", fault);
        }
    }

    /** Nothing that goes wrong once may end the looks. */
    private void publishDue() {
        try {
            releases.publishDue();
            tell(
                    releases.refusals().isEmpty()
                            ? ""
                            : "drafts whose day has come are not published: " + releases.refusals());
        } catch (IOException e) {
            tell("whether a draft is due cannot be told: " + e.getMessage());
        } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError fault) {
            LOG.error("a draft that is due could not be published", fault);
        }
    }

    private void tell(String news) {
        if (!news.equals(told) && !news.isEmpty()) {
            LOG.warn(news);
        }
        told = news;
    }
}
