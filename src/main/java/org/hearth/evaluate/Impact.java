package org.hearth.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hearth.evaluate.ClaimChange.Answer;
import org.hearth.evaluate.ClaimChange.Verdict;

/**
 * What a change of the ruleset does to claims: counts, and the first few claims of each as examples, so that what is held
 * does not grow with the claims. Not safe for use by several threads.
 */
public final class Impact {

    /** How many claims are shown of each verdict and each other answer. */
    public static final int CLAIMS_SHOWN = 5;

    /** How many changes of each kind are shown of a finding or a row. */
    public static final int CHANGES_SHOWN = 3;

    /** How many claims and inputs that could not be read are shown. */
    public static final int PROBLEMS_SHOWN = 20;

    /**
     * A claim as an example.
     *
     * @param file the name of its file, or {@code null}
     * @param claimId the sender's own number for it
     * @param before the disposition as it was
     * @param after the disposition as it is
     */
    public record Claim(String file, String claimId, String before, String after) {}

    /**
     * A finding that appears, disappears or changes, as an example.
     *
     * @param claim the claim that it is on
     */
    public record Example(Claim claim, FindingChange change) {}

    /**
     * Claims or an input that could not be read or compared.
     *
     * @param file the input's name, or {@code null}
     * @param claimId the sender's own number for the claim, or {@code null}
     * @param why what is wrong
     */
    public record Unread(String file, String claimId, String why) {}

    /** What becomes of the findings of an id, or of a table row. */
    public static final class Group {

        private final String title;
        private final SortedSet<String> ids = new TreeSet<>();
        private final EnumMap<FindingChange.Kind, Long> counts = new EnumMap<>(FindingChange.Kind.class);
        private final EnumMap<FindingChange.Kind, List<Example>> examples = new EnumMap<>(FindingChange.Kind.class);
        private long claims;
        private long lastClaim;

        private Group(String title) {
            this.title = title;
        }

        private void add(Example example, FindingChange.Kind kind, long claim) {
            counts.merge(kind, 1L, Long::sum);
            ids.add(example.change().finding().id());
            if (lastClaim != claim) {
                lastClaim = claim;
                claims++;
            }
            List<Example> shown = examples.computeIfAbsent(kind, first -> new ArrayList<>());
            boolean another = shown.isEmpty() || shown.get(shown.size() - 1).claim() != example.claim();
            if (another && shown.size() < CHANGES_SHOWN) {
                shown.add(example);
            }
        }

        /** The finding's title; of a row {@code null}. */
        public String title() {
            return title;
        }

        /** The findings' ids. */
        public SortedSet<String> ids() {
            return Collections.unmodifiableSortedSet(ids);
        }

        /** How many findings appear, disappear or change. */
        public long count(FindingChange.Kind kind) {
            return counts.getOrDefault(kind, 0L);
        }

        /** The first few of a kind, one a claim, in the order of the input. */
        public List<Example> examples(FindingChange.Kind kind) {
            return List.copyOf(examples.getOrDefault(kind, List.of()));
        }

        /** On how many claims. */
        public long claims() {
            return claims;
        }
    }

    private final String before;
    private final String after;
    private final EnumMap<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    private final EnumMap<Verdict, List<Claim>> claims = new EnumMap<>(Verdict.class);
    private final EnumMap<Answer, Long> answers = new EnumMap<>(Answer.class);
    private final EnumMap<Answer, List<Claim>> answered = new EnumMap<>(Answer.class);
    private final SortedMap<String, Group> findings = new TreeMap<>();
    private final SortedMap<String, Group> rows = new TreeMap<>();
    private final List<Unread> unread = new ArrayList<>();
    private String file;
    private boolean severalFiles;
    private long compared;
    private long unreadable;
    private long unused;
    private boolean whole = true;
    private boolean defect;

    /**
     * @param before the version of the ruleset as it was
     * @param after the version as it is
     */
    public Impact(String before, String after) {
        this.before = before;
        this.after = after;
    }

