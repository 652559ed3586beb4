package org.hearth.sent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    public static final int MOST = 256;

    /** How many of a beneficiary's claims are looked at to find those before one by its dates. */
    public static final int MOST_LOOKED_AT = 4_096;

    private static final int SALT_BYTES = 16;

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

    /**
     * A claim as the past of others, to be carried to where they are judged. Nothing in it names the beneficiary or the
     * agency.
     *
     * @param who with {@code rest}, the beneficiary and the agency, in this run alone
     * @param rest the other half of it
     * @param from the first day of its statement
     * @param content what is kept of it
     */
    public record Carried(long who, long rest, LocalDate from, byte[] content) {

        private static final int HEAD = 3 * Long.BYTES;

        /** As it is sent there. */
        public byte[] bytes() {
            return ByteBuffer.allocate(HEAD + content.length)
                    .putLong(who)
                    .putLong(rest)
                    .putLong(from.toEpochDay())
                    .put(content)
                    .array();
        }

        /** Of the bytes that were sent. */
        public static Carried of(byte[] bytes) {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            return new Carried(
                    in.getLong(),
                    in.getLong(),
                    LocalDate.ofEpochDay(in.getLong()),
                    Arrays.copyOfRange(bytes, HEAD, bytes.length));
        }

        /** Names nothing: it holds what was billed. */
        @Override
        public String toString() {
            return "Carried[" + content.length + "]";
        }
    }

    private record Record(long previous, long who, long place, LocalDate from, long content) {}

    private final byte[] salt;
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
        this(byDates, newSalt(), 0);
    }

    /**
     * The past of a part of an input, to which what stands before it is {@link #collect(Carried, long) carried}.
     *
     * @param salt of the run: what was carried under another is nobody's past
     * @param first the place of the part's first claim among all claims of the run
     */
    public InputPast(boolean byDates, byte[] salt, long first) {
        this.byDates = byDates;
        this.salt = salt.clone();
        answered = first;
    }

    /** A salt for a run whose parts are judged apart from one another. */
    public static byte[] newSalt() {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return salt;
    }

    /**
     * Takes a claim of the first reading.
     *
     * @throws UncheckedIOException if it cannot be kept
     */
    public void collect(Claim claim) {
        long place = collected++;
        carried(claim).ifPresent(carried -> collect(carried, place));
    }

    /** A claim as it is carried to others; empty if it can be the past of none. */
    public Optional<Carried> carried(Claim claim) {
        if (claim.beneficiaryId() == null || claim.billingProviderNpi() == null) {
            return Optional.empty();
        }
        byte[] content;
        try {
            content = ClaimCodec.encode(KeptForm.of(claim, Seal.NONE));
        } catch (ArithmeticException e) {
            // an amount of twenty digits; it can agree with nothing
            return Optional.empty();
        }
        ByteBuffer who = who(claim);
        return Optional.of(new Carried(who.getLong(), who.getLong(), claim.statementFrom(), content));
    }

    /**
     * Takes a claim that was carried here; those of one beneficiary come in the order of their places.
     *
     * @param place its place among all claims of the run
     * @throws UncheckedIOException if it cannot be kept
     */
    public void collect(Carried claim, long place) {
        try {
            long at = records.append(ByteBuffer.allocate(HEAD + Integer.BYTES + claim.content().length)
                    .putLong(last.getOrDefault(claim.who(), NOTHING))
                    .putLong(claim.rest())
                    .putLong(place)
                    .putLong(claim.from().toEpochDay())
                    .putInt(claim.content().length)
                    .put(claim.content())
                    .flip());
            last.put(claim.who(), at);
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
