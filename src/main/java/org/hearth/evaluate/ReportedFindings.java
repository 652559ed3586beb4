package org.hearth.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hearth.catalog.FindingType;
import org.hearth.catalog.PatchTemplate;
import org.hearth.claim.Origin;
import org.hearth.facts.claim.GuideError;
import org.hearth.facts.line.NotChecked;
import org.hearth.finding.Advice;
import org.hearth.finding.Effect;
import org.hearth.finding.Finding;
import org.hearth.finding.FindingPlace;
import org.hearth.finding.Findings;
import org.hearth.finding.FromRow;
import org.hearth.finding.Grounds;
import org.hearth.finding.Reason;
import org.hearth.finding.RowReference;
import org.hearth.finding.Subject;
import org.hearth.ruleset.Ruleset;

/** Takes what rules report while they fire; words it when they are done. */
final class ReportedFindings implements Findings {

    private static final Comparator<String> NULLS_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());

    /** Firing order means nothing: this order does. */
    private static final Comparator<Finding> ORDER = Comparator.comparing(
                    Finding::line, Comparator.nullsFirst(Comparator.<Integer>naturalOrder()))
            .thenComparing(Finding::id)
            .thenComparing(
                    finding -> finding.row() == null ? null : finding.row().row(), NULLS_FIRST)
            .thenComparing(Finding::field)
            .thenComparing(Finding::message);

    private record Report(String id, Subject subject, Object[] about, Recorder.Firing firing) {}

    private final List<Report> reports = new ArrayList<>();
    private final List<NotChecked> notChecked = new ArrayList<>();
    private final Recorder recorder;

    /** @param recorder knows the rule that is firing; {@code null} where nobody asks for it */
    ReportedFindings(Recorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public void report(String id, Subject subject, Object... about) {
        reports.add(new Report(id, subject, about, recorder == null ? null : recorder.current()));
    }

    @Override
    public void notChecked(String topic, Subject subject, String needs) {
        Integer line = subject.lineNumber();
        notChecked.add(new NotChecked(topic, line == null ? List.of() : List.of(line), needs));
    }

    /** What rules could not judge, in no order. */
    List<NotChecked> notChecked() {
        return notChecked;
    }

    /** What was reported, worded, each finding once, in order. */
    List<Finding> worded(Ruleset ruleset, Origin origin) {
        if (reports.isEmpty()) {
            return List.of();
        }
        return reports.stream()
                .filter(report -> !isTold(report, ruleset, origin))
                .map(report -> word(report, ruleset, origin))
                .distinct()
                .sorted(ORDER)
                .toList();
    }

    /** Whether another finding says it already, and says it of what is meant rather than of how it is written. */
    private boolean isTold(Report report, Ruleset ruleset, Origin origin) {
        if (!(report.subject() instanceof GuideError)) {
            return false;
        }
        Effect effect = ruleset.catalog().get(report.id()).effect();
        return reports.stream()
                .filter(other -> !(other.subject() instanceof GuideError))
                .filter(other -> ruleset.catalog().get(other.id()).effect().compareTo(effect) >= 0)
                .map(other -> word(other, ruleset, origin))
                .anyMatch(other -> report.subject().yieldsTo(other.field(), other.at()));
    }

    /** As {@link #worded}, each finding with the facts that met its rule. */
    List<Finding> explained(Ruleset ruleset, Origin origin, Explainer explainer) {
        Map<Finding, List<Reason>> explained = new LinkedHashMap<>();
        for (Report report : reports) {
            if (isTold(report, ruleset, origin)) {
                continue;
            }
            List<Reason> reasons =
                    explainer.reasons(report.firing(), ruleset.catalog().get(report.id()), facts(report));
            // of several ways to one finding the first by its text, as their order means nothing
            explained.merge(
                    word(report, ruleset, origin),
                    reasons,
                    (one, other) -> one.toString().compareTo(other.toString()) <= 0 ? one : other);
        }
        return explained.entrySet().stream()
                .map(entry -> entry.getKey().because(entry.getValue()))
                .sorted(ORDER)
                .toList();
    }

    private static List<Object> facts(Report report) {
        List<Object> facts = new ArrayList<>(Arrays.asList(report.about()));
        facts.add(report.subject());
        facts.removeIf(Objects::isNull);
        return facts;
    }

    private static Finding word(Report report, Ruleset ruleset, Origin origin) {
        FindingType type = ruleset.catalog().get(report.id());
        Subject subject = report.subject();
        List<Object> facts = facts(report);
        RowReference row = facts.stream()
                .filter(FromRow.class::isInstance)
                .map(fact -> ((FromRow) fact).row())
                .filter(Objects::nonNull)
                .map(ruleset::row)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        String field = type.field().render(facts);
        String pointer = field.isEmpty() ? subject.pointer() : subject.pointer() + "/" + field;
        return new Finding(
                type.id(),
                type.title(),
                type.effect(),
                new FindingPlace(subject.lineNumber(), type.formLocator(), pointer, subject.at(origin, pointer)),
                advice(type, subject, facts),
                new Grounds(type.citation(), row, rule(type.id(), row, ruleset)),
                type.codes(facts));
    }

    private static Advice advice(FindingType type, Subject subject, List<Object> facts) {
        String message = type.message().render(facts);
        String fix = type.fix().render(facts);
        PatchTemplate patch = type.patch();
        return patch == null
                ? new Advice(message, fix)
                : new Advice(message, fix, patch.at(subject.pointer(), facts), patch.mend());
    }

    private static String rule(String id, RowReference row, Ruleset ruleset) {
        String rule = ruleset.rules().get(id);
        return rule != null || row == null ? rule : "decision-tables/" + row.workbook();
    }
}
