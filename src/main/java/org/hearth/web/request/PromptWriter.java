package org.hearth.web.request;

import java.io.IOException;
import java.io.Writer;
import java.util.concurrent.TimeUnit;

/** Passes lines on to whoever waits for them: the first at once, and none waits longer than a blink for the next. */
final class PromptWriter implements Appendable {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    private final Writer writer;
    private long flushed = System.nanoTime() - PAUSE;

    PromptWriter(Writer writer) {
        this.writer = writer;
    }

    @Override
    public Appendable append(CharSequence text) throws IOException {
        writer.append(text);
        return this;
    }

    @Override
    public Appendable append(CharSequence text, int start, int end) throws IOException {
        writer.append(text, start, end);
        return this;
    }

    @Override
    public Appendable append(char one) throws IOException {
        writer.append(one);
        if (one == '\n' && System.nanoTime() - flushed >= PAUSE) {
            writer.flush();
            flushed = System.nanoTime();
        }
        return this;
    }
}
