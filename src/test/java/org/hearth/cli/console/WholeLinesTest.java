package org.hearth.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class WholeLinesTest {

    @Test
    void passesOnWholeLinesOnly() throws IOException {
        StringWriter target = new StringWriter();
        WholeLines lines = new WholeLines(new PrintWriter(target), true);
        String line = "a line of some length, to be repeated";
        for (int count = 0; count < 5_000; count++) {
            lines.append(line).append("\n");
            assertThat(target.getBuffer().length() % (line.length() + 1)).isZero();
        }
        assertThat(target.getBuffer().length()).isGreaterThan(100_000);
        lines.write("no end");
        lines.close();
        assertThat(target).hasToString((line + "\n").repeat(5_000) + "no end");
    }

    @Test
    void anErrorThatTheTargetKeepsToItselfIsAnException() {
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        try (PrintWriter target = new PrintWriter(gone)) {
            WholeLines lines = new WholeLines(target, false);
            assertThatThrownBy(() -> lines.append("x\n".repeat(20_000)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("whatever took it has closed, or there is no room");
        }
    }

    @Test
    void aSignalWritesTheWholeLinesAndNoMore() throws IOException {
        StringWriter target = new StringWriter();
        try (WholeLines lines = new WholeLines(new PrintWriter(target), true)) {
            lines.append("one\ntwo\nthr");
            lines.stop();
            assertThat(target).hasToString("one\ntwo\n");

            lines.append("ee\n" + "four\n".repeat(10_000));
            lines.flush();
        }
        assertThat(target).hasToString("one\ntwo\n");
    }
}
