package org.hearth.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import org.hearth.cli.console.Console;

/**
 * Judges the shipped samples and tells nobody, so that the virtual machine, told to keep the classes of this run in an archive,
 * has met those that a command needs. The script {@code hearth} runs it once; nothing of a claim of anybody's is in it.
 */
public final class Rehearsal {

    private static final List<String> SAMPLES = List.of(
            "/samples/outpatient-therapy-0341.edi",
            "/samples/home-health-0329.edi",
            "/samples/outpatient-therapy-2018.json",
            "/samples/home-health-2025.ndjson");

    /** The status of a check that found something. */
    private static final int WITH_FINDINGS = 1;

    private Rehearsal() {}

    /** Judges the samples. */
    public static void main(String... arguments) throws IOException {
        PrintWriter nobody = new PrintWriter(Writer.nullWriter());
        for (String sample : SAMPLES) {
            for (String format : List.of("text", "ndjson")) {
                try (InputStream in = Rehearsal.class.getResourceAsStream(sample)) {
                    Console console = new Console(in, nobody, nobody, false, false);
                    int status = Main.run(console, () -> {}, "check", "-", "--format", format, "--history", "none");
                    if (status > WITH_FINDINGS) {
                        throw new IllegalStateException(sample + " was not judged");
                    }
                }
            }
        }
    }
}
