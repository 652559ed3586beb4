package org.hearth.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hearth.evaluate.ClaimChange.Answer;
import org.hearth.evaluate.ClaimChange.Verdict;
import org.hearth.evaluate.FindingChange;
import org.hearth.evaluate.Impact;
import org.hearth.finding.Shown;
import org.hearth.tables.difference.TablesDiff;

/** What a change of the tables does to claims, as plain text: the change itself, then claims, findings and rows. */
public final class ImpactText {

    private static final int WIDTH = 9;

    private final Appendable out;
    private boolean files;

    /** @param out where it is written */
    public ImpactText(Appendable out) {
        this.out = out;
    }

    /**
     * Writes the change and what it does.
     *
     * @throws IOException if it cannot be written
     */
    public void write(TablesDiff diff, Impact impact) throws IOException {
        files = impact.severalFiles();
        line("WHAT CHANGES IN THE TABLES");
        line("");
        new TablesDiffText(out).write(diff);
        line("");
        line("WHAT IT DOES TO " + counted(impact.claims(), "CLAIM", "CLAIMS"));
        line("");
        line("before  " + impact.before());
        line("after   " + impact.after());
        line("");
        for (Verdict verdict : Verdict.values()) {
            line(number(impact.claims(verdict)) + "  " + verdict.label() + listed(impact.examples(verdict)));
        }
        if (impact.unreadable() > 0) {
            line(number(impact.unreadable()) + "  unreadable");
        }
        findings(impact);
        rows(impact);
        answers(impact);
        problems(impact);
    }

    private static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    private static String number(long count) {
        String digits = String.valueOf(count);
        return " ".repeat(Math.max(0, WIDTH - digits.length())) + digits;
    }

    private String listed(List<Impact.Claim> claims) {
        return claims.isEmpty()
                ? ""
                : claims.stream()
                        .map(claim -> name(claim)
                                + (claim.before().equals(claim.after())
                                        ? ""
                                        : " " + claim.before() + " -> " + claim.after()))
                        .collect(Collectors.joining(", ", ": ", ""));
    }

    private void findings(Impact impact) throws IOException {
        for (Map.Entry<String, Impact.Group> finding : impact.findings().entrySet()) {
            line("");
            line(finding.getKey() + " " + finding.getValue().title() + ": " + counts(finding.getValue()));
            for (FindingChange.Kind kind : FindingChange.Kind.values()) {
                for (Impact.Example example : finding.getValue().examples(kind)) {
                    example(example);
                }
            }
        }
    }

    /** A claim by the sender's own number, and by its file if there are several. */
    private String name(Impact.Claim claim) {
        return "`" + claim.claimId() + "`" + (files && claim.file() != null ? " in " + claim.file() : "");
    }

    /** How many findings appear, disappear and change, on how many claims. */
    static String counts(Impact.Group group) {
        StringBuilder counts = new StringBuilder();
        count(counts, group.count(FindingChange.Kind.APPEARS), "appears", "appear");
        count(counts, group.count(FindingChange.Kind.DISAPPEARS), "disappears", "disappear");
        count(counts, group.count(FindingChange.Kind.CHANGED), "changes", "change");
        return counts + " on " + counted(group.claims(), "claim", "claims");
    }

    private static void count(StringBuilder counts, long count, String one, String many) {
        if (count > 0) {
            counts.append(counts.length() == 0 ? "" : ", ").append(counted(count, one, many));
        }
    }

    private void example(Impact.Example example) throws IOException {
        FindingChange change = example.change();
        Integer line = change.finding().line();
        String lead = "  %-10s  claim %s%s: "
                .formatted(kind(change.kind()), name(example.claim()), line == null ? "" : ", line " + line);
        if (change.kind() != FindingChange.Kind.CHANGED) {
            line(lead + change.finding().message());
            return;
        }
        line(lead
                + change.otherwise().stream().map(FindingChange.Otherwise::what).collect(Collectors.joining(", ")));
        for (FindingChange.Otherwise otherwise : change.otherwise()) {
            if (otherwise.before() != null || otherwise.after() != null) {
                line("      %-8s  was %s".formatted(otherwise.what(), or(otherwise.before())));
                line("      %-8s  now %s".formatted("", or(otherwise.after())));
            }
        }
    }

    /** What becomes of a finding, in a word. */
    static String kind(FindingChange.Kind kind) {
        return switch (kind) {
            case APPEARS -> "appears";
            case DISAPPEARS -> "disappears";
            case CHANGED -> "changes";
        };
    }

    private static String or(String text) {
        return text == null ? "(none)" : text;
    }

    private void rows(Impact impact) throws IOException {
        if (impact.rows().isEmpty()) {
            return;
        }
        int width =
                impact.rows().keySet().stream().mapToInt(String::length).max().orElse(0);
        line("");
        line("table rows behind the findings that change");
        for (Map.Entry<String, Impact.Group> row : impact.rows().entrySet()) {
            Impact.Group group = row.getValue();
            line("  " + row.getKey() + " ".repeat(width - row.getKey().length() + 2) + String.join(", ", group.ids())
                    + ": " + counts(group));
        }
    }

    private void answers(Impact impact) throws IOException {
        boolean begun = false;
        for (Answer answer : Answer.values()) {
            if (impact.claims(answer) > 0) {
                if (!begun) {
                    line("");
                    line("other answers that differ");
                    begun = true;
                }
                line(number(impact.claims(answer)) + "  " + answer.label() + listed(impact.examples(answer)));
            }
        }
    }

    private void problems(Impact impact) throws IOException {
        if (impact.problems().isEmpty()) {
            return;
        }
        line("");
        line(impact.whole() ? "not compared" : "not compared; an input could not be read whole, claims may be missing");
        for (Impact.Unread unread : impact.problems()) {
            line("  " + unread(unread));
        }
        long more = impact.unreadable() + impact.unused() - impact.problems().size();
        if (more > 0) {
            line("  and " + more + " more");
        }
    }

    /** Which claim or input it is, and why. */
    static String unread(Impact.Unread unread) {
        String file = unread.file() == null ? "" : Shown.value(unread.file());
        String claim = unread.claimId() == null ? "" : "claim " + Shown.value(unread.claimId());
        String name = file + (file.isEmpty() || claim.isEmpty() ? "" : ", ") + claim;
        return (name.isEmpty() ? "" : name + ": ") + unread.why();
    }

    private void line(String text) throws IOException {
        out.append(Shown.escaped(text)).append('\n');
    }
}
