package org.hearth.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Evaluation;
import org.hearth.json.EvaluationWriter;
import org.hearth.json.Problem;
import org.hearth.json.Problems;
import org.hearth.report.CsvReport;
import org.hearth.report.HtmlReport;
import org.hearth.report.InputReport;
import org.hearth.report.Tally;
import org.hearth.report.TextReport;
import org.hearth.report.Unreadable;
import org.hearth.report.WorkbookReport;

/** The formats of an answer. */
public enum Format {
    /** For people. */
    TEXT("text", true) {
        @Override
        public Output to(Sink out, Setting setting) {
            return new Text(new TextReport(out.text(), false, setting.notJudged()), new ErrorLines(setting.notes()));
        }
    },
    /** One JSON value a line; the last line tells whether the answer is whole. */
    NDJSON("ndjson", true) {
        @Override
        public Output to(Sink out, Setting setting) {
            return new Lines(out.text(), new Warnings());
        }
    },
    /** One JSON array. */
    JSON("json", true) {
        @Override
        public Output to(Sink out, Setting setting) {
            return new Array(out.text(), new ErrorLines(setting.notes()));
        }
    },
    /** A row a finding. */
    CSV("csv", false) {
        @Override
        public Output to(Sink out, Setting setting) throws IOException {
            return new Rows(new CsvReport(out.text()), new ErrorLines(setting.notes()));
        }
    },
    /** A workbook (.xlsx) to sort and filter: a row a claim, a row a finding. */
    XLSX("xlsx", true) {
        @Override
        public Output to(Sink out, Setting setting) throws IOException {
            return new Sheets(new WorkbookReport(out.bytes()), new ErrorLines(setting.notes()));
        }
    },
    /** A page for people to print or mail. */
    HTML("html", true) {
        @Override
        public Output to(Sink out, Setting setting) {
            return new Printed(
                    new HtmlReport(out.text(), setting.notJudged(), setting.findingPages()),
                    new ErrorLines(setting.notes()));
        }
    },
    /** Which claims of an 837I file would be taken, and why the others would not. */
    CLAIM_ACKNOWLEDGEMENT("277ca", false) {
        @Override
        public Output to(Sink out, Setting setting) {
            return new Acknowledging(setting, true, out.text());
        }
    },
    /** Whether an 837I file follows its guide; no claim is judged. */
    IMPLEMENTATION_ACKNOWLEDGEMENT("999", false) {
        @Override
        public Output to(Sink out, Setting setting) {
            return new Acknowledging(setting, false, out.text());
        }
    };

    private final String label;
    private final boolean tellsProblems;

    Format(String label, boolean tellsProblems) {
        this.label = label;
        this.tellsProblems = tellsProblems;
    }

    /** What users call it, such as {@code ndjson}. */
    public String label() {
        return label;
    }

    /** Whether the answer has a place for inputs that cannot be read; else the notes tell of them. */
    public boolean tellsProblems() {
        return tellsProblems;
    }

    /** The format that users call so, in capitals or not. */
    public static Optional<Format> of(String label) {
        return Arrays.stream(values())
                .filter(format -> format.label.equalsIgnoreCase(label))
                .findFirst();
    }

    /** What users call the formats, such as {@code text, ndjson or csv}. */
    public static String labels() {
        List<String> labels = Arrays.stream(values()).map(Format::label).toList();
        int last = labels.size() - 1;
        return String.join(", ", labels.subList(0, last)) + " or " + labels.get(last);
    }

    /** An output of this format that is text, with acknowledgements of today, that says nothing of what is not judged. */
    public Output to(Appendable out, Appendable notes) throws IOException {
        return to(new Sink(out, OutputStream.nullOutputStream()), Setting.of(notes));
    }

    /** An output of this format. */
    public abstract Output to(Sink out, Setting setting) throws IOException;

    /** Whether an answer is bytes, not text. */
    public boolean isBinary() {
        return this == XLSX;
    }

    /** Whether an answer itself says what was not checked or not read; else the notes do. */
    public boolean tellsInAnswer() {
        return this == TEXT || this == HTML || this == NDJSON;
    }

    /** Whether nothing of an answer is written before all claims were judged. */
    public boolean waits() {
        return this == TEXT || this == HTML || this == XLSX;
    }

    /** Whether the format has a place for the facts that met a finding's rule. */
    public boolean explains() {
        return this == TEXT || this == NDJSON || this == JSON;
    }

