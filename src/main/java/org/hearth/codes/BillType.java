package org.hearth.codes;

import java.util.Locale;
import org.hearth.claim.TypeOfBill;
import org.hearth.finding.InWords;

/**
 * What a type of bill is for and how it stands: a row of {@code codes/bill-types.xlsx} (Pub. 100-04 ch. 25).
 *
 * @param row table and key
 * @param code the type of bill, four characters
 * @param asks what it asks for
 * @param takesBack what it does to a bill sent before
 * @param begins whether it is the only or the first claim of a course of treatment
 * @param standing how it stands with Medicare
 * @param why what the type of bill is for, or why it is not taken
 * @param from first day of the statement
 * @param through last day of the statement
 */
@InWords("type of bill")
public record BillType(
        String row,
        String code,
        Asks asks,
        TakesBack takesBack,
        boolean begins,
        Standing standing,
        String why,
        int from,
        int through)
        implements CodeRow {

    /** What a bill asks of the payer. */
    public enum Asks {
        PAYMENT,
        /** That what it bills be put on record, unpaid. */
        NO_PAYMENT,
        /** That an admission be put on file, or taken off: a notice of admission or its cancellation. */
        ADMISSION;

        private final String word = name().toLowerCase(Locale.ROOT).replace('_', ' ');

        @Override
        public String toString() {
            return word;
        }
    }

    /** What a bill does to one sent before. */
    public enum TakesBack {
        NOTHING,
        /** Puts itself in its place. */
        REPLACES,
        /** Puts nothing in its place. */
        VOIDS;

        private final String word = name().toLowerCase(Locale.ROOT);

        @Override
        public String toString() {
            return word;
        }
    }

    /** Whether Medicare takes it from an agency. */
    public enum Standing {
        TAKEN,
        DOUBTFUL,
        REFUSED,
        /** Of a type of bill that no row has. */
        NONE;

        private final String word = name().toLowerCase(Locale.ROOT);

        @Override
        public String toString() {
            return word;
        }
    }

    /** Stands for a type of bill without a row: a bill like any other, of which nothing more is known. */
    private static final BillType UNLISTED =
            new BillType(null, "", Asks.PAYMENT, TakesBack.NOTHING, false, Standing.NONE, "", Day.FIRST, Day.LAST);

    /** The row of a type of bill on a day. */
    static BillType of(TypeOfBill typeOfBill, int day, CodeIndex<BillType> rows) {
        return rows.on(typeOfBill.code(), day, UNLISTED);
    }

    /** Whether it asks for payment of what it bills, and does not take back what was billed. */
    public boolean asksForPayment() {
        return asks == Asks.PAYMENT && !voids();
    }

    /** Whether it is a notice of admission or its cancellation, which carries a header and a HIPPS line. */
    public boolean notice() {
        return asks == Asks.ADMISSION;
    }

    /** Whether it bills for the first time, and takes nothing back. */
    public boolean original() {
        return takesBack == TakesBack.NOTHING && !notice();
    }

    /** Whether it takes the place of a bill sent before. */
    public boolean replaces() {
        return takesBack == TakesBack.REPLACES;
    }

    /** Whether it takes back a bill sent before, and puts nothing in its place. */
    public boolean voids() {
        return takesBack == TakesBack.VOIDS;
    }
}
