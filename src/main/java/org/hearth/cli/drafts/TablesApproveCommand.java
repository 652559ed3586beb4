package org.hearth.cli.drafts;

import java.io.IOException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.draft.DraftReleases;
import org.hearth.ledger.Told;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth tables approve}: approves a proposed draft and publishes it. */
@Command(
        name = "approve",
        description = {
            "Approve a proposed draft: it is checked wholly, every example is run, and it becomes active, at once or from a day on.",
            "Exit status: 0 it is published or waits for its day, 1 something stands against it, 2 it cannot be read, written or"
                    + " reached."
        },
        mixinStandardHelpOptions = true)
public final class TablesApproveCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "ID", description = "as `hearth tables draft list` shows it")
    private String id;

    @Option(
            names = "--revision",
            paramLabel = "N",
            required = true,
            description =
                    "the revision that you looked at, as `hearth tables draft show ID` says it; another is refused")
    private long revision;

    @Option(names = "--by", paramLabel = "NAME", description = "who approves it; by default your login name")
    private String by = System.getProperty("user.name");

    @Option(names = "--note", paramLabel = "TEXT", description = "what you say of it")
    private String note;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "the day from which it is active, in the agency's time zone (HEARTH_ZONE, "
                    + DraftReleases.ZONE + " if that is not" + " set); a running service publishes it then")
    private LocalDate from;

    @Option(
            names = "--despite-examples",
            paramLabel = "TEXT",
            description = "why it holds though examples come otherwise than expected")
    private String despiteExamples;

    @Option(
            names = "--fewer-examples",
            paramLabel = "TEXT",
            description = "why it may have fewer examples than what it takes the place of")
    private String fewerExamples;

    @Mixin
    private DraftOptions options;

    public TablesApproveCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        DraftReleases.Wish wish = new DraftReleases.Wish(
                TablesDraftCommand.required("--by", by, Told.NAME),
                TablesDraftCommand.told("--note", note, Told.TEXT),
                from,
                why("--despite-examples", despiteExamples),
                why("--fewer-examples", fewerExamples));
        return options.with(console, drafts -> {
            DraftDoor.Shown draft = drafts.approve(id, revision, wish);
            DraftOptions.show(console, draft);
            if (draft.release() != null) {
                console.out().println("published as " + draft.release());
                drafts.follows().ifPresent(console.out()::println);
            }
            return ExitStatus.CLEAN;
        });
    }

    private static String why(String option, String text) {
        String why = TablesDraftCommand.told(option, text, Told.TEXT);
        return why.isEmpty() ? null : why;
    }
}
