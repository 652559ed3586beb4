package org.hearth.facts.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hearth.claim.DateSpan;
import org.hearth.claim.ValueCode;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.codes.DayNumber;
import org.hearth.codes.HeaderCode;
import org.hearth.codes.HeaderKind;
import org.hearth.codes.HeaderStanding;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.BillKind;
import org.hearth.finding.InWords;

/**
 * A code in the header of a claim: its priority, point of origin, patient status, or one of its condition, occurrence,
 * occurrence span and value codes, beside what the code list says of it (Pub. 100-04 ch. 25 s. 75).
 */
@InWords("code of the header")
public final class HeaderEntry {

    /** How the same code stands before an entry on its claim. */
    public enum Before {
        NONE,
        /** With the same date, days or amount, or with neither as condition codes have it. */
        ALIKE,
        /** Only with another date, other days or another amount. */
        UNLIKE;

        private final String word = name().toLowerCase(Locale.ROOT);

        @Override
        public String toString() {
            return word;
        }
    }

    private final Bill bill;
    private final HeaderKind of;
    private final String value;
    private final String code;
    private final String place;
    private final Object beside;
    private final Before before;
    private final HeaderCode inForce;
    private final List<HeaderCode> rows;
    private final String listed;

    /**
     * An entry of a claim.
     *
     * @param of its kind
     * @param value the code as billed
     * @param place where it stands in the claim's JSON form
     * @param beside its date, days or {@link ValueCode}; {@code null} of a code that has none
     * @param before how the same code stands before it
     */
    HeaderEntry(Bill bill, HeaderKind of, String value, String place, Object beside, Before before, Codes codes) {
        this.bill = bill;
        this.of = of;
        this.value = value;
        this.code = of.with(value);
        this.place = place;
        this.beside = beside;
        this.before = before;
        this.rows = codes.headerCodes().of(code);
        this.inForce = codes.headerCode(code, bill.from(), bill.through());
        this.listed = listed(inForce, rows, bill);
    }

    /** The claim. */
    public Bill bill() {
        return bill;
    }

    /** {@code 32X}, {@code 34X}, {@code notice} or {@code void}, as {@link Bill#kind()}. */
    public String kind() {
        return bill.kind();
    }

    /** The frequency, fourth character of the type of bill. */
    public String frequency() {
        return bill.frequency();
    }

    /** Statement-from, as {@link Day}. */
    @DayNumber
    public int from() {
        return bill.from();
    }

    /** What kind of code it is, such as {@code condition code}. */
    public String codeKind() {
        return of.toString();
    }

    /** The code as billed. */
    public String value() {
        return value;
    }

    /** The code with its kind, as workbooks write it: {@code CC 21}, {@code status 20}. */
    public String code() {
        return code;
    }

    /**
     * Whether the code exists for the statement: {@code in force}; {@code not yet} or {@code no longer} where the list has
     * it for later or for earlier statements alone; {@code not listed}.
     */
    public String listed() {
        return listed;
    }

    private static String listed(HeaderCode inForce, List<HeaderCode> rows, Bill bill) {
        if (inForce != null) {
            return "in force";
        }
        if (rows.isEmpty()) {
            return "not listed";
        }
        HeaderCode first = rows.get(0);
        return first.from() > first.deciding(bill.from(), bill.through()) ? "not yet" : "no longer";
    }

    /** How it stands on the kind of bill, in the words of {@link HeaderStanding}; {@code none} where it is not in force. */
    public String standing() {
        if (inForce == null) {
            return "none";
        }
        HeaderStanding standing = bill.is(BillKind.NOTICE)
                ? inForce.notice()
                : bill.is(BillKind.OUTPATIENT) ? inForce.outpatient() : inForce.homeHealth();
        return standing.toString();
    }

    /** How the same code stands before it on the claim: {@code none}, {@code alike} or {@code unlike}. */
    public String sameBefore() {
        return before.toString();
    }

    /** Days between its date and the last day of the statement, whichever is earlier; 0 where it has no date. */
    public int daysFromEnd() {
        return beside instanceof LocalDate date
                ? (int) Math.abs(ChronoUnit.DAYS.between(date, bill.statementThrough()))
                : 0;
    }

    /**
     * Whether its amount, in dollars, is below the sum of the amounts of some value codes of the claim.
     *
     * @param codes value codes with their kind, such as {@code VC 12}
     */
    public boolean belowSumOf(String... codes) {
        if (!(beside instanceof ValueCode own)) {
            return false;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (ValueCode other : bill.claim().valueCodes()) {
            if (Arrays.asList(codes).contains(HeaderKind.VALUE.with(other.code()))) {
                sum = sum.add(new BigDecimal(other.amount()));
            }
        }
        return new BigDecimal(own.amount()).compareTo(sum) < 0;
    }

    /**
     * How its amount, in dollars, stands beside the claim's total charge: {@code below}, {@code equal} or {@code above}
     * it; {@code unknown} where there is no total, or no amount.
     */
    public String besideTotal() {
        BigDecimal total = bill.claim().totalCharge();
        if (total == null || !(beside instanceof ValueCode own)) {
            return "unknown";
        }
        int compared = new BigDecimal(own.amount()).compareTo(total);
        return compared < 0 ? "below" : compared == 0 ? "equal" : "above";
    }

    /** Whether its amount stands for five digits, of which none of some beginnings is one. */
    public boolean digitsBeginOtherThan(String... beginnings) {
        String digits = digits();
        return !digits.isEmpty() && Arrays.stream(beginnings).noneMatch(digits::startsWith);
    }

    /** The five digits that its amount stands for, a leading zero restored; empty where it stands for none. */
    public String digits() {
        return beside instanceof ValueCode billed ? FiveDigits.of(billed.amount()) : "";
    }

    /** What the code says, in the words of the code list; empty where it is not listed. */
    public String label() {
        HeaderCode row = inForce == null && !rows.isEmpty() ? rows.get(0) : inForce;
        return row == null ? "" : row.label();
    }

    /** The days for which the list has it, in words; several spans joined by {@code and}. */
    public String spans() {
        return String.join(" and ", rows.stream().map(HeaderCode::span).toList());
    }

    /** Its date, days or amount as billed, in words; empty where it has none. */
    public String besideIt() {
        if (beside instanceof ValueCode billed) {
            boolean money = inForce != null && inForce.amount() == HeaderCode.Amount.MONEY;
            return money ? "$" + billed.amount() : billed.amount();
        }
        if (beside instanceof DateSpan days) {
            return Day.span(Day.of(days.from()), Day.of(days.through(), Day.LAST));
        }
        return beside == null ? "" : beside.toString();
    }

    /** Where it stands in the claim's JSON form, such as {@code conditionCodes/0}. */
    public String place() {
        return place;
    }
}
