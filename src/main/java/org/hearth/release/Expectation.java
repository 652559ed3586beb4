package org.hearth.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearth.evaluate.Evaluation;
import org.hearth.evaluate.OutOfScope;
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
 * not judged: another payer (filing indicator `16`)
 * }</pre>
 *
 * The row, the shared system's reason code ({@code FISS 31255}, or {@code FISS none}), how sure its
 * mend is ({@code mend certain}, {@code mend ask} or {@code mend none}), the message and, after {@code =>}, the fix are compared where they are given; so is what was not checked, of the topics for which such a line is
 * given, and what is proposed to bill, where such a line is given. A topic that is judged must not be among what was not checked.
 * A claim that is not judged at all has no findings, and an example has to say so.
 */
final class Expectation {

    private static final Pattern FINDING = Pattern.compile(
            "(HHT-\\d{3})(?: line (\\d+))?(?: \\(row ([^)]+)\\))?(?: FISS ([\\w, ]+?))?(?: mend (certain|ask|none))?"
                    + "(?:: (.*?)(?: => (.*))?)?");
    private static final Pattern JUDGED = Pattern.compile("judged: (.*)");
    private static final Pattern TO_BILL = Pattern.compile("to bill: line (\\d+), (\\d+) units?");
    private static final String NOT_CHECKED_WORDS = "not checked: ";
    private static final String NOT_JUDGED_WORDS = "not judged: ";
    private static final Pattern NOT_CHECKED = Pattern.compile(NOT_CHECKED_WORDS + ".*");

    private record Expected(String id, Integer line, String row, String fiss, String mend, String message, String fix) {

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
                    && (mend == null || mend.equals(mendOf(finding)))
                    && (message == null || message.equals(finding.message()))
                    && (fix == null || fix.equals(finding.fix()));
        }

