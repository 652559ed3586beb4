package org.hearth.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.AbstractFileSystem;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever ends a run, and wherever, one whole answer stays; the files hold a word each and nobody's data. */
class StagingTest {

    private static final List<String> PARTS = List.of(Answer.part(0));

    @TempDir
    private Path folder;

    private final Configuration configuration = LocalFiles.in(new Configuration(false));

    /** The files of this machine under another scheme, where what Hadoop asks this machine for by theirs is fixed. */
    private abstract static class OtherFiles extends RawLocalFileSystem {

        private final String scheme;

        OtherFiles(String scheme) {
            this.scheme = scheme;
        }

        @Override
        public URI getUri() {
            return URI.create(scheme + ":///");
        }

        @Override
        public String getScheme() {
            return scheme;
        }

        @Override
        public FileStatus getFileStatus(org.apache.hadoop.fs.Path path) throws IOException {
            FileStatus status = super.getFileStatus(path);
            FsPermission all = new FsPermission((short) 0777);
            return new FileStatus(
                    status.getLen(),
                    status.isDirectory(),
                    1,
                    status.getBlockSize(),
                    status.getModificationTime(),
                    0,
                    all,
                    "",
                    "",
                    status.getPath());
        }
    }

    /**
     * The files of this machine as other file systems have them: a folder that is renamed to one that is there is moved into
     * it. What others do just before an answer is put in its place is done then.
     */
    public static class Between extends OtherFiles {

        /** Before what others do something. */
        private enum Step {
            RENAMING,
            DELETING,
            LOOKING
        }

        private static Step step;
        private static Runnable others;

        private static void before(Step next, Runnable others) {
            step = next;
            Between.others = others;
        }

        private static void reached(Step now) {
            Runnable next = step == now ? others : null;
            if (next != null) {
                others = null;
                next.run();
            }
        }

        public Between() {
            super("between");
        }

        @Override
        public boolean rename(org.apache.hadoop.fs.Path from, org.apache.hadoop.fs.Path to) throws IOException {
            if (from.getParent().getName().contains(".unfinished-")) {
                reached(Step.RENAMING);
            }
            return super.rename(from, to);
        }

        @Override
        public boolean delete(org.apache.hadoop.fs.Path path, boolean all) throws IOException {
            if (path.getName().equals("out")) {
                reached(Step.DELETING);
            }
            return super.delete(path, all);
        }

        @Override
        public boolean exists(org.apache.hadoop.fs.Path path) throws IOException {
            if (path.getName().equals(Staging.SUCCESS)) {
                reached(Step.LOOKING);
            }
            return super.exists(path);
        }
    }

    /** The same by the face that renames without replacing. */
    public static final class BetweenInContext extends DelegateToFileSystem {

        private static final AtomicBoolean USED = new AtomicBoolean();

        public BetweenInContext(URI uri, Configuration configuration) throws IOException, URISyntaxException {
            super(uri, initialized(uri, configuration), configuration, "between", false);
            USED.set(true);
        }

        private static FileSystem initialized(URI uri, Configuration configuration) throws IOException {
            FileSystem files = new Between();
            files.initialize(uri, configuration);
            return files;
        }
    }

    /** Refuses to put one kind of folder anywhere. */
    public static final class Stubborn extends OtherFiles {

        public Stubborn() {
            super("stubborn");
        }

        @Override
        public boolean rename(org.apache.hadoop.fs.Path from, org.apache.hadoop.fs.Path to) throws IOException {
            return !from.getParent().getName().contains(".unfinished-") && super.rename(from, to);
        }
    }

    /** Says that a file is there already as object stores do. */
    public static final class Storing extends OtherFiles {

        public Storing() {
            super("storing");
        }

        @Override
        public boolean rename(org.apache.hadoop.fs.Path from, org.apache.hadoop.fs.Path to) throws IOException {
            if (exists(to)) {
                throw new FileAlreadyExistsException(to.toString());
            }
            return super.rename(from, to);
        }
    }

    private Path out() {
        return folder.resolve("out");
    }

    private Staging staging(String... inputs) throws IOException {
        return new Staging(out().toString(), List.of(inputs), configuration, millis -> {});
    }

    private static Staging made(Staging staging, String text) throws IOException {
        answer(Path.of(URI.create(staging.folder()).getPath()), text);
        return staging;
    }

    private static Path answer(Path where, String text) throws IOException {
        Files.createDirectories(where.resolve(Answer.EVALUATIONS));
        Files.writeString(where.resolve(Answer.part(0)), text);
        Files.writeString(where.resolve(Answer.SUMMARY), text);
        return where;
    }

