package org.hearth.app;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.hearth.data.DataFolder;
import org.hearth.sent.HistorySettings;
import org.hearth.sent.LiveHistory;

/** The history of the service, of which nothing is loaded before it is asked for. */
@Singleton
final class HistoryStart {

    private final LiveHistory history;

    HistoryStart(HistoryConfig config, RulesetConfig shared) {
        Map<String, String> written = new HashMap<>();
        config.mode().ifPresent(value -> written.put(HistorySettings.MODE, value));
        config.dir().ifPresent(value -> written.put(HistorySettings.FOLDER, value));
        config.url().ifPresent(value -> written.put(HistorySettings.URL, value));
        shared.store().url().ifPresent(value -> written.put(HistorySettings.STORE, value));
        config.key().ifPresent(value -> written.put(HistorySettings.KEY, value));
        config.formerKeys().ifPresent(value -> written.put(HistorySettings.FORMER_KEYS, value));
        history = new LiveHistory(() -> HistorySettings.of(written::get, DataFolder.standard()));
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
