package org.hearth.app;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.hearth.release.ActiveRuleset;
import org.hearth.release.RulesetLoader;
import org.jboss.logging.Logger;

/** Loads the ruleset beside the start of the service, so that the port is open and says how far it is. */
@Singleton
final class RulesetStart {

    private static final Logger LOG = Logger.getLogger("org.hearth.ruleset");

    private final RulesetConfig config;
    private final ActiveRuleset active = new ActiveRuleset();

    RulesetStart(RulesetConfig config) {
        this.config = config;
    }

    @Produces
    @Singleton
    ActiveRuleset active() {
        return active;
    }

    void load(@Observes StartupEvent started) {
        Thread thread = new Thread(this::load, "ruleset");
        // a fault of the machine or the class path must not look like a ruleset that is still loading
        thread.setUncaughtExceptionHandler((failed, fault) -> {
            active.set(new ActiveRuleset.Unusable(List.of(
                    "the ruleset could not be loaded: " + fault.getClass().getName())));
            LOG.error("the ruleset could not be loaded", fault);
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void load() {
        ActiveRuleset.State state = RulesetLoader.load(
                config.rules().dir().orElse(null), config.tables().dir().orElse(null));
        active.set(state);
        if (state instanceof ActiveRuleset.Loaded loaded) {
            LOG.infof(
                    "ruleset %s is active (%s)",
                    loaded.ruleset().version(), loaded.ruleset().from());
        } else if (state instanceof ActiveRuleset.Unusable unusable) {
            LOG.errorf(
                    "the ruleset cannot be used, no claim is judged until the service starts with a sound one:%n%s",
                    String.join(System.lineSeparator(), unusable.problems()));
        }
    }
}
