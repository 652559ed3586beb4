package org.hearth.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.security.AccessControlException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a folder is an input; the files hold nothing. */
class InputsTest {

    private static final String GONE = "there is no such file";
    private static final String CLOSED = "you may not read it";

    @TempDir
    private Path folder;

    private final Inputs inputs = new Inputs(FailingFiles.in(LocalFiles.in(new Configuration(false))));

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("in/inner"));
        Files.createFile(folder.resolve("in/a.edi"));
        Files.createFile(folder.resolve("in/inner/b.edi"));
    }

    private List<String> told(String named) throws IOException {
        return inputs.of(List.of(named)).stream()
                .map(input -> input.name() + (input.broken() == null ? "" : ": " + input.broken()))
                .toList();
    }

    @Test
    void whatCannotBeListedEndsTheRun() {
        String in = FailingFiles.path(folder.resolve("in"));
        FailingFiles.failOnce(FailingFiles.Step.LISTING, new IOException("no node answers"));
        assertThatThrownBy(() -> inputs.of(List.of(in))).hasMessage("no node answers");
        FailingFiles.failOnce(FailingFiles.Step.LISTING_INNER, new IOException("no node answers"));
        assertThatThrownBy(() -> inputs.of(List.of(in))).hasMessage("no node answers");
    }

    @Test
    void whatIsGoneOrClosedCostsItself() throws IOException {
        String in = FailingFiles.path(folder.resolve("in"));
        FailingFiles.failOnce(FailingFiles.Step.LISTING_INNER, new FileNotFoundException());
        assertThat(told(in)).containsExactly("a.edi", "inner: " + GONE);
        FailingFiles.failOnce(FailingFiles.Step.LISTING_INNER, new AccessControlException());
        assertThat(told(in)).containsExactly("a.edi", "inner: " + CLOSED);
        FailingFiles.failOnce(FailingFiles.Step.LISTING, new AccessControlException());
        assertThat(told(in)).containsExactly("in: " + CLOSED);
        assertThat(told(folder.resolve("none").toString())).containsExactly("none: " + GONE);
    }

    @Test
    void linksToFoldersArePassedOverAsByCheck() throws IOException {
        Path in = folder.resolve("in");
        Files.createSymbolicLink(in.resolve("z-again"), in.resolve("inner"));
        Files.createSymbolicLink(in.resolve("z-gone"), folder.resolve("none"));
        Files.createSymbolicLink(in.resolve("z.edi"), in.resolve("a.edi"));
        assertThat(told(in.toString())).containsExactly("a.edi", "b.edi", "z.edi");
        Path current = Files.createSymbolicLink(folder.resolve("current"), in);
        assertThat(told(current.toString())).containsExactly("a.edi", "b.edi", "z.edi");
        assertThat(inputs.of(List.of(current.toString())).get(0).path()).isEqualTo("file:" + current + "/a.edi");
    }
}
