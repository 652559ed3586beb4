package org.hearth.cli.console;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Duration;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how much of the inputs has been read, once that takes long. Not safe for use by several threads. */
public final class Progress implements AutoCloseable {

    private static final int WIDTH = 79;
    private static final int MEGABYTE = 1_000_000;

    private final PrintWriter err;
    private final long total;
    private final long shownAfter;
    private final long start = System.nanoTime();
    private long read;
    private ProgressBar bar;

    /**
     * @param err where it is shown
     * @param total bytes of all inputs, or -1 if nobody knows
     * @param after how long it waits before it shows anything
     */
    public Progress(PrintWriter err, long total, Duration after) {
        this.err = err;
        this.total = total;
        this.shownAfter = after.toNanos();
    }

    /** An input of which every byte that is read counts. */
    public InputStream of(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int one = in.read();
                count(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int bytes = in.read(target, offset, length);
                count(Math.max(bytes, 0));
                return bytes;
            }
        };
    }

    private void count(int bytes) {
        read += bytes;
        if (bar == null && System.nanoTime() - start >= shownAfter) {
            bar = new ProgressBarBuilder()
                    .setTaskName("read")
                    .setUnit(" MB", MEGABYTE)
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new DelegatingProgressBarConsumer(this::show, WIDTH))
                    .build();
        }
        if (bar != null) {
            bar.stepTo(read);
        }
    }

    private void show(String text) {
        err.print("\r" + text);
        err.flush();
    }

    /** Takes the bar away. */
    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            show(" ".repeat(WIDTH) + "\r");
        }
    }
}
