package org.hearth.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hearth.cli.HearthCommand;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.UsageException;
import org.hearth.release.RulesetLoader;
import org.hearth.release.RulesetSource;
import org.hearth.web.request.BodyLimit;

/** The program: {@code serve} starts the web service, every other command runs without it. */
@QuarkusMain
public final class Main {

    private Main() {}

    /** Runs a command and exits with its status. */
    public static void main(String... arguments) {
        Console console = new Console(
                System.in,
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                // only the script that starts this can tell
                Boolean.getBoolean("org.hearth.terminal.out"),
                Boolean.getBoolean("org.hearth.terminal.err"));
        // a command has no Quarkus on its class path: a method reference may look for it here, a lambda does once it
        // runs
        System.exit(run(console, () -> Quarkus.run(), arguments));
    }

    /**
     * Runs a command.
     *
     * @param server runs the web service until it is stopped
     * @return the exit status
     */
    static int run(Console console, Runnable server, String... arguments) {
        // in Turkish the engine's compiler names types that are not there, and in Arabic a number is no number of X12
        Locale.setDefault(Locale.US);
        Logger log = Logger.getLogger("");
        Level level = log.getLevel();
        // nobody reads the libraries' logs of a command, and an engine that logs every step runs at half its speed
        log.setLevel(Level.OFF);
        return HearthCommand.run(
                console,
                () -> {
                    log.setLevel(level);
                    serve(server);
                },
                arguments);
    }

    private static void serve(Runnable server) {
        Config config = ConfigProvider.getConfig();
        List<String> refusal = Stream.of(Reach.refusal(config), WrongSettings.refusal(config))
                .flatMap(List::stream)
                .toList();
        if (!refusal.isEmpty()) {
            throw new UsageException(String.join(System.lineSeparator(), refusal));
        }
        headStart();
        ManagementPort.choose(config);
        chooseLog(config);
        chooseBodyLimit(config);
        server.run();
    }

    /** {@code HEARTH_LOG=json} is one word for what the server has a property of its own for. */
    private static void chooseLog(Config config) {
        boolean json = config.getOptionalValue("hearth.log", String.class)
                .filter(form -> form.equalsIgnoreCase("json"))
                .isPresent();
        if (json) {
            System.setProperty("quarkus.log.console.json.enabled", "true");
        }
    }

    /** {@code HEARTH_MAX_BODY_BYTES} likewise; an empty one leaves the limit as it is. */
    private static void chooseBodyLimit(Config config) {
        config.getOptionalValue("hearth.max-body-bytes", String.class)
                .ifPresent(bytes -> System.setProperty(BodyLimit.KEY, bytes));
    }

    /**
     * Most of the start is loading classes, and the server and the rules load other ones: a ruleset that is loaded and
     * thrown away beside the start of the server leaves little to do when the real one is.
     */
    private static void headStart() {
        Thread thread = new Thread(
                () -> RulesetLoader.load(new RulesetSource(null, null), packaged -> true, Optional.empty()),
                "head start");
        thread.setDaemon(true);
        thread.start();
    }

    /** Not over {@code System.out}, which tells nobody when whoever read it has gone. */
    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8));
    }
}
