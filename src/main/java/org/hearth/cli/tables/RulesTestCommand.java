package org.hearth.cli.tables;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hearth.catalog.FindingType;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.cli.console.RulesetOption;
import org.hearth.cli.console.UsageException;
import org.hearth.facts.FactsEdition;
import org.hearth.finding.Shown;
import org.hearth.release.Example;
import org.hearth.release.Examples;
import org.hearth.release.TablesReport;
import org.hearth.ruleset.Ruleset;
import org.hearth.ruleset.RulesetCompiler;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.tables.content.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hearth rules test HHT-301}: runs examples, and shows what each that fails wants against what it gets. */
@Command(
        name = "test",
        description = {
            "Run the examples of a finding's page, or of a table: those of its sheet Examples, of the pages of its findings,"
                    + " and those that name its rows. Without a name: all.",
            "Of each that fails: - is wanted and did not come, + came and is not wanted, lines without a sign are as they"
                    + " should be.",
            "Exit status: 0 all come as they should, 1 some do not, 3 the rules cannot be used."
        },
        mixinStandardHelpOptions = true)
public final class RulesTestCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            paramLabel = "ID|TABLE",
            arity = "0..1",
            description = "a finding's id, such as HHT-301, or a table's name, such as unit-brackets")
    private String name;

    @Mixin
    private RulesetOption ruleset;

    public RulesTestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        RulesetFiles files = ruleset.filesHere();
        Ruleset compiled = RulesetCompiler.compile(files);
        List<Example> examples = examples(files, compiled);
        ExampleProgress progress = new ExampleProgress(console);
        List<TablesReport.FailedExample> failed = Examples.run(examples, compiled, progress);
        for (TablesReport.FailedExample one : failed) {
            console.out().println(Shown.escaped(one.example().toString()));
            one.mismatch().compared().forEach(line -> console.out().println("    " + Shown.escaped(line)));
        }
        console.out()
                .println((name == null ? "" : name + ": ")
                        + (examples.isEmpty()
                                ? "there is no example; write one, as rules/README.md says"
                                : examples.size() - failed.size() + " passed, " + failed.size() + " failed")
                        + " (" + FactsEdition.beside(compiled.version()) + ", " + compiled.from() + ")");
        return failed.isEmpty() && !examples.isEmpty() ? ExitStatus.CLEAN : ExitStatus.FINDINGS;
    }

    private List<Example> examples(RulesetFiles files, Ruleset compiled) {
        if (name == null) {
            return Examples.all(files, compiled);
        }
        String id = name.toUpperCase(Locale.ROOT);
        if (compiled.catalog().has(id)) {
            return Examples.ofFinding(files, id);
        }
        Optional<Table> table = compiled.tables().stream()
                .filter(one -> one.name().equals(name) || one.workbook().equals(name))
                .findFirst();
        if (table.isPresent()) {
            return Examples.ofTable(files, compiled, table.get());
        }
        throw new UsageException("there is neither a finding nor a table `" + name + "` in " + compiled.from()
                + "; did you mean "
                + String.join(
                        ", ",
                        Nearest.of(
                                name,
                                Stream.concat(
                                        compiled.catalog().all().stream().map(FindingType::id),
                                        compiled.tables().stream().map(Table::name)))));
    }
}
