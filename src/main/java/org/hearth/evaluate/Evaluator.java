package org.hearth.evaluate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hearth.claim.Claim;
import org.hearth.codes.CodeSets;
import org.hearth.codes.Codes;
import org.hearth.data.MemoryShare;
import org.hearth.facts.ClaimFacts;
import org.hearth.facts.assistants.AssistedService;
import org.hearth.facts.assistants.ProposedLines;
import org.hearth.facts.functional.ReportRequired;
import org.hearth.facts.functional.ReportingDay;
import org.hearth.facts.functional.TreatmentDay;
import org.hearth.facts.line.NotChecked;
import org.hearth.facts.line.Settled;
import org.hearth.facts.units.ProposedLine;
import org.hearth.facts.units.TimedMinutes;
import org.hearth.facts.units.UnansweredMinutes;
import org.hearth.facts.units.UnitAllowance;
import org.hearth.facts.units.UnitsAnswer;
import org.hearth.finding.Finding;
import org.hearth.history.Earlier;
import org.hearth.history.Past;
import org.hearth.ruleset.Ruleset;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.AgendaEventListener;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.RuleRuntimeEventListener;
import org.kie.api.runtime.KieSession;

/** Judges claims. Safe for use by any number of threads: each evaluation has a session of its own. */
public final class Evaluator {

    private static final Comparator<NotChecked> NOT_CHECKED_ORDER = Comparator.comparing(NotChecked::topic)
            .thenComparing(NotChecked::needs)
            .thenComparing(notChecked -> notChecked.lines().toString());

    /** How much memory a service line takes while it is judged, as measured, with some to spare. */
    private static final long BYTES_OF_LINE = 2_048;

    private final Supplier<Ruleset> active;
    private final Function<Claim, Past> pasts;

    /** An evaluator that asks, once an evaluation, which ruleset is active, and knows of a past what the claim says. */
    public Evaluator(Supplier<Ruleset> active) {
        this(active, Past::toldBy);
    }

    private Evaluator(Supplier<Ruleset> active, Function<Claim, Past> pasts) {
        this.active = active;
        this.pasts = pasts;
    }

    /** An evaluator by the same rulesets, but with these imported code sets in the place of theirs. */
    public Evaluator with(CodeSets sets) {
        return new Evaluator(() -> active.get().with(sets), pasts);
    }

    /** An evaluator by the same rulesets that knows of the past of claims what a function says. */
    public Evaluator knowing(Function<Claim, Past> past) {
        return new Evaluator(active, past);
    }

    /** Judges one claim by its past as this evaluator knows it. */
    public Evaluation evaluate(Claim claim) {
        return evaluate(claim, pasts.apply(claim));
    }

    /** Judges one claim by the ruleset that is active when the call begins. */
    public Evaluation evaluate(Claim claim, Past past) {
        return judge(claim, past, null, null);
    }

    /** Judges one claim as {@link #evaluate(Claim, Past)} does; each finding tells which facts met its rule. */
    public Evaluation explain(Claim claim, Past past) {
        return judge(claim, past, null, new Recorder());
    }

    /** Explains one claim by its past as this evaluator knows it. */
    public Evaluation explain(Claim claim) {
        return explain(claim, pasts.apply(claim));
    }

    /**
     * Judges one claim and tells where a finding was reported, and what kept it from being reported elsewhere.
     *
     * @param id a finding's id
     */
    public WhyNot whyNot(Claim claim, String id) {
        Ruleset ruleset = active.get();
        OutOfScope outside = OutOfScope.of(claim, ruleset.codes());
        if (outside != null) {
            return new WhyNot(Evaluation.of(claim.claimId(), ruleset.version(), outside), List.of());
        }
        Recorder recorder = new Recorder();
        Evaluation evaluation = evaluate(ruleset, claim, pasts.apply(claim), null, recorder);
        List<Finding> reported = evaluation.findings().stream()
                .filter(finding -> finding.id().equals(id))
                .toList();
        return new WhyNot(
                new Evaluation(
                        evaluation.claimId(),
                        evaluation.ruleset(),
                        reported,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()),
                new SilentRules(ruleset, RuleConditions.of(ruleset), recorder.facts()).of(id));
    }

    /**
     * Judges one claim and tells which rows of decision tables came nearest to holding for it: for each of its facts that no row of
     * a table met.
     *
     * @param tables the names of the tables that are asked
     */
    public List<WhyNot.Silence> nearest(Claim claim, Collection<String> tables) {
        Ruleset ruleset = active.get();
        if (OutOfScope.of(claim, ruleset.codes()) != null) {
            return List.of();
        }
        Recorder recorder = new Recorder();
        evaluate(ruleset, claim, pasts.apply(claim), null, recorder);
        SilentRules silent = new SilentRules(ruleset, RuleConditions.of(ruleset), recorder.facts());
        return tables.stream().flatMap(table -> silent.ofTable(table).stream()).toList();
    }

    /**
     * Judges one claim and tells which rules and rows had a part in it.
     *
     * @param fired takes the name of each rule that fires; a row's is {@code table/key}
     */
    public Evaluation trace(Claim claim, Consumer<String> fired) {
        return judge(
                claim,
                pasts.apply(claim),
                new DefaultAgendaEventListener() {
                    @Override
                    public void afterMatchFired(AfterMatchFiredEvent event) {
                        fired.accept(event.getMatch().getRule().getName());
                    }
                },
                null);
    }

