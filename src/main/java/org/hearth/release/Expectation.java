package org.hearth.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearth.evaluate.Evaluation;
import org.hearth.facts.line.NotChecked;
import org.hearth.finding.Finding;

/**
 * What an example must come to: the exact set of findings, one a line, or {@code none}.
 *
 * <pre>{@code
 * HHT-301 line 1
 * HHT-301 line 1 (row discipline-requirements/PT): revenue code `0420` on a 34X claim carries no `GP`
 * not checked: units of lines 2, 3 (minutes)
 * judged: date of the HIPPS line
 * to bill: line 1, 2 units
 * }</pre>
 *
 * The row, the shared system's reason code ({@code FISS 31255}, or {@code FISS none}), the message and, after {@code
 * =>}, the fix are compared where they are given; so is what was not checked, of the topics for which such a line is
 * given, and what is proposed to bill, where such a line is given. A topic that is judged must not be among what was not checked.
 */
final class Expectation {

    private static final Pattern FINDING = Pattern.compile(
            "(HHT-\\d{3})(?: line (\\d+))?(?: \\(row ([^)]+)\\))?(?: FISS (\\w+))?(?:: (.*?)(?: => (.*))?)?");
    private static final Pattern JUDGED = Pattern.compile("judged: (.*)");
    private static final Pattern TO_BILL = Pattern.compile("to bill: line (\\d+), (\\d+) units?");
    private static final Pattern NOT_CHECKED = Pattern.compile("not checked: (.*)");

    private record Expected(String id, Integer line, String row, String fiss, String message, String fix) {

        boolean matches(Finding finding) {
            return id.equals(finding.id())
                    && Objects.equals(line, finding.line())
                    && (row == null
                            || finding.row() != null
                                    && row.equals(finding.row().table() + "/"
                                            + finding.row().row()))
                    && (fiss == null
                            || fiss.equals(
                                    Objects.requireNonNullElse(finding.codes().fiss(), "none")))
                    && (message == null || message.equals(finding.message()))
                    && (fix == null || fix.equals(finding.fix()));
        }

        /** As an example writes it. */
        @Override
        public String toString() {
            return id
                    + (line == null ? "" : " line " + line)
                    + (row == null ? "" : " (row " + row + ")")
                    + (message == null ? "" : ": " + message);
        }
    }

    private final List<Expected> findings = new ArrayList<>();
    private final List<String> notChecked = new ArrayList<>();
    private final List<String> judged = new ArrayList<>();
    private final List<String> toBill = new ArrayList<>();

    private Expectation() {}

    /**
     * Reads an expectation; entries stand on lines of their own or are separated by {@code ;}.
     *
     * @throws IllegalArgumentException if an entry cannot be read
     */
    static Expectation of(String text) {
        Expectation expectation = new Expectation();
        String[] entries = text.strip().split(text.contains("`") ? "\\R" : "\\R|;");
        for (String entry : entries) {
            String trimmed = entry.strip();
            if (trimmed.equals("none") && entries.length == 1) {
                return expectation;
            }
            Matcher unjudged = NOT_CHECKED.matcher(trimmed);
            Matcher finding = FINDING.matcher(trimmed);
            Matcher topic = JUDGED.matcher(trimmed);
            Matcher bill = TO_BILL.matcher(trimmed);
            if (bill.matches()) {
                expectation.toBill.add(describe(Integer.parseInt(bill.group(1)), Integer.parseInt(bill.group(2))));
            } else if (topic.matches()) {
                expectation.judged.add(topic.group(1));
            } else if (unjudged.matches()) {
                expectation.notChecked.add(unjudged.group(1));
            } else if (finding.matches()) {
                Integer line = finding.group(2) == null ? null : Integer.valueOf(finding.group(2));
                expectation.findings.add(new Expected(
                        finding.group(1),
                        line,
                        finding.group(3),
                        finding.group(4),
                        finding.group(5),
                        finding.group(6)));
            } else {
                throw new IllegalArgumentException(
                        "`" + trimmed + "` is no expectation; write HHT-301 line 1, or none");
            }
        }
        return expectation;
    }

    /** The ids of the findings expected. */
    List<String> ids() {
        return findings.stream().map(Expected::id).toList();
    }

    /** What came instead, or empty if the evaluation is what was expected. */
    Optional<String> mismatch(Evaluation evaluation) {
        List<Finding> unexpected = new ArrayList<>(evaluation.findings());
        List<Expected> missing = new ArrayList<>();
        for (Expected expected : findings) {
            Optional<Finding> match =
                    unexpected.stream().filter(expected::matches).findFirst();
            match.ifPresentOrElse(unexpected::remove, () -> missing.add(expected));
        }
        List<String> unjudged = evaluation.notChecked().stream()
                .filter(entry -> notChecked.stream().anyMatch(text -> text.startsWith(entry.topic() + " ")))
                .map(Expectation::describe)
                .toList();
        boolean judgedAsExpected = (notChecked.isEmpty() || notChecked.equals(unjudged))
                && evaluation.notChecked().stream().noneMatch(entry -> judged.contains(entry.topic()));
        List<String> proposed = evaluation.proposedLines().stream()
                .map(line -> describe(line.from(), line.units()))
                .toList();
        boolean proposedAsExpected = toBill.isEmpty() || toBill.equals(proposed);
        if (missing.isEmpty() && unexpected.isEmpty() && judgedAsExpected && proposedAsExpected) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        missing.forEach(expected -> text.append("missing ").append(expected).append('\n'));
        unexpected.forEach(
                finding -> text.append("unexpected ").append(describe(finding)).append('\n'));
        if (!judgedAsExpected) {
            text.append("not checked: ")
                    .append(
                            evaluation.notChecked().isEmpty()
                                    ? "nothing"
                                    : evaluation.notChecked().stream()
                                            .map(Expectation::describe)
                                            .collect(java.util.stream.Collectors.joining("; ")))
                    .append('\n');
        }
        if (!proposedAsExpected) {
            text.append("to bill was ").append(proposed).append('\n');
        }
        return Optional.of(text.toString());
    }

    private static String describe(Finding finding) {
        return finding.id()
                + (finding.line() == null ? "" : " line " + finding.line())
                + (finding.row() == null
                        ? ""
                        : " (row " + finding.row().table() + "/" + finding.row().row() + ")")
                + ": " + finding.message();
    }

    private static String describe(int line, int units) {
        return "line " + line + ", " + units;
    }

    private static String describe(NotChecked unjudged) {
        String lines = unjudged.lines().isEmpty()
                ? ""
                : " of lines "
                        + unjudged.lines().stream()
                                .map(String::valueOf)
                                .collect(java.util.stream.Collectors.joining(", "));
        return unjudged.topic() + lines + " (" + unjudged.needs() + ")";
    }
}
