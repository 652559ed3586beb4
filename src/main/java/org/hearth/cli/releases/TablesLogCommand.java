package org.hearth.cli.releases;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.cli.console.UsageException;
import org.hearth.ledger.ReleaseRecord;
import org.hearth.ledger.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hearth tables log}: what was active when, by whom and why, and whether nobody has changed the record of it. */
@Command(
        name = "log",
        description = {
            "Show the releases, the last first: what became active when, by whom, approved by whom, why, and what differs.",
            "--verify checks the record from its first line to its last: each carries the hash of the one before. Exit status: 0 it"
                    + " is whole, 1 it is not, and the first record that does not fit is named."
        },
        mixinStandardHelpOptions = true)
public final class TablesLogCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--verify", description = "check the record, and say the hash of its last line")
    private boolean verify;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text (default), or ndjson: the record itself, the first line first")
    private String format = "text";

    @Option(
            names = "--to",
            paramLabel = "URL",
            description = "a service, such as http://127.0.0.1:8080; by default the data folder of this machine")
    private URI service;

    public TablesLogCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!format.equals("text") && !format.equals("ndjson")) {
            throw new UsageException("`" + format + "` is no format; write text or ndjson");
        }
        if (service != null) {
            RemoteService remote = RemoteService.of(service);
            return verify ? verified(remote.verification()) : show(remote.releases());
        }
        try (LocalReleases local = new LocalReleases()) {
            if (verify) {
                return verified(local.releases().ledger().verify());
            }
            List<byte[]> lines = new ArrayList<>();
            local.releases().ledger().lines(lines::add);
            return show(lines);
        }
    }

    private int verified(Verification verification) {
        if (verification.fault().isPresent()) {
            console.out()
                    .println("the record is broken: " + verification.fault().get());
            return ExitStatus.FINDINGS;
        }
        console.out()
                .println(
                        verification.records() == 0
                                ? "nothing was released yet"
                                : "the record is whole: " + verification.records()
                                        + (verification.records() == 1 ? " release" : " releases")
                                        + ", the last has the hash "
                                        + verification.last());
        return ExitStatus.CLEAN;
    }

    private int show(List<byte[]> lines) throws IOException {
        if (format.equals("ndjson")) {
            lines.forEach(line -> console.out().println(new String(line, StandardCharsets.UTF_8)));
            return ExitStatus.CLEAN;
        }
        if (lines.isEmpty()) {
            console.out().println("nothing was released yet");
        }
        for (int i = lines.size() - 1; i >= 0; i--) {
            new ReleaseText(console.out()).write(read(lines.get(i), i + 1));
        }
        return ExitStatus.CLEAN;
    }

    private static ReleaseRecord read(byte[] line, int number) throws IOException {
        try {
            return ReleaseRecord.of(line);
        } catch (IOException e) {
            throw new IOException("record " + number + " cannot be read; --verify says more", e);
        }
    }
}
