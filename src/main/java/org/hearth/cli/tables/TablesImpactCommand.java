package org.hearth.cli.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.Callable;
import org.hearth.batch.Defects;
import org.hearth.batch.ImpactRun;
import org.hearth.batch.Intake;
import org.hearth.batch.Intakes;
import org.hearth.batch.Sidecars;
import org.hearth.batch.UnwritableException;
import org.hearth.cli.claims.BatchOptions;
import org.hearth.cli.claims.ClaimInputs;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.cli.console.Progress;
import org.hearth.cli.console.Target;
import org.hearth.cli.console.UsageException;
import org.hearth.evaluate.Evaluator;
import org.hearth.evaluate.Impact;
import org.hearth.json.ImpactWriter;
import org.hearth.json.Problems;
import org.hearth.report.ImpactHtml;
import org.hearth.report.ImpactText;
import org.hearth.ruleset.Ruleset;
import org.hearth.ruleset.RulesetCompiler;
import org.hearth.tables.difference.TablesDiff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hearth tables impact OLD NEW --claims FILE...}: what a change of the tables does to claims. */
@Command(
        name = "impact",
        description = "Judge claims by two editions of the tables and tell what changes: which claims, findings, rows.",
        mixinStandardHelpOptions = true)
public final class TablesImpactCommand implements Callable<Integer> {

    private static final List<String> FORMATS = List.of("text", "json", "html");

    private final Console console;

    @Mixin
    private TwoEditions editions;

    @Mixin
    private BatchOptions options;

    @Option(
            names = "--claims",
            paramLabel = "FILE",
            arity = "1..*",
            required = true,
            description = "837I files, claims as JSON, NDJSON, folders of them, - for standard input")
    private List<String> files;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default), json or html")
    private String format = "text";

    public TablesImpactCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!FORMATS.contains(format)) {
            throw new UsageException("`" + format + "` is no format; write text, json or html");
        }
        options.threads();
        TableEdition old = editions.before();
        TableEdition now = editions.after();
        Sidecars sidecars = options.beside().sidecars();
        TablesDiff diff = TwoEditions.difference(old, now);
        Ruleset compiledOld = RulesetCompiler.compile(old.files(now));
        Ruleset compiledNow = RulesetCompiler.compile(now.files(old));
        Impact impact = new Impact(compiledOld.version(), compiledNow.version());
        ClaimInputs inputs = new ClaimInputs(files, console);
        try (Target target = options.target(console)) {
            compare(new Evaluator(() -> compiledOld), new Evaluator(() -> compiledNow), diff, inputs, sidecars, impact);
            write(diff, impact, target.text());
            target.put();
        }
        if (impact.defect() || inputs.defect()) {
            return ExitStatus.INTERNAL;
        }
        return impact.unreadable() + impact.unused() > 0 || !impact.whole() ? ExitStatus.INPUT : ExitStatus.CLEAN;
    }

    private void compare(
            Evaluator old, Evaluator now, TablesDiff diff, ClaimInputs inputs, Sidecars sidecars, Impact impact)
            throws IOException {
        // nothing of the answer is written before the end, so it cannot run into the bar
        try (Progress progress = console.errIsTerminal() ? inputs.progress() : null;
                ImpactRun run = new ImpactRun(
                        old,
                        now,
                        diff.renamedRows(),
                        diff.changedRows().keySet(),
                        Defects::problem,
                        impact,
                        options.threads())) {
            inputs.each(progress, taker(sidecars, run));
            for (Intake end : sidecars.ends()) {
                run.run(end);
            }
            run.finish();
        }
    }

    private void write(TablesDiff diff, Impact impact, Writer target) throws UnwritableException {
        try {
            switch (format) {
                case "json" -> target.append(ImpactWriter.indented(diff, impact));
                case "html" -> new ImpactHtml(target).write(diff, impact);
                default -> new ImpactText(target).write(diff, impact);
            }
            target.flush();
        } catch (IOException e) {
            throw new UnwritableException(e);
        }
    }

    private static ClaimInputs.Taker taker(Sidecars sidecars, ImpactRun run) {
        return new ClaimInputs.Taker() {
            @Override
            public void take(InputStream in, String name) throws IOException {
                run.run(sidecars.joinedTo(Intakes.open(in, name)));
            }

            @Override
            public void broken(String file, String reason) throws IOException {
                Problems problem = Problems.of(400, "input not whole", reason);
                run.run(() -> new Intake.End(file, problem));
            }
        };
    }
}