    /** The rows that have a part in judging a claim by its past as this evaluator knows it, {@code table/key}. */
    public SortedSet<String> rows(Claim claim) {
        return track(claim, pasts.apply(claim), false).rows();
    }

    /** Judges one claim as {@link #evaluate(Claim, Past)} does, and tells which rows had a part in it, and of which lines. */
    public UsedRows usedRows(Claim claim, Past past) {
        return track(claim, past, true);
    }

    private UsedRows track(Claim claim, Past past, boolean byLine) {
        Ruleset ruleset = active.get();
        RowTracker tracker = new RowTracker(ruleset, byLine);
        Codes codes = ruleset.codes().noting(tracker::lookedUp);
        if (OutOfScope.of(claim, codes) == null) {
            withShare(claim, past, () -> {
                ClaimFacts facts = ClaimFacts.of(claim, past, codes);
                facts.all().forEach(tracker::about);
                return evaluate(ruleset, facts, facts.all(), tracker);
            });
        }
        return tracker.used();
    }

    private Evaluation judge(Claim claim, Past past, AgendaEventListener listener, Recorder recorder) {
        Ruleset ruleset = active.get();
        OutOfScope outside = OutOfScope.of(claim, ruleset.codes());
        if (outside != null) {
            return Evaluation.of(claim.claimId(), ruleset.version(), outside);
        }
        return evaluate(ruleset, claim, past, listener, recorder);
    }

    private static Evaluation evaluate(
            Ruleset ruleset, Claim claim, Past past, AgendaEventListener listener, Recorder recorder) {
        return withShare(claim, past, () -> {
            ClaimFacts facts = ClaimFacts.of(claim, past, ruleset.codes());
            return evaluate(ruleset, facts, facts.all(), listener, recorder);
        });
    }

    /** Makes the facts of a claim and judges it, under the share of memory that both need. */
    private static Evaluation withShare(Claim claim, Past past, MemoryShare.Work<Evaluation, RuntimeException> judged) {
        return MemoryShare.hold(BYTES_OF_LINE * lines(claim, past), judged);
    }

    private static long lines(Claim claim, Past past) {
        long lines = claim.lines().size();
        for (Earlier earlier : past.earlier()) {
            lines += earlier.claim().lines().size();
        }
        return lines;
    }

    static Evaluation evaluate(Ruleset ruleset, ClaimFacts facts, List<Object> inOrder, AgendaEventListener listener) {
        return evaluate(ruleset, facts, inOrder, listener, null);
    }

    private static Evaluation evaluate(
            Ruleset ruleset, ClaimFacts facts, List<Object> inOrder, AgendaEventListener listener, Recorder recorder) {
        ReportedFindings findings = new ReportedFindings(recorder);
        KieSession session = ruleset.kieBase().newKieSession();
        try {
            session.setGlobal("findings", findings);
            if (listener != null) {
                session.addEventListener(listener);
            }
            if (recorder != null) {
                session.addEventListener((AgendaEventListener) recorder);
                session.addEventListener((RuleRuntimeEventListener) recorder);
            }
            for (Object fact : inOrder) {
                session.insert(fact);
            }
            List<TreatmentDay> days = only(inOrder, TreatmentDay.class);
            List<TimedMinutes> timed = only(inOrder, TimedMinutes.class);
            AddedFacts added = new AddedFacts();
            // most claims have nothing that rules add to
            if (!timed.isEmpty() || !days.isEmpty()) {
                session.addEventListener(added);
            }
            session.fireAllRules();
            session.insert(new Settled());
            session.fireAllRules();
            List<AssistedService> assisted = only(inOrder, AssistedService.class);
            List<UnitAllowance> allowances = only(added.facts(), UnitAllowance.class);
            Claim claim = facts.bill().claim();
            List<ProposedLine> proposed = ProposedLines.of(allowances, assisted);
            List<NotChecked> notChecked = new ArrayList<>(facts.notChecked());
            notChecked.addAll(findings.notChecked());
            notChecked.addAll(UnansweredMinutes.of(facts.bill(), facts.lines(), proposed, notChecked));
            notChecked.sort(NOT_CHECKED_ORDER);
            return new Evaluation(
                    claim.claimId(),
                    ruleset.version(),
                    recorder == null
                            ? findings.worded(ruleset, claim.origin())
                            : findings.explained(ruleset, claim.origin(), new Explainer(ruleset, recorder)),
                    List.copyOf(notChecked),
                    UnitsAnswer.of(allowances),
                    proposed,
                    ReportingDay.of(days, only(added.facts(), ReportRequired.class)),
                    KnownPast.of(facts.bill().history().past()),
                    null);
        } finally {
            session.dispose();
        }
    }

    private static <F> List<F> only(Collection<?> facts, Class<F> type) {
        List<F> found = new ArrayList<>();
        for (Object fact : facts) {
            if (type.isInstance(fact)) {
                found.add(type.cast(fact));
            }
        }
        return found;
    }
}
