package org.hearth.app;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.hearth.facts.FactsEdition;
import org.hearth.fleet.Fleet;
import org.hearth.fleet.Standing;
import org.hearth.release.ActiveRuleset;
import org.hearth.store.Store;
import org.hearth.web.rest.FleetView;
import org.jboss.logging.Logger;

/** Says to whoever shares the store, and to whoever watches, by which ruleset this instance judges: at once when that changes. */
@Singleton
final class FleetStart {

    private static final Logger LOG = Logger.getLogger("org.hearth.fleet");

    private static final int MILLIS_BETWEEN_LOOKS = 500;
    private static final Pattern UNNAMABLE = Pattern.compile("[^A-Za-z0-9.-]");
    private static final int LONGEST_NAME = 60;

    private final ActiveRuleset active;
    private final RulesetMetrics metrics;
    private final Optional<Fleet> fleet;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "fleet");
        thread.setDaemon(true);
        return thread;
    });

    private String shown = "";
    private long saidAt;
    private boolean silent;

    FleetStart(Store store, ActiveRuleset active, RulesetMetrics metrics) {
        this.active = active;
        this.metrics = metrics;
        fleet = store.shared() ? Optional.of(new Fleet(store.objects(), name())) : Optional.empty();
    }

    /** By the name of the machine, which is that of the pod; what was started again is another. */
    private static String name() {
        String host = UNNAMABLE
                .matcher(Optional.ofNullable(System.getenv("HOSTNAME")).orElse(""))
                .replaceAll("");
        return "i-" + host.substring(0, Math.min(LONGEST_NAME, host.length())) + "-"
                + UUID.randomUUID().toString().substring(0, 8);
    }

    @Produces
    @Singleton
    FleetView view() {
        return new FleetView() {
            @Override
            public boolean isShared() {
                return fleet.isPresent();
            }

            @Override
            public Optional<Standing> standing() {
                return fleet.flatMap(Fleet::standing);
            }
        };
    }

    void start(@Observes StartupEvent started) {
        looks.scheduleWithFixedDelay(this::look, 0, MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopped) {
        looks.shutdownNow();
        if (fleet.isPresent()) {
            try {
                fleet.get().leave();
            } catch (IOException e) {
                LOG.debug("the others forget this instance by and by", e);
            }
        }
    }

    /** Nothing that goes wrong once may end the looks. */
    private void look() {
        try {
            if (active.state() instanceof ActiveRuleset.Loaded loaded
                    && say(loaded.ruleset().version())) {
                tell(false, "the store of the fleet answers again");
            }
        } catch (IOException e) {
            tell(true, "the store of the fleet cannot be used: " + e.getMessage());
        } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError fault) {
            tell(true, "what is active could not be announced: " + fault);
        }
    }

    /** Whether it was time to say it to the others. */
    private boolean say(String version) throws IOException {
        boolean another = !version.equals(shown);
        if (another) {
            metrics.show(version);
            shown = version;
        }
        if (fleet.isEmpty() || !another && System.nanoTime() - saidAt < Fleet.BEAT.toNanos()) {
            return false;
        }
        // if it cannot be said, it is tried again with the next beat
        saidAt = System.nanoTime();
        fleet.get().announce(version, FactsEdition.CURRENT);
        return true;
    }

    private void tell(boolean now, String news) {
        if (now != silent) {
            LOG.warn(news);
        }
        silent = now;
    }
}