    private static void mark(Path answer) throws IOException {
        Files.createFile(answer.resolve(Staging.SUCCESS));
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void anAnswerReplacesAnAnswer() throws IOException {
        made(staging(), "first").publish(PARTS);
        made(staging(), "second").publish(PARTS);
        assertThat(out().resolve(Answer.part(0))).hasContent("second");
        assertThat(out().resolve(Staging.SUCCESS)).isEmptyFile();
        assertThat(left()).containsExactly("out");
    }

    @Test
    void anAnswerThatCannotBePutInItsPlaceLeavesWhatWasThereAndIsKept() throws IOException {
        mark(answer(out(), "first"));
        List<Long> pauses = new ArrayList<>();
        configuration.setClass("fs.stubborn.impl", Stubborn.class, FileSystem.class);
        Staging staging = made(new Staging("stubborn://" + out(), List.of(), configuration, pauses::add), "second");
        assertThatThrownBy(() -> staging.publish(PARTS))
                .isInstanceOf(UnplacedAnswerException.class)
                .hasMessage("the answer is whole, but cannot be put in its place: rename `" + staging.folder()
                        + "` to `stubborn:" + out() + "`");
        assertThat(pauses).isSorted().startsWith(20L, 40L).endsWith(30_000L).hasSize(19);
        assertThat(left()).anyMatch(name -> name.startsWith("out.replaced-")).doesNotContain("out");
        staging.discard();
        assertThat(out().resolve(Answer.part(0))).hasContent("first");
        assertThat(Path.of(URI.create(staging.folder().replaceFirst("^\\w+:", "file:")))
                        .resolve(Answer.part(0)))
                .hasContent("second");
    }

    /** Does something while a run exchanges its answer for the one that was there, on file systems of either kind. */
    private void between(boolean inContext, Action others) throws IOException {
        mark(answer(out(), "first"));
        if (inContext) {
            configuration.setClass(
                    "fs.AbstractFileSystem.between.impl", BetweenInContext.class, AbstractFileSystem.class);
        }
        BetweenInContext.USED.set(false);
        Staging one = made(between(), "one");
        Between.before(Between.Step.RENAMING, unchecked(() -> {
            assertThat(left()).doesNotContain("out");
            others.act();
        }));
        one.publish(PARTS);
        assertThat(Between.others).isNull();
        assertThat(BetweenInContext.USED.get()).isEqualTo(inContext);
        assertThat(out().resolve(Answer.part(0))).hasContent("one");
        try (Stream<Path> files = Files.list(out())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(Answer.EVALUATIONS, Answer.SUMMARY, Staging.SUCCESS);
        }
    }

    private Staging between() throws IOException {
        configuration.setClass("fs.between.impl", Between.class, FileSystem.class);
        return new Staging("between://" + out(), List.of(), configuration, millis -> {});
    }

    /** What other runs do. */
    private interface Action {
        void act() throws IOException;
    }

    private static Runnable unchecked(Action action) {
        return () -> {
            try {
                action.act();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    @Test
    void anEmptyFolderIsReplacedByTwoRuns() throws IOException {
        Files.createDirectory(out());
        Staging other = made(staging(), "other");
        Staging one = made(between(), "one");
        Between.before(Between.Step.DELETING, unchecked(() -> other.publish(PARTS)));
        one.publish(PARTS);
        assertThat(Between.others).isNull();
        assertThat(out().resolve(Answer.part(0))).hasContent("one");
        assertThat(left()).containsExactly("out");
    }

    @Test
    void whatItsOwnerMayNotWriteIntoIsReplacedAllTheSame() throws IOException {
        mark(answer(out(), "first"));
        Files.setPosixFilePermissions(out(), PosixFilePermissions.fromString("r-xr-x---"));
        made(staging(), "second").publish(PARTS);
        assertThat(Files.getPosixFilePermissions(out())).isEqualTo(PosixFilePermissions.fromString("rwxr-x---"));
    }

    @Test
    void whatNoRunHasCalledSoStays() throws IOException {
        Path notes = answer(folder.resolve("out.unfinished-notes"), "");
        FileTime longAgo = FileTime.from(Instant.now().minus(25, ChronoUnit.HOURS));
        for (Path one : List.of(notes.resolve(Answer.SUMMARY), notes.resolve(Answer.EVALUATIONS), notes)) {
            Files.setLastModifiedTime(one, longAgo);
        }
        staging().discard();
        assertThat(left()).containsExactly("out.unfinished-notes");
    }

    @Test
    void aRunMayBeginWhileAnotherExchangesItsAnswer() throws IOException {
        mark(answer(out(), "first"));
        Path aside = folder.resolve("out.replaced-" + UUID.randomUUID());
        Between.before(Between.Step.LOOKING, unchecked(() -> Files.move(out(), aside)));
        Staging one = made(between(), "one");
        assertThat(Between.others).isNull();
        one.publish(PARTS);
        assertThat(out().resolve(Answer.part(0))).hasContent("one");
    }

    @Test
    void whatSomebodyElsePutThereMeanwhileStays() throws IOException {
        Staging one = made(staging(), "one");
        Files.createDirectory(out());
        Path somebodys = Files.writeString(out().resolve("part-0.parquet"), "somebody's");
        assertThatThrownBy(() -> one.publish(PARTS)).hasMessageStartingWith("the answer is whole, but cannot");
        one.discard();
        assertThat(somebodys).hasContent("somebody's");
        assertThat(Path.of(URI.create(one.folder())).resolve(Answer.part(0))).hasContent("one");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ofTwoRunsThatSeeNoAnswerTheLaterStays(boolean inContext) throws IOException {
        Staging other = made(staging(), "other");
        between(inContext, () -> {
            other.publish(PARTS);
            assertThat(out().resolve(Answer.part(0))).hasContent("other");
            // what the first has set aside is its own
            assertThat(left()).anyMatch(name -> name.startsWith("out.replaced-"));
        });
        assertThat(left()).containsExactly("out");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoFindsNothingWhileAnAnswerIsExchangedDoesNotStopThat(boolean inContext) throws IOException {
        List<Staging> third = new ArrayList<>();
        between(inContext, () -> {
            third.add(staging());
            assertThat(out().resolve(Answer.part(0))).hasContent("first");
        });
        third.get(0).discard();
        assertThat(left()).containsExactly("out");
    }

    @Test
    void aRunThatFailsMeanwhilePutsBackWhatAnotherHasSetAside() throws IOException {
        Staging failing = made(staging(), "failing");
        between(false, () -> {
            failing.discard();
            assertThat(out().resolve(Answer.part(0))).hasContent("first");
        });
        assertThat(left()).containsExactly("out");
    }

    @Test
    void theNewestOfWhatWasSetAsideIsPutBack() throws IOException {
        Instant now = Instant.now();
        for (int age = 0; age < 3; age++) {
            Path answer = answer(folder.resolve("out.replaced-" + UUID.randomUUID()), "of " + age);
            mark(answer);
            Files.setLastModifiedTime(
                    answer.resolve(Staging.SUCCESS), FileTime.from(now.minus(1 + (age + 1) % 3, ChronoUnit.HOURS)));
        }
        // half deleted
        answer(folder.resolve("out.replaced-" + UUID.randomUUID()), "torn");
        Staging next = made(staging(), "next");
        assertThat(out().resolve(Answer.part(0))).hasContent("of 2");
        next.publish(PARTS);
        assertThat(left()).containsExactly("out");
    }

    @Test
    void whatNoRunHasSetAsideIsNotTouched() throws IOException {
        mark(answer(folder.resolve("out.replaced-by-hand"), "mine"));
        mark(answer(folder.resolve("outer.replaced"), "mine"));
        Staging next = made(staging(), "next");
        assertThat(out()).doesNotExist();
        next.publish(PARTS);
        assertThat(left()).containsExactly("out", "out.replaced-by-hand", "outer.replaced");
    }

    @Test
    void anAnswerIsItsOwnersUnlessWhatItReplacesWasNot() throws IOException {
        made(staging(), "first").publish(PARTS);
        assertThat(permissions(out())).isEqualTo("rwx------");
        Files.setPosixFilePermissions(out(), PosixFilePermissions.fromString("rwxrwx---"));
        Staging second = made(staging(), "second");
        assertThat(permissions(Path.of(URI.create(second.folder()).getPath()).getParent()))
                .isEqualTo("rwx------");
        second.publish(PARTS);
        assertThat(permissions(out())).isEqualTo("rwxrwx---");
    }

    private static String permissions(Path of) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(of));
    }

    @Test
    void whatAnAttemptFindsThereIsAnothersAndTheSame() throws IOException {
        configuration.setClass("fs.storing.impl", Storing.class, FileSystem.class);
        Staging staging = made(new Staging("storing://" + out(), List.of(), configuration), "part");
        Staging.Attempt same = attempt(staging, "part");
        same.commit();
        Staging.Attempt other = attempt(staging, "another length");
        assertThatThrownBy(other::commit).hasMessageStartingWith("cannot rename");
    }

    private Staging.Attempt attempt(Staging staging, String text) throws IOException {
        Staging.Attempt attempt = new Staging.Attempt(staging.folder(), "of " + text, configuration);
        try (OutputStream out = attempt.files().create(attempt.file(Answer.part(0)))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return attempt;
    }

    @Test
    void whatALateAttemptMakesComesIntoNoAnswer() throws IOException {
        Staging staging = made(staging(), "part");
        attempt(staging, "early");
        staging.publish(PARTS);
        attempt(staging, "late").commit();
        assertThat(left()).hasSize(2);
        staging.discard();
        assertThat(left()).containsExactly("out");
        assertThat(out().resolve(Answer.part(0))).hasContent("part");
        assertThat(out()).isDirectoryNotContaining("glob:**/*attempts*");
    }

    @Test
    void whatARunThatDiedHadSetAsideIsPutBackByTheNext() throws IOException {
        mark(answer(folder.resolve("out.replaced"), "first"));
        Staging next = staging();
        assertThat(out().resolve(Answer.part(0))).hasContent("first");
        next.discard();
        assertThat(left()).containsExactly("out");
    }

    @Test
    void whatWasSetAsideStaysUntilTheNewAnswerIsThere() throws IOException {
        mark(answer(folder.resolve("out.replaced"), "first"));
        Files.createDirectory(out());
        Staging next = made(staging(), "second");
        assertThat(folder.resolve("out.replaced").resolve(Answer.part(0))).hasContent("first");
        next.publish(PARTS);
        assertThat(out().resolve(Answer.part(0))).hasContent("second");
        assertThat(left()).containsExactly("out");
    }

    @Test
    void aTableOfAnotherProgramIsNoAnswer() throws IOException {
        Files.createDirectories(out());
        mark(out());
        Files.writeString(out().resolve("part-0.parquet"), "somebody's");
        assertThatThrownBy(this::staging)
                .isInstanceOf(UnusableFileException.class)
                .hasMessage("`" + out()
                        + "` is there and is no answer of an earlier run; name another folder, or delete it, unless a"
                        + " run is just putting its answer there");
        assertThat(out().resolve("part-0.parquet")).hasContent("somebody's");
    }

    @Test
    void whatIsReadLiesApart() throws IOException {
        String here = folder.toUri().getPath();
        for (String input : List.of(out().toString(), out() + "/in.edi", here, out() + "/../out/a")) {
            assertThatThrownBy(() -> staging("elsewhere", input))
                    .isInstanceOf(UnusableFileException.class)
                    .hasMessage("`--out " + out() + "` and the input `" + input
                            + "` are one, or one lies in the other; name a folder apart from what is read");
        }
        staging(out() + "-claims").discard();
    }

    @Test
    void runsToOnePlaceLeaveEachOthersWork() throws IOException {
        Staging one = made(staging(), "one");
        Staging other = made(staging(), "other");
        other.discard();
        one.publish(PARTS);
        assertThat(out().resolve(Answer.part(0))).hasContent("one");
        assertThat(left()).containsExactly("out");
    }

    @Test
    void aTornAnswerIsNotPutInItsPlace() throws IOException {
        mark(answer(out(), "first"));
        Staging torn = made(staging(), "torn");
        assertThatThrownBy(() -> torn.publish(List.of(Answer.part(0), Answer.part(1))))
                .hasMessageStartingWith("`evaluations.ndjson/part-00000001` is no longer in");
        torn.discard();
        assertThat(out().resolve(Answer.part(0))).hasContent("first");
    }

    @Test
    void whatDiedLongAgoIsDeletedAndNoMore() throws IOException {
        Path old = answer(folder.resolve("out.unfinished-" + UUID.randomUUID()), "");
        Path busy = answer(folder.resolve("out.unfinished-" + UUID.randomUUID()), "");
        Path young = answer(folder.resolve("out.unfinished-" + UUID.randomUUID()), "");
        FileTime longAgo = FileTime.from(Instant.now().minus(25, ChronoUnit.HOURS));
        for (Path left : List.of(old, busy)) {
            Files.setLastModifiedTime(left.resolve(Answer.SUMMARY), longAgo);
            Files.setLastModifiedTime(left, longAgo);
        }
        Files.setLastModifiedTime(old.resolve(Answer.EVALUATIONS), longAgo);
        staging().discard();
        assertThat(left())
                .containsExactlyInAnyOrder(
                        busy.getFileName().toString(), young.getFileName().toString());
    }
}
