package org.hearth.spark;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Serializable;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.hearth.batch.Format;
import org.hearth.batch.Intake;
import org.hearth.batch.Output;
import org.hearth.batch.Setting;
import org.hearth.batch.Sink;
import org.hearth.x12.acknowledgement.Acknowledgements;
import org.hearth.x12.acknowledgement.ControlNumbers;
import org.hearth.x12.acknowledgement.Held;

/**
 * How 837I files are acknowledged: each by a file of its own, dated by the start of the run and numbered by the place of the
 * file, so that another attempt gives the same bytes. A file may hold so many interchanges until numbers come twice.
 *
 * @param formats which are wanted: 277CA, 999
 * @param first the number of the first interchange
 * @param at when the run began
 * @param zone of the machine where it began
 */
record Acknowledging(Set<Format> formats, int first, Instant at, ZoneId zone) implements Serializable {

    /** So many interchanges has no file. */
    private static final long OF_A_FILE = 1_000;

    private static final int MOST_NUMBER = 999_999_999;

    Acknowledging {
        formats = Set.copyOf(formats);
    }

    /** Whether such an acknowledgement of a file is wanted. */
    boolean wants(Format format, Input input) {
        return formats.contains(format) && input.kind() == Input.Kind.X12;
    }

    /** Begins the acknowledgement of a file. */
    Answered begin(Format format, Input input, Staging.Attempt attempt) throws IOException {
        long number = (first - 1 + OF_A_FILE * input.number()) % MOST_NUMBER + 1;
        Setting setting = new Setting(
                Writer.nullWriter(),
                new Acknowledgements(Clock.fixed(at, zone), ControlNumbers.from((int) number)),
                List.of(),
                null,
                Held::new);
        Writer text = new BufferedWriter(new OutputStreamWriter(
                attempt.files().create(attempt.file(Answer.acknowledgement(format, input))), StandardCharsets.UTF_8));
        return new Answered(text, format.to(new Sink(text, OutputStream.nullOutputStream()), setting));
    }

    /**
     * The acknowledgement of a file that is being read.
     *
     * @param text where it goes
     * @param output what writes it
     */
    record Answered(Writer text, Output output) implements Closeable {

        /** Opens the file as the acknowledgement needs it. */
        Intake open(InputStream in, String name) throws IOException {
            return output.open(in, name, () -> {});
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }
}
