package org.hearth.batch;

import java.io.IOException;
import org.hearth.finding.Shown;
import org.hearth.json.Problem;
import org.hearth.json.Problems;
import org.hearth.report.Tally;

/** Says on standard error, a line a problem, what has no place in a format. */
record ErrorLines(Appendable err) {

    void unread(Intake.Unread unread) throws IOException {
        String claim = unread.claimId() == null ? "a claim" : "claim " + Shown.value(unread.claimId());
        String file = unread.file() == null ? "" : Shown.value(unread.file()) + ", ";
        problems(file + claim + " cannot be read", unread.problem());
    }

    void unused(Intake.Unused unused) throws IOException {
        problems("minutes for claim " + Shown.value(unused.claimId()) + " not used", unused.problem());
    }

    void unanswered(Intake.End end) throws IOException {
        problems((end.file() == null ? "the input" : Shown.value(end.file())) + " is not answered", end.problem());
    }

    /** What is wrong with an input, and what a payer may not take. */
    void end(Intake.End end) throws IOException {
        if (end.problem() != null) {
            String file = end.file() == null ? "the input" : Shown.value(end.file());
            problems(file + " cannot be read whole", end.problem());
        }
        warnings(end);
    }

    /** How many claims were not judged, of which a format tells nothing by itself. */
    void notJudged(Tally tally) throws IOException {
        if (tally.notJudged() > 0) {
            line(tally.notJudged() + (tally.notJudged() == 1 ? " claim" : " claims")
                    + " not judged: another payer's, or another kind of bill");
        }
    }

    /** What an answer that has no first sentence cannot say: that nothing was checked, or not all. */
    void lacking(Tally tally) throws IOException {
        if (tally.lacking()) {
            line(tally.summary());
        }
    }

    /** What breaks the guide of the file, and what a payer may not take. */
    void warnings(Intake.End end) throws IOException {
        String file = end.file() == null ? "the input" : Shown.value(end.file());
        for (Problem error : end.errors()) {
            problem(file + ", error of the file", error);
        }
        for (Problem warning : end.warnings()) {
            problem(file + ", warning", warning);
        }
    }

    private void problems(String what, Problems problems) throws IOException {
        if (problems.errors().isEmpty()) {
            line(what + ": " + problems.detail());
        }
        for (Problem error : problems.errors()) {
            problem(what, error);
        }
    }

    private void problem(String what, Problem problem) throws IOException {
        String where = problem.pointer() == null || problem.pointer().isEmpty() ? "" : problem.pointer() + ": ";
        line(what + ": " + where + problem.message() + (problem.fix() == null ? "" : "; " + problem.fix()));
    }

    private void line(String text) throws IOException {
        err.append("hearth: ").append(Shown.escaped(text)).append('\n');
    }
}
