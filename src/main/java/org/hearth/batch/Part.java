package org.hearth.batch;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several parts of a run over the same inputs: which bytes of all inputs, one after another, it answers for. A claim
 * belongs to the part in which its last byte stands, and so does the end of an input; what is compressed belongs whole to the part of
 * its end. Not safe for use by several threads.
 */
public final class Part {

    /** How many parts a run may have. */
    public static final int MOST = 10_000;

    private static final Pattern FORM = Pattern.compile("(\\d{1,5})/(\\d{1,5})");

    private final int index;
    private final int count;
    private long after;
    private long through;
    /** How many bytes the inputs before the one at hand have. */
    private long before;

    private long size;
    private int input = -1;
    private int firstInput = -1;

    private Part(int index, int count) {
        this.index = index;
        this.count = count;
    }

    /** The part that a text such as {@code 0/4} names, the first of four; empty if it names none. */
    public static Optional<Part> of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int index = Integer.parseInt(form.group(1));
        int count = Integer.parseInt(form.group(2));
        return index < count && count <= MOST ? Optional.of(new Part(index, count)) : Optional.empty();
    }

    /** Which part it is, from 0. */
    public int index() {
        return index;
    }

    /** How many parts there are. */
    public int count() {
        return count;
    }

    /** Whether it is the last one, which reads all inputs to their end. */
    public boolean isLast() {
        return index == count - 1;
    }

    /** Says how many bytes all inputs have. */
    public void share(long bytes) {
        after = index == 0 ? -1 : bound(bytes, index);
        through = isLast() ? Long.MAX_VALUE : bound(bytes, index + 1);
    }

    private long bound(long bytes, int part) {
        return bytes / count * part + bytes % count * part / count;
    }

    /** Goes on to the next input. @param bytes how many it has */
    public void begin(long bytes) {
        before += size;
        size = bytes;
        input++;
    }

    /** Whether the input at hand ends before this part, which needs it as the past of others. */
    public boolean isBehindInput() {
        return before + size <= after;
    }

    /** Whether the input at hand begins behind this part, which needs nothing of it. */
    public boolean isBeforeInput() {
        return size == 0 ? before > through : before >= through;
    }

    /** Whether the end of the input at hand is this part's. */
    public boolean hasEndOfInput() {
        return before + size > after && before + size <= through;
    }

    /** Takes note that claims, or the end, of the input at hand are answered. */
    public void answersInput() {
        firstInput = firstInput < 0 ? input : firstInput;
    }

    /** Which is the first input that it answers for, from 0; negative if none. */
    int firstInput() {
        return firstInput;
    }

    /**
     * What this part answers of the input at hand; the claims before it are taken for the past of others.
     *
     * @param in its bytes, gzip or plain; the caller closes it
     * @param joined joins what is given beside the claims
     */
    public Intake open(InputStream in, String file, UnaryOperator<Intake> joined, Pasts pasts) throws IOException {
        Intakes.Placed placed = Intakes.placed(in, file);
        Intake claims = joined.apply(placed.claims());
        return () -> {
            while (true) {
                Intake.Item item = claims.next();
                long at = before
                        + (item instanceof Intake.End
                                ? size
                                : Math.min(placed.offset().getAsLong(), size));
                if (at > through) {
                    return new Intake.End(file, null);
                }
                if (at > after) {
                    return item;
                }
                if (item instanceof Intake.Read read) {
                    pasts.passOver(read.claim());
                }
            }
        };
    }

    /**
     * Takes the claims of the input at hand, which ends before this part, for the past of others.
     *
     * @param in its bytes, gzip or plain; the caller closes it
     * @param joined joins what is given beside the claims
     */
    public void passOver(InputStream in, String file, UnaryOperator<Intake> joined, Pasts pasts) throws IOException {
        Intake claims = joined.apply(Intakes.withoutGuide(in, file));
        Intake.Item item;
        do {
            item = Batch.next(claims);
            if (item instanceof Intake.Read read) {
                pasts.passOver(read.claim());
            }
        } while (!(item instanceof Intake.End));
    }
}
