package org.hearth.sent;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearth.claim.Claim;
import org.hearth.database.PostgresqlServer;
import org.hearth.history.Earlier;

/**
 * Kills a process that keeps claims and says so, again and again, and looks whether all that it said to be kept is kept
 * afterwards. By hand: {@code java -cp ... org.hearth.sent.KillTrial 200 [postgresql]}; the tests do it a few times.
 */
public final class KillTrial {

    private static final int CLAIMS_AT_A_TIME = 3;
    private static final String MEMBER = "MEMBER";

    /**
     * What killing came to.
     *
     * @param kills how often a process was killed
     * @param said how many claims were said to be kept, over all processes
     * @param lost how many of them are not there afterwards
     * @param doubled how many claims are there twice
     * @param found how many claims are there
     */
    record Result(int kills, int said, int lost, int doubled, int found) {}

    private final HistorySettings settings;
    private final Random random;

    KillTrial(HistorySettings settings, long seed) {
        this.settings = settings;
        this.random = new Random(seed);
    }

    /** Runs and kills processes, each going on where the one before it was killed. */
    Result run(int kills) throws IOException, InterruptedException {
        int said = 0;
        for (int kill = 0; kill < kills; kill++) {
            said = kill(said);
        }
        List<Claim> asking = new ArrayList<>();
        for (int i = 0; i < said + CLAIMS_AT_A_TIME; i++) {
            asking.add(claim(i));
        }
        int lost = 0;
        int doubled = 0;
        int found = 0;
        try (SentStore store =
                SentHistory.open(settings, SentHistory.Purpose.READ).orElseThrow()) {
            List<List<Earlier>> kept = store.of(asking);
            for (int i = 0; i < kept.size(); i++) {
                found += kept.get(i).size();
                lost += i < said && kept.get(i).isEmpty() ? 1 : 0;
                doubled += Math.max(0, kept.get(i).size() - 1);
            }
        }
        return new Result(kills, said, lost, doubled, found);
    }

    /** How many claims the process has said to be kept when it was killed, with those before it. */
    private int kill(int from) throws IOException, InterruptedException {
        Process process = start(settings, from);
        int said = from;
        // some while it makes or opens the store, most while it writes
        int until = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(40);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            if (until == 0) {
                Thread.sleep(random.nextInt(900));
                process.toHandle().destroyForcibly();
            }
            String line = lines.readLine();
            while (line != null) {
                said = Integer.parseInt(line);
                if (--until == 0) {
                    Thread.sleep(0, random.nextInt(1_000_000));
                    process.toHandle().destroyForcibly();
                }
                line = lines.readLine();
            }
        } finally {
            // also where what it says cannot be read
            process.destroyForcibly();
        }
        process.waitFor(30, TimeUnit.SECONDS);
        return said;
    }

    /** A process that keeps claims from one on until it is killed. */
    static Process start(HistorySettings settings, int from) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        classPath(),
                        KillTrial.class.getName(),
                        "keep",
                        settings.url() == null ? settings.folder().toString() : settings.url(),
                        settings.key(),
                        String.valueOf(from))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** What keeping needs: a search through all that tests need takes longer than the rest. */
    static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith(".jar")
                        || Stream.of("h2", "agroal", "flyway", "postgresql", "jackson", "jboss-logging")
                                .anyMatch(new File(entry).getName()::contains))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Claim claim(int number) {
        return SentClaim.monthly(1).toBuilder()
                .claimId("K-" + number)
                .beneficiaryId(MEMBER + number)
                .build();
    }

    /** {@code keep PLACE KEY FROM}, or {@code KILLS [postgresql]}. */
    public static void main(String... arguments) throws Exception {
        if (arguments[0].equals("keep")) {
            keep(arguments[1], arguments[2], Integer.parseInt(arguments[3]));
            return;
        }
        HistorySettings settings = settings(
                arguments.length > 1
                        ? PostgresqlServer.emptyDatabase()
                        : Files.createTempDirectory("kill-trial").toString(),
                SentStoreContract.KEY);
        System.out.println(new KillTrial(settings, 837).run(Integer.parseInt(arguments[0])));
        System.exit(0);
    }

    private static HistorySettings settings(String place, String key) throws UnusableHistoryException {
        return new HistorySettings(HistorySettings.Mode.ON, Path.of("none"), null, key, List.of()).at(place);
    }

    private static void keep(String place, String key, int from) throws IOException {
        try (SentStore store = SentHistory.open(settings(place, key), SentHistory.Purpose.WRITE)
                .orElseThrow()) {
            for (int next = from; ; next += CLAIMS_AT_A_TIME) {
                store.keep(List.of(claim(next), claim(next + 1), claim(next + 2)), LocalDate.of(2024, 3, 1));
                System.out.println(next + CLAIMS_AT_A_TIME);
                System.out.flush();
            }
        }
    }
}
