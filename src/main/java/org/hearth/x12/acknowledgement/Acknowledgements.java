package org.hearth.x12.acknowledgement;

import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.function.Supplier;
import org.hearth.x12.reading.X12Item;

/**
 * Answers 837I files with acknowledgements: the 999 (005010X231A1) says whether a file follows the guide, the 277CA
 * (005010X214) which of its claims are accepted and why the others are not. Each interchange received is answered by
 * one interchange with sender and receiver changed about. An answer holds patients' names and member ids, as the 277CA
 * must: it is for the sender alone.
 *
 * <p>A file that does not begin with an interchange gets no answer but the problems of its {@link X12Item.End}. The same
 * file, clock, control numbers and evaluations give the same bytes. Safe for use by several threads.
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
     * Acknowledgements of a day.
     *
     * @param clock gives date and time, in its zone, to the answers
     * @param numbers gives each answer its interchange control number (ISA13)
     */
    public Acknowledgements(Clock clock, ControlNumbers numbers) {
        this.clock = clock;
        this.numbers = numbers;
    }

    /** Acknowledgements of the day of the machine, in its zone, numbered by its clock. */
    public static Acknowledgements today() {
        Clock clock = Clock.systemDefaultZone();
        return new Acknowledgements(clock, ControlNumbers.of(clock));
    }

    /**
     * Answers with the 277CA.
     *
     * @param in the file's bytes, not compressed; the caller closes it
     * @param file its name, without the folder
     * @param answers waits for the claims to be judged
     * @param holding what holds the claims of a transaction set until it ends, one for each; where it is full, the answer cannot be written
     * @param out where the 277CA goes; nothing is written if no transaction set can be taken
     */
    public AnsweredFile claims(
            InputStream in, String file, AnsweredFile.Answers answers, Supplier<Held> holding, Appendable out) {
        return answered(in, file, answers, holding, out, NOWHERE);
    }

    /**
     * Answers with the 999. No claim needs to be judged.
     *
     * @param in the file's bytes, not compressed; the caller closes it
     * @param file its name, without the folder
     * @param out where the 999 goes
     */
    public AnsweredFile implementation(InputStream in, String file, Appendable out) {
        return answered(in, file, null, null, NOWHERE, out);
    }

    /**
     * Answers with both, in one pass, and holds the claims of a transaction set however many they are.
     *
     * @param in the file's bytes, not compressed; the caller closes it
     * @param file its name, without the folder
     * @param answers waits for the claims to be judged
     * @param claims where the 277CA goes
     * @param implementation where the 999 goes
     */
    public AnsweredFile both(
            InputStream in, String file, AnsweredFile.Answers answers, Appendable claims, Appendable implementation) {
        return answered(in, file, answers, Held::new, claims, implementation);
    }

    private AnsweredFile answered(
            InputStream in,
            String file,
            AnsweredFile.Answers answers,
            Supplier<Held> holding,
            Appendable claimsOut,
            Appendable implementationOut) {
        LocalDateTime now = LocalDateTime.now(clock);
        ReceivedFile received = new ReceivedFile();
        ControlNumbers unused = ControlNumbers.from(1);
        // a 277CA alone needs it too, for what it says of single claims
        ImplementationAcknowledgement implementation = new ImplementationAcknowledgement(
                received,
                new AnswerFile(
                        implementationOut,
                        received,
                        implementationOut == NOWHERE ? unused : numbers,
                        now,
                        "FA",
                        ImplementationAcknowledgement.VERSION));
        ClaimAcknowledgement claims = answers == null
                ? null
                : new ClaimAcknowledgement(
                        received,
                        new AnswerFile(claimsOut, received, numbers, now, "HN", ClaimAcknowledgement.VERSION),
                        implementation,
                        answers,
                        holding);
        return new AnsweredFile(in, file, received, implementation, claims);
    }
}
