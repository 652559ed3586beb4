package org.hearth.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import org.hearth.json.Problem;
import org.hearth.json.Problems;
import org.hearth.release.ActiveRuleset;

/** The ruleset that answers a request. */
@Singleton
public final class CurrentRuleset {

    /** The ruleset is not there yet; will be in a few seconds. */
    static final Problems LOADING = new Problems(
            "urn:hearth:problem:ruleset-loading",
            "ruleset loading",
            503,
            "the ruleset is still being loaded; send this again in a few seconds",
            List.of());

    private final ActiveRuleset active;

    CurrentRuleset(ActiveRuleset active) {
        this.active = active;
    }

    /**
     * The active ruleset; a request asks once.
     *
     * @throws WebApplicationException with status 503 if there is none, or none yet
     */
    ActiveRuleset.Loaded get() {
        ActiveRuleset.State state = active.state();
        if (state instanceof ActiveRuleset.Loaded loaded) {
            return loaded;
        }
        if (state instanceof ActiveRuleset.Unusable unusable) {
            throw Answers.refusal(unusable(unusable));
        }
        throw Answers.refusal(LOADING);
    }

    /** Why no claim can be judged now; {@code null} if claims can be. */
    Problems problem() {
        ActiveRuleset.State state = active.state();
        if (state instanceof ActiveRuleset.Unusable unusable) {
            return unusable(unusable);
        }
        return state instanceof ActiveRuleset.Loaded ? null : LOADING;
    }

    private static Problems unusable(ActiveRuleset.Unusable unusable) {
        return new Problems(
                "urn:hearth:problem:ruleset-unusable",
                "ruleset unusable",
                503,
                "the ruleset cannot be used; whoever runs this service has to mend it",
                unusable.problems().stream()
                        .map(problem -> new Problem("", null, problem, null))
                        .toList());
    }
}
