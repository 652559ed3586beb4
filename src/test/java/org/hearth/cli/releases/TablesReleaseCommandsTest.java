package org.hearth.cli.releases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hearth.cli.HearthCommand;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.data.DataFolder;
import org.hearth.evaluate.Impact;
import org.hearth.ledger.Ledger;
import org.hearth.ledger.ReleaseRecord;
import org.hearth.release.RulesetStore;
import org.hearth.ruleset.PackedRules;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.store.Store;
import org.hearth.tables.Edited;
import org.hearth.tables.codeset.CodeSetFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of a change from a folder or a code file to its release, and back, on the command line. */
class TablesReleaseCommandsTest {

    private static final String BRACKETS = "unit-brackets.drl.xlsx";
    private static final String WATCHED = "hearth.tables.dir";
    private static final Pattern DRAFT = Pattern.compile("^([0-9a-f]{12})  ");

    @TempDir
    private Path temporary;

    private String dataFolder;
    private Path tables;

    private record Run(int status, String out, String err) {

        /** The draft that is shown first. */
        private String draft() {
            Matcher id = DRAFT.matcher(out);
            assertThat(id.find()).as(out + err).isTrue();
            return id.group(1);
        }
    }

    @BeforeEach
    void folders() throws IOException {
        dataFolder = System.getProperty(DataFolder.PROPERTY);
        System.setProperty(DataFolder.PROPERTY, temporary.resolve("data").toString());
        tables = Files.createDirectory(temporary.resolve("tables"));
    }

