package org.hearth.cli.claims;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hearth.batch.Defects;
import org.hearth.batch.EpisodeRun;
import org.hearth.batch.Intake;
import org.hearth.batch.Intakes;
import org.hearth.batch.SentIntake;
import org.hearth.batch.UnwritableException;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.cli.console.RulesetOption;
import org.hearth.cli.console.Target;
import org.hearth.cli.console.UsageException;
import org.hearth.decision.CallKind;
import org.hearth.episode.EpisodeAnswer;
import org.hearth.episode.Episodes;
import org.hearth.evaluate.Evaluator;
import org.hearth.json.EpisodeWriter;
import org.hearth.json.Problems;
import org.hearth.report.EpisodeSvg;
import org.hearth.report.EpisodeText;
import org.hearth.ruleset.Ruleset;
import org.hearth.sent.SentHistory;
import org.hearth.sent.SentStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth episode FILE...}: the claims of a beneficiary side by side, in time. */
@Command(
        name = "episode",
        description =
                "Show the claims of each beneficiary and agency in time: treatment days, reports, periods, findings, what"
                        + " is due.",
        mixinStandardHelpOptions = true)
public final class EpisodeCommand implements Callable<Integer> {

    private static final List<String> FORMATS = List.of("text", "json", "svg");

    /** Where the service of this machine has the findings' pages. */
    private static final String PAGES = "http://127.0.0.1:8080/findings/";

    private final Console console;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "837I files, claims as JSON, NDJSON, folders of them, - for standard input")
    private List<String> files = List.of();

    @Option(
            names = "--member",
            description = "of what was marked as sent: read a member id from standard input, where no list of processes"
                    + " shows it; with --npi")
    private boolean member;

    @Option(names = "--npi", paramLabel = "NPI", description = "the agency whose claims are meant, with --member")
    private String npi;

    @Mixin
    private HistoryOption history;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default), json or svg")
    private String format = "text";

    @Option(names = "--out", paramLabel = "FILE", description = "write there instead of standard output")
    private Path out;

    @Mixin
    private RulesetOption ruleset;

    public EpisodeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!FORMATS.contains(format)) {
            throw new UsageException("`" + format + "` is no format; write text, json or svg");
        }
        if (member != files.isEmpty() || member != (npi != null)) {
            throw new UsageException(
                    "name files of claims; or write `--member --npi NPI` and the member id on standard input");
        }
        Ruleset compiled = ruleset.compile();
        ClaimInputs inputs = new ClaimInputs(files, console);
        EpisodeAnswer answer;
        try (Watching watching = Watching.open(console);
                Target target = Target.of(out, console)) {
            Episodes episodes =
                    new Episodes(compiled, watching.judging(CallKind.EPISODE, new Evaluator(() -> compiled)::evaluate));
            EpisodeRun run = new EpisodeRun(episodes, Defects::problem);
            if (member) {
                run.run(sent());
            }
            inputs.each(null, taker(run));
            answer = run.answer();
            write(answer, target.text());
            target.put();
        }
        if (answer.defect() || inputs.defect()) {
            return ExitStatus.INTERNAL;
        }
        if (!answer.whole() || !answer.unread().isEmpty()) {
            return ExitStatus.INPUT;
        }
        return answer.errors() ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
    }

    private Intake sent() throws IOException {
        String id = MemberIds.read(console);
        try (SentStore store = SentHistory.open(HistoryCommand.on(history), SentHistory.Purpose.READ)
                .orElse(null)) {
            return SentIntake.of(store, id, npi)
                    .orElseThrow(() -> new UsageException("nothing of this beneficiary and agency was marked as sent"));
        }
    }

    private void write(EpisodeAnswer answer, Writer target) throws UnwritableException {
        try {
            switch (format) {
                case "json" -> target.append(EpisodeWriter.indented(answer));
                case "svg" -> target.append(EpisodeSvg.of(answer, PAGES));
                default -> new EpisodeText(target).write(answer);
            }
            target.flush();
        } catch (IOException e) {
            throw new UnwritableException(e);
        }
    }

    private static ClaimInputs.Taker taker(EpisodeRun run) {
        return new ClaimInputs.Taker() {
            @Override
            public void take(InputStream in, String name) throws IOException {
                run.run(Intakes.open(in, name));
            }

            @Override
            public void broken(String file, String reason) throws IOException {
                Problems problem = Problems.of(400, "input not whole", reason);
                run.run(() -> new Intake.End(file, problem));
            }
        };
    }
}
