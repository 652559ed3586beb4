package org.hearth.app;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.hearth.draft.DraftReleases;
import org.hearth.facts.FactsEdition;
import org.hearth.release.ActiveRuleset;
import org.hearth.release.RulesetStore;

/** Ready is who has a ruleset, and says so too if a later one was kept out, or a draft that was due, and which kept rulesets are damaged; who is not says why. */
@Readiness
@Singleton
final class RulesetReadiness implements HealthCheck {

    /** A probe's answer is for a glance; the log has them all. */
    private static final int MOST_PROBLEMS = 20;

    /** Every kept file is opened for it. */
    private static final long NANOS_BETWEEN_LOOKS = TimeUnit.MINUTES.toNanos(1);

    private final ActiveRuleset active;
    private final DraftReleases drafts;
    private final RulesetStore store;
    private Map<String, String> kept = Map.of();
    private long looked = System.nanoTime() - NANOS_BETWEEN_LOOKS;

    RulesetReadiness(ActiveRuleset active, DraftReleases drafts, RulesetStore store) {
        this.active = active;
        this.drafts = drafts;
        this.store = store;
    }

    /** What is wrong with the rulesets that are kept, by what it is said of. */
    private synchronized Map<String, String> kept() {
        if (System.nanoTime() - looked >= NANOS_BETWEEN_LOOKS) {
            looked = System.nanoTime();
            Map<String, String> found = new TreeMap<>();
            try {
                List<String> damaged = store.damaged();
                for (String version : damaged.subList(0, Math.min(damaged.size(), MOST_PROBLEMS))) {
                    found.put("kept ruleset " + version, "its file is damaged; release it again, or delete the file");
                }
                if (damaged.size() > MOST_PROBLEMS) {
                    found.put("kept rulesets", "and " + (damaged.size() - MOST_PROBLEMS) + " more are damaged");
                }
            } catch (IOException e) {
                found.put("kept rulesets", "the data folder cannot be read: " + e.getMessage());
            }
            kept = found;
        }
        return kept;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("ruleset");
        ActiveRuleset.State state = active.state();
        if (state instanceof ActiveRuleset.Loaded loaded) {
            answer.up()
                    .withData("version", loaded.ruleset().version())
                    .withData("facts", FactsEdition.CURRENT)
                    .withData("loadedAt", loaded.loadedAt().toString());
            active.refused().ifPresent(refused -> {
                answer.withData("refusedSince", refused.since().toString());
                tell(answer, refused.problems());
            });
            kept().forEach(answer::withData);
            drafts.refusals().forEach((id, why) -> answer.withData("not published: draft " + id, why));
            return answer.build();
        }
        answer.down();
        if (state instanceof ActiveRuleset.Unusable unusable) {
            tell(answer, unusable.problems());
        } else {
            answer.withData("loading", true);
        }
        return answer.build();
    }

    private static void tell(HealthCheckResponseBuilder answer, List<String> problems) {
        answer.withData("problems", problems.size());
        for (int index = 0; index < Math.min(problems.size(), MOST_PROBLEMS); index++) {
            answer.withData("problem " + (index + 1), problems.get(index));
        }
    }
}
