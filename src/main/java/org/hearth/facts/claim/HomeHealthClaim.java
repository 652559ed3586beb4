package org.hearth.facts.claim;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.hearth.claim.Claim;
import org.hearth.claim.ContextFact;
import org.hearth.claim.HomeHealthPeriod;
import org.hearth.claim.OccurrenceCode;
import org.hearth.claim.ValueCode;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.codes.DayNumber;
import org.hearth.codes.ParameterName;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.BillKind;
import org.hearth.facts.line.Line;
import org.hearth.finding.InWords;
import org.hearth.finding.Subject;

/**
 * A 32X or a notice of admission as a whole: what it carries, and the numbers of its period of care, its visits and its
 * notice (Pub. 100-04 ch. 10 s. 40.2). A number of days that is not known, or that no
 * policy sets, is 0, but for {@link #sourceDays()}, of which 0 would be a number.
 */
@InWords("claim")
public final class HomeHealthClaim implements Subject {

    private final Bill bill;
    private final Carried carried;
    private final VisitTotals visits;
    private final Notice notice;
    private final List<String> otherThanFiveDigits;
    private final List<String> awayFromStatement;
    private final List<String> awayFromAdmission;
    private final HomeHealthPeriod otherPeriod;
    private final List<String> otherAgency;
    private final HomeHealthPeriod ownPeriod;
    private final Following following;
    private final List<String> longBefore;
    private final List<String> afterStatement;
    private final List<String> afterReceipt;
    private final int statementDays;
    private final int mostDays;
    private final int sourceDays;
    private final int assessmentDays;

    HomeHealthClaim(Bill bill, List<Line> lines, Carried carried, Codes codes) {
        Claim claim = bill.claim();
        this.bill = bill;
        this.carried = carried;
        this.visits = VisitTotals.of(bill, lines);
        this.notice = Notice.of(bill, codes);
        this.statementDays = (int) ChronoUnit.DAYS.between(claim.statementFrom(), claim.statementThrough()) + 1;
        this.mostDays = codes.parameter(ParameterName.PERIOD_DAYS, bill.from()).orElse(0);
        this.sourceDays = codes.parameter(ParameterName.ADMISSION_SOURCE_DAYS, bill.from())
                .orElse(-1);
        this.assessmentDays =
                codes.parameter(ParameterName.ASSESSMENT_DAYS, bill.from()).orElse(0);
        this.otherThanFiveDigits = claim.valueCodes().stream()
                .filter(value -> FiveDigits.of(value.amount()).isEmpty())
                .map(ValueCode::code)
                .toList();
        this.awayFromStatement = awayFrom(claim.statementFrom());
        this.awayFromAdmission = awayFrom(claim.admissionDate());
        this.longBefore = dated(
                day -> assessmentDays > 0 && day.isBefore(claim.statementFrom().minusDays(assessmentDays)));
        this.afterStatement = dated(day -> day.isAfter(claim.statementThrough()) && !afterReceipt(day));
        this.afterReceipt = dated(this::afterReceipt);
        this.otherPeriod = bill.ofAnotherAgency(this::standsOverStatement)
                .or(() -> bill.ofAnotherAgency(this::meetsStatement))
                .orElse(null);
        this.otherAgency = overWhat();
        this.ownPeriod = bill.is(BillKind.NOTICE)
                ? bill.ofThisAgency(this::meetsAdmission).orElse(null)
                : null;
        this.following = Following.of(bill, mostDays);
    }

    /** The occurrence codes that are not dated on a day, nor within the days of an admission source before it. */
    private List<String> awayFrom(LocalDate day) {
        List<String> away = new ArrayList<>(0);
        if (sourceDays >= 0 && day != null) {
            LocalDate earliest = day.minusDays(sourceDays);
            for (OccurrenceCode occurrence : bill.claim().occurrenceCodes()) {
                if (occurrence.date().isAfter(day) || occurrence.date().isBefore(earliest)) {
                    away.add(occurrence.code());
                }
            }
        }
        return away;
    }

    private boolean afterReceipt(LocalDate day) {
        return bill.receivedKnown() && day.isAfter(bill.claim().receivedDate());
    }

    private List<String> dated(Predicate<LocalDate> when) {
        return bill.claim().occurrenceCodes().stream()
                .filter(occurrence -> when.test(occurrence.date()))
                .map(OccurrenceCode::code)
                .toList();
    }

