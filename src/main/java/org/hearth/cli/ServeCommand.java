package org.hearth.cli;

import java.util.concurrent.Callable;
import org.hearth.cli.console.ExitStatus;
import picocli.CommandLine.Command;

/** {@code hearth serve}: runs the web service until it is stopped. */
@Command(
        name = "serve",
        description = {
            "Run the web service, on 127.0.0.1:8080 unless configured otherwise.",
            "QUARKUS_HTTP_PORT names another port; health and metrics are a thousand above it."
        },
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private final Runnable serve;

    ServeCommand(Runnable serve) {
        this.serve = serve;
    }

    @Override
    public Integer call() {
        serve.run();
        return ExitStatus.CLEAN;
    }
}
