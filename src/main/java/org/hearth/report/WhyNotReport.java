package org.hearth.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hearth.evaluate.WhyNot;
import org.hearth.evaluate.WhyNot.Silence;
import org.hearth.finding.Condition;
import org.hearth.finding.Shown;

/** Why a finding was not reported, as plain text. Lines end in {@code \n} everywhere. */
public final class WhyNotReport {

    /** By how a condition begins; the longer beginnings first. */
    private static final List<Map.Entry<String, String>> WANTED = List.of(
            Map.entry("is not given", "none to be given"),
            Map.entry("is given", "one to be given"),
            Map.entry("is not ", "anything but %s"),
            Map.entry("is ", "%s"),
            Map.entry("below ", "less than %s"),
            Map.entry("above ", "more than %s"),
            Map.entry("has no ", "no %s among them"),
            Map.entry("has ", "%s among them"));

    private final Appendable out;

    public WhyNotReport(Appendable out) {
        this.out = out;
    }

    /**
     * Writes where a finding was reported on a claim, with its reasons, and what kept it from being reported elsewhere.
     *
     * @param id the finding's id
     * @throws IOException if it cannot be written
     */
    public void claim(String id, WhyNot answer) throws IOException {
        if (answer.evaluation().findings().isEmpty() && answer.evaluation().notJudged() == null) {
            line("claim `" + answer.evaluation().claimId() + "`: " + id + " is not reported");
        } else {
            new TextReport(out, false).claim(answer.evaluation());
        }
        for (Silence silence : answer.silences()) {
            silence(silence, "");
        }
    }

    private void silence(Silence silence, String indent) throws IOException {
        String subject = silence.line() == null
                ? silence.fact()
                : silence.fact().equals("line")
                        ? "line " + silence.line()
                        : silence.fact() + " of line " + silence.line();
        String rule = (silence.row() == null ? "rule " : "row ") + silence.rule();
        line(indent + subject + ": " + rule + " does not hold: " + reason(silence.obstacle()));
        for (Silence behind : silence.behind()) {
            silence(behind, indent + "  ");
        }
    }

    private static String reason(WhyNot.Obstacle obstacle) {
        if (obstacle instanceof WhyNot.Unmet unmet) {
            return unmet(unmet)
                    + (unmet.more() == 0 ? "" : " (and " + Tally.counted(unmet.more(), "further condition") + ")");
        }
        if (obstacle instanceof WhyNot.Missing missing) {
            return "the claim gives no " + missing.kind();
        }
        if (obstacle instanceof WhyNot.Present present) {
            String number = present.line() == null ? "" : " " + present.line();
            return "it asks that there is no " + present.kind() + " with "
                    + present.conditions().stream()
                            .map(condition -> condition.asks() + " " + condition.wants())
                            .collect(Collectors.joining(", "))
                    + "; " + present.kind() + number + " is one";
        }
        return "it asks for more than can be told here";
    }

    private static String unmet(WhyNot.Unmet unmet) {
        Condition condition = unmet.condition();
        String has = condition.has() == null
                ? ""
                : ", the " + unmet.of()
                        + (condition.has().equals("none") ? " has none" : " has " + Shown.value(condition.has()));
        if (condition.cell() == null) {
            return condition.asks()
                    + (condition.has() == null
                            ? ""
                            : condition.has().equals("none") ? ": none" : ": " + Shown.value(condition.has()))
                    + ", and it asks for " + wanted(condition.wants());
        }
        String cell = " (cell " + condition.cell() + ")";
        if (condition.wants().matches("\\d{4}-\\d{2}-\\d{2}")) {
            return "it holds only " + condition.asks() + " " + condition.wants() + cell + has;
        }
        return "column \"" + condition.asks() + "\"" + cell + " wants " + condition.wants() + has;
    }

    /** What is asked for, as the object of a sentence. */
    private static String wanted(String wants) {
        for (Map.Entry<String, String> words : WANTED) {
            if (wants.startsWith(words.getKey())) {
                return words.getValue().formatted(wants.substring(words.getKey().length()));
            }
        }
        return wants;
    }

    private void line(String text) throws IOException {
        out.append(Shown.escaped(text)).append('\n');
    }
}
