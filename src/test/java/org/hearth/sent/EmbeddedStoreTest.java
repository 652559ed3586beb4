package org.hearth.sent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.hearth.database.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store in a file of its own. */
class EmbeddedStoreTest extends SentStoreContract {

    @TempDir
    private Path temporary;

    @Override
    HistorySettings settings() {
        return at("history", KEY);
    }

    @Override
    HistorySettings elsewhere() {
        return at("elsewhere", KEY);
    }

    @Override
    String jdbcUrl() {
        return "jdbc:h2:file:" + temporary.resolve("history").resolve(Database.NAME)
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;USER=sa;IFEXISTS=TRUE";
    }

    private HistorySettings at(String folder, String key) {
        return new HistorySettings(HistorySettings.Mode.ON, temporary.resolve(folder), null, key, List.of());
    }

    @Test
    void nothingIsMadeForWhoOnlyReads() throws Exception {
        assertThat(SentHistory.open(settings(), SentHistory.Purpose.READ)).isEmpty();
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void makesItselfAKeyThatItsOwnerAloneMayRead() throws Exception {
        HistorySettings settings = at("history", null);
        open(settings).keep(SentClaim.monthly(1, 2), LocalDate.of(2024, 1, 1));
        Path folder = temporary.resolve("history");
        Path key = folder.resolve(SentHistory.KEY_FILE);

        assertThat(Files.readString(key)).matches("[0-9a-f]{64}\n");
        if (Files.getFileStore(key).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
        }
        assertThat(open(settings).of(SentClaim.monthly(12, 12)).get(0)).hasSize(2);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("key", "sent.mv.db");
        }
    }

    @Test
    void aLostKeyIsToldAndNoNewOneMade() throws Exception {
        HistorySettings settings = at("history", null);
        SentStore store = open(settings);
        store.keep(SentClaim.monthly(1, 1), LocalDate.of(2024, 1, 1));
        store.close();
        Path key = temporary.resolve("history").resolve(SentHistory.KEY_FILE);
        Path backup = Files.move(key, temporary.resolve("backup"));

        assertThatThrownBy(() -> open(settings))
                .isInstanceOf(UnusableHistoryException.class)
                .hasMessageContaining("has lost its key")
                .hasMessageContaining(key.toString());
        assertThat(key).doesNotExist();
        Files.move(backup, key);
        assertThat(open(settings).summary().claims()).isEqualTo(1);
    }

    @Test
    void keysThatAreNoneAreTold() {
        for (String key : List.of("secret", "00112233", "äöü", "=", "AAAA")) {
            assertThatThrownBy(() -> open(at("history", key)))
                    .isInstanceOf(UnusableHistoryException.class)
                    .hasMessageContaining("`HEARTH_HISTORY_KEY`")
                    .hasMessageContaining("openssl rand -hex 32");
        }
    }

    @Test
    void isNotWrittenWhereItIsOnlyRead() throws Exception {
        HistorySettings settings = settings();
        open(settings).keep(SentClaim.monthly(1, 1), LocalDate.of(2024, 1, 1));
        HistorySettings reading = new HistorySettings(
                HistorySettings.Mode.READ, settings.folder(), settings.url(), settings.key(), List.of());

        assertThatThrownBy(() -> open(reading))
                .isInstanceOf(UnusableHistoryException.class)
                .hasMessageContaining("only read here");
        try (SentStore store =
                SentHistory.open(reading, SentHistory.Purpose.READ).orElseThrow()) {
            assertThat(store.of(SentClaim.monthly(12, 12)).get(0)).hasSize(1);
        }
    }

    @Test
    void aFolderThatCannotBeIsTold() throws Exception {
        Files.writeString(temporary.resolve("file"), "");
        for (String folder : List.of("file", "file/below", "a;TRACE_LEVEL_FILE=4")) {
            assertThatThrownBy(() -> open(at(folder, KEY)))
                    .isInstanceOf(UnusableHistoryException.class)
                    .hasMessageContaining("the history cannot be");
        }
    }

    @Test
    void aFileThatIsNoneOfItsOwnIsToldAndLeftAlone() throws Exception {
        Path folder = Files.createDirectory(temporary.resolve("history"));
        Path file = Files.writeString(folder.resolve("sent.mv.db"), "not a database ".repeat(1000));

        assertThatThrownBy(() -> open(settings()))
                .isInstanceOf(UnusableHistoryException.class)
                .hasMessageContaining("cannot be opened");
        assertThat(Files.readString(file)).startsWith("not a database");
    }
}
