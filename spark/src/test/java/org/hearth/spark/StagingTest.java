package org.hearth.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever ends a run, and wherever, one whole answer stays; the files hold a word each and nobody's data. */
class StagingTest {

    private static final List<String> PARTS = List.of(Answer.part(0));

    @TempDir
    private Path folder;

    private final Configuration configuration = LocalFiles.in(new Configuration(false));

    /** Refuses to put one kind of folder anywhere. */
    public static final class Stubborn extends org.apache.hadoop.fs.RawLocalFileSystem {

        private static boolean refuses = true;

        @Override
        public URI getUri() {
            return URI.create("stubborn:///");
        }

        @Override
        public String getScheme() {
            return "stubborn";
        }

        @Override
        public boolean rename(org.apache.hadoop.fs.Path from, org.apache.hadoop.fs.Path to) throws IOException {
            return !(refuses && from.getName().contains(".unfinished-")) && super.rename(from, to);
        }
    }

    private Path out() {
        return folder.resolve("out");
    }

    private Staging staging(String... inputs) throws IOException {
        return new Staging(out().toString(), List.of(inputs), configuration);
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
    void anAnswerThatCannotBePutInItsPlaceLeavesWhatWasThere() throws IOException {
        mark(answer(out(), "first"));
        configuration.setClass("fs.stubborn.impl", Stubborn.class, FileSystem.class);
        Staging staging = made(new Staging("stubborn://" + out(), List.of(), configuration), "second");
        assertThatThrownBy(() -> staging.publish(PARTS)).hasMessageStartingWith("cannot rename");
        assertThat(left()).contains("out.replaced").doesNotContain("out");
        staging.discard();
        assertThat(out().resolve(Answer.part(0))).hasContent("first");
        assertThat(left()).containsExactly("out");
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
                        + "` is there and is no answer of an earlier run; name another folder, or delete it");
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
        Path old = answer(folder.resolve("out.unfinished-old"), "");
        Path busy = answer(folder.resolve("out.unfinished-busy"), "");
        Path young = answer(folder.resolve("out.unfinished-young"), "");
        FileTime longAgo = FileTime.from(Instant.now().minus(25, ChronoUnit.HOURS));
        for (Path left : List.of(old, busy)) {
            Files.setLastModifiedTime(left.resolve(Answer.SUMMARY), longAgo);
            Files.setLastModifiedTime(left, longAgo);
        }
        Files.setLastModifiedTime(old.resolve(Answer.EVALUATIONS), longAgo);
        staging().discard();
        assertThat(left())
                .containsExactly(
                        busy.getFileName().toString(), young.getFileName().toString());
    }
}
