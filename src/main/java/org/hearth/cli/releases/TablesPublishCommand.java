package org.hearth.cli.releases;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.cli.console.FailedExamples;
import org.hearth.cli.console.UsageException;
import org.hearth.ledger.Act;
import org.hearth.ledger.Kind;
import org.hearth.ledger.Submissions;
import org.hearth.ledger.Who;
import org.hearth.release.Candidates;
import org.hearth.release.ReleaseDifference;
import org.hearth.release.RulesetStore;
import org.hearth.release.TablesReport;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.tables.codeset.CodeSetFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth tables publish}: checks workbooks, runs every example, and makes them the active ones. */
@Command(
        name = "publish",
        description = {
            "Check the workbooks and code sets of a folder, run every example, and make them the active ones: of the service that has the"
                    + " same data folder, or of the one at --to (HEARTH_TOKEN or HEARTH_ADMIN_TOKEN is sent to it).",
            "Where HEARTH_TABLES_DIR names a folder that the service watches, nothing is published beside it: the files that belong"
                    + " there are named, and written to --out.",
            "Exit status: 0 published, 1 not published because something is wrong with the workbooks or a watched folder says"
                    + " what is active, 2 not published because something cannot be read, written or reached."
        },
        mixinStandardHelpOptions = true)
public final class TablesPublishCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            paramLabel = "DIR",
            description = "the folder of workbooks and code sets; what is not in it stays as it is active now")
    private Path folder;

    @Option(names = "--to", paramLabel = "URL", description = "a service, such as http://127.0.0.1:8080")
    private URI service;

    @Mixin
    private WhoOptions who;

    @Option(
            names = "--despite-examples",
            description = "publish though examples come otherwise than expected; a wrong cell stops it all the same")
    private boolean despiteExamples;

    @Option(
            names = "--fewer-examples",
            description = "publish though a workbook has fewer examples than the active edition of it")
    private boolean fewerExamples;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "where the files are written that belong into a watched folder, with the mirrors of their rows")
    private Path out;

    public TablesPublishCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        WatchedFolders watched = WatchedFolders.ofEnvironment();
        watched.requireUse(out, service);
        Map<String, byte[]> workbooks = workbooks(folder);
        if (service != null) {
            return there(workbooks);
        }
        try (LocalReleases local = new LocalReleases()) {
            return here(local, watched, workbooks);
        }
    }

    /**
     * The workbooks and code sets of a folder, by path.
     *
     * @throws UsageException if there are none
     */
    public static SortedMap<String, byte[]> workbooks(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new UsageException("`" + folder + "` is no folder; name the folder of workbooks");
        }
        SortedMap<String, byte[]> workbooks = new TreeMap<>();
        for (Path file : RulesetFiles.below(folder)) {
            if (file.toString().endsWith(".xlsx") || file.toString().endsWith(CodeSetFile.ENDING)) {
                workbooks.put(file.toString().replace('\\', '/'), Files.readAllBytes(folder.resolve(file)));
            }
        }
        if (workbooks.isEmpty()) {
            throw new UsageException(
                    "there is no workbook and no code set in `" + folder + "`; name the folder of workbooks");
        }
        return workbooks;
    }

    private int here(LocalReleases local, WatchedFolders watched, Map<String, byte[]> workbooks) throws IOException {
        Who by = who.who();
        RulesetStore store = local.store();
        if (watched.name().isPresent()) {
            return checkedOnly(watched, workbooks);
        }
        String active = local.releases().chosen();
        RulesetFiles base = store.files(active)
                .orElseThrow(() -> new IOException("the active ruleset `" + active + "` is no longer kept"));
        Candidates.Proposal proposal = new Candidates(store, local.shelf())
                .propose(
                        base,
                        workbooks,
                        "published from " + folder.toAbsolutePath().normalize(),
                        fewerExamples,
                        sound -> new Submissions(local.kept().objects()).note(sound, active, null),
                        this::progress);
        TablesReport report = proposal.report();
        report.problems().forEach(problem -> console.out().println(problem));
        FailedExamples.print(report, console.out());
        if (proposal.kept().isEmpty() || stopped(report.failed().size())) {
            return unpublished(report.problems().size(), report.failed().size());
        }
        String version = proposal.kept().get().version();
        if (!version.equals(active)) {
            RulesetFiles now = store.files(version).orElseThrow();
            local.releases()
                    .choose(
                            version,
                            local.releases().basis(active).number(),
                            active,
                            ReleaseDifference.between(base, now),
                            new Act(
                                    Kind.PUBLISH,
                                    by,
                                    new Act.Examples(
                                            report.passed(), report.failed().size()),
                                    null));
        }
        published(version, report.passed(), active);
        if (!version.equals(active)) {
            console.out().println(local.follows());
        }
        return ExitStatus.CLEAN;
    }

    /** Checks the workbooks in the place of those of a watched folder, and hands out what belongs there. */
    private int checkedOnly(WatchedFolders watched, Map<String, byte[]> workbooks) throws IOException {
        RulesetFiles base = watched.source().read();
        TablesReport report = Candidates.check(base, workbooks, folder.toString(), fewerExamples, this::progress);
        report.problems().forEach(problem -> console.out().println(problem));
        FailedExamples.print(report, console.out());
        if (report.ruleset().isEmpty() || stopped(report.failed().size())) {
            return unpublished(report.problems().size(), report.failed().size());
        }
        return watched.handOut(console, "not published", Candidates.in(base, workbooks, folder.toString()), out);
    }

    private int there(Map<String, byte[]> workbooks) throws IOException {
        Who by = who.who();
        RemoteService remote = RemoteService.of(service);
        String active = remote.activeVersion();
        RemoteService.Answer answer = remote.propose(workbooks, fewerExamples);
        if (answer.unsound()) {
            List<String> problems = answer.problems();
            problems.forEach(console.out()::println);
            return unpublished(problems.size(), 0);
        }
        answer.failedExamples().forEach(this::failed);
        if (stopped(answer.failedExamples().size())) {
            return unpublished(0, answer.failedExamples().size());
        }
        remote.activate(answer.version(), active, by);
        published(answer.version(), answer.passedExamples(), active);
        return ExitStatus.CLEAN;
    }

    private boolean stopped(int failedExamples) {
        return failedExamples > 0 && !despiteExamples;
    }

    private void failed(String example, List<String> instead) {
        console.out().println(example);
        instead.forEach(line -> console.out().println("    " + line));
    }

    private int unpublished(int problems, int failed) {
        PrintWriter out = console.out();
        if (problems > 0) {
            out.println("not published: " + (problems == 1 ? "1 problem" : problems + " problems"));
        } else {
            out.println("not published: " + (failed == 1 ? "1 example comes" : failed + " examples come")
                    + " otherwise than expected; mend the workbook or the example, or publish with --despite-examples");
        }
        return ExitStatus.FINDINGS;
    }

    private void published(String version, int passed, String before) {
        console.out()
                .println((version.equals(before) ? "nothing has changed: " : "published ") + version + ", "
                        + passed + " examples as expected"
                        + (version.equals(before) ? "" : "; before it was " + before));
    }

    private void progress(int ran, int all) {
        if (console.errIsTerminal() && (ran % 50 == 0 || ran == all)) {
            console.err().print("\rexamples " + ran + " of " + all + (ran == all ? "\n" : ""));
            console.err().flush();
        }
    }
}