    /** Counts a claim. */
    public void add(ClaimChange change) {
        compared++;
        verdicts.merge(change.verdict(), 1L, Long::sum);
        if (change.verdict() == Verdict.UNCHANGED) {
            return;
        }
        if (file == null) {
            file = change.file();
        }
        severalFiles |= file != null && !file.equals(change.file());
        Claim claim = new Claim(change.file(), change.claimId(), change.before(), change.after());
        show(claim, claims.computeIfAbsent(change.verdict(), first -> new ArrayList<>()));
        for (Answer answer : change.answers()) {
            answers.merge(answer, 1L, Long::sum);
            show(claim, answered.computeIfAbsent(answer, first -> new ArrayList<>()));
        }
        for (FindingChange finding : change.findings()) {
            Example example = new Example(claim, finding);
            findings.computeIfAbsent(
                            finding.finding().id(),
                            first -> new Group(finding.finding().title()))
                    .add(example, finding.kind(), compared);
            String was = finding.before() == null
                    ? null
                    : FindingChange.row(finding.before().row());
            String is = finding.after() == null
                    ? null
                    : FindingChange.row(finding.after().row());
            if (was != null && was.equals(is)) {
                row(was, example, FindingChange.Kind.CHANGED);
            } else {
                row(was, example, FindingChange.Kind.DISAPPEARS);
                row(is, example, FindingChange.Kind.APPEARS);
            }
            finding.behind().stream()
                    .filter(row -> !row.equals(was) && !row.equals(is))
                    .forEach(row -> row(row, example, finding.kind()));
        }
    }

    private void row(String row, Example example, FindingChange.Kind kind) {
        if (row != null) {
            rows.computeIfAbsent(row, first -> new Group(null)).add(example, kind, compared);
        }
    }

    private static void show(Claim claim, List<Claim> shown) {
        if (shown.size() < CLAIMS_SHOWN) {
            shown.add(claim);
        }
    }

    /** Counts a claim that could not be read. */
    public void addUnreadable(Unread claim) {
        unreadable++;
        addProblem(claim);
    }

    /** Counts a claim that a defect of Hearth kept from being judged, as one that could not be read. */
    public void addDefect(Unread claim) {
        defect = true;
        addUnreadable(claim);
    }

    /** Counts minutes given beside the claims that could not be used. */
    public void addUnused(Unread minutes) {
        unused++;
        addProblem(minutes);
    }

    /** Notes that an input could not be read to its end. */
    public void addDamaged(Unread input) {
        whole = false;
        addProblem(input);
    }

    private void addProblem(Unread problem) {
        if (unread.size() < PROBLEMS_SHOWN) {
            unread.add(problem);
        }
    }

    /** Whether the claims that are shown are from several files. */
    public boolean severalFiles() {
        return severalFiles;
    }

    /** The version of the ruleset as it was. */
    public String before() {
        return before;
    }

    /** The version of the ruleset as it is. */
    public String after() {
        return after;
    }

    /** How many claims were judged by both. */
    public long claims() {
        return compared;
    }

    /** How many of them come to this. */
    public long claims(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0L);
    }

    /** The first few of them, in the order of the input. */
    public List<Claim> examples(Verdict verdict) {
        return List.copyOf(claims.getOrDefault(verdict, List.of()));
    }

    /** On how many claims another answer than the findings differs. */
    public long claims(Answer answer) {
        return answers.getOrDefault(answer, 0L);
    }

    /** The first few of them, in the order of the input. */
    public List<Claim> examples(Answer answer) {
        return List.copyOf(answered.getOrDefault(answer, List.of()));
    }

    /** What becomes of findings, by id. */
    public Map<String, Group> findings() {
        return Collections.unmodifiableMap(findings);
    }

    /** What becomes of the findings that come from table rows, or have a changed row behind them, by {@code table/key}. */
    public Map<String, Group> rows() {
        return Collections.unmodifiableMap(rows);
    }

    /** How many claims could not be read. */
    public long unreadable() {
        return unreadable;
    }

    /** How many claims' minutes could not be used whole. */
    public long unused() {
        return unused;
    }

    /** The first of what could not be read or used. */
    public List<Unread> problems() {
        return List.copyOf(unread);
    }

    /** Whether every input was read to its end. */
    public boolean whole() {
        return whole;
    }

    /** Whether a defect of Hearth kept any claim from being judged. */
    public boolean defect() {
        return defect;
    }
}