    /**
     * Whether a period shares a day with the statement. One that begins on the last day does not: the beneficiary may
     * leave one agency and come to another on the same day.
     */
    private boolean meetsStatement(HomeHealthPeriod period) {
        LocalDate from = bill.statementFrom();
        return period.span().contains(from)
                || period.span().from().isAfter(from) && period.span().from().isBefore(bill.statementThrough());
    }

    /** Whether a period does, and stands on the first of these days. */
    private boolean standsOverStatement(HomeHealthPeriod period) {
        LocalDate from = bill.statementFrom();
        LocalDate start = period.span().from();
        return meetsStatement(period) && period.standsOn(start.isAfter(from) ? start : from);
    }

    /**
     * Whether the admission lies in a period, neither on its first nor on its last day. Of one that the agency is known to
     * have billed the bill says more: whether it ended in a discharge.
     */
    private boolean meetsAdmission(HomeHealthPeriod period) {
        LocalDate admission = Day.date(bill.admitted());
        return period.span().strictlyContains(admission)
                && period.standsOn(admission)
                && !bill.history().startsWithin(period.span().from(), admission.minusDays(1));
    }

    private List<String> overWhat() {
        List<String> over = new ArrayList<>(2);
        LocalDate admission = Day.date(bill.admitted());
        if (bill.ofAnotherAgency(period -> period.standsOn(admission)).isPresent()) {
            over.add("admission");
        } else if (bill.ofAnotherAgency(period -> period.span().contains(admission))
                .isPresent()) {
            over.add("admission as planned");
        }
        if (otherPeriod != null) {
            over.add(standsOverStatement(otherPeriod) ? "statement" : "statement as planned");
        }
        return over;
    }

    /** The claim's header. */
    public Bill bill() {
        return bill;
    }

    /** {@code 32X} or {@code notice}, as {@link Bill#kind()}. */
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

    /** Whether the day of receipt is known. */
    public boolean receiptKnown() {
        return bill.receivedKnown();
    }

    /** {@code first} period of an admission, {@code later} or {@code unknown}, as {@link Bill#period()}. */
    public String period() {
        return bill.period();
    }

    /** Whether it bills the first period of an admission. */
    public boolean firstPeriod() {
        return period().equals("first");
    }

    /** The admission date, where the statement starts with it; else {@code null}. */
    public LocalDate admissionAtFrom() {
        return bill.statementFrom().equals(bill.claim().admissionDate()) ? bill.statementFrom() : null;
    }

    /** What a finding is about: the {@code HIPPS line}, or else the claim. */
    public Subject about(String which) {
        return which.equals("HIPPS line") && visits.hippsLine() != null ? visits.hippsLine() : bill;
    }

    /** Whether the claim has every one of these, as {@link Carried#all}. */
    public boolean carries(String... items) {
        return carried.all(items);
    }

    /** Whether the claim has none of these, as {@link Carried#none}. */
    public boolean lacks(String... items) {
        return carried.none(items);
    }

    /** The value codes whose amount does not stand for a code of five digits. */
    public List<String> otherThanFiveDigits() {
        return otherThanFiveDigits;
    }

    /** The occurrence codes dated neither on statement-from nor within {@link #sourceDays()} before it. */
    public List<String> awayFromStatement() {
        return awayFromStatement;
    }

    /** The occurrence codes dated neither on the admission nor within {@link #sourceDays()} before it. */
    public List<String> awayFromAdmission() {
        return awayFromAdmission;
    }

    /** The occurrence codes dated more than {@link #assessmentDays()} before statement-from; none where no number is set. */
    public List<String> longBefore() {
        return longBefore;
    }

    /** Most days that an assessment lies before the period that it stands for; 0 where no number is set. */
    public int assessmentDays() {
        return assessmentDays;
    }

    /** The occurrence codes dated after the statement, and as far as known not after the receipt. */
    public List<String> afterStatement() {
        return afterStatement;
    }

    /** The occurrence codes dated after the day of receipt; none where nobody says it. */
    public List<String> afterReceipt() {
        return afterReceipt;
    }

    /** Most days that an earlier discharge may lie before an admission or period; -1 where no number is set. */
    public int sourceDays() {
        return sourceDays;
    }

    /** Whether the HIPPS line has a modifier that is none of these. */
    public boolean hippsModifiersOtherThan(String... modifiers) {
        return !List.of(modifiers).containsAll(visits.hippsModifiers());
    }

