package org.hearth.app;

import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.hearth.draft.DraftReleases;
import org.hearth.facts.FactsEdition;
import org.hearth.release.ActiveRuleset;

/** Ready is who has a ruleset, and says so too if a later one was kept out, or a draft that was due; who is not says why. */
@Readiness
@Singleton
final class RulesetReadiness implements HealthCheck {

    /** A probe's answer is for a glance; the log has them all. */
    private static final int MOST_PROBLEMS = 20;

    private final ActiveRuleset active;
    private final DraftReleases drafts;

    RulesetReadiness(ActiveRuleset active, DraftReleases drafts) {
        this.active = active;
        this.drafts = drafts;
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
