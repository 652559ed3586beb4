package org.hearth.decision;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.hearth.database.Database;

/** Reads a log of decisions: a folder of files, one file (gzip or plain), or a PostgreSQL. What is held in memory does not grow with it. */
public final class LogReader {

    private static final int LINES_A_FETCH = 1_000;

    /**
     * What was read.
     *
     * @param decisions how many lines were decisions
     * @param gaps how many lines say that others are missing
     * @param torn how many lines are not whole, or no lines of a decision log
     */
    public record Read(long decisions, long gaps, long torn) {}

    private final Consumer<Decision> taker;
    private long decisions;
    private long gaps;
    private long torn;

    private LogReader(Consumer<Decision> taker) {
        this.taker = taker;
    }

    /**
     * Hands over every decision of a log, the oldest first.
     *
     * @param log where it is; its folder may be a single file too
     * @throws IOException if it cannot be read
     */
    public static Read read(LogSettings log, Consumer<Decision> taker) throws IOException {
        LogReader reader = new LogReader(taker);
        if (log.folder() == null) {
            reader.database(log);
        } else if (Files.isDirectory(log.folder())) {
            List<Path> files = FileSink.files(log.folder());
            if (files.isEmpty()) {
                throw new IOException("`" + log.folder() + "` has no file of a decision log"
                        + " (`decisions-2026-01-31-0001.ndjson`); name the folder that `HEARTH_DECISION_LOG` names");
            }
            for (Path file : files) {
                reader.file(file);
            }
        } else {
            reader.file(log.folder());
        }
        return new Read(reader.decisions, reader.gaps, reader.torn);
    }

    private void database(LogSettings log) throws IOException {
        try (Database database = DatabaseSink.open(log.url());
                Connection connection = database.connection()) {
            // rows are fetched some at a time only within a transaction
            connection.setAutoCommit(false);
            try (Statement ask = connection.createStatement()) {
                ask.setFetchSize(LINES_A_FETCH);
                try (ResultSet found = ask.executeQuery("select content from decision order by decided_at, id")) {
                    while (found.next()) {
                        line(found.getString(1).getBytes(StandardCharsets.UTF_8));
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IOException(
                    "the decision log in `" + log.place() + "` cannot be read: " + Database.words(e, log.url()), e);
        }
    }

    private void file(Path file) throws IOException {
        try (InputStream in = opened(file)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream(1_024);
            boolean tooLong = false;
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n') {
                    take(line, tooLong);
                    tooLong = false;
                } else if (line.size() < Decision.MOST_BYTES) {
                    line.write(next);
                } else {
                    tooLong = true;
                }
            }
            take(line, tooLong);
        } catch (java.nio.file.NoSuchFileException e) {
            throw new IOException("there is no `" + file + "`; name the folder or the file of a decision log", e);
        }
    }

    private static InputStream opened(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        return file.getFileName().toString().endsWith(".gz")
                ? new BufferedInputStream(new GZIPInputStream(in), 1 << 16)
                : in;
    }

    private void take(ByteArrayOutputStream line, boolean tooLong) {
        if (tooLong) {
            torn++;
        } else if (line.size() > 0) {
            line(line.toByteArray());
        }
        line.reset();
    }

    private void line(byte[] line) {
        Decision decision;
        try {
            decision = Decision.read(line).orElse(null);
        } catch (IOException e) {
            torn++;
            return;
        }
        if (decision == null) {
            gaps++;
        } else {
            decisions++;
            taker.accept(decision);
        }
    }
}
