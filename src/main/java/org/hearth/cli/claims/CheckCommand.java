package org.hearth.cli.claims;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hearth.batch.Batch;
import org.hearth.batch.Defects;
import org.hearth.batch.Format;
import org.hearth.batch.Intake;
import org.hearth.batch.Intakes;
import org.hearth.batch.Output;
import org.hearth.batch.Part;
import org.hearth.batch.PartLines;
import org.hearth.batch.Pasts;
import org.hearth.batch.Setting;
import org.hearth.batch.Sidecars;
import org.hearth.batch.Sink;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.cli.console.Progress;
import org.hearth.cli.console.RulesetOption;
import org.hearth.cli.console.Target;
import org.hearth.cli.console.UsageException;
import org.hearth.decision.CallKind;
import org.hearth.evaluate.Evaluator;
import org.hearth.finding.Shown;
import org.hearth.json.Problems;
import org.hearth.report.Tally;
import org.hearth.ruleset.Ruleset;
import org.hearth.x12.acknowledgement.Acknowledgements;
import org.hearth.x12.acknowledgement.ControlNumbers;
import org.hearth.x12.acknowledgement.Held;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth check FILE...}: judges claims. */
@Command(
        name = "check",
        description = "Check claims: 837I files, JSON claims, NDJSON, folders of them; `-` is standard input.",
        mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "a file, a folder, or - for standard input")
    private List<String> files;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text (default), ndjson, json, csv, xlsx, html, 277ca or 999")
    private String format = "text";

    @Option(
            names = "--explain",
            description = "tell of each finding which facts met its rule (formats text, ndjson and json)")
    private boolean explain;

    @Option(
            names = "--control-number",
            paramLabel = "N",
            description = "number of the first interchange of a 277ca or 999 (default: by the clock)")
    private Integer controlNumber;

    @Option(
            names = "--order",
            paramLabel = "input|dates",
            description =
                    "what is before a claim: what stands before it in the input (default), or what begins before it"
                            + " by its statement, for which the files are read twice")
    private String order = "input";

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "judge part I of N only, counted from 0, as one of N processes over the same files;"
                    + " `hearth join` puts their answers together (format ndjson)")
    private String shard;

    @Mixin
    private BatchOptions options;

    @Mixin
    private HistoryOption history;

    @Mixin
    private RulesetOption ruleset;

    public CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Format chosen = format();
        int threads = options.threads();
        if (chosen == Format.IMPLEMENTATION_ACKNOWLEDGEMENT && options.beside().besideClaims() != null) {
            throw new UsageException("a 999 judges no claim; leave `"
                    + options.beside().besideClaims() + "` out, or write `--format 277ca`");
        }
        if (explain && !chosen.explains()) {
            throw new UsageException(
                    "`--explain` has no place in the format `" + format + "`; write text, ndjson or json");
        }
        if (chosen.isBinary() && options.toStandardOutput()) {
            throw new UsageException(
                    "a workbook is no text to print; name its file, such as `--out claims." + chosen.label() + "`");
        }
        boolean byDates = byDates();
        Part part = part(chosen);
        Acknowledgements acknowledgements = acknowledgements();
        Sidecars sidecars = options.beside().sidecars();
        Ruleset compiled = ruleset.compile();
        ClaimInputs inputs = new ClaimInputs(files, console);
        PartRun partRun = part == null ? null : new PartRun(part, inputs);
        Tally tally;
        Evaluator evaluator = new Evaluator(() -> compiled);
        try (HistoryOption.Opened sent = history.open(console);
                Watching watching = Watching.open(console);
                Target target = options.target(console);
                Progress progress = progress(chosen, inputs);
                Pasts pasts = pasts(sent, byDates, inputs);
                Batch batch = new Batch(
                        watching.judging(CallKind.CHECK, explain ? evaluator::explain : evaluator::evaluate),
                        Defects::problem,
                        output(
                                chosen.to(
                                        new Sink(target.text(), target.bytes()),
                                        new Setting(
                                                console.err(),
                                                acknowledgements,
                                                compiled.catalog().notJudged(),
                                                null,
                                                Held::new)),
                                partRun,
                                target,
                                inputs,
                                compiled.version()),
                        threads,
                        pasts)) {
            if (part == null) {
                inputs.each(progress, taker(sidecars, batch));
            } else {
                partRun.run(progress, sidecars, batch, pasts, taker(sidecars, batch));
            }
            // only who has read all claims knows what was for none of them
            if (part == null || part.isLast()) {
                for (Intake end : sidecars.ends()) {
                    batch.run(end);
                }
            }
            tally = batch.finish();
            target.put();
        }
        if (tally.lacking() && chosen.tellsInAnswer() && !options.toStandardOutput()) {
            console.err().println("hearth: " + tally.summary());
        }
        return ExitStatus.of(tally, inputs.defect());
    }

    private boolean byDates() {
        if (!order.equals("input") && !order.equals("dates")) {
            throw new UsageException("`" + order + "` is no order; write input or dates");
        }
        boolean byDates = order.equals("dates");
        if (byDates && files.contains(ClaimInputs.STANDARD_INPUT)) {
            throw new UsageException(
                    "`--order dates` reads the claims twice, which standard input allows once; name files");
        }
        return byDates;
    }

    private Part part(Format chosen) {
        if (shard == null) {
            return null;
        }
        Part part = Part.of(shard)
                .orElseThrow(() -> new UsageException("`" + shard
                        + "` is no part; write which one, from 0, and of how many, at most "
                        + Part.MOST + ": the parts of four are `0/4`, `1/4`, `2/4` and `3/4`"));
        if (chosen != Format.NDJSON) {
            throw new UsageException("parts can be joined in the format ndjson alone; write `--format ndjson`");
        }
        if (files.contains(ClaimInputs.STANDARD_INPUT)) {
            throw new UsageException(
                    "every part reads the same claims, which standard input gives to one process; name files");
        }
        return part;
    }

    private Output output(Output lines, PartRun partRun, Target target, ClaimInputs inputs, String version)
            throws IOException {
        if (partRun == null) {
            return lines;
        }
        List<String> how = new ArrayList<>(List.of(version, order, Boolean.toString(explain), history.named()));
        how.addAll(options.beside().named());
        String run = partRun.name(how);
        return new PartLines(partRun.part(), run, target.text(), lines, tally -> ExitStatus.of(tally, inputs.defect()));
    }

    private Pasts pasts(HistoryOption.Opened sent, boolean byDates, ClaimInputs inputs) throws IOException {
        Pasts pasts = new Pasts(sent.claims(), byDates);
        history.collect(pasts, console);
        if (byDates) {
            inputs.each(null, new ClaimInputs.Taker() {
                @Override
                public void take(InputStream in, String name) throws IOException {
                    pasts.collect(Intakes.open(in, name));
                }

                @Override
                public void broken(String file, String reason) {
                    // it is told of when it is judged
                }
            });
        }
        return pasts;
    }

    /** Only where a person looks on and the answer itself does not go by; else {@code null}. */
    private Progress progress(Format chosen, ClaimInputs inputs) {
        boolean answerGoesBy = options.toStandardOutput() && chosen != Format.HTML && console.outIsTerminal();
        if (!console.errIsTerminal() || answerGoesBy) {
            return null;
        }
        return inputs.progress();
    }

    private Format format() {
        return Format.of(format)
                .orElseThrow(() -> new UsageException("`" + format + "` is no format; write " + Format.labels()));
    }

    private Acknowledgements acknowledgements() {
        if (controlNumber == null) {
            return Acknowledgements.today();
        }
        try {
            return new Acknowledgements(Clock.systemDefaultZone(), ControlNumbers.from(controlNumber));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private ClaimInputs.Taker taker(Sidecars sidecars, Batch batch) {
        return new ClaimInputs.Taker() {
            @Override
            public void take(InputStream in, String name) throws IOException {
                batch.run(sidecars.joinedTo(batch.open(in, name)));
            }

            @Override
            public void broken(String file, String reason) throws IOException {
                CheckCommand.this.broken(file, reason, batch);
            }
        };
    }

    /** Says on standard error and in the answer that an input could not be read, or not to its end. */
    private void broken(String file, String reason, Batch batch) throws IOException {
        String message = Shown.value(file) + " cannot be read: " + reason;
        // a format that has no place for it in the answer says it on standard error itself
        if (format().tellsProblems()) {
            console.err().println("hearth: " + message);
        }
        Problems problem = Problems.of(400, "input not whole", reason);
        batch.run(() -> new Intake.End(file, problem));
    }
}
