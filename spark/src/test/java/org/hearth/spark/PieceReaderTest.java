package org.hearth.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.security.AccessControlException;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.spark.util.SerializableConfiguration;
import org.hearth.batch.Intake;
import org.hearth.batch.Intakes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A file system that fails in the middle of synthetic claims, for once or for good. */
class PieceReaderTest {

    private static final int CLAIMS = 300;

    /** How what is packed begins. */
    private static final byte[] ZSTD = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};

    @TempDir
    private Path folder;

    private Configuration configuration;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        configuration = FailingFiles.in(new Configuration(false));
        file = Files.writeString(folder.resolve("in.edi"), SyntheticMonths.edi(SyntheticMonths.ofOne(CLAIMS, 0)));
    }

    private Input input() throws IOException {
        return new Input(0, FailingFiles.path(file), "in.edi", Files.size(file), Input.Kind.X12, null);
    }

    /** How many claims were read before the end, which is given. */
    private record Read(int claims, Intake.End end) {}

    private Read read() throws IOException {
        try (PieceReader reader = new PieceReader(Piece.whole(input()), configuration, Intakes::open)) {
            int claims = 0;
            Intake.Item item = reader.next();
            while (!(item instanceof Intake.End)) {
                claims += item instanceof Intake.Read ? 1 : 0;
                item = reader.next();
            }
            return new Read(claims, (Intake.End) item);
        }
    }

    /** What file systems say where one machine lacks what others have, or a node was stopped. */
    private static Stream<Exception> failures() {
        return Stream.of(
                new IOException("no node answers"),
                new EOFException("no node answers"),
                new FileNotFoundException("no node answers"),
                new AccessControlException("no node answers"),
                new IllegalStateException("no node answers"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aNodeThatDoesNotAnswerIsNoEndOfTheFile(Exception why) throws IOException {
        FailingFiles.failOnce(why);
        assertThatThrownBy(this::read).isInstanceOf(IOException.class).hasMessageContaining("no node answers");
        assertThat(read()).isEqualTo(new Read(CLAIMS, new Intake.End("in.edi", null)));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void norIsOneThatDoesNotOpenIt(Exception why) throws IOException {
        FailingFiles.failOnce(FailingFiles.Step.OPENING, why);
        assertThatThrownBy(this::read).isSameAs(why);
        assertThat(read().claims()).isEqualTo(CLAIMS);
    }

    /** Rows of random claims in several groups, packed. */
    private Input parquet(boolean damaged) throws IOException {
        MessageType schema = MessageTypeParser.parseMessageType("message claims { required binary claim (UTF8); }");
        Path file = folder.resolve(damaged ? "damaged.parquet" : "in.parquet");
        try (ParquetWriter<Group> rows = ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(file.toUri()))
                .withType(schema)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize(20_000L)
                .build()) {
            Random random = new Random(837);
            for (int row = 0; row < CLAIMS; row++) {
                byte[] bytes = new byte[600];
                random.nextBytes(bytes);
                SimpleGroup group = new SimpleGroup(schema);
                group.add("claim", "{\"claimId\":\"" + HexFormat.of().formatHex(bytes) + "\"}");
                rows.write(group);
            }
        }
        if (damaged) {
            byte[] bytes = Files.readAllBytes(file);
            int packed = bytes.length / 2;
            while (!Arrays.equals(bytes, packed, packed + ZSTD.length, ZSTD, 0, ZSTD.length)) {
                packed++;
            }
            Arrays.fill(bytes, packed, packed + ZSTD.length, (byte) 0);
            Files.write(file, bytes);
        }
        return new Input(0, FailingFiles.path(file), "in.parquet", Files.size(file), Input.Kind.PARQUET, null);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aNodeThatDoesNotAnswerIsNoDamageOfRows(Exception why) throws IOException {
        try (PieceReader reader = new PieceReader(Piece.whole(parquet(false)), configuration, Intakes::open)) {
            assertThat(reader.next()).isInstanceOf(Intake.Unread.class);
            FailingFiles.failOnce(why);
            assertThatThrownBy(() -> toTheEnd(reader))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no node answers");
        }
    }

    private static Stream<Arguments> stepsAndFailures() {
        return Stream.of(FailingFiles.Step.OPENING, FailingFiles.Step.SEEKING)
                .flatMap(step -> failures().map(why -> Arguments.of(step, why)));
    }

    @ParameterizedTest
    @MethodSource("stepsAndFailures")
    void norIsOneThatDoesNotOpenThem(FailingFiles.Step step, Exception why) throws IOException {
        try (PieceReader reader = new PieceReader(Piece.whole(parquet(false)), configuration, Intakes::open)) {
            FailingFiles.failOnce(step, why);
            assertThatThrownBy(reader::next).isInstanceOf(IOException.class).hasMessageContaining("no node answers");
        }
    }

    @Test
    void rowsThatAreDamagedCostThemselves() throws IOException {
        try (PieceReader reader = new PieceReader(Piece.whole(parquet(true)), configuration, Intakes::open)) {
            List<Intake.Item> items = toTheEnd(reader);
            assertThat(items).hasSizeBetween(2, CLAIMS);
            assertThat(((Intake.End) items.get(items.size() - 1)).problem().detail())
                    .contains("this Parquet file is damaged");
        }
        try (PieceReader reader = new PieceReader(Piece.whole(parquet(false)), configuration, Intakes::open)) {
            assertThat(toTheEnd(reader)).hasSize(CLAIMS + 1).endsWith(new Intake.End("in.parquet", null));
        }
    }

    private static List<Intake.Item> toTheEnd(PieceReader reader) throws IOException {
        List<Intake.Item> items = new ArrayList<>();
        do {
            items.add(reader.next());
        } while (!(items.get(items.size() - 1) instanceof Intake.End));
        return items;
    }

    @Test
    void norIsItAPlaceToCut() throws IOException {
        Looking looking = new Looking(new SerializableConfiguration(configuration), 50_000);
        FailingFiles.failOnce(new IOException("no node answers"));
        assertThatThrownBy(() -> looking.call(input())).hasMessage("no node answers");
        assertThat(looking.call(input()).pieces()).hasSizeGreaterThan(1);
    }

    @Test
    void norDoesItTellWhatAFileHolds() throws IOException {
        zip(10);
        Looking looking = new Looking(new SerializableConfiguration(configuration), Long.MAX_VALUE);
        FailingFiles.failOnce(FailingFiles.Step.BEGINNING, new EOFException("no node answers"));
        assertThatThrownBy(() -> looking.call(input())).hasMessage("no node answers");
        assertThat(looking.call(input()).input().kind()).isEqualTo(Input.Kind.X12);
    }

    @Test
    void aFileThatEndsBeforeItsEndSaysSoBehindWhatWasRead() throws IOException {
        zip(9);
        Read read = read();
        assertThat(read.claims()).isBetween(1, CLAIMS - 1);
        assertThat(read.end().problem().title()).isEqualTo("file not whole");
    }

    private static Stream<Arguments> saidByFileSystems() {
        return Stream.of(
                Arguments.of(new FileNotFoundException(), "there is no such file"),
                Arguments.of(new AccessControlException(), "you may not read it"),
                Arguments.of(new AccessDeniedException("as object stores say it"), "you may not read it"));
    }

    @ParameterizedTest
    @MethodSource("saidByFileSystems")
    void whatIsGoneOrClosedBeforeItIsReadIsBroken(Exception said, String told) throws IOException {
        FailingFiles.failOnce(FailingFiles.Step.OPENING, said);
        Input looked = new Looking(new SerializableConfiguration(configuration), Long.MAX_VALUE)
                .call(input())
                .input();
        assertThat(looked.broken()).isEqualTo(told);
        FailingFiles.failOnce(FailingFiles.Step.OPENING, said);
        assertThatCode(() -> Looking.requireBroken(looked, configuration)).doesNotThrowAnyException();
    }

    @Test
    void whatAnExecutorDoesNotSeeIsNotGone() throws IOException {
        Input unseen = Input.broken(0, FailingFiles.path(file), "there is no such file");
        assertThatThrownBy(() -> Looking.requireBroken(unseen, configuration))
                .isInstanceOf(UnusableFileException.class)
                .hasMessage("`" + FailingFiles.path(file) + "` can be read here, and on an executor not (there is no"
                        + " such file); let all executors see the same files with the same rights");
        Files.delete(file);
        assertThatCode(() -> Looking.requireBroken(unseen, configuration)).doesNotThrowAnyException();
    }

    /** Packs the file, and keeps so many tenths of what that gives. */
    private void zip(int tenths) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            Files.copy(file, out);
        }
        Files.write(file, Arrays.copyOf(packed.toByteArray(), packed.size() * tenths / 10));
    }
}
