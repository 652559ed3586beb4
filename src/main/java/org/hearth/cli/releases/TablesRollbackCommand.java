package org.hearth.cli.releases;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.cli.console.UsageException;
import org.hearth.finding.Shown;
import org.hearth.ledger.Act;
import org.hearth.ledger.Kind;
import org.hearth.ledger.ReleaseRecord;
import org.hearth.release.ActiveRuleset;
import org.hearth.release.ReleaseDifference;
import org.hearth.release.Releases;
import org.hearth.release.RulesetShelf;
import org.hearth.ruleset.RulesetFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth tables rollback}: makes a ruleset the active one again that was so before. */
@Command(
        name = "rollback",
        description = {
            "Make a ruleset that was active before the active one again: for the service that has the same data folder, or the one"
                    + " at --to (HEARTH_TOKEN or HEARTH_ADMIN_TOKEN is sent to it). The rollback is a release of its own in the record.",
            "Where HEARTH_TABLES_DIR names a folder that the service watches, nothing is changed beside it: the files that belong"
                    + " there are named, and written to --out.",
            "Exit status: 0 it is active, 1 a watched folder says what is active, 2 something cannot be read, written or reached, 3 this program cannot use it."
        },
        mixinStandardHelpOptions = true)
public final class TablesRollbackCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            paramLabel = "VERSION",
            arity = "0..1",
            description = "as `hearth tables log` shows it; by default the one before the last release")
    private String version;

    @Mixin
    private WhoOptions who;

    @Option(names = "--to", paramLabel = "URL", description = "a service, such as http://127.0.0.1:8080")
    private URI service;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "where the files are written that belong into a watched folder, with the mirrors of their rows")
    private Path out;

    public TablesRollbackCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        WatchedFolders watched = WatchedFolders.ofEnvironment();
        watched.requireUse(out, service);
        if (service != null) {
            RemoteService remote = RemoteService.of(service);
            if (version != null) {
                remote.rollback(version, null, who.who());
                return done(version);
            }
            List<byte[]> lines = remote.releases();
            Optional<ReleaseRecord> last =
                    lines.isEmpty() ? Optional.empty() : Optional.of(ReleaseRecord.of(lines.get(lines.size() - 1)));
            String meant = beforeLast(last);
            remote.rollback(meant, last.get().version(), who.who());
            return done(meant);
        }
        try (LocalReleases local = new LocalReleases()) {
            return here(local, watched);
        }
    }

    private int here(LocalReleases local, WatchedFolders watched) throws IOException {
        Releases.Basis basis = local.releases().basis();
        String meant =
                version != null ? version : beforeLast(local.releases().ledger().last());
        RulesetShelf shelf = local.shelf();
        String active = basis.version();
        // of a watched folder nobody knows before it is read
        if (meant.equals(active) && watched.name().isEmpty()) {
            console.out().println("nothing has changed: " + meant + " is the active one");
            return ExitStatus.CLEAN;
        }
        Optional<ActiveRuleset.State> state = shelf.get(meant);
        if (state.isEmpty()) {
            throw unknown(meant);
        }
        if (!local.releases().wasActive(meant)) {
            throw new UsageException(
                    "the ruleset " + Shown.value(meant)
                            + " has never been active, so there is no way back to it; `hearth tables publish` makes new ones active");
        }
        if (state.get() instanceof ActiveRuleset.Unusable unusable) {
            unusable.problems().forEach(problem -> console.out().println(problem));
            console.out().println("not rolled back: this program cannot use " + meant);
            return ExitStatus.RULESET;
        }
        RulesetFiles after = ((ActiveRuleset.Loaded) state.get()).files();
        if (watched.name().isPresent()) {
            return watched.handOut(console, "not rolled back", after, out);
        }
        Optional<RulesetFiles> before = local.store().files(active);
        local.releases()
                .choose(
                        meant,
                        basis.number(),
                        active,
                        before.isEmpty() ? List.of() : ReleaseDifference.between(before.get(), after),
                        Act.of(Kind.ROLLBACK, who.who()));
        done(meant);
        console.out().println(local.follows());
        return ExitStatus.CLEAN;
    }

    private static UsageException unknown(String version) {
        return new UsageException(
                "no ruleset " + Shown.value(version) + " is kept; `hearth tables log` shows what was released");
    }

    private static String beforeLast(Optional<ReleaseRecord> last) {
        if (last.isEmpty() || last.get().before() == null) {
            throw new UsageException(
                    "nothing was active before the last release; name the version that shall be active");
        }
        return last.get().before();
    }

    private int done(String meant) {
        console.out().println("back to " + meant);
        return ExitStatus.CLEAN;
    }
}
