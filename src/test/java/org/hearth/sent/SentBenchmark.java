package org.hearth.sent;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hearth.claim.Claim;
import org.hearth.claim.ServiceLine;
import org.hearth.database.Database;
import org.hearth.database.PostgresqlServer;

/**
 * How long keeping and looking up takes, and what is kept takes up, in both databases in one run. By hand: {@code java -cp
 * ... org.hearth.sent.SentBenchmark [BENEFICIARIES]}. Claims are synthetic.
 */
public final class SentBenchmark {

    private static final int CLAIMS_EACH = 2;
    private static final int LINES = 10;
    private static final int AT_A_TIME = 500;
    private static final int BATCH = 32;
    private static final int LOOK_UPS = 20_000;
    private static final int OPENINGS = 5;
    private static final String[] CODES = {"97110", "97112", "97116", "97140", "97530", "97535"};

    private SentBenchmark() {}

    /** {@code [BENEFICIARIES]}, or {@code open FOLDER}. */
    public static void main(String... arguments) throws Exception {
        if (arguments.length == 2 && arguments[0].equals("open")) {
            open(Path.of(arguments[1]));
            return;
        }
        int beneficiaries = arguments.length == 0 ? 50_000 : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("sent-benchmark");
        String url = PostgresqlServer.emptyDatabase();
        measure("H2", settings(folder, null), beneficiaries);
        fileSize("after it was kept", folder, beneficiaries);
        for (int i = 0; i < OPENINGS; i++) {
            new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            KillTrial.classPath(),
                            SentBenchmark.class.getName(),
                            "open",
                            folder.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
        }
        // what is closed is tidied for a while
        fileSize("after it was opened and closed five times", folder, beneficiaries);
        measure("PostgreSQL", settings(null, url), beneficiaries);
        System.out.printf("  bytes a line %.1f%n", size(url) / lines(beneficiaries));
        System.exit(0);
    }

    private static void fileSize(String when, Path folder, int beneficiaries) throws IOException {
        System.out.printf("  bytes a line %s: %.1f%n", when, Files.size(Database.file(folder)) / lines(beneficiaries));
    }

    private static HistorySettings settings(Path folder, String url) {
        return new HistorySettings(HistorySettings.Mode.ON, folder, url, SentStoreContract.KEY, List.of());
    }

    private static double lines(int beneficiaries) {
        return (double) beneficiaries * CLAIMS_EACH * LINES;
    }

    private static void measure(String engine, HistorySettings settings, int beneficiaries) throws IOException {
        try (SentStore store =
                SentHistory.open(settings, SentHistory.Purpose.WRITE).orElseThrow()) {
            long start = System.nanoTime();
            List<Claim> some = new ArrayList<>();
            Random random = new Random(837);
            for (int month = 1; month <= CLAIMS_EACH; month++) {
                for (int member = 0; member < beneficiaries; member++) {
                    some.add(claim(member, month, random));
                    if (some.size() == AT_A_TIME) {
                        store.keep(some, LocalDate.of(2024, month, 28));
                        some.clear();
                    }
                }
            }
            store.keep(some, LocalDate.of(2024, CLAIMS_EACH, 28));
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "%s%n  keep %.0f lines: %.1f s, %.0f lines a second%n",
                    engine, lines(beneficiaries), seconds, lines(beneficiaries) / seconds);
            lookUp(store, beneficiaries, 1);
            lookUp(store, beneficiaries, BATCH);
        }
    }

    private static void lookUp(SentStore store, int beneficiaries, int batch) throws IOException {
        Random random = new Random(9);
        long[] nanos = new long[LOOK_UPS / batch];
        // the first half warms up
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < nanos.length; i++) {
                List<Claim> asking = new ArrayList<>(batch);
                for (int one = 0; one < batch; one++) {
                    asking.add(claim(random.nextInt(beneficiaries), CLAIMS_EACH + 1, random));
                }
                long start = System.nanoTime();
                store.of(asking);
                nanos[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                "  look up %d at a time: p50 %.0f, p99 %.0f, mean %.0f microseconds a claim%n",
                batch,
                nanos[nanos.length / 2] / 1e3 / batch,
                nanos[nanos.length * 99 / 100] / 1e3 / batch,
                Arrays.stream(nanos).average().orElse(0) / 1e3 / batch);
    }

    private static double size(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet size = statement.executeQuery("select pg_total_relation_size('sent_claim')")) {
            size.next();
            return size.getLong(1);
        }
    }

    private static void open(Path folder) throws IOException {
        long cpu = java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long start = System.nanoTime();
        try (SentStore store = SentHistory.open(settings(folder, null), SentHistory.Purpose.READ)
                .orElseThrow()) {
            store.of(List.of(claim(1, 3, new Random(1))));
            System.out.printf(
                    "  open and look one up, cold: %.0f ms, of the processor %.0f ms%n",
                    (System.nanoTime() - start) / 1e6,
                    (java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e6);
        }
    }

    private static Claim claim(int member, int month, Random random) {
        Claim like = SentClaim.monthly(month);
        List<ServiceLine> lines = new ArrayList<>();
        for (int line = 1; line <= LINES; line++) {
            lines.add(new ServiceLine(
                    line,
                    null,
                    "0420",
                    "HC",
                    CODES[random.nextInt(CODES.length)],
                    List.of("GP"),
                    like.statementFrom().plusDays(2L * line),
                    null,
                    BigDecimal.valueOf(1 + random.nextInt(4)),
                    BigDecimal.valueOf(4_000 + random.nextInt(16_000), 2),
                    null,
                    null,
                    null,
                    null));
        }
        return like.toBuilder()
                .claimId("PCN-" + member + "-" + month)
                .beneficiaryId("MEMBER" + member)
                .billingProviderNpi("12345678" + member % 10)
                .lines(lines)
                .build();
    }
}
