package org.hearth.cli.drafts;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.ledger.Told;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth tables propose}: asks for a draft to be approved. */
@Command(
        name = "propose",
        description = {
            "Propose a draft: nobody changes it then until it is approved, or the proposal is taken back.",
            "Exit status: 0 it is proposed, 1 something is wrong with it, 2 it cannot be read, written or reached."
        },
        mixinStandardHelpOptions = true)
public final class TablesProposeCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "ID", description = "as `hearth tables draft list` shows it")
    private String id;

    @Option(names = "--by", paramLabel = "NAME", description = "who proposes it; by default your login name")
    private String by = System.getProperty("user.name");

    @Option(names = "--note", paramLabel = "TEXT", description = "what the approver should know")
    private String note;

    @Mixin
    private DraftOptions options;

    public TablesProposeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        String who = TablesDraftCommand.required("--by", by, Told.NAME);
        String said = TablesDraftCommand.told("--note", note, Told.TEXT);
        return options.with(console, drafts -> {
            DraftOptions.show(console, drafts.propose(id, who, said));
            return ExitStatus.CLEAN;
        });
    }
}
