package org.hearth.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hearth.batch.UnwritableException;
import org.hearth.cli.claims.CheckCommand;
import org.hearth.cli.claims.EpisodeCommand;
import org.hearth.cli.claims.ExplainCommand;
import org.hearth.cli.claims.FixCommand;
import org.hearth.cli.claims.HistoryCommand;
import org.hearth.cli.claims.HistorySentCommand;
import org.hearth.cli.claims.JoinCommand;
import org.hearth.cli.claims.MinutesCommand;
import org.hearth.cli.claims.MinutesTemplateCommand;
import org.hearth.cli.claims.ReplayCommand;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.cli.console.RulesetOption;
import org.hearth.cli.console.UsageException;
import org.hearth.cli.drafts.CodesCommand;
import org.hearth.cli.drafts.CodesImportCommand;
import org.hearth.cli.drafts.TablesApproveCommand;
import org.hearth.cli.drafts.TablesDraftCommand;
import org.hearth.cli.drafts.TablesProposeCommand;
import org.hearth.cli.releases.TablesActivateCommand;
import org.hearth.cli.releases.TablesLogCommand;
import org.hearth.cli.releases.TablesPublishCommand;
import org.hearth.cli.releases.TablesRollbackCommand;
import org.hearth.cli.tables.RulesCommand;
import org.hearth.cli.tables.RulesTestCommand;
import org.hearth.cli.tables.TablesCheckCommand;
import org.hearth.cli.tables.TablesCommand;
import org.hearth.cli.tables.TablesDiffCommand;
import org.hearth.cli.tables.TablesImpactCommand;
import org.hearth.cli.tables.TablesNewCommand;
import org.hearth.cli.tables.TablesShowCommand;
import org.hearth.ruleset.InvalidRulesetException;
import org.hearth.ruleset.SourceTree;
import org.hearth.tables.workbook.InvalidTablesException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** {@code hearth}: the command line as a whole. */
@Command(
        name = "hearth",
        description = "Checks home health therapy claims, type of bill 32X and 34X, before they are sent.",
        mixinStandardHelpOptions = true,
        versionProvider = HearthCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class HearthCommand {

    private HearthCommand() {}

    /** The version that the build gave the program. */
    public static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = HearthCommand.class.getPackage().getImplementationVersion();
            return new String[] {"hearth " + (version == null ? "(not packaged)" : version)};
        }
    }

    /**
     * Runs a command.
     *
     * @param serve runs the service until it is stopped; a subcommand of its own
     * @return the exit status
     */
    public static int run(Console console, Runnable serve, String... arguments) {
        CommandLine command = new CommandLine(new HearthCommand());
        Map<String, Supplier<Object>> subcommands = subcommands(console, serve);
        Supplier<Object> asked = arguments.length == 0 ? null : subcommands.get(arguments[0]);
        // to describe every command takes longer than to judge a claim
        (asked == null ? subcommands.values() : List.of(asked)).forEach(one -> command.addSubcommand(one.get()));
        command.setOut(console.out());
        command.setErr(console.err());
        command.setParameterExceptionHandler((exception, words) -> {
            console.err().println("hearth: " + exception.getMessage());
            exception.getCommandLine().usage(console.err());
            return ExitStatus.USAGE;
        });
        command.setExecutionExceptionHandler((exception, line, parsed) -> failed(exception, console));
        int status = arguments.length == 0 ? usage(command, console) : command.execute(arguments);
        boolean written = !console.out().checkError();
        if (!written && status != ExitStatus.INTERNAL) {
            console.err().println("hearth: standard output cannot be written: it has closed, or there is no room");
        }
        console.err().flush();
        return written ? status : ExitStatus.INTERNAL;
    }

    /** Every command by its name, in the order in which the usage tells of them. */
    private static Map<String, Supplier<Object>> subcommands(Console console, Runnable serve) {
        Map<String, Supplier<Object>> subcommands = new LinkedHashMap<>();
        subcommands.put("check", () -> new CheckCommand(console));
        subcommands.put("join", () -> new JoinCommand(console));
        subcommands.put("fix", () -> new FixCommand(console));
        subcommands.put("episode", () -> new EpisodeCommand(console));
        subcommands.put("explain", () -> new ExplainCommand(console));
        subcommands.put("tables", () -> new CommandLine(new TablesCommand(console))
                .addSubcommand(new TablesDiffCommand(console))
                .addSubcommand(new TablesImpactCommand(console))
                .addSubcommand(new TablesShowCommand(console))
                .addSubcommand(new TablesNewCommand(console, SourceTree.ofProgram()))
                .addSubcommand(new TablesCheckCommand(console, SourceTree.ofProgram()))
                .addSubcommand(new TablesPublishCommand(console))
                .addSubcommand(new TablesDraftCommand(console))
                .addSubcommand(new TablesProposeCommand(console))
                .addSubcommand(new TablesApproveCommand(console))
                .addSubcommand(new TablesLogCommand(console))
                .addSubcommand(new TablesRollbackCommand(console))
                .addSubcommand(new TablesActivateCommand(console)));
        subcommands.put(
                "codes", () -> new CommandLine(new CodesCommand()).addSubcommand(new CodesImportCommand(console)));
        subcommands.put("minutes", () -> new CommandLine(new MinutesCommand())
                .addSubcommand(new MinutesTemplateCommand(console)));
        subcommands.put(
                "rules", () -> new CommandLine(new RulesCommand()).addSubcommand(new RulesTestCommand(console)));
        subcommands.put("history", () -> new CommandLine(new HistoryCommand(console))
                .addSubcommand(new HistorySentCommand(console)));
        subcommands.put("replay", () -> new ReplayCommand(console));
        subcommands.put("spark", () -> new SparkCommand(console, SourceTree.ofProgram()));
        subcommands.put("serve", () -> new ServeCommand(serve));
        return subcommands;
    }

    private static int usage(CommandLine command, Console console) {
        command.usage(console.err());
        return ExitStatus.USAGE;
    }

    private static int failed(Exception exception, Console console) {
        if (exception instanceof UsageException) {
            console.err().println("hearth: " + exception.getMessage());
            return ExitStatus.USAGE;
        }
        if (exception instanceof InvalidTablesException
                || exception instanceof InvalidRulesetException
                || exception instanceof RulesetOption.RulesetUnusable) {
            console.err().println("hearth: the ruleset cannot be used");
            console.err().println(exception.getMessage());
            return ExitStatus.RULESET;
        }
        if (exception instanceof UnwritableException) {
            console.err().println("hearth: " + exception.getMessage());
            return ExitStatus.INTERNAL;
        }
        if (exception instanceof java.io.IOException) {
            console.err().println("hearth: " + exception.getMessage());
            return ExitStatus.INPUT;
        }
        // the message of an unforeseen exception may hold a claim's data; its place in the program does not
        console.err().println("hearth: internal error, " + exception.getClass().getName());
        for (StackTraceElement element : exception.getStackTrace()) {
            console.err().println("    at " + element);
        }
        return ExitStatus.INTERNAL;
    }
}
