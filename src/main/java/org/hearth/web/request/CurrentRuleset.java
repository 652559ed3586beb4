package org.hearth.web.request;

import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.util.List;
import org.hearth.finding.Shown;
import org.hearth.json.Problem;
import org.hearth.json.Problems;
import org.hearth.ledger.ReleaseRecord;
import org.hearth.release.ActiveRuleset;
import org.hearth.release.Releases;
import org.hearth.release.RulesetShelf;

/** The ruleset that answers a request. */
@Singleton
public final class CurrentRuleset {

    /** The ruleset is not there yet; will be in a few seconds. */
    public static final Problems LOADING = new Problems(
            "urn:hearth:problem:ruleset-loading",
            "ruleset loading",
            503,
            "the ruleset is still being loaded; send this again in a few seconds",
            List.of());

    private static final Problems UNKNOWN_YET = Problems.of(
            503,
            "store unusable",
            "the record of releases could not be read yet, which says what other rulesets there are; send this again later");

    private final ActiveRuleset active;
    private final RulesetShelf shelf;
    private final Releases releases;

    CurrentRuleset(ActiveRuleset active, RulesetShelf shelf, Releases releases) {
        this.active = active;
        this.shelf = shelf;
        this.releases = releases;
    }

    /**
     * The ruleset of a version, or the active one if that is {@code null}; a request asks once.
     *
     * @throws WebApplicationException with status 404 if none of this version is kept, 409 if this program cannot use it,
     *     503 if the active one is asked for and there is none, or nobody knows what is kept
     */
    public ActiveRuleset.Loaded get(String version) throws IOException {
        if (version == null) {
            return get();
        }
        // a plus sign that was not escaped arrives as a blank
        String meant = version.replace(' ', '+');
        requireKept(meant);
        ActiveRuleset.State state = shelf.get(meant).orElseThrow(() -> Answers.refusal(unknown(meant)));
        if (state instanceof ActiveRuleset.Unusable unusable) {
            throw Answers.refusal(
                    unusable(409, "this ruleset cannot be used by this edition of the program", unusable.problems()));
        }
        return (ActiveRuleset.Loaded) state;
    }

    /**
     * Anybody may ask for any version: what is neither here nor in the record, as it was last read, is asked of no other machine.
     *
     * @throws WebApplicationException with status 404 if none of this version is kept, 503 if the record was never read
     */
    public void requireKept(String version) {
        if (shelf.isHere(version)) {
            return;
        }
        List<ReleaseRecord> records = releases.ledger().seen().orElseThrow(() -> Answers.refusal(UNKNOWN_YET));
        if (records.stream().noneMatch(record -> record.version().equals(version))) {
            throw Answers.refusal(unknown(version));
        }
    }

    /** What a version that nobody kept is answered with. */
    public static Problems unknown(String version) {
        return Problems.of(
                404,
                "no such ruleset",
                "no ruleset " + Shown.value(version) + " is kept; GET /v1/rulesets lists them all");
    }

    /** What is said of a ruleset that cannot be used, with a line for each problem. */
    public static Problems unusable(int status, String detail, List<String> problems) {
        return new Problems(
                "urn:hearth:problem:ruleset-unusable",
                "ruleset unusable",
                status,
                detail,
                problems.stream()
                        .map(problem -> new Problem("", null, problem, null))
                        .toList());
    }

    /**
     * The active ruleset; a request asks once.
     *
     * @throws WebApplicationException with status 503 if there is none, or none yet
     */
    public ActiveRuleset.Loaded get() {
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
    public Problems problem() {
        ActiveRuleset.State state = active.state();
        if (state instanceof ActiveRuleset.Unusable unusable) {
            return unusable(unusable);
        }
        return state instanceof ActiveRuleset.Loaded ? null : LOADING;
    }

    private static Problems unusable(ActiveRuleset.Unusable unusable) {
        return unusable(
                503, "the ruleset cannot be used; whoever runs this service has to mend it", unusable.problems());
    }
}