        /** As an example writes it. */
        @Override
        public String toString() {
            return id
                    + (line == null ? "" : " line " + line)
                    + (row == null ? "" : " (row " + row + ")")
                    + (fiss == null ? "" : " FISS " + fiss)
                    + (mend == null ? "" : " mend " + mend)
                    + (message == null ? "" : ": " + message)
                    + (fix == null ? "" : " => " + fix);
        }
    }

    private final boolean inLines;
    private final List<Expected> findings = new ArrayList<>();
    private final List<String> notChecked = new ArrayList<>();
    private final List<String> judged = new ArrayList<>();
    private final List<String> toBill = new ArrayList<>();
    private final List<String> notJudged = new ArrayList<>();

    private Expectation(boolean inLines) {
        this.inLines = inLines;
    }

    /**
     * Reads an expectation; entries stand on lines of their own or are separated by {@code ;}.
     *
     * @throws IllegalArgumentException if an entry cannot be read
     */
    static Expectation of(String text) {
        Expectation expectation =
                new Expectation(text.contains("`") || text.strip().contains("\n"));
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
            } else if (trimmed.startsWith(NOT_JUDGED_WORDS)) {
                expectation.notJudged.add(trimmed);
            } else if (unjudged.matches()) {
                expectation.notChecked.add(trimmed);
            } else if (finding.matches()) {
                Integer line = finding.group(2) == null ? null : Integer.valueOf(finding.group(2));
                expectation.findings.add(new Expected(
                        finding.group(1),
                        line,
                        finding.group(3),
                        finding.group(4),
                        finding.group(5),
                        finding.group(6),
                        finding.group(7)));
            } else {
                throw new IllegalArgumentException(
                        "`" + trimmed + "` is no expectation; write HHT-301 line 1, or none");
            }
        }
        return expectation;
    }

    /** What an evaluation came to, as an example would expect it: the findings by their ids and lines, or why there are none. */
    static String answer(Evaluation evaluation) {
        List<String> entries = new ArrayList<>();
        evaluation
                .findings()
                .forEach(finding -> entries.add(
                        new Expected(finding.id(), finding.line(), null, null, null, null, null).toString()));
        if (evaluation.notJudged() != null) {
            entries.add(describe(evaluation.notJudged()));
        }
        boolean quoting = entries.stream().anyMatch(entry -> entry.contains("`"));
        return entries.isEmpty() ? "none" : String.join(quoting ? "\n" : "; ", entries);
    }

    /** The ids of the findings expected. */
    List<String> ids() {
        return findings.stream().map(Expected::id).toList();
    }

    /** The rows that findings are expected of, {@code table/key}. */
    List<String> rows() {
        return findings.stream().map(Expected::row).filter(Objects::nonNull).toList();
    }

    /** How an evaluation differs from what was expected; empty if it does not. */
    Optional<Mismatch> mismatch(Evaluation evaluation) {
        List<Finding> unexpected = new ArrayList<>(evaluation.findings());
        List<Expected> missing = new ArrayList<>();
        List<String> came = new ArrayList<>();
        List<String> asWanted = new ArrayList<>();
        for (Expected expected : findings) {
            Optional<Finding> match =
                    unexpected.stream().filter(expected::matches).findFirst();
            match.ifPresentOrElse(
                    finding -> {
                        unexpected.remove(finding);
                        asWanted.add(expected.toString());
                        came.add(expected.toString());
                    },
                    () -> missing.add(expected));
        }
        unexpected.forEach(finding -> came.add(brief(finding, missing)));
        Sides sides = new Sides(
                new ArrayList<>(missing.stream().map(Expected::toString).toList()),
                new ArrayList<>(unexpected.stream()
                        .map(finding -> describe(finding, missing))
                        .toList()),
                asWanted,
                new ArrayList<>());
        compareNotChecked(evaluation.notChecked(), sides);
        sides.compare(
                notJudged, evaluation.notJudged() == null ? List.of() : List.of(describe(evaluation.notJudged())));
        if (!toBill.isEmpty()) {
            sides.compare(
                    toBill,
                    evaluation.proposedLines().stream()
                            .map(line -> describe(line.from(), line.units()))
                            .toList());
        }
        return sides.missing.isEmpty() && sides.unexpected.isEmpty()
                ? Optional.empty()
                : Optional.of(new Mismatch(
                        sides.missing,
                        sides.unexpected,
                        sides.asWanted,
                        sides.notChecked,
                        List.of(),
                        written(came, evaluation)));
    }

    /** The expectation that would have held: of what was compared, what came. */
    private String written(List<String> came, Evaluation evaluation) {
        for (NotChecked entry : evaluation.notChecked()) {
            if (judged.contains(entry.topic()) || isAsked(entry)) {
                came.add(describe(entry));
            }
        }
        judged.stream()
                .filter(topic -> evaluation.notChecked().stream()
                        .noneMatch(entry -> entry.topic().equals(topic)))
                .forEach(topic -> came.add("judged: " + topic));
        if (evaluation.notJudged() != null) {
            came.add(describe(evaluation.notJudged()));
        }
        if (!toBill.isEmpty()) {
            evaluation.proposedLines().forEach(line -> came.add(describe(line.from(), line.units())));
        }
        boolean lines = inLines || came.stream().anyMatch(entry -> entry.contains("`"));
        return came.isEmpty() ? "none" : String.join(lines ? "\n" : "; ", came);
    }

    /** Whether the expectation says something of what was not checked under this topic. */
    private boolean isAsked(NotChecked entry) {
        return notChecked.stream().anyMatch(one -> one.startsWith(NOT_CHECKED_WORDS + entry.topic() + " "));
    }

    /** The lists of a {@link Mismatch} while they are filled. */
    private record Sides(
            List<String> missing, List<String> unexpected, List<String> asWanted, List<String> notChecked) {

        void compare(List<String> wanted, List<String> came) {
            if (wanted.equals(came)) {
                asWanted.addAll(came);
            } else {
                missing.addAll(wanted);
                unexpected.addAll(came);
            }
        }
    }

    private void compareNotChecked(List<NotChecked> unjudged, Sides sides) {
        List<String> asked = new ArrayList<>();
        Set<String> contradicted = new TreeSet<>();
        for (NotChecked entry : unjudged) {
            String text = describe(entry);
            if (judged.contains(entry.topic())) {
                contradicted.add("judged: " + entry.topic());
                sides.unexpected.add(text);
            } else if (isAsked(entry)) {
                asked.add(text);
            } else {
                sides.notChecked.add(text);
            }
        }
        sides.missing.addAll(contradicted);
        sides.compare(notChecked, asked);
    }

    /** A finding in full; the reason code, the mend and the fix where one that is missing of the same id gives them. */
    private static String describe(Finding finding, List<Expected> missing) {
        return expected(finding, missing, true).toString();
    }

    /** A finding as an example names it: with no more than one that is missing of the same id gives. */
    private static String brief(Finding finding, List<Expected> missing) {
        return expected(finding, missing, false).toString();
    }

    private static Expected expected(Finding finding, List<Expected> missing, boolean whole) {
        List<Expected> alike =
                missing.stream().filter(one -> one.id.equals(finding.id())).toList();
        return new Expected(
                finding.id(),
                finding.line(),
                finding.row() == null
                        ? null
                        : finding.row().table() + "/" + finding.row().row(),
                alike.stream().allMatch(one -> one.fiss == null)
                        ? null
                        : Objects.requireNonNullElse(finding.codes().fiss(), "none"),
                alike.stream().allMatch(one -> one.mend == null) ? null : mendOf(finding),
                whole || alike.stream().anyMatch(one -> one.message != null) ? finding.message() : null,
                alike.stream().allMatch(one -> one.fix == null) ? null : finding.fix());
    }

    private static String mendOf(Finding finding) {
        return finding.mend() == null ? "none" : finding.mend().word();
    }

    private static String describe(OutOfScope why) {
        return NOT_JUDGED_WORDS + why.reason() + " (" + why.detail() + ")";
    }

    private static String describe(int line, int units) {
        return "to bill: line " + line + ", " + units + (units == 1 ? " unit" : " units");
    }

    private static String describe(NotChecked unjudged) {
        String lines = unjudged.lines().isEmpty()
                ? ""
                : " of lines "
                        + unjudged.lines().stream()
                                .map(String::valueOf)
                                .collect(java.util.stream.Collectors.joining(", "));
        return NOT_CHECKED_WORDS + unjudged.topic() + lines + " (" + unjudged.needs() + ")";
    }
}
