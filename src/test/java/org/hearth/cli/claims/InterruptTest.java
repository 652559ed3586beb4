package org.hearth.cli.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hearth.cli.HearthCommand;
import org.hearth.cli.console.Console;
import org.hearth.x12.SyntheticFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ctrl-C while claims are checked: what was judged is there, line by line. */
class InterruptTest {

    /** 128 and the number of SIGINT, as a shell has it. */
    private static final int INTERRUPTED = 130;

    /** The bit of SIGINT among signals. */
    private static final int SIGINT = 1 << 1;

    private static final int IDLE = 20;

    @Test
    @Timeout(120)
    void theAnswerEndsWithTheLastClaimThatWasJudged() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "there is no kill here");
        assumeTrue(
                !ignoresInterrupts(),
                "in the background of a script interrupts are ignored, here and by what is started");
        byte[] file = SyntheticFiles.file(400, 11);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.hearth.app.Main",
                        "check",
                        "--format",
                        "ndjson",
                        "--threads",
                        "1",
                        "-")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (OutputStream in = process.getOutputStream()) {
            CompletableFuture<String> out = CompletableFuture.supplyAsync(() -> read(process.getInputStream()));
            // its end is not sent, so the command waits for more
            in.write(file);
            in.flush();
            waitUntilIdle(process);
            assertThat(new ProcessBuilder("/bin/kill", "-INT", String.valueOf(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(INTERRUPTED);
            String whole = answer(file);
            String end = whole.substring(whole.lastIndexOf('\n', whole.length() - 2) + 1);
            // every claim of the file, and not the line that says that the answer is whole
            assertThat(out.get()).isEqualTo(whole.substring(0, whole.length() - end.length()));
            assertThat(end).startsWith("{\"end\":");
        } finally {
            process.destroyForcibly();
        }
    }

    private static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        String ignored = "SigIgn:";
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(ignored))
                .anyMatch(line ->
                        (Long.parseUnsignedLong(line.substring(ignored.length()).strip(), 16) & SIGINT) != 0);
    }

    private static String answer(byte[] file) {
        StringWriter out = new StringWriter();
        HearthCommand.run(
                new Console(new ByteArrayInputStream(file), new PrintWriter(out), new PrintWriter(new StringWriter())),
                () -> {},
                "check",
                "--format",
                "ndjson",
                "-");
        return out.toString();
    }

    /** Until it has begun and then used no processor for two seconds. */
    private static void waitUntilIdle(Process process) throws InterruptedException {
        Duration used = Duration.ZERO;
        for (int idle = 0; idle < IDLE; idle++) {
            Thread.sleep(100);
            Duration now = process.info().totalCpuDuration().orElse(Duration.ZERO);
            if (!now.equals(used) || now.isZero()) {
                idle = 0;
                used = now;
            }
        }
    }

    private static String read(InputStream in) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (in) {
            in.transferTo(bytes);
        } catch (IOException e) {
            bytes.writeBytes(e.toString().getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
