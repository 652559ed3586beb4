package org.hearth.cli.drafts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.cli.console.Reasons;
import org.hearth.cli.console.UsageException;
import org.hearth.cli.releases.WatchedFolders;
import org.hearth.cli.releases.WhoOptions;
import org.hearth.codes.CodeSet;
import org.hearth.codes.Day;
import org.hearth.data.WholeFile;
import org.hearth.draft.Draft;
import org.hearth.finding.Shown;
import org.hearth.ledger.Told;
import org.hearth.ledger.Who;
import org.hearth.tables.codeset.ClinicalGroups;
import org.hearth.tables.codeset.CodeSetFile;
import org.hearth.tables.codeset.OrderFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth codes import icd10 FILE}: a published code file into a code set. */
@Command(
        name = "import",
        description = {
            "Turn a published code file into a code set, codes/sets/ below a folder of workbooks, by which diagnoses are"
                    + " judged from then on. Each edition is kept by its first day, and the one in force on the day that"
                    + " decides answers; `hearth tables publish DIR` makes it active, a service that watches DIR takes it by"
                    + " itself. --draft and --new put it into a draft instead, which a second person approves.",
            "icd10: the ICD-10-CM order file of CMS, icd10cm_order_....txt. pdgm: the diagnoses of the home health grouper"
                    + " with their clinical groups, as CSV with the columns `code` and `clinical group`, and perhaps `from`"
                    + " and `through`.",
            "Exit status: 0 written, 1 the draft does not take it, 2 the file cannot be read or is none of its kind; then nothing is"
                    + " written."
        },
        mixinStandardHelpOptions = true)
public final class CodesImportCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}")
    private CodeSet.Kind kind;

    @Parameters(index = "1", paramLabel = "FILE", description = "the file as it was published")
    private Path file;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "the first day it holds, such as 2025-10-01; a pdgm file with a column of first days need not"
                    + " be told: the latest of them")
    private LocalDate from;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "the folder of workbooks; if none is given, that of HEARTH_TABLES_DIR")
    private Path folder;

    @Option(
            names = "--draft",
            paramLabel = "ID",
            description = "the draft that it becomes part of, as `hearth tables draft list` shows it")
    private String draft;

    @Option(names = "--new", paramLabel = "TEXT", description = "the name of a new draft that it is")
    private String begun;

    @Mixin
    private DraftOptions drafts;

    @Mixin
    private WhoOptions who;

    public CodesImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (draft != null && begun != null || (draft != null || begun != null) && folder != null) {
            throw new UsageException(
                    "of --dir, --draft and --new only one can be: a file is written, or is part of a draft");
        }
        boolean written = draft == null && begun == null;
        Path target = written ? target() : null;
        if (from == null && kind == CodeSet.Kind.ICD10) {
            throw new UsageException("the file does not say since when it holds; name the day, such as --from"
                    + " 2025-10-01 for that of fiscal year 2026");
        }
        String name = Shown.escaped(file.getFileName().toString());
        String about;
        CodeSet set;
        try (InputStream in = open()) {
            if (kind == CodeSet.Kind.ICD10) {
                set = OrderFile.read(name, in, Day.of(from));
                about = counted(set.size(), "billable code") + " of ICD-10-CM";
            } else {
                ClinicalGroups.Read read = ClinicalGroups.read(name, in, from == null ? null : Day.of(from));
                set = read.set();
                about = counted(set.size(), "code") + " in "
                        + counted(read.groups().size(), "clinical group") + " ("
                        + Shown.escaped(String.join(", ", read.groups())) + "), " + counted(read.without(), "code")
                        + " in none";
            }
        }
        String said = about + ", from " + Day.date(set.from()) + "; SHA-256 of the file " + set.digest();
        return written ? written(set, target, said) : drafted(set, said);
    }

    /** The folder that it is written to. */
    private Path target() {
        Path target = folder == null ? WatchedFolders.ofEnvironment().source().tables() : folder;
        if (target == null || !Files.isDirectory(target)) {
            throw new UsageException(
                    target == null
                            ? "name the folder of workbooks with --dir; the code set goes into codes/sets/ below it"
                            : "`" + target + "` is no folder; name the folder of workbooks");
        }
        return target;
    }

    private int written(CodeSet set, Path target, String said) throws IOException {
        Path written = target.resolve(CodeSetFile.FOLDER + CodeSetFile.name(set));
        boolean again = write(written, CodeSetFile.write(set));
        console.out().println((again ? "nothing has changed: " : "written: ") + written);
        console.out().println(said);
        if (!again) {
            console.out()
                    .println("Next: `hearth tables publish " + target
                            + "`; a service that watches the folder takes it by" + " itself.");
        }
        return ExitStatus.CLEAN;
    }

    private int drafted(CodeSet set, String said) throws IOException {
        String name = CodeSetFile.name(set);
        byte[] content = CodeSetFile.write(set);
        Who by = who.who();
        Draft.Head head = begun == null
                ? null
                : new Draft.Head(
                        TablesDraftCommand.required("--new", begun, Told.NAME),
                        by.author(),
                        by.reason().equals(Who.NO_REASON) ? "" : by.reason(),
                        by.source() == null ? "" : by.source());
        return drafts.with(console, door -> {
            DraftDoor.Shown shown =
                    head == null ? door.take(draft, name, content) : door.begin(head, Map.of(name, content));
            DraftOptions.show(console, shown);
            console.out().println("    " + name + ": " + said);
            console.out().println("Next: `hearth tables propose " + shown.id() + "`, and a second person approves it.");
            return ExitStatus.CLEAN;
        });
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private InputStream open() throws IOException {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new IOException("`" + file + "` cannot be read: " + Reasons.of(e), e);
        }
    }

    /** Puts the file in its place at once, since a service may watch the folder; true if it was there already. */
    private static boolean write(Path target, byte[] content) throws IOException {
        if (Files.exists(target) && Arrays.equals(Files.readAllBytes(target), content)) {
            return true;
        }
        Files.createDirectories(target.getParent());
        WholeFile.write(target, content);
        return false;
    }
}
