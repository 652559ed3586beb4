package org.hearth.batch;

import java.io.IOException;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Evaluation;
import org.hearth.json.EvaluationWriter;
import org.hearth.json.Problems;
import org.hearth.report.CsvReport;
import org.hearth.report.HtmlReport;
import org.hearth.report.Tally;
import org.hearth.report.TextReport;
import org.hearth.report.Unreadable;

/** The formats of an answer. */
public enum Format {
    /** For people. */
    TEXT {
        @Override
        public Output to(Appendable out, Appendable notes) {
            return new Text(new TextReport(out, false), new Notes(notes));
        }
    },
    /** One JSON value a line; the last line tells whether the answer is whole. */
    NDJSON {
        @Override
        public Output to(Appendable out, Appendable notes) {
            return new Lines(out);
        }
    },
    /** One JSON array. */
    JSON {
        @Override
        public Output to(Appendable out, Appendable notes) {
            return new Array(out);
        }
    },
    /** A row a finding. */
    CSV {
        @Override
        public Output to(Appendable out, Appendable notes) throws IOException {
            return new Rows(new CsvReport(out), new Notes(notes));
        }
    },
    /** A page for people to print or mail. */
    HTML {
        @Override
        public Output to(Appendable out, Appendable notes) {
            return new Page(new HtmlReport(out), new Notes(notes));
        }
    };

    /**
     * An output of this format.
     *
     * @param out where the answer goes
     * @param notes where what has no place in the format goes, a line each
     */
    public abstract Output to(Appendable out, Appendable notes) throws IOException;

    /** Whether the format has a place for the facts that met a finding's rule. */
    public boolean explains() {
        return this == TEXT || this == NDJSON || this == JSON;
    }

    private static List<Unreadable> reasons(Problems problem) {
        if (problem.errors().isEmpty()) {
            return List.of(new Unreadable(null, problem.detail(), null));
        }
        return problem.errors().stream()
                .map(error -> new Unreadable(error.pointer(), error.message(), error.fix()))
                .toList();
    }

    private record Text(TextReport report, Notes notes) implements Output {

        @Override
        public void evaluation(Claim claim, Evaluation evaluation) throws IOException {
            report.claim(evaluation);
        }

        @Override
        public void unread(Intake.Unread unread) throws IOException {
            report.unreadable(unread.file(), unread.claimId(), reasons(unread.problem()));
        }

        @Override
        public void unused(Intake.Unused unused) throws IOException {
            notes.unused(unused);
        }

        @Override
        public void end(Intake.End end) throws IOException {
            if (end.problem() != null) {
                report.damaged(end.file(), reasons(end.problem()));
            }
        }

        @Override
        public void close(Tally tally) throws IOException {
            report.end(tally);
        }
    }

    private record Lines(Appendable out) implements Output {

        @Override
        public void evaluation(Claim claim, Evaluation evaluation) throws IOException {
            out.append(EvaluationWriter.line(evaluation)).append('\n');
        }

        @Override
        public void unread(Intake.Unread unread) throws IOException {
            out.append(EvaluationWriter.problemLine(unread.claimId(), unread.problem()))
                    .append('\n');
        }

        @Override
        public void unused(Intake.Unused unused) throws IOException {
            out.append(EvaluationWriter.problemLine(unused.claimId(), unused.problem()))
                    .append('\n');
        }

        @Override
        public void end(Intake.End end) throws IOException {
            if (end.problem() != null) {
                out.append(EvaluationWriter.problemLine(null, end.problem())).append('\n');
            }
        }

        @Override
        public void close(Tally tally) throws IOException {
            out.append(EvaluationWriter.endLine(tally.claims(), tally.problems(), tally.whole()))
                    .append('\n');
        }
    }

    private static final class Array implements Output {

        private final Appendable out;
        private boolean begun;

        Array(Appendable out) {
            this.out = out;
        }

        private void element(String json) throws IOException {
            out.append(begun ? ",\n" : "[\n").append(json);
            begun = true;
        }

        @Override
        public void evaluation(Claim claim, Evaluation evaluation) throws IOException {
            element(EvaluationWriter.indented(evaluation));
        }

        @Override
        public void unread(Intake.Unread unread) throws IOException {
            element(EvaluationWriter.problemLine(unread.claimId(), unread.problem()));
        }

        @Override
        public void unused(Intake.Unused unused) throws IOException {
            element(EvaluationWriter.problemLine(unused.claimId(), unused.problem()));
        }

        @Override
        public void end(Intake.End end) throws IOException {
            if (end.problem() != null) {
                element(EvaluationWriter.problemLine(null, end.problem()));
            }
        }

        @Override
        public void close(Tally tally) throws IOException {
            out.append(begun ? "\n]\n" : "[]\n");
        }
    }

    private record Rows(CsvReport report, Notes notes) implements Output {

        @Override
        public void evaluation(Claim claim, Evaluation evaluation) throws IOException {
            report.claim(evaluation);
        }

        @Override
        public void unread(Intake.Unread unread) throws IOException {
            // a row is a finding
            notes.unread(unread);
        }

        @Override
        public void unused(Intake.Unused unused) throws IOException {
            notes.unused(unused);
        }

        @Override
        public void end(Intake.End end) throws IOException {
            notes.end(end);
        }

        @Override
        public void close(Tally tally) {
            // nothing closes a table
        }
    }

    private record Page(HtmlReport report, Notes notes) implements Output {

        @Override
        public void evaluation(Claim claim, Evaluation evaluation) throws IOException {
            report.claim(claim, evaluation);
        }

        @Override
        public void unread(Intake.Unread unread) throws IOException {
            report.unreadable(unread.file(), unread.claimId(), reasons(unread.problem()));
        }

        @Override
        public void unused(Intake.Unused unused) throws IOException {
            notes.unused(unused);
        }

        @Override
        public void end(Intake.End end) throws IOException {
            if (end.problem() != null) {
                report.damaged(end.file(), reasons(end.problem()));
            }
        }

        @Override
        public void close(Tally tally) throws IOException {
            report.end(tally);
        }
    }
}
