package org.hearth.cli.releases;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.Callable;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.ledger.Who;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth tables activate}: makes a ruleset that somebody else has sent to a service the active one. */
@Command(
        name = "activate",
        description = {
            "Make a ruleset the active one that another has sent to a service (HEARTH_TOKEN or HEARTH_ADMIN_TOKEN is sent to it). Where the"
                    + " service knows who calls, `hearth tables publish --to` ends with a ruleset that waits for this.",
            "Exit status: 0 it is active, 2 the service refuses or does not answer."
        },
        mixinStandardHelpOptions = true)
public final class TablesActivateCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "VERSION", description = "the ruleset, as `hearth tables publish` said it")
    private String version;

    @Option(
            names = "--to",
            paramLabel = "URL",
            required = true,
            description = "the service, such as https://hearth.example")
    private URI service;

    @Mixin
    private WhoOptions who;

    public TablesActivateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Who by = who.who();
        RemoteService remote = RemoteService.of(service);
        String active = remote.activeVersion();
        remote.activate(version, active, by);
        console.out().println("published " + version + "; before it was " + active);
        return ExitStatus.CLEAN;
    }
}
