package org.hearth.cli.claims;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.cli.console.Reasons;
import org.hearth.cli.console.Target;
import org.hearth.cli.console.UsageException;
import org.hearth.data.DataFolder;
import org.hearth.finding.Shown;
import org.hearth.history.Earlier;
import org.hearth.sent.HistorySettings;
import org.hearth.sent.SentHistory;
import org.hearth.sent.SentStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth history ...}: what was marked as sent, and is kept. */
@Command(
        name = "history",
        description = {
            "Keep what was sent, so that later claims are judged by it. Off unless a folder (HEARTH_HISTORY_DIR) or a"
                    + " PostgreSQL (HEARTH_HISTORY_URL) is named or `hearth history on` was said. A check keeps nothing;"
                    + " `hearth history sent` does.",
            "Exit status: 0 done, 2 an input could not be read whole or the history cannot be used."
        },
        mixinStandardHelpOptions = true)
public final class HistoryCommand {

    private final Console console;

    public HistoryCommand(Console console) {
        this.console = console;
    }

    @Command(description = "Keep a history from now on, in the data folder.", mixinStandardHelpOptions = true)
    int on() throws IOException {
        DataFolder data = DataFolder.standard();
        data.write(data.resolve(HistorySettings.MARK), new byte[0]);
        HistorySettings settings = HistorySettings.ofEnvironment(data);
        if (!settings.on()) {
            console.out().println("the history stays off: `HEARTH_HISTORY` is `off`; take it away, or write `on`");
            return ExitStatus.CLEAN;
        }
        console.out().println("the history is on, in " + settings.place());
        if (settings.url() == null) {
            console.out()
                    .println("Keep a copy of that folder with its key: without the key, what is kept is of no use.");
        }
        return ExitStatus.CLEAN;
    }

    @Command(
            description =
                    "Neither look at the history of the data folder nor add to it from now on; what is kept stays.",
            mixinStandardHelpOptions = true)
    int off() throws IOException {
        DataFolder data = DataFolder.standard();
        Files.deleteIfExists(data.resolve(HistorySettings.MARK));
        HistorySettings settings = HistorySettings.ofEnvironment(data);
        console.out()
                .println(
                        settings.on()
                                ? "the history stays on, in " + settings.place()
                                        + ", as the environment says; set `HEARTH_HISTORY` to `off`"
                                : "the history is off; what is kept stays, until `hearth history forget`");
        return ExitStatus.CLEAN;
    }

    @Command(
            description = "What is kept, in numbers; with --member, each claim that is kept of a beneficiary.",
            mixinStandardHelpOptions = true)
    int show(
            @Option(
                            names = "--member",
                            description = "read a member id from standard input, where no list of processes shows it")
                    boolean member,
            @Mixin HistoryOption where)
            throws IOException {
        HistorySettings settings = where.settings();
        PrintWriter out = console.out();
        if (!settings.on()) {
            out.println("the history is off; `hearth history on` turns it on");
            return ExitStatus.CLEAN;
        }
        try (SentStore store =
                SentHistory.open(settings, SentHistory.Purpose.READ).orElse(null)) {
            out.println("history in " + settings.place()
                    + (settings.mode() == HistorySettings.Mode.READ ? ", only read here" : ""));
            if (store == null) {
                out.println("nothing is kept yet");
            } else if (member) {
                show(store.ofMember(MemberIds.read(console)));
            } else {
                show(store.summary());
            }
        }
        return ExitStatus.CLEAN;
    }

    private void show(SentStore.Summary summary) {
        PrintWriter out = console.out();
        if (summary.claims() == 0) {
            out.println("nothing is kept");
            return;
        }
        out.println(claims(summary.claims()) + ", marked as sent from " + summary.firstSent() + " to "
                + summary.lastSent());
        summary.byKey().forEach((key, count) -> out.println("  key " + key + ": " + claims(count)));
    }

    private void show(List<Earlier> earlier) {
        for (Earlier one : earlier) {
            Claim claim = one.claim();
            console.out()
                    .println("sent on " + one.sentOn() + ": " + claim.typeOfBill() + ", " + claim.statementFrom()
                            + " to "
                            + claim.statementThrough() + ", " + claim.lines().size()
                            + (claim.lines().size() == 1 ? " line" : " lines")
                            + (claim.totalCharge() == null ? "" : ", charge $" + dollars(claim.totalCharge())));
        }
        console.out().println(claims(earlier.size()) + " of this beneficiary");
    }

