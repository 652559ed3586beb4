package org.hearth.app;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hearth.decision.DecisionLog;
import org.hearth.decision.LogSettings;
import org.hearth.decision.Watch;
import org.jboss.logging.Logger;

/** Counts what is judged and logs it, where somebody names a log. */
@Singleton
final class DecisionStart {

    private static final Logger LOG = Logger.getLogger("org.hearth.decision");

    /** After whatever may still judge. */
    private static final int LAST = 3_000;

    private final DecisionLog log;
    private final Watch watch;

    /** @throws IllegalArgumentException if the configuration makes no sense; the service does not start then */
    DecisionStart(DecisionConfig config, WorkCounts counts) {
        Map<String, String> written = new HashMap<>();
        config.log().ifPresent(value -> written.put(LogSettings.LOG, value));
        config.key().ifPresent(value -> written.put(LogSettings.KEY, value));
        config.fileBytes().ifPresent(value -> written.put(LogSettings.FILE_BYTES, value));
        config.files().ifPresent(value -> written.put(LogSettings.FILES, value));
        log = LogSettings.of(written::get)
                .map(settings -> new DecisionLog(settings, LOG::warn))
                .orElse(null);
        watch = new Watch(counts, log);
    }

    @Produces
    @Singleton
    Watch watch() {
        return watch;
    }

    /** The log; empty where none is kept. */
    Optional<DecisionLog> log() {
        return Optional.ofNullable(log);
    }

    void stop(@Observes @Priority(LAST) ShutdownEvent stopped) {
        if (log != null) {
            log.close();
        }
    }
}
