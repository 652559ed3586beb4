package org.hearth.cli.releases;

import org.hearth.cli.console.UsageException;
import org.hearth.ledger.Who;
import picocli.CommandLine.Option;

/** Who makes a release and why, of the commands that make one. */
public final class WhoOptions {

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description =
                    "who makes the release, for its record; by default the name under which you are logged in here")
    private String by = System.getProperty("user.name");

    @Option(names = "--reason", paramLabel = "TEXT", description = "why, for its record")
    private String reason;

    @Option(
            names = "--source",
            paramLabel = "TEXT",
            description = "what asks for it, such as the number of a transmittal, for its record")
    private String source;

    /**
     * Who and why, as told.
     *
     * @throws UsageException if a text is none that can be recorded
     */
    public Who who() {
        try {
            return Who.told(by, reason, source);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage().replaceFirst("^`", "`--"));
        }
    }
}
