package org.hearth.decision;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Evaluation;
import org.hearth.evaluate.Evaluator;
import org.hearth.facts.FactsEdition;
import org.hearth.history.Past;
import org.hearth.ruleset.Ruleset;

/**
 * Judges claims again by the rulesets that a log names, and tells whether the answers are those that were given. The claims are gone
 * through twice: first to be looked for in the log, then to be judged. Not safe for use by several threads.
 */
public final class Replay {

    /** What a claim judged again comes to. */
    public enum Outcome {
        /** The answer is the same, to the byte, but for places in files and for reasons that were asked for. */
        SAME("same"),
        /** The claim, its past and the ruleset are the same, and the answer is another. */
        DIFFERENT("different"),
        /** The answer is another, and so is what is known of the claims before. */
        DIFFERENT_PAST("different, as its past is"),
        /** The log has nothing of the claim. */
        NOT_LOGGED("not logged"),
        /** The ruleset is no longer kept, or cannot be used by this program. */
        RULESET_GONE("ruleset gone"),
        /** It was judged by a program with another edition of the facts. */
        OTHER_FACTS("other edition of the facts");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        /** Whether it says that the answer was another. */
        public boolean isDifferent() {
            return this == DIFFERENT || this == DIFFERENT_PAST;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * One claim, judged again as one line of the log says.
     *
     * @param logged what the log has; {@code null} where it has nothing
     * @param now what is decided now; {@code null} where the claim could not be judged again
     */
    public record Result(Outcome outcome, Decision logged, Decision now) {

        /** What differs, for people; empty where nothing does or nobody knows. */
        public String difference() {
            if (now == null || !outcome.isDifferent()) {
                return "";
            }
            String was = words(logged);
            String is = words(now);
            return was.equals(is)
                    ? was + " both times; the words, places or units of the answer differ"
                    : "was " + was + ", is " + is;
        }

        private static String words(Decision decision) {
            return decision.disposition()
                    + (decision.findings().isEmpty()
                            ? ""
                            : decision.findings().stream()
                                    .map(Decision.Found::toString)
                                    .collect(Collectors.joining(", ", " (", ")")));
        }
    }

    /** Where rulesets are kept. */
    @FunctionalInterface
    public interface Kept {

        /** @return empty if it is not kept, or cannot be used */
        Optional<Ruleset> ruleset(String version) throws IOException;
    }

    /** A claim may have been sent any number of times; so many different answers of it are looked at, the last ones. */
    private static final int MOST_OF_A_CLAIM = 16;

    private final Seals seals;
    private final Kept kept;
    private final Map<String, List<Decision>> asked = new HashMap<>();
    private final Set<String> otherKeys = new TreeSet<>();

    /**
     * @param log tells the key
     * @throws IOException if there is none
     */
    public Replay(LogSettings log, Kept kept) throws IOException {
        this.seals = new Seals(log.requireKey());
        this.kept = kept;
    }

    /** Takes a claim that is going to be judged again. */
    public void ask(Claim claim) {
        asked.put(seals.claim(claim), new ArrayList<>(1));
    }

    /** Looks for the claims in a log. @throws IOException if it cannot be read */
    public LogReader.Read look(LogSettings log) throws IOException {
        return LogReader.read(log, this::take);
    }

    private void take(Decision decision) {
        if (!decision.sealed().key().equals(seals.key())) {
            otherKeys.add(decision.sealed().key());
            return;
        }
        List<Decision> found = asked.get(decision.sealed().claim());
        if (found == null) {
            return;
        }
        found.removeIf(one -> one.ruleset().equals(decision.ruleset())
                && one.facts() == decision.facts()
                && one.sealed().equals(decision.sealed()));
        found.add(decision);
        if (found.size() > MOST_OF_A_CLAIM) {
            found.remove(0);
        }
    }

    /** What names the keys of lines that were made with another one, so that no claim can be found in them. */
    public Set<String> otherKeys() {
        return otherKeys;
    }

    /**
     * Judges a claim again, once for each different answer that the log has.
     *
     * @param past what is known of it now; whoever sent it alone had nothing before it, which the log tells
     * @throws IOException if a ruleset that is kept cannot be read
     */
    public List<Result> judge(Claim claim, Past past) throws IOException {
        List<Decision> logged = asked.getOrDefault(seals.claim(claim), List.of());
        if (logged.isEmpty()) {
            return List.of(new Result(Outcome.NOT_LOGGED, null, null));
        }
        List<Result> results = new ArrayList<>(logged.size());
        for (Decision one : logged) {
            results.add(judge(claim, past, one));
        }
        return results;
    }

    private Result judge(Claim claim, Past known, Decision logged) throws IOException {
        if (logged.facts() != FactsEdition.CURRENT) {
            return new Result(Outcome.OTHER_FACTS, logged, null);
        }
        Optional<Ruleset> ruleset = kept.ruleset(logged.ruleset());
        if (ruleset.isEmpty()) {
            return new Result(Outcome.RULESET_GONE, logged, null);
        }
        Past alone = known.alone(claim);
        Past past = Objects.equals(seals.past(alone), logged.sealed().past()) ? alone : known;
        Evaluation evaluation = new Evaluator(ruleset::get).evaluate(claim, past);
        Decision now = seals.decision(
                new Seals.About(logged.id(), logged.at(), CallKind.CHECK, logged.who(), 0), claim, past, evaluation);
        if (now.saysTheSame(logged)) {
            return new Result(Outcome.SAME, logged, now);
        }
        boolean samePast = Objects.equals(now.sealed().past(), logged.sealed().past());
        return new Result(samePast ? Outcome.DIFFERENT : Outcome.DIFFERENT_PAST, logged, now);
    }
}
