package org.hearth.web.rest;

import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import org.hearth.json.Problems;
import org.hearth.ledger.Act;
import org.hearth.ledger.Kind;
import org.hearth.ledger.SurpassedException;
import org.hearth.ledger.Told;
import org.hearth.ledger.Who;
import org.hearth.release.RulesetKeeper;
import org.hearth.web.request.Answers;
import org.hearth.web.request.CurrentRuleset;

/** What the calls that make a kept ruleset the active one have in common. */
@Singleton
public final class Activating {

    /** Who wants it, why, what asks for it, and what is active as far as they know; each may be left out. */
    public record Wish(String by, String reason, String source, String before) {}

    /** The bytes that a body of a few texts has at most. */
    static final int MOST_BYTES = 1 << 14;

    private final RulesetKeeper keeper;

    Activating(RulesetKeeper keeper) {
        this.keeper = keeper;
    }

    /**
     * Who wants something, as told in a body.
     *
     * @throws WebApplicationException with status 422 if a text is none that can be recorded
     */
    private static Who who(Wish wish) {
        return Who.told(
                JsonBody.text("by", wish.by(), Told.NAME, false),
                JsonBody.text("reason", wish.reason(), Told.TEXT, false),
                JsonBody.text("source", wish.source(), Told.TEXT, false));
    }

    /**
     * Makes a kept ruleset the active one.
     *
     * @throws WebApplicationException with status 404, 409 or 422 if that cannot be
     * @throws IOException if it cannot be recorded; then nothing has changed
     */
    RulesetKeeper.Activated activate(String version, Kind kind, Wish wish) throws IOException {
        RulesetKeeper.Activation activation;
        try {
            activation = keeper.activate(version, wish.before(), Act.of(kind, who(wish)));
        } catch (SurpassedException e) {
            throw Answers.refusal(Problems.of(409, "another release", e.getMessage()));
        }
        if (activation instanceof RulesetKeeper.Watched watched) {
            throw Answers.refusal(Problems.of(
                    409,
                    "a folder says what is active",
                    "the service watches `" + watched.folder() + "`; change the workbooks there"));
        }
        if (activation instanceof RulesetKeeper.Unusable unusable) {
            throw Answers.refusal(CurrentRuleset.unusable(
                    409, "this ruleset cannot be used; what was active stays so", unusable.problems()));
        }
        if (activation instanceof RulesetKeeper.Activated activated) {
            return activated;
        }
        throw Answers.refusal(CurrentRuleset.unknown(version));
    }
}