    /** Characters of the treatment authorization code; 0 where there is none. */
    public int authorizationLength() {
        String code = bill.claim().treatmentAuthorization();
        return code == null ? 0 : code.length();
    }

    /** Days in the statement period, both ends counted. */
    public int periodDays() {
        return statementDays;
    }

    /** Most days that a period of care has; 0 where no length is set. */
    public int mostDays() {
        return mostDays;
    }

    /** By how many days the statement is longer than a period of care. */
    public int daysBeyondPeriod() {
        return mostDays == 0 ? 0 : Math.max(0, statementDays - mostDays);
    }

    /** By how many days the statement is shorter than a period of care. */
    public int daysShortOfPeriod() {
        return Math.max(0, mostDays - statementDays);
    }

    /** Days from the admission to the first day of the statement period. */
    public long daysSinceAdmission() {
        return ChronoUnit.DAYS.between(Day.date(bill.admitted()), bill.statementFrom());
    }

    /** How many days the statement starts before the admission; 0 where it does not. */
    public int daysBeforeAdmission() {
        return bill.daysBeforeAdmission();
    }

    /** Of a later period, days since the last day on which one could start, counted from the admission. */
    public int daysOffCount() {
        return mostDays == 0 || !period().equals("later") ? 0 : (int) (daysSinceAdmission() % mostDays);
    }

    /** How many days the statement's two ends and the admission are apart, at most. */
    public int daysApart() {
        int ends = statementDays - 1;
        int since = (int) daysSinceAdmission();
        return since >= 0 ? since + ends : Math.max(ends, -since);
    }

    /** The visits in sum, and the HIPPS line. */
    public VisitTotals visits() {
        return visits;
    }

    /** The day that the HIPPS line is to carry, as {@link VisitTotals#firstVisit()}. */
    public LocalDate firstVisit() {
        return visits.firstVisit();
    }

    /** The notice of admission: its own receipt, or what is known of the notice of the admission billed. */
    public Notice notice() {
        return notice;
    }

    /**
     * Whether a notice of the admission billed is on file, as far as the sender says: {@code yes}; {@code no} where the past
     * is told whole, with notices of admission in it, and none that stands is of this one; {@code unknown} else. A past
     * without any notice may be one that leaves them out.
     */
    public String noticeOnFile() {
        LocalDate admission = bill.claim().admissionDate();
        if (admission == null || !bill.is(BillKind.HOME_HEALTH)) {
            return "unknown";
        }
        if (bill.context().noticeOfAdmissionReceived() != null || bill.history().hasNoticeOf(admission)) {
            return "yes";
        }
        return bill.history().complete() && bill.history().namesNotices() ? "no" : "unknown";
    }

    /**
     * Over what another agency has a period on file: the {@code admission} day, the {@code statement}, both or none; {@code
     * admission as planned} and {@code statement as planned} where the claims of the period are told and do not reach it.
     */
    public List<String> otherAgency() {
        return otherAgency;
    }

    /** Who told of the periods on file, as {@link Bill#asTold}. */
    public String periodsAsTold() {
        return bill.asTold(ContextFact.HOME_HEALTH_PERIODS);
    }

    /** Who told of the enrolments, as {@link Bill#asTold}. */
    public String enrolmentsAsTold() {
        return bill.asTold(ContextFact.MEDICARE_ADVANTAGE_PERIODS);
    }

    /** Who told of the hospice elections, as {@link Bill#asTold}. */
    public String electionsAsTold() {
        return bill.asTold(ContextFact.HOSPICE_PERIODS);
    }

    /** A period of another agency that shares a day with the statement, one that stands there before any other; or {@code null}. */
    public HomeHealthPeriod otherPeriod() {
        return otherPeriod;
    }

    /**
     * Of a notice, whether its admission lies inside a period on file that is known to be the agency's own, neither on its
     * first nor on its last day, and of which no bill is known.
     */
    public boolean insideOwnPeriod() {
        return ownPeriod != null;
    }

    /** The first day of that period, or {@code null}. */
    public LocalDate ownSince() {
        return ownPeriod == null ? null : ownPeriod.span().from();
    }

    /** What begins where the statement ends. */
    public Following following() {
        return following;
    }

    @Override
    public String pointer() {
        return bill.pointer();
    }
}
