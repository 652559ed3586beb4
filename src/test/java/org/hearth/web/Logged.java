package org.hearth.web;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Everything that is logged while it is open, with the stack traces of exceptions. */
final class Logged extends Handler implements AutoCloseable {

    private final Queue<String> entries = new ConcurrentLinkedQueue<>();

    Logged() {
        setFormatter(new PatternFormatter("%p %c %X %s%e%n"));
        Logger.getLogger("").addHandler(this);
    }

    String text() {
        return entries.stream().collect(Collectors.joining());
    }

    @Override
    public void publish(LogRecord entry) {
        entries.add(getFormatter().format(entry));
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
