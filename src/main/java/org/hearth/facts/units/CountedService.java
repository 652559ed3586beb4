package org.hearth.facts.units;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hearth.codes.DayNumber;
import org.hearth.codes.TherapyCode;
import org.hearth.facts.line.Line;
import org.hearth.finding.InWords;
import org.hearth.finding.Subject;
import org.hearth.history.History;

/**
 * A service of a 34X that is counted over a day, a run of days, a calendar month or an episode, beside those that are counted
 * with it: those before it on the claim and on the agency's bills beside the claim.
 */
@InWords("counted service")
public final class CountedService implements Subject {

    /**
     * Units of one day.
     *
     * @param on the day
     * @param admission start of care of the bill that they stand on, or {@code null}
     * @param units above 0
     */
    record Counted(LocalDate on, LocalDate admission, int units) {}

    private final Line line;
    private final int windowDays;
    private final List<Counted> before;
    private final int units;
    private final boolean known;

    /**
     * A service beside those before it.
     *
     * @param line a line with a date and whole units above 0
     * @param earlier those that are counted with it and stand before it, in any order
     * @param windowDays the days in which a service that is counted over days is billed once; 0 where no number is set
     */
    CountedService(Line line, List<Counted> earlier, int windowDays) {
        this.line = line;
        this.windowDays = windowDays;
        this.before = earlier.stream().filter(this::inSpan).toList();
        long sum = line.wholeUnits() + before.stream().mapToLong(Counted::units).sum();
        this.units = (int) Math.min(sum, Integer.MAX_VALUE);
        this.known = known(line);
    }

    private boolean inSpan(Counted other) {
        return switch (line.therapyCode().countedOver()) {
            case DAY -> other.on().equals(serviceDate());
            case DAYS -> ChronoUnit.DAYS.between(other.on(), serviceDate()) < windowDays;
            case MONTH -> YearMonth.from(other.on()).equals(YearMonth.from(serviceDate()));
            case EPISODE -> admission() != null && admission().equals(other.admission());
            case NONE -> false;
        };
    }

    /** Whether the span holds no day before the claim but such as the agency's bills beside it show. */
    private boolean known(Line line) {
        History history = line.bill().history();
        if (history.complete()) {
            return true;
        }
        LocalDate since =
                switch (line.therapyCode().countedOver()) {
                    case DAYS -> serviceDate().minusDays(Math.max(0, windowDays - 1));
                    case MONTH -> serviceDate().withDayOfMonth(1);
                    case EPISODE -> admission();
                    case DAY, NONE -> serviceDate();
                };
        // no care before its start
        LocalDate first = since == null || admission() != null && admission().isAfter(since) ? admission() : since;
        return first != null && history.covers(first);
    }

    private LocalDate admission() {
        return line.bill().claim().admissionDate();
    }

    /** What it is counted over: {@code day}, {@code days}, {@code month} or {@code episode}. */
    public String over() {
        return line.therapyCode().countedOver().toString();
    }

    /** The code's row. */
    public TherapyCode code() {
        return line.therapyCode();
    }

    /** HCPCS code. */
    public String hcpcs() {
        return line.hcpcs();
    }

    /** Date of service, as {@link org.hearth.codes.Day}. */
    @DayNumber
    public int on() {
        return line.on();
    }

    public LocalDate serviceDate() {
        return line.serviceDate();
    }

    /** The calendar month, such as {@code 2026-03}. */
    public String month() {
        return YearMonth.from(serviceDate()).toString();
    }

    /** The days in which a service that is counted over days is billed once; 0 where no number is set. */
    public int windowDays() {
        return windowDays;
    }

    /** The latest day, in the span, of one counted with it before it; its own day where there is none. */
    public LocalDate prior() {
        return before.stream().map(Counted::on).max(LocalDate::compareTo).orElse(serviceDate());
    }

    /** Units in the span that it is counted over, its own and those counted with it before it. */
    public int units() {
        return units;
    }

    /** Whether it is known what was billed in the span before it. */
    public boolean known() {
        return known;
    }

    @Override
    public String pointer() {
        return line.pointer();
    }

    @Override
    public Integer lineNumber() {
        return line.lineNumber();
    }
}
