package org.hearth.cli.drafts;

import java.io.IOException;
import java.net.URI;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.cli.releases.RefusedException;
import org.hearth.finding.Shown;
import picocli.CommandLine.Option;

/** Where the drafts are that a command works on, and how one is shown. */
final class DraftOptions {

    @Option(
            names = "--to",
            paramLabel = "URL",
            description =
                    "a service, such as http://127.0.0.1:8080 (HEARTH_TOKEN or HEARTH_ADMIN_TOKEN is sent to it); by default the data"
                            + " folder of this machine")
    private URI service;

    /** Works on drafts; ends with an exit status. */
    interface Work {
        int on(DraftDoor drafts) throws IOException;
    }

    /** Works on the drafts, and says what is in the way. */
    int with(Console console, Work work) throws IOException {
        try (DraftDoor drafts = service == null ? new LocalDrafts() : new RemoteDrafts(service)) {
            return work.on(drafts);
        } catch (RefusedException e) {
            e.lines().forEach(line -> console.out().println(Shown.escaped(line)));
            console.out().println("refused: " + Shown.escaped(optionsOf(e.getMessage())));
            return ExitStatus.FINDINGS;
        }
    }

    /** What a refusal says of members of a request, said of the options that stand for them. */
    private static String optionsOf(String message) {
        return message.replace("`despiteExamples`", "`--despite-examples`")
                .replace("`fewerExamples`", "`--fewer-examples`")
                .replace("`by`", "`--by`");
    }

    /**
     * What a draft was seen to do to claims.
     *
     * @param holds whether it is still what it was at that revision
     */
    static String impact(String words, long revision, boolean holds) {
        return holds ? words : words + " (at revision " + revision + "; it has changed since)";
    }

    /** Shows a draft on a line or two. */
    static void show(Console console, DraftDoor.Shown draft) {
        console.out()
                .println(Shown.escaped(draft.id() + "  " + draft.state()
                        + (draft.from() == null ? "" : " from " + draft.from()) + "  " + draft.name() + "  by "
                        + draft.author()
                        + (draft.reason() == null || draft.reason().isEmpty() ? "" : ": " + draft.reason())));
        if (draft.refused() != null) {
            console.out().println(Shown.escaped("    not published: " + draft.refused()));
        }
        if (draft.impact() != null) {
            console.out().println(Shown.escaped("    impact: " + draft.impact()));
        }
    }
}
