package org.hearth.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSinkTest {

    private static final class Hand extends Clock {

        private Instant now = Instant.parse("2026-03-01T23:59:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @TempDir
    private Path temporary;

    private final Hand clock = new Hand();

    private Path folder() {
        return temporary.resolve("log");
    }

    private FileSink sink(long mostBytes, int mostFiles) {
        return new FileSink(folder(), mostBytes, mostFiles, clock);
    }

    private List<String> names() throws IOException {
        return FileSink.files(folder()).stream()
                .map(file -> file.getFileName().toString())
                .toList();
    }

    @Test
    void eachDayHasItsOwnFileForItsOwnerAlone() throws IOException {
        try (FileSink sink = sink(1_000, 10)) {
            sink.write(List.of(Decided.line("1", "{\"a\":1}")));
            sink.write(List.of(Decided.line("2", "{\"a\":2}"), Decided.line("3", "{\"a\":3}")));
            clock.now = Instant.parse("2026-03-02T00:00:00Z");
            sink.write(List.of(Decided.line("4", "{\"a\":4}")));
        }

        assertThat(names()).containsExactly("decisions-2026-03-01-0001.ndjson", "decisions-2026-03-02-0001.ndjson");
        assertThat(folder().resolve("decisions-2026-03-01-0001.ndjson")).hasContent("{\"a\":1}\n{\"a\":2}\n{\"a\":3}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
        for (Path file : FileSink.files(folder())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aFileThatIsLargeEnoughGetsNoMoreAndTheOldestGo() throws IOException {
        Path other = Files.createDirectories(folder()).resolve("decisions-notes.txt");
        Files.writeString(other, "mine");
        try (FileSink sink = sink(10, 3)) {
            for (int i = 0; i < 5; i++) {
                sink.write(List.of(Decided.line("" + i, "{\"number\":" + i + "}")));
            }
        }

        assertThat(names())
                .containsExactly(
                        "decisions-2026-03-01-0003.ndjson",
                        "decisions-2026-03-01-0004.ndjson",
                        "decisions-2026-03-01-0005.ndjson");
        assertThat(folder().resolve("decisions-2026-03-01-0005.ndjson")).hasContent("{\"number\":4}");
        assertThat(other).exists();
    }

    @Test
    void afterTheLastOfFourDigitsComesOneOfMore() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("decisions-2026-03-01-9999.ndjson"), "{\"number\":9999}\n");
        try (FileSink sink = sink(10, 2)) {
            sink.write(List.of(Decided.line("1", "{\"number\":10000}")));
            sink.write(List.of(Decided.line("2", "{\"number\":10001}")));
        }

        assertThat(names()).containsExactly("decisions-2026-03-01-10000.ndjson", "decisions-2026-03-01-10001.ndjson");
        assertThat(folder().resolve("decisions-2026-03-01-10001.ndjson")).hasContent("{\"number\":10001}");
    }

    @Test
    void noLineIsLostWhereTheClockIsSetBack() throws IOException {
        try (FileSink sink = sink(10, 2)) {
            assertThat(namesAfter(sink, "2026-03-04")).containsExactly("decisions-2026-03-04-0001.ndjson");
            assertThat(namesAfter(sink, "2026-03-05"))
                    .containsExactly("decisions-2026-03-04-0001.ndjson", "decisions-2026-03-05-0001.ndjson");
            assertThat(namesAfter(sink, "2026-03-02"))
                    .containsExactly("decisions-2026-03-05-0001.ndjson", "decisions-2026-03-05-0002.ndjson");
            assertThat(namesAfter(sink, "2026-03-03"))
                    .containsExactly("decisions-2026-03-05-0002.ndjson", "decisions-2026-03-05-0003.ndjson");
            assertThat(namesAfter(sink, "2026-03-06"))
                    .containsExactly("decisions-2026-03-05-0003.ndjson", "decisions-2026-03-06-0001.ndjson");
        }
    }

    /** Writes a line on a day, which is then the latest that is kept. */
    private List<String> namesAfter(FileSink sink, String day) throws IOException {
        clock.now = Instant.parse(day + "T12:00:00Z");
        sink.write(List.of(Decided.line(day, "{\"day\":\"" + day + "\"}")));
        List<String> names = names();
        assertThat(folder().resolve(names.get(names.size() - 1))).hasContent("{\"day\":\"" + day + "\"}");
        return names;
    }

    @Test
    void aFileWithRoomGoesOnWhereTheClockIsSetBack() throws IOException {
        try (FileSink sink = sink(1_000, 2)) {
            sink.write(List.of(Decided.line("1", "{\"a\":1}")));
            clock.now = Instant.parse("2026-02-01T12:00:00Z");
            sink.write(List.of(Decided.line("2", "{\"a\":2}")));
        }

        assertThat(names()).containsExactly("decisions-2026-03-01-0001.ndjson");
        assertThat(folder().resolve(names().get(0))).hasContent("{\"a\":1}\n{\"a\":2}");
    }

    @Test
    void twoProcessesAddToOneFile() throws IOException {
        try (FileSink one = sink(1_000, 3);
                FileSink other = sink(1_000, 3)) {
            one.write(List.of(Decided.line("1", "{\"a\":1}")));
            other.write(List.of(Decided.line("2", "{\"a\":2}")));
            one.write(List.of(Decided.line("3", "{\"a\":3}")));
        }

        assertThat(folder().resolve(names().get(0))).hasContent("{\"a\":1}\n{\"a\":2}\n{\"a\":3}");
    }

    @Test
    void aLineWithoutItsEndIsEndedBeforeTheNext() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("decisions-2026-03-01-0001.ndjson"), "{\"a\":1}\n{\"a\":");
        try (FileSink sink = sink(1_000, 3)) {
            sink.write(List.of(Decided.line("2", "{\"a\":2}")));
        }

        assertThat(Files.readAllLines(folder().resolve(names().get(0))))
                .containsExactly("{\"a\":1}", "{\"a\":", "{\"a\":2}");
    }

    @Test
    void aFileThatSomebodyDeletedIsMadeAgain() throws IOException {
        try (FileSink sink = sink(1_000, 3)) {
            sink.write(List.of(Decided.line("1", "{\"a\":1}")));
            Files.delete(folder().resolve(names().get(0)));
            sink.write(List.of(Decided.line("2", "{\"a\":2}")));
        }

        assertThat(folder().resolve(names().get(0))).hasContent("{\"a\":2}");
    }

    @Test
    void whereThereIsNoFolderNothingIsLostOnceThereIs() throws IOException {
        Path inTheWay = Files.writeString(folder(), "a file");
        try (FileSink sink = sink(1_000, 3)) {
            List<Sink.Line> lines = List.of(Decided.line("1", "{\"a\":1}"));
            assertThatThrownBy(() -> sink.write(lines)).isInstanceOf(IOException.class);
            Files.delete(inTheWay);
            sink.write(lines);
        }

        assertThat(folder().resolve(names().get(0))).hasContent("{\"a\":1}");
    }
}
