package org.hearth.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeFileTest {

    @TempDir
    Path folder;

    private Path place;

    @BeforeEach
    void before() throws IOException {
        place = Files.writeString(folder.resolve("answer.ndjson"), "before");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatWasThereStandsUntilTheFileIsPutThere() throws IOException {
        try (WholeFile file = new WholeFile(place)) {
            file.out().write(bytes("now"));
            assertThat(place).hasContent("before");
            file.put();
            assertThat(place).hasContent("now");
        }
        assertThat(place).hasContent("now");
        assertThat(files()).containsExactly("answer.ndjson");
    }

    @Test
    void whatBreaksOffLeavesWhatWasThereAndNothingElse() throws IOException {
        try (WholeFile file = new WholeFile(place)) {
            file.out().write(new byte[1 << 20]);
        }
        assertThat(place).hasContent("before");
        assertThat(files()).containsExactly("answer.ndjson");
    }

    @Test
    void whoMightReadItMayReadItAndNobodyElseMayReadANewOne() throws IOException {
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rw-r-----"));
        Path other = folder.resolve("new.ndjson");
        for (Path written : List.of(place, other)) {
            try (WholeFile file = new WholeFile(written)) {
                file.put();
            }
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
                .isEqualTo("rw-r-----");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(other)))
                .isEqualTo("rw-------");
    }

    @Test
    void aNewFileTakesNobodysPlace() throws IOException {
        Path other = folder.resolve("new.ndjson");

        WholeFile.writeNew(other, bytes("now"));

        assertThat(other).hasContent("now");
        assertThatThrownBy(() -> WholeFile.writeNew(place, bytes("now")))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(place).hasContent("before");
        assertThat(files()).containsExactly("answer.ndjson", "new.ndjson");
    }

    @Test
    void aLinkLeadsWhereItLed() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), place);

        WholeFile.write(link, bytes("now"));

        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(place).hasContent("now");
    }

    @Test
    void aLinkLeadsAlsoToWhatIsNotThereYet() throws IOException {
        Path to = folder.resolve("new");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("new"));
        Path linkToLink = Files.createSymbolicLink(folder.resolve("link-to-link"), link);

        WholeFile.write(linkToLink, bytes("now"));

        assertThat(Files.isSymbolicLink(linkToLink)).isTrue();
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(to).hasContent("now");
        assertThat(files()).containsExactly("answer.ndjson", "link", "link-to-link", "new");
    }

    @Test
    void aLinkThatLeadsNowhereElseIsNoPlace() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("link"));

        assertThatThrownBy(() -> new WholeFile(link)).isInstanceOf(FileSystemLoopException.class);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatIsOpenAlreadyIsWrittenAfterWhatIsThere() throws IOException {
        try (OutputStream shell = Files.newOutputStream(place)) {
            shell.write(bytes("shell,"));
            Path open = openAs(place);
            Object file = Files.getAttribute(place, "unix:ino");

            WholeFile.write(open, bytes("one,"));
            WholeFile.write(Files.createSymbolicLink(folder.resolve("link"), open), bytes("two"));

            assertThat(place).hasContent("shell,one,two");
            assertThat(Files.getAttribute(place, "unix:ino")).isEqualTo(file);
        }
        assertThat(files()).containsExactly("answer.ndjson", "link");
    }

    /** The system's name for a file that this program has open, as {@code /dev/stdout} is one. */
    private static Path openAs(Path file) throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
            return all.filter(one -> {
                        try {
                            return Files.readSymbolicLink(one).equals(file.toRealPath());
                        } catch (IOException closed) {
                            return false;
                        }
                    })
                    .findAny()
                    .orElseThrow();
        }
    }

    @Test
    void whatMayOnlyBeReadIsNotReplaced() throws IOException {
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("r--r--r--"));
        // the superuser may write it
        assumeThat(Files.isWritable(place)).isFalse();

        assertThatThrownBy(() -> new WholeFile(place))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage(place.toString());
        assertThat(files()).containsExactly("answer.ndjson");
    }

    @Test
    void aFileInAFolderThatMayOnlyBeReadIsWrittenOver() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-x---"));
        try {
            assumeThat(Files.isWritable(folder)).isFalse();
            try (WholeFile file = new WholeFile(place)) {
                file.out().write(bytes("now"));
                assertThat(place).hasContent("before");
                file.put();
            }
            assertThat(place).hasContent("now");
            assertThatThrownBy(() -> new WholeFile(folder.resolve("new"))).isInstanceOf(AccessDeniedException.class);
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aFileKeepsItsGroup() throws IOException {
        Object group = Files.getAttribute(place, "unix:gid");
        Integer another = 1;
        try {
            Files.setAttribute(place, "unix:gid", another);
        } catch (IOException e) {
            // only the superuser may give a file to any group
            assumeThat(e).isNull();
        }
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rw-r-----"));

        WholeFile.write(place, bytes("now"));

        assertThat(Files.getAttribute(place, "unix:gid")).isEqualTo(another).isNotEqualTo(group);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
                .isEqualTo("rw-r-----");
    }

    @ParameterizedTest
    @CsvSource({"rw-rw----, rw-------", "rw-rw-r--, rw-r--r--", "rwxr-x--x, rwx--x--x", "rw-------, rw-------"})
    void anotherGroupMayDoWhatEverybodyMay(String before, String after) {
        Set<PosixFilePermission> rights = PosixFilePermissions.fromString(before);

        WholeFile.keepFromGroup(rights);

        assertThat(PosixFilePermissions.toString(rights)).isEqualTo(after);
    }

    @Test
    void whatIsNoFileIsWrittenToAndNotReplaced() throws IOException {
        Path none = Path.of("/dev/null");

        WholeFile.write(none, bytes("now"));

        assertThat(Files.isRegularFile(none)).isFalse();
        assertThat(Files.exists(none)).isTrue();
    }

    @Test
    void aFolderThatIsNotThereIsToldByTheNameThatWasGiven() {
        Path nowhere = folder.resolve("none/answer");

        assertThatThrownBy(() -> new WholeFile(nowhere))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(nowhere.toString());
    }
}