    private static BigDecimal dollars(BigDecimal amount) {
        return amount.setScale(Math.max(2, amount.scale()));
    }

    @Command(
            description = "Forget what is kept of a beneficiary, or what was marked as sent before a day.",
            mixinStandardHelpOptions = true)
    int forget(
            @Option(
                            names = "--member",
                            description = "read a member id from standard input, where no list of processes shows it")
                    boolean member,
            @Option(names = "--sent-before", paramLabel = "DATE", description = "such as 2020-01-01") LocalDate before,
            @Option(names = "--older-than", paramLabel = "DAYS", description = "what was marked as sent so long ago")
                    Integer days,
            @Mixin HistoryOption where)
            throws IOException {
        if ((member ? 1 : 0) + (before == null ? 0 : 1) + (days == null ? 0 : 1) != 1) {
            throw new UsageException("say what to forget: --member, --sent-before DATE or --older-than DAYS");
        }
        if (days != null && days < 0) {
            throw new UsageException("`" + days + "` days; write a number from 0");
        }
        try (SentStore store =
                SentHistory.open(on(where), SentHistory.Purpose.WRITE).orElseThrow()) {
            int forgotten = member
                    ? store.forget(MemberIds.read(console))
                    : store.forgetBefore(before == null ? LocalDate.now().minusDays(days) : before);
            console.out().println("forgotten: " + claims(forgotten));
        }
        return ExitStatus.CLEAN;
    }

    @Command(
            description = "Write what is kept, a claim a line, identifiers sealed; with the key it is a backup.",
            mixinStandardHelpOptions = true)
    int export(
            @Option(names = "--out", paramLabel = "FILE", description = "write there instead of standard output")
                    Path file,
            @Mixin HistoryOption where)
            throws IOException {
        SentStore opened = SentHistory.open(on(where), SentHistory.Purpose.READ).orElse(null);
        if (opened == null) {
            throw new IOException("nothing is kept yet in `" + where.settings().place() + "`");
        }
        try (SentStore store = opened;
                Target out = Target.of(file, console)) {
            long claims = store.export(out.text());
            out.put();
            if (file != null) {
                console.out().println("written: " + claims(claims) + " to " + file);
            }
        }
        return ExitStatus.CLEAN;
    }

    @Command(
            name = "import",
            description =
                    "Keep what was exported, here or elsewhere with the same key; what is kept already stays as it"
                            + " is.",
            mixinStandardHelpOptions = true)
    int importFrom(
            @Parameters(paramLabel = "FILE", description = "a file, or - for standard input") String file,
            @Mixin HistoryOption where)
            throws IOException {
        HistorySettings settings = on(where);
        try (InputStream in = file.equals("-") ? console.in() : open(file);
                SentStore store =
                        SentHistory.open(settings, SentHistory.Purpose.WRITE).orElseThrow()) {
            SentStore.Imported imported = store.importFrom(in);
            console.out().println("kept: " + claims(imported.kept()) + "; kept before: " + claims(imported.before()));
            if (imported.torn() != null) {
                console.err()
                        .println("hearth: " + Shown.value(file) + " is torn: " + imported.torn()
                                + "; what was whole is kept. Import a whole file again");
                return ExitStatus.INPUT;
            }
        }
        return ExitStatus.CLEAN;
    }

    static InputStream open(String file) throws IOException {
        try {
            return Files.newInputStream(Path.of(file));
        } catch (IOException e) {
            throw new IOException("`" + file + "` cannot be read: " + Reasons.of(e), e);
        }
    }

    /** The settings of a history that is on. */
    static HistorySettings on(HistoryOption where) throws IOException {
        HistorySettings settings = where.settings();
        if (!settings.on()) {
            throw new UsageException("the history is off; turn it on with `hearth history on`, or name its folder or"
                    + " PostgreSQL with --history");
        }
        return settings;
    }

    static String claims(long count) {
        return count == 1 ? "1 claim" : count + " claims";
    }
}
