package org.hearth.cli.claims;

import java.util.Optional;
import java.util.function.BiFunction;
import org.hearth.claim.Claim;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.UsageException;
import org.hearth.decision.CallKind;
import org.hearth.decision.Counts;
import org.hearth.decision.DecisionLog;
import org.hearth.decision.Judging;
import org.hearth.decision.LogSettings;
import org.hearth.decision.Watch;
import org.hearth.evaluate.Evaluation;
import org.hearth.history.Past;

/** The decision log of a command, where the environment names one. */
final class Watching implements AutoCloseable {

    /** Who calls, of a command: whoever may use the machine's account that runs it. */
    private static final String COMMAND = "command";

    private final DecisionLog log;

    private Watching(DecisionLog log) {
        this.log = log;
    }

    /**
     * Opens the log. One that cannot be written is told of on standard error, and fails no claim.
     *
     * @throws UsageException if the environment makes no sense
     */
    static Watching open(Console console) {
        try {
            Optional<LogSettings> settings = LogSettings.ofEnvironment();
            return new Watching(settings.map(named ->
                            new DecisionLog(named, message -> console.err().println("hearth: " + message)))
                    .orElse(null));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    /** The judging of the command's claims. */
    Judging judging(CallKind kind, BiFunction<Claim, Past, Evaluation> evaluator) {
        return new Watch(Counts.NONE, log).judging(kind, COMMAND, evaluator);
    }

    @Override
    public void close() {
        if (log != null) {
            log.close();
        }
    }
}
