package org.hearth.facts.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.hearth.claim.HomeHealthPeriod;
import org.hearth.codes.Day;
import org.hearth.codes.DayNumber;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.Line;
import org.hearth.finding.InWords;
import org.hearth.finding.Subject;

/**
 * A claim in sum: what its header and its lines carry, as marks that the rows of a requirement table ask for.
 *
 * <p>A code is marked by its kind: {@code OC 50}, {@code VC 61}, {@code CC 47}, {@code status 20}, {@code origin B},
 * {@code HIPPS KX} (a modifier of the HIPPS line). {@code OC 61 off from} and {@code OC 62 off admission} mark a date
 * that is not on, or within the days of an admission source before, that date; {@code VC 61 odd} an amount that does not
 * stand for a five-digit code. The other marks are {@link #WORDS}.
 */
@InWords("claim")
public final class ClaimProfile implements Subject {

    /** The marks that are not a kind and a code. */
    public static final Set<String> WORDS = Set.of(
            "admission date",
            "admission after from",
            "first period",
            "later period",
            "not one day",
            "period too long",
            "period cut short",
            "off the period grid",
            "remarks",
            "treatment authorization",
            "original claim number",
            "attending",
            "attending check digit wrong",
            "billing NPI",
            "billing NPI check digit wrong",
            "member id not an MBI",
            "total differs",
            "duplicate",
            "void",
            "receipt day unknown",
            "HIPPS line",
            "second HIPPS line",
            "HIPPS line off the first visit",
            "odd modifier on HIPPS line",
            "visit",
            "skilled visit",
            "non-covered",
            "telehealth",
            "site of service",
            "visit in hospice election",
            "visit in Medicare Advantage",
            "admission of another agency",
            "period of another agency",
            "first visit after from",
            "treatment authorization short",
            "notice itself late",
            "notice timely",
            "notice late",
            "notice after the period");

    private static final Pattern CODED = Pattern.compile(
            "(OC|VC|CC) [0-9A-Z]{2}|OC [0-9A-Z]{2} off (from|admission)|VC [0-9A-Z]{2} odd|status [0-9A-Z]{2}"
                    + "|origin [0-9A-Z]|HIPPS [0-9A-Z]{2}");

    /** Marks asked for and found to be marks; as many as the cells of the tables hold. */
    private static final Set<String> ASKED = ConcurrentHashMap.newKeySet();

    private final Bill bill;
    private final Set<String> marks;
    private final Line hippsLine;
    private final int firstVisit;
    private final BigDecimal lineTotal;
    private final BigDecimal billedTotal;
    private final int mostDays;
    private final int sourceDays;
    private final String duplicateOf;
    private final HomeHealthPeriod otherPeriod;

    ClaimProfile(ClaimMarks marks) {
        this.bill = marks.bill();
        // not touched again by whoever gathered them
        this.marks = marks.marks();
        this.hippsLine = marks.hippsLine();
        this.firstVisit = marks.firstVisit();
        this.lineTotal = marks.lineTotal();
        this.billedTotal = marks.billedTotal();
        this.mostDays = marks.mostDays();
        this.sourceDays = marks.sourceDays();
        this.duplicateOf = marks.duplicateOf();
        this.otherPeriod = marks.otherPeriod();
    }

    /**
     * Whether the claim has every one of these marks.
     *
     * @throws IllegalArgumentException if one is no mark at all
     */
    public boolean carries(String... wanted) {
        for (String mark : wanted) {
            if (!has(mark)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether the claim has none of these marks.
     *
     * @throws IllegalArgumentException if one is no mark at all
     */
    public boolean lacks(String... unwanted) {
        for (String mark : unwanted) {
            if (has(mark)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a word is something that a claim can be asked for. */
    public static boolean isMark(String mark) {
        return WORDS.contains(mark) || CODED.matcher(mark).matches();
    }

    private boolean has(String mark) {
        if (marks.contains(mark)) {
            return true;
        }
        if (!ASKED.contains(mark)) {
            if (!isMark(mark)) {
                throw new IllegalArgumentException("`" + mark + "` is nothing that a claim can be asked for");
            }
            ASKED.add(mark);
        }
        return false;
    }

    /** The period of another agency that overlaps the statement; {@code null} where none does. */
    public HomeHealthPeriod otherPeriod() {
        return otherPeriod;
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

    /** Admission date, as {@link Bill#admitted()}. */
    @DayNumber
    public int admitted() {
        return bill.admitted();
    }

    /** The day of receipt, as {@link Bill#received()}. */
    @DayNumber
    public int received() {
        return bill.received();
    }

    /** What a finding is about: the {@code HIPPS line}, or else the claim. */
    public Subject about(String which) {
        return which.equals("HIPPS line") && hippsLine != null ? hippsLine : bill;
    }

    /** The day that the HIPPS line of a 32X is to carry: its first visit; {@code null} where it has none. */
    public LocalDate firstVisit() {
        return firstVisit == Day.LAST ? null : Day.date(firstVisit);
    }

    /** The charges of the lines in US dollars, without a sum line. */
    public BigDecimal lineTotal() {
        return inCents(lineTotal);
    }

    /** The total charge as billed in US dollars; {@code null} where there is none. */
    public BigDecimal billedTotal() {
        return billedTotal == null ? null : inCents(billedTotal);
    }

    private static BigDecimal inCents(BigDecimal amount) {
        return amount.scale() < 2 ? amount.setScale(2) : amount;
    }

    /** Days in the statement period, both ends counted. */
    public long periodDays() {
        return ChronoUnit.DAYS.between(bill.statementFrom(), bill.statementThrough()) + 1;
    }

    /** Most days that a period of care has; 0 where no length is set. */
    public int mostDays() {
        return mostDays;
    }

    /** Most days that an earlier discharge may lie before an admission or period; -1 where no number is set. */
    public int sourceDays() {
        return sourceDays;
    }

    /** Days from the admission to the first day of the statement period. */
    public long daysSinceAdmission() {
        return ChronoUnit.DAYS.between(Day.date(bill.admitted()), bill.statementFrom());
    }

    /** The claim number of the earlier claim that this one repeats, or {@code null}. */
    public String duplicateOf() {
        return duplicateOf;
    }

    @Override
    public String pointer() {
        return bill.pointer();
    }
}
