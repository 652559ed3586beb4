package org.hearth.app;

import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.hearth.data.DataFolder;
import org.hearth.decision.DecisionLog;
import org.hearth.sent.LiveHistory;
import org.hearth.store.Store;

/**
 * What the service keeps, and whether it can: told to whoever looks, and no reason not to send it claims, which are judged
 * nevertheless.
 */
@Readiness
@Singleton
final class KeptReadiness implements HealthCheck {

    private final Store store;
    private final LiveHistory history;
    private final DecisionStart decisions;

    KeptReadiness(Store store, LiveHistory history, DecisionStart decisions) {
        this.store = store;
        this.history = history;
        this.decisions = decisions;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("kept").up();
        answer.withData("data folder", folder(DataFolder.standard().root()));
        answer.withData("store", store.shared() ? "PostgreSQL" : "data folder");
        answer.withData("history", history(history));
        decisions.log().ifPresentOrElse(log -> tell(answer, log), () -> answer.withData("decision log", "off"));
        return answer.build();
    }

    private static String folder(Path folder) {
        if (!Files.exists(folder)) {
            // made when something is first kept
            return "not there yet";
        }
        return Files.isWritable(folder) ? "writable" : "cannot be written";
    }

    private static String history(LiveHistory history) {
        String failure = history.failure();
        return failure == null ? "no fault seen" : failure;
    }

    private static void tell(HealthCheckResponseBuilder answer, DecisionLog log) {
        DecisionLog.State state = log.state();
        answer.withData("decision log", state.failure() == null ? "written" : "cannot be written: " + state.failure());
        answer.withData("decision log lines lost", state.lost());
        if (state.since() != null) {
            answer.withData("decision log fails since", state.since().toString());
        }
    }
}
