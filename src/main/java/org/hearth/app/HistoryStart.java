package org.hearth.app;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.hearth.data.DataFolder;
import org.hearth.sent.HistorySettings;
import org.hearth.sent.LiveHistory;

/** The history of the service, of which nothing is loaded before it is asked for. */
@Singleton
final class HistoryStart {

    private final LiveHistory history;

    HistoryStart(Config config) {
        history = new LiveHistory(() -> HistorySettings.of(
                name -> config.getOptionalValue(name, String.class).orElse(null), DataFolder.standard()));
    }

    @Produces
    @Singleton
    LiveHistory history() {
        return history;
    }

    void stop(@Observes ShutdownEvent stopped) {
        history.close();
    }
}
