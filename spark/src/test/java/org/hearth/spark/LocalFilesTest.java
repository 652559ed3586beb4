package org.hearth.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.security.AccessControlException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the files of this machine do otherwise than Hadoop has it; a word each and nobody's data. */
class LocalFilesTest {

    @TempDir
    private Path folder;

    private FileSystem files;
    private Path one;
    private Path other;

    @BeforeEach
    void write() throws IOException {
        files = hadoop(folder).getFileSystem(LocalFiles.in(new Configuration(false)));
        one = Files.createDirectory(folder.resolve("one"));
        Files.writeString(one.resolve("a"), "one");
        other = folder.resolve("other");
    }

    private static org.apache.hadoop.fs.Path hadoop(Path path) {
        return new org.apache.hadoop.fs.Path(path.toUri());
    }

    @Test
    void aFolderIsNotRenamedIntoAnother() throws IOException {
        Files.createDirectory(other);
        Files.writeString(other.resolve("b"), "other");
        assertThat(files.rename(hadoop(one), hadoop(other))).isFalse();
        assertThat(one.resolve("a")).hasContent("one");
        assertThat(other).isDirectoryNotContaining("glob:**/{a,one}");
        Files.delete(other.resolve("b"));
        assertThat(files.rename(hadoop(one), hadoop(other))).isTrue();
        assertThat(other.resolve("a")).hasContent("one");
        assertThatThrownBy(() -> files.rename(hadoop(one), hadoop(folder.resolve("third"))))
                .isInstanceOf(FileNotFoundException.class);
    }

    @Test
    void whatIsThereAndIsNotOpenedIsNotMissing() {
        // no file is opened as one, by whomever, that is a folder
        assertThatThrownBy(() -> files.open(hadoop(one)))
                .isExactlyInstanceOf(IOException.class)
                .hasMessageContaining("directory");
        assertThatThrownBy(() -> files.open(hadoop(other))).isInstanceOf(FileNotFoundException.class);
    }

    @Test
    void whatMayNotBeReadSaysSo() throws IOException {
        Path file = one.resolve("a");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "whoever runs this may read everything");
        assertThatThrownBy(() -> files.open(hadoop(file))).isInstanceOf(AccessControlException.class);
    }
}
