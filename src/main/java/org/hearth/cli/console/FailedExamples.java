package org.hearth.cli.console;

import java.io.PrintWriter;
import java.util.List;
import org.hearth.finding.Shown;
import org.hearth.release.SharedRow;
import org.hearth.release.TablesReport;
import org.hearth.release.TablesReport.FailedExample;

/** Failed examples as text: those of one changed row together, the others by themselves. */
public final class FailedExamples {

    /** Of more examples than these with one row in common, what came instead is told of the first alone. */
    private static final int TOLD_WHOLE = 3;

    private FailedExamples() {}

    public static void print(TablesReport report, PrintWriter out) {
        for (SharedRow row : report.shared()) {
            out.println(Shown.escaped(row.line()) + ":");
            print(row.examples(), out);
        }
        if (!report.shared().isEmpty() && !report.alone().isEmpty()) {
            out.println("of these no changed row is known:");
        }
        for (FailedExample failed : report.alone()) {
            print(List.of(failed), out);
        }
    }

    private static void print(List<FailedExample> examples, PrintWriter out) {
        for (int at = 0; at < examples.size(); at++) {
            FailedExample failed = examples.get(at);
            out.println("failed: " + Shown.escaped(failed.example().toString()));
            if (at == 0 || examples.size() <= TOLD_WHOLE) {
                failed.instead().forEach(line -> out.println("    " + Shown.escaped(line)));
            }
        }
    }
}
