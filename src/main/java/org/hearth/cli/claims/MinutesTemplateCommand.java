package org.hearth.cli.claims;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.hearth.batch.Intake;
import org.hearth.batch.Intakes;
import org.hearth.beside.MinutesRows;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.cli.console.Target;
import org.hearth.finding.Shown;
import org.hearth.json.Problem;
import org.hearth.json.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth minutes template FILE...}: the lines of claims with empty columns for their minutes. */
@Command(
        name = "template",
        description = {
            "Write a row for each line with a code, with its claim's number, line number, date, code and units, and empty"
                    + " columns for the minutes; nothing of the patient. Fill it in and give it as `--minutes`.",
            "Exit status: 0 written, 2 an input could not be read whole; what could be read is written."
        },
        mixinStandardHelpOptions = true)
public final class MinutesTemplateCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "837I files, claims as JSON, - for standard input")
    private List<String> files;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "write there instead of standard output; a workbook if the name ends in .xlsx, else CSV")
    private Path out;

    private boolean whole = true;

    public MinutesTemplateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        MinutesRows.Template template = new MinutesRows.Template();
        ClaimInputs inputs = new ClaimInputs(files, console);
        inputs.each(null, new ClaimInputs.Taker() {
            @Override
            public void take(InputStream in, String name) throws IOException {
                read(Intakes.open(in, name), template);
            }

            @Override
            public void broken(String file, String reason) {
                say(Shown.value(file) + " cannot be read: " + reason);
            }
        });
        try (Target target = Target.of(out, console)) {
            if (out != null && out.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
                target.bytes().write(template.workbook());
            } else {
                target.text().write(template.csv());
            }
            target.put();
        }
        return inputs.defect() ? ExitStatus.INTERNAL : whole ? ExitStatus.CLEAN : ExitStatus.INPUT;
    }

    private void read(Intake intake, MinutesRows.Template template) throws IOException {
        for (Intake.Item item = intake.next(); ; item = intake.next()) {
            if (item instanceof Intake.Read read) {
                template.add(read.claim());
            } else if (item instanceof Intake.Unread unread) {
                say(unread.problem());
            } else if (item instanceof Intake.End end) {
                if (end.problem() != null) {
                    say(end.problem());
                }
                return;
            }
        }
    }

    private void say(Problems problems) {
        say(problems.detail());
        for (Problem problem : problems.errors()) {
            console.err()
                    .println("  "
                            + Shown.escaped(problem.message() + (problem.fix() == null ? "" : "; " + problem.fix())));
        }
    }

    private void say(String text) {
        whole = false;
        console.err().println("hearth: " + Shown.escaped(text));
    }
}