    @AfterEach
    void properties() {
        System.setProperty(DataFolder.PROPERTY, dataFolder);
        System.clearProperty(WATCHED);
    }

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(err));
        int status = HearthCommand.run(console, () -> {}, arguments);
        return new Run(status, out.toString(), err.toString());
    }

    private static Run ok(String... arguments) {
        Run run = run(arguments);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).as(run.out()).isEqualTo(ExitStatus.CLEAN);
        return run;
    }

    /** A folder with one workbook, whose rows say what they said, by another source. */
    private void otherSource() throws IOException {
        Files.write(
                tables.resolve(BRACKETS),
                new Edited().set(BRACKETS, "H9", "another paragraph; seen").bytes(BRACKETS));
    }

    private List<ReleaseRecord> records() throws IOException {
        try (Store store = new Store(null, DataFolder.standard())) {
            return new Ledger(store).records();
        }
    }

    @Test
    void aDraftIsProposedApprovedRecordedAndRolledBack() throws Exception {
        otherSource();
        assertThat(ok("tables", "log").out()).isEqualTo("nothing was released yet" + System.lineSeparator());
        Run begun = ok(
                "tables", "draft", "new", tables.toString(), "--name", "Sources", "--by", "J. Doe", "--reason", "CR 1");
        String id = begun.draft();
        assertThat(begun.out().strip()).isEqualTo(id + "  open  Sources  by J. Doe: CR 1");
        assertThat(ok("tables", "draft", "list").out()).isEqualTo(begun.out());
        assertThat(ok("tables", "draft", "show", id).out())
                .contains("    revision 1, changes " + PackedRules.version())
                .contains("    " + BRACKETS + System.lineSeparator())
                .contains("    changed unit-brackets/1: source");

        Run early = run("tables", "approve", id, "--revision", "1", "--by", "A. Other");
        assertThat(early.status()).isEqualTo(ExitStatus.FINDINGS);
        assertThat(early.out()).isEqualTo("refused: the draft is open; propose it first" + System.lineSeparator());
        assertThat(ok("tables", "propose", id, "--by", "J. Doe", "--note", "please look")
                        .out())
                .startsWith(id + "  proposed  Sources");
        Run stale = run("tables", "approve", id, "--revision", "1", "--by", "A. Other");
        assertThat(stale.status()).isEqualTo(ExitStatus.FINDINGS);
        assertThat(stale.out()).contains("somebody else has changed the draft, which is at revision 2 now");
        assertThat(run("tables", "approve", "0123456789ab", "--revision", "1").err())
                .isEqualTo("hearth: no draft has this id; `hearth tables draft list` shows them all"
                        + System.lineSeparator());
        lookedAt(id);

        Run approved = ok("tables", "approve", id, "--revision", "2", "--by", "A. Other", "--note", "seen");

        List<ReleaseRecord> records = records();
        assertThat(records).hasSize(1);
        ReleaseRecord record = records.get(0);
        assertThat(approved.out())
                .startsWith(id + "  published  Sources")
                .contains("impact: of 0 claims none is answered otherwise")
                .contains("published as " + record.version());
        assertThat(record.act().who().author()).isEqualTo("J. Doe");
        assertThat(record.act().who().approvedBy()).isEqualTo("A. Other");
        assertThat(record.act().who().alone()).isFalse();
        assertThat(record.act().draft().impact()).isEqualTo("of 0 claims none is answered otherwise");
        assertThat(ok("tables", "log").out())
                .contains("draft " + id + ": Sources")
                .contains("by J. Doe, approved by A. Other: CR 1")
                .contains("impact: of 0 claims none is answered otherwise");
        assertThat(ok("tables", "log", "--verify").out())
                .startsWith("the record is whole: 1 release, the last has the hash " + record.hash());
        assertThat(ok("tables", "log", "--format", "ndjson").out().lines()).hasSize(1);

        assertThat(ok("tables", "rollback", "--reason", "wrong day", "--by", "R. Oller")
                        .out())
                .startsWith("back to " + PackedRules.version());
        assertThat(records())
                .extracting(ReleaseRecord::version)
                .containsExactly(record.version(), PackedRules.version());
        assertThat(ok("tables", "rollback", PackedRules.version()).out())
                .isEqualTo("nothing has changed: " + PackedRules.version() + " is the active one"
                        + System.lineSeparator());
        Run never = run("tables", "rollback", "2020-01-01+0123456789ab");
        assertThat(never.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(never.err()).startsWith("hearth: no ruleset `2020-01-01+0123456789ab` is kept;");
        Files.writeString(
                temporary.resolve("data/store/releases.ndjson"),
                Files.readString(temporary.resolve("data/store/releases.ndjson"))
                        .replace("J. Doe", "J. Roe"));
        Run broken = run("tables", "log", "--verify");
        assertThat(broken.status()).isEqualTo(ExitStatus.FINDINGS);
        assertThat(broken.out()).startsWith("the record is broken: record 1 ");
    }

    /** Somebody has run no claims through the proposed draft, as the page would. */
    private void lookedAt(String id) throws Exception {
        try (LocalReleases local = new LocalReleases()) {
            org.hearth.draft.Drafts drafts =
                    new org.hearth.draft.Drafts(local.kept().objects(), java.time.Clock.systemUTC());
            RulesetFiles files = new Edited()
                    .with(BRACKETS, Files.readAllBytes(tables.resolve(BRACKETS)))
                    .files();
            String version = PackedRules.version().replaceFirst("\\+.*", "+" + files.hash());
            drafts.impacts().keep(drafts.get(id), new Impact(PackedRules.version(), version));
        }
    }

    @Test
    void aCodeFileBecomesADraftOrPartOfOneAndIsApproved() throws Exception {
        Path order = Files.writeString(
                temporary.resolve("order.txt"), CodeSetFiles.orderFile("-A00", "A000", "-Z47", "Z471"));
        String[] icd10 = {"codes", "import", "icd10", order.toString(), "--from"};
        Run begun = ok(with(icd10, "2025-10-01", "--new", "ICD-10-CM 2026", "--by", "J. Doe", "--source", "CMS"));
        String id = begun.draft();
        assertThat(begun.out())
                .contains("open  ICD-10-CM 2026  by J. Doe")
                .contains("icd10-2025-10-01.txt.gz: 2 billable codes of ICD-10-CM, from 2025-10-01")
                .contains("Next: `hearth tables propose " + id + "`");
        assertThat(ok(with(icd10, "2026-10-01", "--draft", id)).draft()).isEqualTo(id);
        assertThat(ok("tables", "draft", "show", id).out())
                .contains("revision 2")
                .contains("codes/sets/icd10-2025-10-01.txt.gz")
                .contains("code set icd10-2026-10-01.txt.gz added");
        Run both = run(with(icd10, "2025-10-01", "--draft", id, "--dir", tables.toString()));
        assertThat(both.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(both.err()).startsWith("hearth: of --dir, --draft and --new only one can be");
        ok("tables", "propose", id);
        Run late = run(with(icd10, "2027-10-01", "--draft", id));
        assertThat(late.status()).isEqualTo(ExitStatus.FINDINGS);
        assertThat(late.out()).startsWith("refused: the draft is proposed, and only an open one is edited");

        ok("tables", "approve", id, "--revision", "3", "--by", "A. Other");

        ReleaseRecord record = records().get(0);
        assertThat(record.difference())
                .containsExactly("code set icd10-2025-10-01.txt.gz added", "code set icd10-2026-10-01.txt.gz added");
        assertThat(record.act().who().source()).isEqualTo("CMS");
        assertThat(new RulesetStore(DataFolder.standard())
                        .files(record.version())
                        .orElseThrow()
                        .files())
                .containsKeys(
                        "decision-tables/codes/sets/icd10-2025-10-01.txt.gz",
                        "decision-tables/codes/sets/icd10-2026-10-01.txt.gz");
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void filesAreAskedForOnlyWhereTheyAreWritten() throws Exception {
        otherSource();
        String out = temporary.resolve("out").toString();
        for (Run run : List.of(
                run("tables", "publish", tables.toString(), "--out", out), run("tables", "rollback", "--out", out))) {
            assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
            assertThat(run.err()).startsWith("hearth: no folder is watched, so nothing would be written to --out");
        }
        System.setProperty(WATCHED, tables.toString());
        String service = "http://127.0.0.1:9";
        for (Run run : List.of(
                run("tables", "publish", tables.toString(), "--to", service, "--out", out),
                run("tables", "rollback", "--to", service, "--out", out))) {
            assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
            assertThat(run.err())
                    .startsWith("hearth: --out is for a folder that is watched here, and --to asks a service");
        }
        assertThat(records()).isEmpty();
    }

    /** What a folder would not bring back is not handed out. */
    @Test
    void underAWatchedFolderOnlyWhatWasActiveIsHandedOut() throws Exception {
        otherSource();
        RulesetFiles files = new Edited()
                .with(BRACKETS, Files.readAllBytes(tables.resolve(BRACKETS)))
                .files();
        String version = PackedRules.version().replaceFirst("\\+.*", "+" + files.hash());
        new RulesetStore(DataFolder.standard()).keep(version, files, null);
        System.setProperty(WATCHED, tables.toString());

        Run never = run("tables", "rollback", version);

        assertThat(never.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(never.err()).contains("has never been active, so there is no way back to it");
    }

    @Test
    void underAWatchedFolderTheFilesAreHandedOutAndNothingIsRecorded() throws Exception {
        Path watched = Files.createDirectories(temporary.resolve("watched"));
        for (String path : RulesetFiles.packaged().ending(".xlsx")) {
            Path file = watched.resolve(path.substring(RulesetFiles.TABLES.length()));
            Files.createDirectories(file.getParent());
            Files.write(file, RulesetFiles.packaged().files().get(path));
        }
        System.setProperty(WATCHED, watched.toString());
        otherSource();
        Path out = temporary.resolve("out");

        Run published = run("tables", "publish", tables.toString(), "--out", out.toString());

        assertThat(published.status()).isEqualTo(ExitStatus.FINDINGS);
        assertThat(published.out().lines())
                .containsExactly(
                        "not published: a service of this environment watches `" + watched
                                + "`, and what is there is active",
                        "to make it so, these belong there, committed where the folder comes from:",
                        "    " + BRACKETS,
                        "    unit-brackets.rows.csv",
                        "written below `" + out + "`");
        assertThat(out.resolve(BRACKETS)).hasBinaryContent(Files.readAllBytes(tables.resolve(BRACKETS)));
        assertThat(out.resolve("unit-brackets.rows.csv")).content().contains("another paragraph; seen");

        Files.copy(out.resolve(BRACKETS), watched.resolve(BRACKETS), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(run("tables", "publish", tables.toString()).out())
                .endsWith("its workbooks are these already" + System.lineSeparator());
        Run back = run("tables", "rollback", PackedRules.version());
        assertThat(back.status()).isEqualTo(ExitStatus.FINDINGS);
        assertThat(back.out().lines())
                .containsExactly(
                        "not rolled back: a service of this environment watches `" + watched
                                + "`, and what is there is active",
                        "to make it so, these belong there, committed where the folder comes from:",
                        "    " + BRACKETS,
                        "    unit-brackets.rows.csv",
                        "`--out DIR` writes them");
        String id = ok("tables", "draft", "new", tables.toString(), "--name", "Sources")
                .draft();
        ok("tables", "propose", id);
        Run approved = run("tables", "approve", id, "--revision", "2");
        assertThat(approved.status()).isEqualTo(ExitStatus.FINDINGS);
        assertThat(approved.out())
                .startsWith("refused: the service watches `" + watched)
                .contains("`hearth tables draft files` writes them");
        Path files = temporary.resolve("files");
        assertThat(ok("tables", "draft", "files", id, "--out", files.toString())
                        .out()
                        .lines())
                .containsExactly(
                        "written: " + files.resolve(BRACKETS), "written: " + files.resolve("unit-brackets.rows.csv"));
        assertThat(records()).isEmpty();
    }
}
