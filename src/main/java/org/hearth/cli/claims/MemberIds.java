package org.hearth.cli.claims;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.UsageException;

/** Member ids, which come on standard input: no list of processes and no history of a shell shows what stands there. */
final class MemberIds {

    private MemberIds() {}

    /**
     * The member id on standard input.
     *
     * @throws UsageException if there is none
     */
    static String read(Console console) throws IOException {
        String line = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8)).readLine();
        if (line == null || line.isBlank()) {
            throw new UsageException("there is no member id on standard input; write it there, on a line");
        }
        return line.strip();
    }
}
