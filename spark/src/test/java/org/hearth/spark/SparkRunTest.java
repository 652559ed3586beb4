package org.hearth.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.WriterAppender;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.hearth.batch.Format;
import org.hearth.cli.HearthCommand;
import org.hearth.cli.console.Console;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on two threads of this virtual machine, over synthetic claims, give the bytes of {@code hearth check}. */
class SparkRunTest {

    private static final StringWriter LOG = new StringWriter();

    private static JavaSparkContext spark;
    private static SparkSession sql;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        LoggerContext logs = (LoggerContext) LogManager.getContext(false);
        Appender appender = WriterAppender.createAppender(
                PatternLayout.newBuilder().withPattern("%p %c %m%n%xEx").build(), null, LOG, "test", false, true);
        appender.start();
        logs.getConfiguration().getRootLogger().addAppender(appender, Level.DEBUG, null);
        logs.getConfiguration().getRootLogger().setLevel(Level.INFO);
        logs.updateLoggers();
        spark = new JavaSparkContext(new SparkConf()
                .setMaster("local[2,2]")
                .setAppName("test")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1"));
        sql = SparkSession.builder().getOrCreate();
    }

    @AfterAll
    static void stop() {
        spark.close();
        assertThat(LOG.toString()).contains("Starting job").doesNotContain(SyntheticMonths.MARK);
    }

    private static Settings settings(Path out, long portion, Path... files) {
        return new Settings(
                Stream.of(files).map(Path::toString).toList(), out.toString(), null, false, null, portion, Set.of(), 1);
    }

    private static String run(Settings settings) throws IOException {
        try (Run run = new Run(spark, settings)) {
            run.call();
        }
        return answer(Path.of(settings.out()));
    }

    /** The parts joined in the order of their names. */
    private static String answer(Path out) throws IOException {
        assertThat(out.resolve("_SUCCESS")).exists();
        assertNothingBeside(out);
        try (Stream<Path> parts = Files.list(out.resolve(Answer.EVALUATIONS))) {
            StringBuilder joined = new StringBuilder();
            for (Path part : parts.sorted().toList()) {
                joined.append(Files.readString(part));
            }
            return joined.toString();
        }
    }

    private static void assertNothingBeside(Path out) throws IOException {
        try (Stream<Path> beside = Files.list(out.getParent())) {
            assertThat(beside.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.startsWith(out.getFileName() + "."));
        }
    }

