package org.hearth.cli.releases;

import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import org.hearth.finding.Shown;
import org.hearth.ledger.Act;
import org.hearth.ledger.ReleaseRecord;
import org.hearth.ledger.Who;

/** A record of a release for people, over several lines. */
final class ReleaseText {

    private final PrintWriter out;

    ReleaseText(PrintWriter out) {
        this.out = out;
    }

    /** Writes a record. */
    void write(ReleaseRecord record) {
        Act act = record.act();
        line(
                "",
                record.number() + "  " + record.version() + "  " + act.kind() + "  "
                        + record.at().truncatedTo(ChronoUnit.SECONDS) + (record.packaged() ? "  (packaged)" : ""));
        line(
                "    ",
                by(act.who())
                        + (act.who().reason() == null ? "" : ": " + act.who().reason()));
        if (act.who().source() != null) {
            line("    ", "source: " + act.who().source());
        }
        if (act.draft() != null) {
            draft(act.draft());
        }
        record.difference().forEach(difference -> line("    ", difference));
        if (act.examples() != null) {
            line(
                    "    ",
                    "examples: " + act.examples().passed() + " as expected, "
                            + act.examples().failed() + " otherwise");
        }
        if (record.before() != null) {
            line("    ", "before it: " + record.before());
        }
    }

    private void draft(Act.OfDraft draft) {
        line(
                "    ",
                "draft " + draft.id() + ": " + draft.name()
                        + (draft.from() == null ? "" : ", from " + draft.from() + " (" + draft.zone() + ")"));
        if (draft.proposedBy() != null) {
            line(
                    "    ",
                    "proposed by " + draft.proposedBy() + (draft.proposal() == null ? "" : ": " + draft.proposal()));
        }
        told("note", draft.note());
        told("despite examples", draft.despiteExamples());
        told("fewer examples", draft.fewerExamples());
        told("impact", draft.impact());
    }

    private void told(String what, String text) {
        if (text != null) {
            line("    ", what + ": " + text);
        }
    }

    private static String by(Who who) {
        return "by " + who.author()
                + (who.approvedBy() == null
                        ? ""
                        : ", approved by " + who.approvedBy() + (who.alone() ? ", alone" : ""));
    }

    private void line(String indent, String text) {
        out.println(indent + Shown.escaped(text));
    }
}
