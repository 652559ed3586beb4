package org.hearth.sent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hearth.claim.Claim;
import org.hearth.claim.DateSpan;
import org.hearth.claim.OccurrenceCode;
import org.hearth.claim.OccurrenceSpan;
import org.hearth.claim.ServiceLine;
import org.hearth.claim.TypeOfBill;

/**
 * A {@link KeptForm} as bytes and back. The first byte is the version of this form; src/docs/history.md has the form in
 * words.
 *
 * <p>Numbers take seven bits a byte, the lowest first. A text that comes again within the claim, as most codes do, is
 * told by its place among those before it; a date by its distance from the first day of the statement.
 */
final class ClaimCodec {

    private static final int VERSION = 1;

    /** No claim is from before or after. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2200;
    private static final int MOST_DECIMALS = 100;

    /** Of the references to a text: none, and one that stands here for the first time. */
    private static final int NONE = 0;

    private static final int NEW = 1;
    private static final int FIRST = 2;

    private ClaimCodec() {}

    /** The bytes of a claim in its kept form; of equal claims the same. */
    static byte[] encode(Claim kept) {
        Out out = new Out(kept.statementFrom());
        out.number(VERSION);
        out.number(kept.statementFrom().toEpochDay());
        out.date(kept.statementThrough());
        out.text(kept.typeOfBill().code());
        out.date(kept.receivedDate());
        out.date(kept.admissionDate());
        out.text(kept.claimId());
        out.text(kept.originalClaimNumber());
        out.text(kept.treatmentAuthorization());
        out.text(kept.patientStatus());
        out.text(kept.payer() == null ? null : kept.payer().filingIndicator());
        out.count(kept.referring() == null ? 0 : 1);
        out.decimal(kept.totalCharge());
        out.list(kept.conditionCodes(), out::text);
        out.list(kept.occurrenceCodes(), occurrence -> {
            out.text(occurrence.code());
            out.date(occurrence.date());
        });
        out.list(kept.occurrenceSpans(), occurrence -> {
            out.text(occurrence.code());
            out.date(occurrence.span().from());
            out.date(occurrence.span().through());
        });
        out.list(kept.lines(), line -> {
            out.text(line.revenueCode());
            out.text(line.procedureQualifier());
            out.text(line.hcpcs());
            out.list(line.modifiers(), out::text);
            out.date(line.serviceDate());
            out.date(line.serviceThrough());
            out.decimal(line.units());
            out.decimal(line.charge());
            out.decimal(line.nonCoveredCharge());
            out.decimal(line.allowedAmount());
        });
        return out.bytes.toByteArray();
    }

    /**
     * The claim of some bytes.
     *
     * @param npi the agency that sent it, which the bytes do not hold
     * @throws IOException if they were written by a later version of this form, or are damaged
     */
    static Claim decode(byte[] bytes, String npi) throws IOException {
        try {
            return decode(new In(bytes), npi);
        } catch (IndexOutOfBoundsException
                | IllegalArgumentException
                | ArithmeticException
                | NullPointerException
                | DateTimeException e) {
            throw new IOException("a kept claim is damaged", e);
        }
    }

    private static Claim decode(In in, String npi) throws IOException {
        long version = in.number();
        if (version != VERSION) {
            throw new IOException("a kept claim is of version " + version
                    + ", which this edition of Hearth does not know; use the edition that wrote it, or a later one");
        }
        in.origin = LocalDate.ofEpochDay(in.number());
        Claim.Builder claim = Claim.builder()
                .billingProviderNpi(npi)
                .statementFrom(in.origin)
                .statementThrough(in.date())
                .typeOfBill(new TypeOfBill(in.text()))
                .receivedDate(in.date())
                .admissionDate(in.date())
                .claimId(in.text())
                .originalClaimNumber(in.text())
                .treatmentAuthorization(in.text())
                .patientStatus(in.text())
                .payer(KeptForm.payer(in.text()))
                .referring(KeptForm.referring(in.count() == 1))
                .totalCharge(in.decimal());
        in.repeat(() -> claim.addConditionCode(in.text()));
        in.repeat(() -> claim.add(new OccurrenceCode(in.text(), in.date())));
        in.repeat(() -> claim.add(new OccurrenceSpan(in.text(), new DateSpan(in.date(), in.date()))));
        int lines = in.count();
        for (int number = 1; number <= lines; number++) {
            claim.add(new ServiceLine(
                    number,
                    null,
                    in.text(),
                    in.text(),
                    in.text(),
                    in.texts(),
                    in.date(),
                    in.date(),
                    in.decimal(),
                    in.decimal(),
                    in.decimal(),
                    in.decimal(),
                    null,
                    null));
        }
        if (in.next != in.bytes.length) {
            throw new IOException("a kept claim is damaged");
        }
        Claim kept = claim.build();
        if (kept.statementThrough() == null
                || kept.statementThrough().isBefore(kept.statementFrom())
                || kept.statementFrom().getYear() < FIRST_YEAR
                || kept.statementThrough().getYear() > LAST_YEAR) {
            throw new IOException("a kept claim is damaged");
        }
        return kept;
    }

