package org.hearth.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
