package org.hearth.draft;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearth.evaluate.ClaimChange.Verdict;
import org.hearth.evaluate.Impact;
import org.hearth.store.Objects;
import org.hearth.store.StaleException;

/**
 * What drafts were last seen to do to claims: how many there were and what became of them, and nothing of any of them. Kept
 * beside the drafts, since to look at what a draft does is no change of it. Safe for use by any number of threads.
 */
public final class DraftImpacts {

    private static final String IMPACTS = "draft-impacts/";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Objects store;
    private final Clock clock;

    DraftImpacts(Objects store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * What a draft was seen to do.
     *
     * @param revision of the draft
     * @param at when it was seen
     * @param before the ruleset in whose place the draft was tried
     * @param after what the draft comes to in its place
     * @param claims how many claims were judged by both
     * @param unreadable how many could not be
     * @param newlyFailing how many get a finding at error level, and had none
     * @param newlyClean how many get no finding any more
     * @param noLongerFailing how many keep lesser findings alone
     * @param changed of how many the answer differs otherwise
     */
    public record Seen(
            long revision,
            Instant at,
            String before,
            String after,
            long claims,
            long unreadable,
            long newlyFailing,
            long newlyClean,
            long noLongerFailing,
            long changed) {
        public Seen {
            java.util.Objects.requireNonNull(at, "at");
            java.util.Objects.requireNonNull(before, "before");
            java.util.Objects.requireNonNull(after, "after");
        }

        /** What it was, in words. */
        public String words() {
            if (newlyFailing + newlyClean + noLongerFailing + changed == 0) {
                return "of " + count(claims) + " none is answered otherwise" + missed();
            }
            List<String> words = new ArrayList<>();
            words.add(newlyFailing + " " + Verdict.NEWLY_FAILING.label());
            words.add(newlyClean + " " + Verdict.NEWLY_CLEAN.label());
            if (noLongerFailing > 0) {
                words.add(noLongerFailing + " " + Verdict.NO_LONGER_FAILING.label());
            }
            if (changed > 0) {
                words.add(changed + " " + Verdict.CHANGED.label());
            }
            return "of " + count(claims) + " " + String.join(", ", words) + missed();
        }

        private String missed() {
            return unreadable == 0 ? "" : "; " + count(unreadable) + " could not be read";
        }

        private static String count(long claims) {
            return claims == 1 ? "1 claim" : claims + " claims";
        }
    }

    /**
     * Keeps what a draft was seen to do, in the place of what it was seen to do before; not in that of what a later revision of
     * it was seen to do, by somebody who began later and was done sooner.
     *
     * @return what is kept
     * @throws IOException if it cannot be kept
     */
    public Seen keep(Draft draft, Impact impact) throws IOException {
        Seen seen = new Seen(
                draft.revision(),
                clock.instant(),
                impact.before(),
                impact.after(),
                impact.claims(),
                impact.unreadable(),
                impact.claims(Verdict.NEWLY_FAILING),
                impact.claims(Verdict.NEWLY_CLEAN),
                impact.claims(Verdict.NO_LONGER_FAILING),
                impact.claims(Verdict.CHANGED));
        byte[] bytes = JSON.writeValueAsBytes(seen);
        while (true) {
            try {
                Optional<Objects.Stored> stands = store.get(IMPACTS + draft.id());
                Optional<Seen> before = stands.flatMap(DraftImpacts::read);
                if (before.isPresent() && before.get().revision() > seen.revision()) {
                    return before.get();
                }
                store.put(
                        IMPACTS + draft.id(),
                        stands.map(Objects.Stored::revision).orElse(0L),
                        bytes);
                if (store.get(Drafts.key(draft.id())).isEmpty()) {
                    // it was deleted meanwhile, and nobody comes to delete this
                    forget(draft.id());
                }
                return seen;
            } catch (StaleException another) {
                // of two who look at one revision at once the last is kept
                Thread.onSpinWait();
            }
        }
    }

    /**
     * What a draft was last seen to do; empty if nobody has looked, or a later edition of the program did.
     *
     * @throws IOException if the store cannot be read
     */
    public Optional<Seen> of(Draft draft) throws IOException {
        return store.get(IMPACTS + draft.id()).flatMap(DraftImpacts::read);
    }

    /** What was kept; empty if it cannot be read, or lacks what it must have. */
    private static Optional<Seen> read(Objects.Stored stored) {
        try {
            return Optional.ofNullable(JSON.readValue(stored.bytes(), Seen.class));
        } catch (JacksonException e) {
            return Optional.empty();
        } catch (IOException e) {
            // nothing is read but memory
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets what a draft was seen to do. */
    void forget(String id) throws IOException {
        store.delete(IMPACTS + id);
    }
}