    private static final class Out {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        private final Map<String, Integer> places = new HashMap<>();
        private final LocalDate origin;

        Out(LocalDate origin) {
            this.origin = origin;
        }

        /** Not negative numbers take the fewest bytes. */
        void count(long value) {
            long left = value;
            while ((left & ~0x7FL) != 0) {
                bytes.write((int) (left & 0x7F | 0x80));
                left >>>= 7;
            }
            bytes.write((int) left);
        }

        void number(long value) {
            count(value << 1 ^ value >> 63);
        }

        void date(LocalDate date) {
            if (date == null) {
                count(0);
                return;
            }
            long distance = date.toEpochDay() - origin.toEpochDay();
            count((distance << 1 ^ distance >> 63) + 1);
        }

        void decimal(BigDecimal value) {
            if (value == null) {
                count(0);
                return;
            }
            count(((long) value.scale() << 1 ^ value.scale() >> 31) + 1);
            number(value.unscaledValue().longValueExact());
        }

        void text(String text) {
            if (text == null) {
                count(NONE);
                return;
            }
            Integer place = places.putIfAbsent(text, places.size());
            if (place != null) {
                count(FIRST + place);
                return;
            }
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            count(NEW);
            count(utf8.length);
            bytes.writeBytes(utf8);
        }

        <T> void list(List<T> items, Consumer<T> each) {
            count(items.size());
            items.forEach(each);
        }
    }

    private static final class In {

        private final byte[] bytes;
        private final List<String> texts = new ArrayList<>();
        private LocalDate origin;
        private int next;

        In(byte[] bytes) {
            this.bytes = bytes;
        }

        private long raw() {
            long value = 0;
            for (int shift = 0; shift < Long.SIZE; shift += 7) {
                byte one = bytes[next++];
                value |= (long) (one & 0x7F) << shift;
                if (one >= 0) {
                    return value;
                }
            }
            throw new IllegalArgumentException();
        }

        /** A count is never above the bytes that are left, so damage cannot ask for much memory. */
        int count() {
            long value = raw();
            if (value < 0 || value > bytes.length) {
                throw new IllegalArgumentException();
            }
            return (int) value;
        }

        long number() {
            long value = raw();
            return value >>> 1 ^ -(value & 1);
        }

        LocalDate date() {
            long value = raw();
            if (value == 0) {
                return null;
            }
            long distance = value - 1;
            return LocalDate.ofEpochDay(Math.addExact(origin.toEpochDay(), distance >>> 1 ^ -(distance & 1)));
        }

        BigDecimal decimal() {
            long scale = raw();
            if (scale == 0) {
                return null;
            }
            scale--;
            if (scale >>> 1 > MOST_DECIMALS) {
                throw new IllegalArgumentException();
            }
            return BigDecimal.valueOf(number(), Math.toIntExact(scale >>> 1 ^ -(scale & 1)));
        }

        String text() {
            int reference = count();
            if (reference == NONE) {
                return null;
            }
            if (reference >= FIRST) {
                return texts.get(reference - FIRST);
            }
            int length = count();
            if (length > bytes.length - next) {
                throw new IllegalArgumentException();
            }
            String text = new String(bytes, next, length, StandardCharsets.UTF_8);
            next += length;
            texts.add(text);
            return text;
        }

        List<String> texts() {
            List<String> read = new ArrayList<>(2);
            repeat(() -> read.add(text()));
            return read;
        }

        void repeat(Runnable each) {
            for (int left = count(); left > 0; left--) {
                each.run();
            }
        }
    }
}
