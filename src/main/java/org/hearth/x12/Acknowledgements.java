package org.hearth.x12;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.function.Function;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Evaluation;

/**
 * Answers 837I files with acknowledgements: the 999 (005010X231A1) says whether a file follows the guide, the 277CA
 * (005010X214) which of its claims are accepted and why the others are not. Each interchange received is answered by
 * one interchange with sender and receiver changed about. An answer holds patients' names and member ids, as the 277CA
 * must: it is for the sender alone.
 *
 * <p>A file that does not begin with an interchange gets no answer but the problems of its {@link X12Item.End}. The same
 * file, clock, control numbers and evaluations give the same bytes. Not safe for use by several threads.
 */
public final class Acknowledgements {

    private static final Appendable NOWHERE = new Appendable() {
        @Override
        public Appendable append(CharSequence text) {
            return this;
        }

        @Override
        public Appendable append(CharSequence text, int start, int end) {
            return this;
        }

        @Override
        public Appendable append(char c) {
            return this;
        }
    };

    private final Clock clock;
    private final ControlNumbers numbers;

    /**
     * Acknowledgements of a day and number.
     *
     * @param clock gives date and time, in its zone, to the answers
     * @param firstControlNumber the first answer's interchange control number (ISA13), 1 to 999,999,999; each answer
     *     after it takes the next
     * @throws IllegalArgumentException if the number is out of range
     */
    public Acknowledgements(Clock clock, int firstControlNumber) {
        this.clock = clock;
        numbers = new ControlNumbers(firstControlNumber);
    }

    /**
     * Writes the 277CA.
     *
     * @param in the file's bytes, not compressed; the caller closes it
     * @param file its name, without the folder
     * @param evaluation judges a claim; findings at error level reject it
     * @param out where the 277CA goes; nothing is written if no transaction set can be taken
     * @return how the reading of the file ended
     * @throws IOException if the answer cannot be written
     */
    public X12Item.End claims(
            InputStream in, String file, Function<? super Claim, Evaluation> evaluation, Appendable out)
            throws IOException {
        return write(in, file, evaluation, out, NOWHERE);
    }

    /**
     * Writes the 999. No claim is judged.
     *
     * @param in the file's bytes, not compressed; the caller closes it
     * @param file its name, without the folder
     * @param out where the 999 goes
     * @return how the reading of the file ended
     * @throws IOException if the answer cannot be written
     */
    public X12Item.End implementation(InputStream in, String file, Appendable out) throws IOException {
        return write(in, file, null, NOWHERE, out);
    }

    /**
     * Writes both, in one pass.
     *
     * @param in the file's bytes, not compressed; the caller closes it
     * @param file its name, without the folder
     * @param evaluation judges a claim; findings at error level reject it
     * @param claims where the 277CA goes
     * @param implementation where the 999 goes
     * @return how the reading of the file ended
     * @throws IOException if an answer cannot be written
     */
    public X12Item.End both(
            InputStream in,
            String file,
            Function<? super Claim, Evaluation> evaluation,
            Appendable claims,
            Appendable implementation)
            throws IOException {
        return write(in, file, evaluation, claims, implementation);
    }

    private X12Item.End write(
            InputStream in,
            String file,
            Function<? super Claim, Evaluation> evaluation,
            Appendable claimsOut,
            Appendable implementationOut)
            throws IOException {
        LocalDateTime now = LocalDateTime.now(clock);
        ReceivedFile received = new ReceivedFile();
        ControlNumbers unused = new ControlNumbers(1);
        ImplementationAcknowledgement implementation = new ImplementationAcknowledgement(
                received,
                new AnswerFile(
                        implementationOut,
                        received,
                        implementationOut == NOWHERE ? unused : numbers,
                        now,
                        "FA",
                        ImplementationAcknowledgement.VERSION));
        ClaimAcknowledgement claims = new ClaimAcknowledgement(
                received,
                new AnswerFile(
                        claimsOut,
                        received,
                        evaluation == null ? unused : numbers,
                        now,
                        "HN",
                        ClaimAcknowledgement.VERSION),
                implementation);
        X12Reader reader = new X12Reader(in, file, segment -> {
            received.read(segment);
            // the 999 first: it has looked at the whole claim when the 277CA settles it
            implementation.read(segment);
            if (evaluation != null) {
                claims.read(segment);
            }
        });
        try {
            X12Item item = reader.next();
            while (!(item instanceof X12Item.End end)) {
                if (evaluation != null && item instanceof X12Item.Read read) {
                    claims.evaluated(read.claim(), evaluation.apply(read.claim()));
                } else if (evaluation != null && item instanceof X12Item.Refused refused) {
                    claims.refused(refused);
                }
                item = reader.next();
            }
            implementation.end();
            if (evaluation != null) {
                claims.end();
            }
            return end;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
