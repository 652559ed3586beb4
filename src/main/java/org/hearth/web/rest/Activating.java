package org.hearth.web.rest;

import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.hearth.json.Problems;
import org.hearth.ledger.Act;
import org.hearth.ledger.Kind;
import org.hearth.ledger.Person;
import org.hearth.ledger.Submission;
import org.hearth.ledger.Submissions;
import org.hearth.ledger.SurpassedException;
import org.hearth.ledger.Told;
import org.hearth.ledger.Who;
import org.hearth.release.Releases;
import org.hearth.release.RulesetKeeper;
import org.hearth.ruleset.PackedRules;
import org.hearth.store.Store;
import org.hearth.web.identity.Caller;
import org.hearth.web.request.Answers;
import org.hearth.web.request.CurrentRuleset;

/** What the calls that make a kept ruleset the active one have in common. */
@Singleton
public final class Activating {

    /**
     * Who wants it, why, what asks for it, and what is active as far as they know; each may be left out, and who wants it is not
     * looked at where the service knows who calls.
     */
    public record Wish(String by, String reason, String source, String before) {}

    /** The bytes that a body of a few texts has at most. */
    static final int MOST_BYTES = 1 << 14;

    private final RulesetKeeper keeper;
    private final Releases releases;
    private final Submissions submissions;

    Activating(RulesetKeeper keeper, Releases releases, Store kept) {
        this.keeper = keeper;
        this.releases = releases;
        submissions = new Submissions(kept.objects());
    }

    /** Notes that a ruleset was sent, which waits to be made active in the place of the one that it was checked on. */
    void sent(String version, String base) throws IOException {
        Caller caller = Caller.now();
        submissions.note(version, base, caller.identified() ? caller.person() : null);
    }

    /** What somebody is told who does what another has to do. */
    static Problems own(String why) {
        return new Problems("urn:hearth:problem:own-proposal", "another has to", 403, why, List.of());
    }

    /** Whether a ruleset was active before, so that it waits for nobody. */
    private boolean wasActive(String version) throws IOException {
        return version.equals(PackedRules.version()) || releases.isRecorded(version);
    }

    /**
     * Who makes a ruleset active. Of one that waits, it is another than who sent it, where the service knows who calls.
     *
     * @param waits whether it was never active
     * @param sent how it was sent, as far as is known
     * @throws WebApplicationException if it is not, or a text is none that can be recorded
     */
    private static Who who(String version, Wish wish, boolean waits, Optional<Submission> sent) {
        Caller caller = Caller.now();
        if (!caller.identified()) {
            return who(wish);
        }
        String reason = JsonBody.text("reason", wish.reason(), Told.TEXT, false);
        String told = JsonBody.text("source", wish.source(), Told.TEXT, false);
        String source = told.isEmpty() ? null : told;
        if (!waits) {
            return Who.known(caller.person(), reason, source);
        }
        Person sender = sent.flatMap(Submission::by)
                .orElseThrow(() -> Answers.refusal(Problems.of(
                        409, "sender unknown", "nobody knows who sent this ruleset; send its workbooks again")));
        if (sender.subject().equals(caller.subject())) {
            throw Answers.refusal(
                    own("you have sent this ruleset, and another makes it active: `hearth tables activate " + version
                            + " --to URL`"));
        }
        return Who.known(sender, caller.person(), reason, source);
    }

    /**
     * The version in whose place a ruleset is to be active: that which it was checked on, else that which the caller says.
     *
     * @return {@code null} if it does not matter
     * @throws WebApplicationException with status 409 if the caller knows of another than it was checked on
     */
    private static String base(Wish wish, Optional<Submission> sent) {
        String checked = sent.map(Submission::base).orElse(null);
        if (checked != null && wish.before() != null && !wish.before().equals(checked)) {
            throw Answers.refusal(Problems.of(
                    409,
                    "another release",
                    "this ruleset was checked in the place of `" + checked + "`, and not of `" + wish.before()
                            + "`, so nothing has changed; look at what is active, and send its workbooks again"));
        }
        return checked == null ? wish.before() : checked;
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
        boolean waits = !wasActive(version);
        Optional<Submission> sent = waits ? submissions.of(version) : Optional.empty();
        Who who = who(version, wish, waits, sent);
        RulesetKeeper.Activation activation;
        try {
            activation = keeper.activate(version, base(wish, sent), Act.of(kind, who));
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
