package org.hearth.cli.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * Passes on whole lines only, many at a time, so that an answer that breaks off ends with a line's end; one that is
 * broken off by a signal, such as Ctrl-C, with the last whole line that there was. What it writes to keeps errors to
 * itself; here they are exceptions.
 */
public final class WholeLines extends Writer {

    private static final int ENOUGH = 1 << 15;
    /** How long a signal waits for whoever takes the answer, in milliseconds. */
    private static final int PATIENCE = 1_000;

    private final PrintWriter target;
    private final boolean owned;
    private final StringBuilder text = new StringBuilder();
    private final Thread onSignal = new Thread(this::stopInTime, "hearth-whole-lines");
    private boolean stopped;

    /** @param owned whether the target is closed with this */
    WholeLines(PrintWriter target, boolean owned) {
        this.target = target;
        this.owned = owned;
        Runtime.getRuntime().addShutdownHook(onSignal);
    }

    @Override
    public void write(char[] more, int offset, int length) throws IOException {
        synchronized (lock) {
            text.append(more, offset, length);
            pass();
        }
    }

    @Override
    public Writer append(CharSequence more) throws IOException {
        synchronized (lock) {
            text.append(more);
            pass();
        }
        return this;
    }

    private void pass() throws IOException {
        if (text.length() >= ENOUGH) {
            put(text.lastIndexOf("\n") + 1);
        }
    }

    private void put(int length) throws IOException {
        if (!stopped) {
            target.append(text, 0, length);
        }
        text.delete(0, length);
        if (target.checkError()) {
            throw new IOException("whatever took it has closed, or there is no room");
        }
    }

    @Override
    public void flush() throws IOException {
        synchronized (lock) {
            put(text.length());
        }
    }

    /** Writes the whole lines that there are, and nothing from then on. */
    void stop() {
        synchronized (lock) {
            target.append(text, 0, text.lastIndexOf("\n") + 1);
            target.flush();
            stopped = true;
        }
    }

    /** Another thread writes, as whoever takes the answer may no longer do so: then the signal ends it all the same. */
    private void stopInTime() {
        Thread last = new Thread(this::stop, "hearth-last-lines");
        last.setDaemon(true);
        last.start();
        try {
            last.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            flush();
        } finally {
            letGo();
        }
    }

    /** Closes it without what was not written yet. */
    void letGo() {
        try {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException e) {
            // the signal came meanwhile
        }
        if (owned) {
            target.close();
        }
    }
}
