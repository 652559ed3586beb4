package org.hearth.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.hearth.catalog.FindingType;
import org.hearth.ruleset.Ruleset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hearth explain HHT-301}: a finding's page; without an id, the list of all findings. */
@Command(
        name = "explain",
        description =
                "Show a finding's page: what it finds, why, its source and examples. Without an id: all findings.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "a finding's id, such as HHT-301")
    private String id;

    @Mixin
    private RulesetOption ruleset;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Ruleset compiled = ruleset.compile();
        if (id == null) {
            for (FindingType type : compiled.catalog().all()) {
                console.out().printf("%s  %-6s  %s%n", type.id(), type.effect(), type.title());
            }
            return ExitStatus.CLEAN;
        }
        String page = compiled.pages().get(id.toUpperCase(Locale.ROOT));
        if (page == null) {
            throw new UsageException("there is no finding `" + id + "`; `hearth explain` lists them all");
        }
        console.out().print(page);
        return ExitStatus.CLEAN;
    }
}
