package org.hearth.cli.claims;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.hearth.batch.Intakes;
import org.hearth.batch.SentRun;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.cli.console.UsageException;
import org.hearth.finding.Shown;
import org.hearth.sent.SentHistory;
import org.hearth.sent.SentStore;
import org.hearth.x12.acknowledgement.Rejections;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth history sent FILE...}: keeps claims as sent. */
@Command(
        name = "sent",
        description = {
            "Mark claims as sent, and keep them: 837I files, JSON claims, NDJSON, folders of them; `-` is standard input."
                    + " What was kept before stays as it is, so a file may be given again.",
            "With the payer's 999 or 277CA, what it rejects is not kept.",
            "Exit status: 0 all claims were read, 2 an input could not be read whole, or the history cannot be used."
        },
        mixinStandardHelpOptions = true)
public final class HistorySentCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "a file, a folder, or - for standard input")
    private List<String> files;

    @Option(
            names = "--acknowledgement",
            paramLabel = "FILE",
            description = "the payer's answer, a 999 or a 277CA; may be given again and again")
    private List<String> acknowledgements = List.of();

    @Option(names = "--on", paramLabel = "DATE", description = "the day on which they were sent (default: today)")
    private LocalDate on;

    @Mixin
    private HistoryOption where;

    public HistorySentCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        LocalDate today = LocalDate.now();
        if (on != null && on.isAfter(today)) {
            throw new UsageException("`--on " + on + "` has not come yet; write the day on which the claims were sent");
        }
        var settings = HistoryCommand.on(where);
        // a claim that the payer rejected must not be kept because its answer could not be read
        Rejections rejections = rejections();
        ClaimInputs inputs = new ClaimInputs(files, console);
        try (SentStore store =
                SentHistory.open(settings, SentHistory.Purpose.WRITE).orElseThrow()) {
            SentRun run = new SentRun(store, on == null ? today : on, rejections, SentRun.lines(console.err()));
            try {
                inputs.each(null, taker(run));
            } finally {
                tell(run, rejections);
            }
            return inputs.defect() ? ExitStatus.INTERNAL : run.whole() ? ExitStatus.CLEAN : ExitStatus.INPUT;
        }
    }

    private Rejections rejections() throws IOException {
        Rejections rejections = new Rejections();
        for (String file : acknowledgements) {
            try (InputStream in = HistoryCommand.open(file)) {
                read(file, in, rejections);
            }
        }
        return rejections;
    }

    private static void read(String file, InputStream in, Rejections rejections) throws IOException {
        try {
            rejections.read(in);
        } catch (IOException e) {
            throw new IOException(
                    "the acknowledgement `" + Shown.escaped(file) + "` cannot be used, so nothing is kept: "
                            + e.getMessage(),
                    e);
        }
    }

    private ClaimInputs.Taker taker(SentRun run) {
        return new ClaimInputs.Taker() {
            @Override
            public void take(InputStream in, String name) throws IOException {
                run.run(Intakes.open(in, name));
            }

            @Override
            public void broken(String file, String reason) {
                console.err().println("hearth: `" + Shown.escaped(file) + "` cannot be read: " + reason);
                run.broken();
            }
        };
    }

    private void tell(SentRun run, Rejections rejections) {
        PrintWriter out = console.out();
        out.println("kept as sent: " + HistoryCommand.claims(run.count(SentRun.Fate.KEPT)));
        tell(run, SentRun.Fate.KEPT_BEFORE, "kept before, and left as they were");
        tell(run, SentRun.Fate.REJECTED, "rejected by the payer, and not kept");
        tell(run, SentRun.Fate.NOBODYS, "without a member id or a billing provider, and not kept");
        if (run.unread() > 0) {
            out.println("could not be read, and not kept: " + HistoryCommand.claims(run.unread()));
        }
        if (rejections.unmet() > 0) {
            console.err()
                    .println("hearth: the acknowledgements reject " + rejections.unmet()
                            + " more that none of these claims is; see that they answer these files");
        }
    }

    private void tell(SentRun run, SentRun.Fate fate, String what) {
        long count = run.count(fate);
        if (count > 0) {
            List<String> named = run.named(fate);
            console.out()
                    .println(what + ": " + HistoryCommand.claims(count) + ": "
                            + named.stream().map(Shown::value).collect(Collectors.joining(", "))
                            + (count > named.size() ? ", ..." : ""));
        }
    }
}
