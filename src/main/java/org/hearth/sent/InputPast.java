package org.hearth.sent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearth.claim.Claim;
import org.hearth.claim.CodeForm;
import org.hearth.data.Digest;
import org.hearth.history.Earlier;
import org.hearth.history.Earlier.Source;
import org.hearth.history.Seal;

/**
 * The claims of an input as the past of others in it: of each beneficiary and agency what was read before, in its kept
 * form, in memory while it is little and in a file that only its owner reads once it is much. What stays in memory is a few
 * dozen bytes a beneficiary. Not safe for use by several threads.
 */
public final class InputPast implements AutoCloseable {

    /** What is known of a beneficiary's claims in the input; a hostile one may give any number to one beneficiary. */
    static final int MOST = 256;

    /** How many of a beneficiary's claims are looked at to find those before one by its dates. */
    private static final int MOST_LOOKED_AT = 4_096;

    /** Before the claim itself: where the beneficiary's claim before it is, who it is, its place, its first day. */
    private static final int HEAD = 4 * Long.BYTES;

    private static final long NOTHING = -1;

    /**
     * What stands before a claim.
     *
     * @param claims in the order of the input
     * @param whole whether there is no more
     */
    public record Before(List<Earlier> claims, boolean whole) {

        /** Nothing stands before. */
        public static final Before NONE = new Before(List.of(), true);

        public Before {
            claims = List.copyOf(claims);
        }
    }

    private record Record(long previous, long who, long place, LocalDate from, long content) {}

    private final byte[] salt = new byte[16];
    private final boolean byDates;
    private final Map<Long, Long> last = new HashMap<>();
    private final GrowingFile records = new GrowingFile();
    private long collected;
    private long answered;

    /**
     * @param byDates whether the input is read twice, to be collected first, so that what is before a claim is what begins
     *     before it, wherever it stands
     */
    public InputPast(boolean byDates) {
        this.byDates = byDates;
        new SecureRandom().nextBytes(salt);
    }

    /**
     * Takes a claim of the first reading.
     *
     * @throws UncheckedIOException if it cannot be kept
     */
    public void collect(Claim claim) {
        long place = collected++;
        if (claim.beneficiaryId() == null || claim.billingProviderNpi() == null) {
            return;
        }
        byte[] content;
        try {
            content = ClaimCodec.encode(KeptForm.of(claim, Seal.NONE));
        } catch (ArithmeticException e) {
            // an amount of twenty digits; it can agree with nothing
            return;
        }
        ByteBuffer who = who(claim);
        Long key = who.getLong();
        try {
            long at = records.append(ByteBuffer.allocate(HEAD + Integer.BYTES + content.length)
                    .putLong(last.getOrDefault(key, NOTHING))
                    .putLong(who.getLong())
                    .putLong(place)
                    .putLong(claim.statementFrom().toEpochDay())
                    .putInt(content.length)
                    .put(content)
                    .flip());
            last.put(key, at);
        } catch (IOException e) {
            throw new UncheckedIOException("what was read cannot be kept for the claims after it", e);
        }
    }

    /** Says that what was collected so far stands before the input, and is none of it. */
    public void begin() {
        answered = collected;
    }

    /**
     * Takes a claim of the input that another judges.
     *
     * @throws UncheckedIOException if it cannot be kept
     */
    public void passOver(Claim claim) {
        if (byDates) {
            answered++;
        } else {
            collect(claim);
        }
    }

    /**
     * What stands before a claim; unless the input is read twice, the claim is then before those that follow.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public Before before(Claim claim) {
        long place = byDates ? answered++ : collected;
        try {
            return before(claim, place);
        } catch (IOException e) {
            throw new UncheckedIOException("what was read before cannot be read again", e);
        } finally {
            if (!byDates) {
                collect(claim);
            }
        }
    }

    /**
     * What stands before a claim of an input that is read once; the claim is not before those that follow until it is
     * {@link #collect collected}.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public Before soFar(Claim claim) {
        try {
            return before(claim, collected);
        } catch (IOException e) {
            throw new UncheckedIOException("what was read before cannot be read again", e);
        }
    }

    private Before before(Claim claim, long place) throws IOException {
        if (claim.beneficiaryId() == null || claim.billingProviderNpi() == null) {
            return Before.NONE;
        }
        ByteBuffer who = who(claim);
        long at = last.getOrDefault(who.getLong(), NOTHING);
        long rest = who.getLong();
        List<Earlier> before = new ArrayList<>(at == NOTHING ? 0 : 4);
        for (int looked = 0; at != NOTHING; looked++) {
            if (looked == MOST_LOOKED_AT) {
                return new Before(inOrder(before), false);
            }
            ByteBuffer head = records.read(at, HEAD + Integer.BYTES);
            Record record = new Record(
                    head.getLong(), head.getLong(), head.getLong(), LocalDate.ofEpochDay(head.getLong()), at + HEAD);
            if (record.who() == rest && isBefore(record, claim, place)) {
                if (before.size() == MOST) {
                    return new Before(inOrder(before), false);
                }
                byte[] content = records.read(record.content() + Integer.BYTES, head.getInt())
                        .array();
                before.add(new Earlier(ClaimCodec.decode(content, claim.billingProviderNpi()), Source.FILE));
            }
            at = record.previous();
        }
        return new Before(inOrder(before), true);
    }

    private boolean isBefore(Record record, Claim claim, long place) {
        if (!byDates) {
            return true;
        }
        int order = record.from().compareTo(claim.statementFrom());
        return order < 0 || order == 0 && record.place() < place;
    }

    private static List<Earlier> inOrder(List<Earlier> lastFirst) {
        Collections.reverse(lastFirst);
        return lastFirst;
    }

    /** Sixteen bytes that stand for the beneficiary and the agency, in this run alone. */
    private ByteBuffer who(Claim claim) {
        byte[] hash = new Digest()
                .add(salt)
                .add(CodeForm.code(claim.beneficiaryId()).getBytes(StandardCharsets.UTF_8))
                .add(claim.billingProviderNpi().getBytes(StandardCharsets.UTF_8))
                .bytes();
        return ByteBuffer.wrap(hash, 0, 2 * Long.BYTES);
    }

    /** Deletes what was read. */
    @Override
    public void close() {
        last.clear();
        records.close();
    }
}
