package org.hearth.cli.claims;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.hearth.batch.CorrectionRun;
import org.hearth.batch.CorrectionsOutput;
import org.hearth.batch.Defects;
import org.hearth.batch.Pasts;
import org.hearth.batch.Sidecars;
import org.hearth.batch.UnwritableException;
import org.hearth.catalog.FindingCatalog;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.cli.console.Progress;
import org.hearth.cli.console.Reasons;
import org.hearth.cli.console.RulesetOption;
import org.hearth.cli.console.UsageException;
import org.hearth.data.WholeFile;
import org.hearth.decision.CallKind;
import org.hearth.evaluate.Evaluator;
import org.hearth.finding.Shown;
import org.hearth.json.ClaimCorrections;
import org.hearth.json.InvalidCorrectionsException;
import org.hearth.json.Problem;
import org.hearth.report.Tally;
import org.hearth.ruleset.Ruleset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth fix FILE --out FILE}: corrects claims in their file. */
@Command(
        name = "fix",
        description = {
            "Correct the claims of an 837I file, of JSON or NDJSON, and write the file with nothing else changed.",
            "Made are the certain mends: where only one is possible and nothing but the claim's own form or its other"
                    + " codes decide. Whatever changes a charge, units, a date or an identifier is left to you.",
            "Exit status: as `hearth check` has it, of the corrected file."
        },
        mixinStandardHelpOptions = true)
public final class FixCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "the file, or - for standard input")
    private String file;

    @Option(names = "--out", paramLabel = "FILE", description = "where the corrected file goes; never FILE itself")
    private Path out;

    @Option(
            names = "--only",
            paramLabel = "IDS",
            split = ",",
            description = "mend these findings alone, such as HHT-301,HHT-325")
    private List<String> only = List.of();

    @Option(names = "--dry-run", description = "say what would be corrected, and write no file")
    private boolean dryRun;

    @Option(names = "--log", paramLabel = "FILE", description = "write there what was changed and why, as JSON")
    private Path log;

    @Option(
            names = "--corrections",
            paramLabel = "FILE",
            description = "make these corrections, as JSON, and the certain mends only if it says so")
    private Path corrections;

    @Mixin
    private BesideOptions beside;

    @Mixin
    private HistoryOption history;

    @Mixin
    private RulesetOption ruleset;

    public FixCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        requirePlaces();
        ClaimCorrections given = corrections == null ? new ClaimCorrections(List.of(), true) : readCorrections();
        Sidecars sidecars = beside.sidecars();
        Ruleset compiled = ruleset.compile();
        Set<String> ids = ids(compiled.catalog());
        ClaimInputs inputs = new ClaimInputs(List.of(file), console);
        Evaluator evaluator = new Evaluator(() -> compiled);
        Run run = new Run(sidecars);
        try (HistoryOption.Opened sent = history.open(console);
                Watching watching = Watching.open(console);
                Pasts pasts = new Pasts(sent.claims());
                WholeFile target = dryRun ? null : whole(out);
                WholeFile changes = log == null || dryRun ? null : whole(log);
                Progress progress = console.errIsTerminal() ? inputs.progress() : null) {
            history.collect(pasts, console);
            Writer logged = new OutputStreamWriter(
                    changes == null ? OutputStream.nullOutputStream() : changes.out(), StandardCharsets.UTF_8);
            try (CorrectionsOutput output = new CorrectionsOutput(console.out(), logged, console.err())) {
                run.target = target == null ? OutputStream.nullOutputStream() : target.out();
                run.corrections = new CorrectionRun(
                        watching.judging(CallKind.FIX, evaluator::evaluate),
                        given,
                        ids,
                        Defects::problem,
                        pasts,
                        output);
                inputs.each(progress, run);
                if (run.misfit != null) {
                    throw misfit(run.misfit.problem().errors());
                }
                if (run.tally == null) {
                    return inputs.defect() ? ExitStatus.INTERNAL : ExitStatus.INPUT;
                }
                output.end(run.corrections.claims(), run.tally, dryRun);
                logged.flush();
                boolean any = run.corrections.claims() > 0;
                if (any && target != null) {
                    target.put();
                    console.out().println("written to `" + Shown.escaped(out.toString()) + "`");
                }
                if (any && changes != null) {
                    changes.put();
                }
            }
        }
        return ExitStatus.of(run.tally, inputs.defect());
    }

    private void requirePlaces() throws IOException {
        if (out == null && !dryRun) {
            throw new UsageException("name the file to write with `--out`, or write `--dry-run`");
        }
        List<Path> read = new ArrayList<>(beside.files());
        if (corrections != null) {
            read.add(corrections);
        }
        if (!file.equals(ClaimInputs.STANDARD_INPUT)) {
            Path in = Path.of(file);
            if (Files.isDirectory(in)) {
                throw new UsageException(
                        "`" + file + "` is a folder; name one file, as each is written to one of its own");
            }
            read.add(in);
        }
        for (Path written : new Path[] {out, log}) {
            for (Path in : read) {
                if (written != null && areOne(in, written)) {
                    throw new UsageException("`" + written + "` is a file that is read; name another one to write");
                }
            }
        }
        if (out != null && log != null && areOne(out, log)) {
            throw new UsageException("`--out` and `--log` name one file; give each its own");
        }
    }

    private static boolean areOne(Path one, Path other) throws IOException {
        return Files.exists(one) && Files.exists(other)
                ? Files.isSameFile(one, other)
                : one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    private static WholeFile whole(Path place) throws IOException {
        if (Files.isDirectory(place)) {
            throw new UsageException("`" + place + "` is a folder; name a file");
        }
        try {
            return new WholeFile(place);
        } catch (IOException e) {
            throw new UnwritableException(e);
        }
    }

    private Set<String> ids(FindingCatalog catalog) {
        try {
            return CorrectionRun.mendable(only, catalog);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private ClaimCorrections readCorrections() throws IOException {
        try (InputStream in = Files.newInputStream(corrections)) {
            return ClaimCorrections.read(in.readAllBytes());
        } catch (IOException e) {
            throw new IOException("`" + corrections + "` cannot be read: " + Reasons.of(e), e);
        } catch (InvalidCorrectionsException e) {
            throw misfit(e.problems());
        }
    }

    private IOException misfit(List<Problem> problems) {
        StringBuilder text = new StringBuilder("`" + corrections + "` cannot be used, so nothing was corrected:");
        for (Problem problem : problems) {
            text.append("\n  ")
                    .append(problem.pointer().isEmpty() ? "" : problem.pointer() + ": ")
                    .append(Shown.escaped(problem.message()))
                    .append("; ")
                    .append(problem.fix());
        }
        return new IOException(text.toString());
    }

    /** The one input, as it is opened. */
    private final class Run implements ClaimInputs.Taker {

        private final Sidecars sidecars;
        private OutputStream target;
        private CorrectionRun corrections;
        private Tally tally;
        private CorrectionRun.MisfitException misfit;

        Run(Sidecars sidecars) {
            this.sidecars = sidecars;
        }

        @Override
        public void take(InputStream in, String name) throws IOException {
            try {
                tally = corrections.run(in, name, sidecars, target);
            } catch (CorrectionRun.MisfitException e) {
                misfit = e;
            }
        }

        @Override
        public void broken(String broken, String reason) {
            console.err()
                    .println("hearth: " + Shown.value(broken) + " cannot be read: " + reason + "; nothing was written");
        }
    }
}
