package org.hearth.cli.drafts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.cli.console.UsageException;
import org.hearth.cli.releases.TablesPublishCommand;
import org.hearth.cli.releases.WatchedFolders;
import org.hearth.draft.Draft;
import org.hearth.finding.Shown;
import org.hearth.ledger.Told;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth tables draft}: changes of the tables that are worked on before they are live. */
@Command(
        name = "draft",
        description = "Drafts of changed workbooks: begin one, list them, show what one changes, write its files.",
        mixinStandardHelpOptions = true)
public final class TablesDraftCommand {

    private final Console console;

    public TablesDraftCommand(Console console) {
        this.console = console;
    }

    @Command(
            name = "new",
            description = "Begin a draft of the active tables with the workbooks of a folder that differ from them.",
            mixinStandardHelpOptions = true)
    int begin(
            @Parameters(paramLabel = "DIR", description = "the folder of workbooks and code sets") Path folder,
            @Option(names = "--name", paramLabel = "TEXT", required = true, description = "what it is called")
                    String name,
            @Option(names = "--by", paramLabel = "NAME", description = "who makes it; by default your login name")
                    String by,
            @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "why") String reason,
            @Option(names = "--source", paramLabel = "TEXT", defaultValue = "", description = "what asks for it")
                    String source,
            @Mixin DraftOptions options)
            throws IOException {
        Draft.Head head = new Draft.Head(
                required("--name", name, Told.NAME),
                required("--by", by == null ? System.getProperty("user.name") : by, Told.NAME),
                told("--reason", reason, Told.TEXT),
                told("--source", source, Told.TEXT));
        Map<String, byte[]> workbooks = TablesPublishCommand.workbooks(folder);
        return options.with(console, drafts -> {
            DraftOptions.show(console, drafts.begin(head, workbooks));
            return ExitStatus.CLEAN;
        });
    }

    @Command(
            name = "list",
            description = "List the drafts, the one that was changed last first.",
            mixinStandardHelpOptions = true)
    int list(@Mixin DraftOptions options) throws IOException {
        return options.with(console, drafts -> {
            drafts.all().forEach(draft -> DraftOptions.show(console, draft));
            return ExitStatus.CLEAN;
        });
    }

    @Command(name = "show", description = "Show a draft, and what it changes.", mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "ID") String id, @Mixin DraftOptions options) throws IOException {
        return options.with(console, drafts -> {
            DraftDoor.Shown draft = drafts.one(id);
            DraftOptions.show(console, draft);
            console.out().println("    revision " + draft.revision() + ", changes " + draft.base());
            draft.files().forEach(file -> console.out().println("    " + Shown.escaped(file)));
            drafts.difference(id).forEach(line -> console.out().println("    " + Shown.escaped(line)));
            return ExitStatus.CLEAN;
        });
    }

    @Command(
            name = "files",
            description =
                    "Write the workbooks and code sets of a draft into a folder, with the mirrors of their rows, to be"
                            + " committed where a watched folder comes from.",
            mixinStandardHelpOptions = true)
    int files(
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--out", paramLabel = "DIR", required = true, description = "the folder") Path folder,
            @Mixin DraftOptions options)
            throws IOException {
        return options.with(console, drafts -> {
            Map<String, byte[]> files = drafts.files(id);
            WatchedFolders.write(files, folder);
            files.keySet().forEach(file -> console.out().println("written: " + folder.resolve(file)));
            return ExitStatus.CLEAN;
        });
    }

    /** A text of an option, which must have one. */
    static String required(String option, String text, int most) {
        String told = told(option, text, most);
        if (told.isEmpty()) {
            throw new UsageException("`" + option + "` is empty; write a name");
        }
        return told;
    }

    /** A text of an option, which is empty where there is none. */
    static String told(String option, String text, int most) {
        try {
            String told = Told.text(option, text, most);
            return told == null ? "" : told;
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }
}