    private static List<Unreadable> reasons(Problems problem) {
        if (problem.errors().isEmpty()) {
            return List.of(new Unreadable(null, problem.detail(), null));
        }
        return reasons(problem.errors());
    }

    private static List<Unreadable> reasons(List<Problem> problems) {
        return problems.stream()
                .map(problem -> new Unreadable(problem.pointer(), problem.message(), problem.fix()))
                .toList();
    }

    /** An answer for people, which says in its own place what could not be read. */
    private interface ForPeople extends Output {

        InputReport report();

        @Override
        default void unread(Intake.Unread unread) throws IOException {
            report().unreadable(unread.file(), unread.claimId(), reasons(unread.problem()));
        }

        @Override
        default void end(Intake.End end) throws IOException {
            if (end.problem() != null) {
                report().damaged(end.file(), reasons(end.problem()));
            }
            if (!end.errors().isEmpty()) {
                report().errors(end.file(), reasons(end.errors()));
            }
            if (!end.warnings().isEmpty()) {
                report().warnings(end.file(), reasons(end.warnings()));
            }
        }

        @Override
        default void close(Tally tally) throws IOException {
            report().end(tally);
        }
    }

    private record Sheets(WorkbookReport report, ErrorLines notes) implements ForPeople {

        @Override
        public void evaluation(Claim claim, Evaluation evaluation) throws IOException {
            report.claim(claim, evaluation);
        }

        @Override
        public void unused(Intake.Unused unused) throws IOException {
            notes.unused(unused);
            report.unused(unused.claimId(), reasons(unused.problem()));
        }

        @Override
        public void close(Tally tally) throws IOException {
            report.end(tally);
            notes.lacking(tally);
        }

        @Override
        public void close() throws IOException {
            report.close();
        }
    }

    private record Text(TextReport report, ErrorLines notes) implements ForPeople {

        @Override
        public void evaluation(Claim claim, Evaluation evaluation) throws IOException {
            report.claim(evaluation);
        }

        @Override
        public void unused(Intake.Unused unused) throws IOException {
            notes.unused(unused);
        }

        @Override
        public void close() throws IOException {
            report.close();
        }
    }

    private record Lines(Appendable out, Warnings warnings) implements Output {

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
            warnings.add(end);
        }

        @Override
        public void close(Tally tally) throws IOException {
            out.append(EvaluationWriter.endLine(
                            tally.claims(),
                            tally.notJudged(),
                            tally.outOfOrder(),
                            tally.problems(),
                            tally.whole(),
                            warnings.errors(),
                            warnings.listed()))
                    .append('\n');
        }
    }

    private static final class Array implements Output {

        private final Appendable out;
        private final ErrorLines notes;
        private boolean begun;

        Array(Appendable out, ErrorLines notes) {
            this.out = out;
            this.notes = notes;
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
            // an element is a claim, or why something could not be read
            notes.warnings(end);
        }

        @Override
        public void close(Tally tally) throws IOException {
            out.append(begun ? "\n]\n" : "[]\n");
            notes.lacking(tally);
        }
    }

    private record Rows(CsvReport report, ErrorLines notes) implements Output {

        @Override
        public void evaluation(Claim claim, Evaluation evaluation) throws IOException {
            report.claim(evaluation);
        }

        @Override
        public void unread(Intake.Unread unread) throws IOException {
            report.unreadable(unread.file(), unread.claimId(), reasons(unread.problem()));
            notes.unread(unread);
        }

        @Override
        public void unused(Intake.Unused unused) throws IOException {
            report.unused(unused.claimId(), reasons(unused.problem()));
            notes.unused(unused);
        }

        @Override
        public void end(Intake.End end) throws IOException {
            if (end.problem() != null) {
                report.damaged(end.file(), reasons(end.problem()));
            }
            notes.end(end);
        }

        @Override
        public void close(Tally tally) throws IOException {
            notes.lacking(tally);
        }
    }

    private record Printed(HtmlReport report, ErrorLines notes) implements ForPeople {

        @Override
        public void evaluation(Claim claim, Evaluation evaluation) throws IOException {
            report.claim(claim, evaluation);
        }

        @Override
        public void unused(Intake.Unused unused) throws IOException {
            notes.unused(unused);
            report.unused(unused.claimId(), reasons(unused.problem()));
        }

        @Override
        public void close() throws IOException {
            report.close();
        }
    }
}