    /** What the command line prints. */
    private static String check(String... options) {
        StringWriter out = new StringWriter();
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintWriter(out),
                new PrintWriter(new StringWriter()),
                false,
                false);
        List<String> words = new ArrayList<>(List.of("check", "--threads", "1"));
        if (!options[0].equals("--format")) {
            words.addAll(List.of("--format", "ndjson"));
        }
        words.addAll(List.of(options));
        HearthCommand.run(console, () -> {}, words.toArray(String[]::new));
        return out.toString();
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Path zip(String name, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes.toByteArray());
    }

    /** Months of one set of patients in every form that is read, whole and damaged. */
    private Path everything() throws IOException {
        write("in/a/2026-01.edi", SyntheticMonths.edi(SyntheticMonths.month(2026, 1, 40, 1)));
        zip("in/a/2026-02.edi.gz", SyntheticMonths.edi(SyntheticMonths.month(2026, 2, 40, 1)));
        write("in/b.ndjson", SyntheticMonths.ndjson(SyntheticMonths.month(2026, 3, 40, 1)));
        write(
                "in/c.json",
                "["
                        + SyntheticMonths.ndjson(SyntheticMonths.month(2026, 4, 3, 1))
                                .strip()
                                .replace("\n", ",\n") + "]");
        String march = SyntheticMonths.edi(SyntheticMonths.month(2026, 3, 40, 1));
        write("in/d-breaks-off.edi", march.substring(0, march.length() * 2 / 3));
        write(
                "in/e-damaged.edi",
                march.replaceFirst("CLM\\*SYN-3-7\\*", "CLM*SYN-3-7*x").replace("SE*", "SE*9"));
        write("in/f-no-claims.txt", "neither");
        write("in/g-empty.ndjson", "");
        write("in/h-torn.ndjson", SyntheticMonths.ndjson(SyntheticMonths.month(2026, 5, 3, 1)) + "{\"claimId\": ");
        Path torn = zip("in/i-torn.edi.gz", march);
        byte[] bytes = Files.readAllBytes(torn);
        Files.write(torn, Arrays.copyOf(bytes, bytes.length / 2));
        write(
                "in/j-another-payer.edi",
                march.replace("SBR*P*18*******MB~", "SBR*P*18*******16~").replace("*19400115*F~", "*19400115*Q~"));
        write("in/readme.md", "no claims");
        write("in/.hidden", "no claims");
        write("in/z-2025-12.edi", SyntheticMonths.edi(SyntheticMonths.month(2025, 12, 40, 1)));
        return folder.resolve("in");
    }

    @Test
    void manyPortionsAnswerAsOneMachine() throws IOException {
        Path in = everything();
        Path missing = folder.resolve("missing.edi");
        String expected = check(in.toString(), missing.toString());
        assertThat(expected)
                .contains("\"HHT-120\"")
                .contains("by the guide")
                .contains("breaks off")
                .contains("there is no such file");
        assertThat(run(settings(folder.resolve("many"), 9_000, in, missing))).isEqualTo(expected);
        assertThat(run(settings(folder.resolve("few"), 40_000, in, missing))).isEqualTo(expected);
        assertThat(run(settings(folder.resolve("one"), 0, in, missing))).isEqualTo(expected);
    }

    @Test
    void whatBeginsBeforeIsThePastByDates() throws IOException {
        Path in = everything();
        Settings input = settings(folder.resolve("out"), 1, in);
        Settings dates = new Settings(input.files(), input.out(), null, true, null, 20_000, Set.of(), 1);
        String expected = check("--order", "dates", in.toString());
        assertThat(expected).isNotEqualTo(check(in.toString()));
        assertThat(run(dates)).isEqualTo(expected);
    }

    @Test
    void earlierClaimsStandBeforeTheInput() throws IOException {
        Path earlier = write("earlier.ndjson", SyntheticMonths.ndjson(SyntheticMonths.month(2026, 1, 40, 1)));
        Path in = write("in.edi", SyntheticMonths.edi(SyntheticMonths.month(2026, 2, 40, 1)));
        String expected = check("--history", earlier.toString(), in.toString());
        assertThat(expected).isNotEqualTo(check(in.toString()));
        for (boolean byDates : new boolean[] {false, true}) {
            Settings settings = new Settings(
                    List.of(in.toString()),
                    folder.resolve("out").toString(),
                    null,
                    byDates,
                    earlier.toString(),
                    0,
                    Set.of(),
                    1);
            assertThat(run(settings)).isEqualTo(expected);
        }
    }

    @Test
    void whatHoldsNothingIsAFileOfEarlierClaimsToo() throws IOException {
        write("earlier/a.ndjson", SyntheticMonths.ndjson(SyntheticMonths.month(2026, 1, 40, 1)) + "{\"claimId\": 1}\n");
        Path in = write("in.edi", SyntheticMonths.edi(SyntheticMonths.month(2026, 2, 40, 1)));
        Path earlier = folder.resolve("earlier");
        String expected = check("--history", earlier.resolve("a.ndjson").toString(), in.toString());
        write("earlier/b.ndjson", "");
        write("earlier/c.json", "[]");
        sql.createDataset(List.<String>of(), Encoders.STRING())
                .toDF("claim")
                .write()
                .parquet(earlier.resolve("d").toString());
        Path out = folder.resolve("out");
        Settings settings =
                new Settings(List.of(in.toString()), out.toString(), null, false, earlier.toString(), 0, Set.of(), 1);
        assertThat(run(settings)).isEqualTo(expected);
        assertThat(out.resolve(Answer.SUMMARY)).content().contains("\"earlierClaimsUnreadable\" : 1");
    }

    @Test
    void aNodeThatDoesNotAnswerIsAskedAgain() throws IOException {
        Path in = write("in.edi", SyntheticMonths.edi(SyntheticMonths.month(2026, 1, 200, 1)));
        FailingFiles.in(spark.hadoopConfiguration());
        FailingFiles.failOnce(new IOException("no node answers"));
        Settings settings = new Settings(
                List.of(FailingFiles.path(in)),
                folder.resolve("out").toString(),
                null,
                false,
                null,
                1 << 20,
                Set.of(),
                1);
        assertThat(run(settings)).isEqualTo(check(in.toString()));
        assertThat(FailingFiles.hasFailed()).isTrue();
        assertThat(LOG.toString()).contains("no node answers");
    }

    @Test
    void whatAnExecutorAloneDoesNotSeeEndsTheRun() throws IOException {
        Path in = write("in.edi", SyntheticMonths.edi(SyntheticMonths.month(2026, 1, 4, 1)));
        FailingFiles.in(spark.hadoopConfiguration());
        FailingFiles.failOnce(FailingFiles.Step.OPENING, new FileNotFoundException("no mount"));
        Path out = folder.resolve("out");
        Settings settings =
                new Settings(List.of(FailingFiles.path(in)), out.toString(), null, false, null, 1 << 20, Set.of(), 1);
        assertThatThrownBy(() -> run(settings))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("can be read here, and on an executor not");
        assertThat(out).doesNotExist();
        assertNothingBeside(out);
    }

    @Test
    void theLanguageOfTheMachineChangesNothing() throws IOException {
        Path in = write("in.edi", SyntheticMonths.edi(SyntheticMonths.month(2026, 1, 40, 1)));
        String expected = check(in.toString());
        Locale.setDefault(new Locale("ar", "EG"));
        try {
            assertThat(run(settings(folder.resolve("out"), 9_000, in))).isEqualTo(expected);
            assertThat(Locale.getDefault()).isEqualTo(Locale.US);
        } finally {
            Locale.setDefault(Locale.US);
        }
    }

    @Test
    void anyNumberOfClaimsOfOneBeneficiaryIsBoundedAndTold() throws IOException {
        for (int file = 0; file < 4; file++) {
            write("one/" + file + ".edi", SyntheticMonths.edi(SyntheticMonths.ofOne(80, 80 * file)));
        }
        Path in = folder.resolve("one");
        Settings settings = settings(folder.resolve("out"), 1, in);
        assertThat(run(settings)).isEqualTo(check(in.toString()));
        assertThat(folder.resolve("out").resolve(Answer.SUMMARY))
                .content()
                .contains("\"mostClaimsOfOneBeneficiary\" : 320");
    }

    @Test
    void parquetHasTheClaimsInAColumn() throws IOException {
        List<String> claims = new ArrayList<>();
        for (int month = 1; month <= 3; month++) {
            SyntheticMonths.month(2026, month, 40, 1).forEach(bill -> claims.add(SyntheticMonths.json(bill)));
        }
        claims.add("{\"claimId\": \"broken\"");
        claims.add(SyntheticMonths.json(SyntheticMonths.month(2026, 4, 1, 1).get(0)));
        // findings name their input
        Path lines = write("lines/claims.parquet", String.join("\n", claims) + "\n");
        Path parquet = folder.resolve("parquet");
        sql.createDataset(claims, Encoders.STRING())
                .toDF("claim")
                .coalesce(1)
                .write()
                .parquet(parquet.toString());
        try (Stream<Path> files = Files.list(parquet)) {
            Files.move(
                    files.filter(file -> file.toString().endsWith(".parquet"))
                            .findFirst()
                            .orElseThrow(),
                    parquet.resolve("claims.parquet"));
        }
        assertThat(run(settings(folder.resolve("out"), 20_000, parquet))).isEqualTo(check(lines.toString()));
    }

    @Test
    void aParquetFileWithoutTheColumnCostsItself() throws IOException {
        Path parquet = folder.resolve("parquet");
        sql.createDataset(List.of("x"), Encoders.STRING()).toDF("other").write().parquet(parquet.toString());
        Path in = write("in.edi", SyntheticMonths.edi(SyntheticMonths.month(2026, 2, 4, 1)));
        assertThat(run(settings(folder.resolve("out"), 1, parquet, in)))
                .contains("this Parquet file has no column `claim`")
                .contains("SYN-2-3");
    }

    @Test
    void filesAreAcknowledgedAsByOneMachine() throws IOException {
        Path first = write("a.edi", SyntheticMonths.edi(SyntheticMonths.month(2026, 1, 9, 1)));
        Path second = zip("b.edi.gz", SyntheticMonths.edi(SyntheticMonths.month(2026, 2, 9, 1)));
        Path rows = write("c.ndjson", SyntheticMonths.ndjson(SyntheticMonths.month(2026, 3, 2, 1)));
        Path out = folder.resolve("out");
        Settings settings = new Settings(
                Stream.of(first, second, rows).map(Path::toString).toList(),
                out.toString(),
                null,
                false,
                null,
                1,
                Set.of(Format.CLAIM_ACKNOWLEDGEMENT, Format.IMPLEMENTATION_ACKNOWLEDGEMENT),
                1);
        assertThat(run(settings)).isEqualTo(check(first.toString(), second.toString(), rows.toString()));
        for (String format : List.of("277ca", "999")) {
            assertThat(out.resolve(format)).isDirectoryContaining("glob:**/000001-b.edi.gz." + format);
            try (Stream<Path> files = Files.list(out.resolve(format))) {
                assertThat(files).hasSize(2);
            }
            String expected = check("--format", format, "--control-number", "1", first.toString());
            assertThat(clockless(Files.readString(out.resolve(format).resolve("000000-a.edi." + format))))
                    .isEqualTo(clockless(expected))
                    .contains("ISA*");
        }
    }

    /** Without days and times. */
    private static String clockless(String answer) {
        return answer.replaceAll("\\*20\\d{6}(?=[*~])", "*DAY")
                .replaceAll("\\*\\d{6}(?=\\*)", "*DAY")
                .replaceAll("\\*\\d{4,8}(?=[*~])", "*TIME");
    }

    @Test
    void rowsSayWhatTheLinesSay() throws IOException {
        Path in = everything();
        Path out = folder.resolve("out");
        String answer = run(settings(out, 20_000, in));
        sql.read().parquet(out.resolve(Answer.CLAIMS).toString()).createOrReplaceTempView("claims");
        sql.read().parquet(out.resolve(Answer.FINDINGS).toString()).createOrReplaceTempView("findings");
        Row claims = sql.sql("select count(*), sum(findings), count(distinct part, line) from claims")
                .first();
        long judged =
                answer.lines().filter(line -> line.contains("\"disposition\"")).count();
        assertThat(claims.getLong(0))
                .isEqualTo(judged)
                .isEqualTo(claims.getLong(2))
                .isGreaterThan(200);
        assertThat(sql.sql("select count(*) from findings").first().getLong(0)).isEqualTo(claims.getLong(1));
        Row duplicate = sql.sql(
                        """
                        select f.part, f.line, c.claim_id, c.month, c.disposition, c.total_charge from findings f join claims c
                        on f.part = c.part and f.line = c.line where f.finding = 'HHT-120' order by f.part, f.line""")
                .first();
        List<String> part = Files.readAllLines(out.resolve(Answer.part(duplicate.getInt(0))));
        assertThat(part.get((int) duplicate.getLong(1) - 1))
                .startsWith("{\"claimId\":\"" + duplicate.getString(2) + "\"")
                .contains("HHT-120")
                .contains("\"disposition\":\"" + duplicate.getString(4) + "\"");
        assertThat(duplicate.getString(3)).isEqualTo("2026-01");
        for (String table : List.of("claims", "findings")) {
            assertThat(sql.table(table).collectAsList())
                    .noneMatch(row -> row.toString().contains(SyntheticMonths.MARK));
        }
    }

    @Test
    void aRerunReplacesAndAFailureLeavesWhatWasThere() throws IOException {
        Path first = write("first.edi", SyntheticMonths.edi(SyntheticMonths.month(2026, 1, 5, 1)));
        Path second = write("second.edi", SyntheticMonths.edi(SyntheticMonths.month(2026, 2, 5, 1)));
        Path out = folder.resolve("out");
        run(settings(out, 0, first, second));
        assertThat(run(settings(out, 0, second))).isEqualTo(check(second.toString()));

        Path torn = write("torn.ndjson", "{\"claimId\": ");
        Settings failing =
                new Settings(List.of(first.toString()), out.toString(), null, false, torn.toString(), 0, Set.of(), 1);
        assertThatThrownBy(() -> run(failing)).hasMessageContaining("the earlier claims cannot be read");
        assertNothingBeside(out);
        assertThat(answer(out)).isEqualTo(check(second.toString()));

        Files.delete(out.resolve("_SUCCESS"));
        assertThatThrownBy(() -> run(settings(out, 0, first))).hasMessageContaining("no answer of an earlier run");
        assertThat(out.resolve(Answer.EVALUATIONS)).exists();
    }
}
