package org.hearth.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.hearth.data.DataFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The store in files. */
class FileStoreTest extends StoreContract {

    private static final int WRITERS = 3;

    @TempDir
    private Path folder;

    @Override
    Store another() {
        return new Store(null, new DataFolder(folder));
    }

    @Test
    void nothingIsMadeBeforeSomethingIsKept() throws Exception {
        Store store = open();
        store.objects().get("drafts/a1");
        store.objects().keys("");
        store.objects().delete("drafts/a1");
        store.log("releases").read(1);

        assertThat(folder).isEmptyDirectory();
        assertThat(store.place()).isEqualTo(folder.resolve("store").toString());
        assertThat(store.shared()).isFalse();
    }

    @Test
    void anObjectIsAFileOfItsContent() throws Exception {
        open().objects().put("drafts/a1", 0, bytes("one"));

        assertThat(folder.resolve("store/objects/drafts/a1")).hasContent("one");
    }

    @Test
    void aLineThatWasNeverEndedGivesWayToTheNext() throws Exception {
        Log log = open().log("releases");
        log.append(0, bytes("one"));
        Files.writeString(folder.resolve("store/releases.ndjson"), "tw", StandardOpenOption.APPEND);

        assertThat(log.length()).isEqualTo(1);
        assertThat(texts(log.read(1))).containsExactly("one");
        log.append(1, bytes("2"));
        assertThat(log.length()).isEqualTo(2);
        assertThat(folder.resolve("store/releases.ndjson")).hasContent("one\n2\n");
    }

    @Test
    void aFolderThatCannotBeWrittenIsTold() throws Exception {
        Files.writeString(folder.resolve("store"), "a file");

        assertThatThrownBy(() -> open().objects().put("drafts/a1", 0, bytes("one")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("store");
    }

    @Test
    @Timeout(60)
    void processesThatAddAtOnceAndAreKilledLoseNothingThatTheySaid() throws Exception {
        List<Process> writers = new ArrayList<>();
        List<String> said = new ArrayList<>();
        try {
            for (int i = 0; i < WRITERS; i++) {
                writers.add(start(i));
            }
            for (Process writer : writers) {
                BufferedReader lines = writer.inputReader();
                for (int i = 0; i < 20; i++) {
                    said.add(lines.readLine());
                }
                writer.destroyForcibly().waitFor();
            }
        } finally {
            writers.forEach(Process::destroyForcibly);
        }

        List<String> kept = texts(open().log("releases").read(1));
        assertThat(said).hasSizeGreaterThanOrEqualTo(20 * WRITERS).doesNotContainNull();
        assertThat(kept).containsAll(said).doesNotHaveDuplicates();
        assertThat(open().log("releases").append(kept.size(), bytes("after"))).isEqualTo(kept.size() + 1);
    }

    private Process start(int number) {
        try {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx64m",
                            "-cp",
                            Path.of("target/classes") + java.io.File.pathSeparator + Path.of("target/test-classes"),
                            AppendingWriter.class.getName(),
                            folder.toString(),
                            String.valueOf(number))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return abort("no process can be started here: " + e.getMessage());
        }
    }
}
