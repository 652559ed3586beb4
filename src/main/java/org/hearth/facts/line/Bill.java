package org.hearth.facts.line;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.hearth.claim.Claim;
import org.hearth.claim.ClaimContext;
import org.hearth.claim.ContextFact;
import org.hearth.claim.HomeHealthPeriod;
import org.hearth.claim.OccurrenceCode;
import org.hearth.claim.ServiceLine;
import org.hearth.codes.BillType;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.codes.DayNumber;
import org.hearth.finding.InWords;
import org.hearth.finding.Subject;
import org.hearth.history.Earlier;
import org.hearth.history.History;

/** The claim itself as a fact: its header, with days as numbers. */
@InWords("claim")
public final class Bill implements Subject {

    private final Claim claim;
    private final int from;
    private final int through;
    private final String kind;
    private final BillType type;
    private final History history;
    private final String frequency;
    private final String period;
    private final List<String> missing;

    /** The header of a claim beside what was billed before it, under a set of code lists. */
    public Bill(Claim claim, History history, Codes codes) {
        this.claim = claim;
        this.history = history;
        this.type = codes.billType(claim);
        this.from = Day.of(claim.statementFrom());
        this.through = Day.of(claim.statementThrough());
        this.kind = type.notice()
                ? "notice"
                : type.voids() ? "void" : claim.typeOfBill().kind();
        this.frequency = claim.typeOfBill().frequency();
        this.period = period(claim);
        this.missing = missing(claim);
    }

    private static List<String> missing(Claim claim) {
        boolean attending = claim.attending() != null && claim.attending().npi() != null;
        if (attending && claim.priority() != null && claim.pointOfOrigin() != null) {
            return List.of();
        }
        List<String> missing = new ArrayList<>(3);
        if (!attending) {
            missing.add("attending NPI");
        }
        if (claim.priority() == null) {
            missing.add("priority");
        }
        if (claim.pointOfOrigin() == null) {
            missing.add("point of origin");
        }
        return List.copyOf(missing);
    }

    /** The claim as billed. */
    public Claim claim() {
        return claim;
    }

    /** What was billed before it. */
    public History history() {
        return history;
    }

    /** The row of its type of bill. */
    public BillType type() {
        return type;
    }

    /** How its type of bill stands, as {@link BillType#standing()}; {@code none} where no row has it. */
    public String standing() {
        return type.standing().toString();
    }

    /** How the claim was handed in: {@code 837I} or {@code JSON}. */
    public String door() {
        return claim.asSent().door().toString();
    }

    /** What the claim itself cannot say. */
    public ClaimContext context() {
        return claim.context();
    }

    /**
     * {@code 32X}, {@code 34X}, or a word for a bill of either to which no rule for claims or lines applies: {@code
     * notice} for a notice of admission or its cancellation, which carries a header and a HIPPS line; {@code void} for a
     * bill that takes back an earlier one, whose defects it repeats.
     */
    public String kind() {
        return kind;
    }

    /** Whether it is of this kind. */
    public boolean is(BillKind one) {
        return kind.equals(one.toString());
    }

    /** Whether the bill asks for payment, as {@link BillType#asksForPayment()}. */
    public boolean asksForPayment() {
        return type.asksForPayment();
    }

    /** The frequency, fourth character of the type of bill. */
    public String frequency() {
        return frequency;
    }

    /** Statement-from, as {@link Day}. */
    @DayNumber
    public int from() {
        return from;
    }

    /** Statement-through, as {@link Day}. */
    @DayNumber
    public int through() {
        return through;
    }

    /** The day of receipt as {@link Day}; without one, the earliest day it can have been, the statement-through. */
    @DayNumber
    public int received() {
        return Day.of(claim.receivedDate(), through);
    }

    /** Whether the day of receipt is known. */
    public boolean receivedKnown() {
        return claim.receivedDate() != null;
    }

    /** Type of bill as billed, four characters. */
    public String typeOfBill() {
        return claim.typeOfBill().code();
    }

    /**
     * {@code first} period of an admission, {@code later}, or {@code unknown} where the admission date does not say.
     */
    public String period() {
        return period;
    }

    private static String period(Claim claim) {
        LocalDate admission = claim.admissionDate();
        if (admission == null || claim.statementFrom().isBefore(admission)) {
            return "unknown";
        }
        return admission.equals(claim.statementFrom()) ? "first" : "later";
    }

    /** Admission date as {@link Day}; the statement-from day where there is none. */
    @DayNumber
    public int admitted() {
        return Day.of(claim.admissionDate(), from);
    }

    /** How many days the statement starts before the admission; 0 where it does not. */
    public int daysBeforeAdmission() {
        LocalDate admission = claim.admissionDate();
        return admission == null ? 0 : (int) Math.max(0, ChronoUnit.DAYS.between(claim.statementFrom(), admission));
    }

    /** The first home health period on file that is known to be another agency's and meets a condition. */
    public Optional<HomeHealthPeriod> ofAnotherAgency(Predicate<HomeHealthPeriod> condition) {
        return context().homeHealthPeriods().stream()
                .filter(period -> claim.isAnothers(period.billingProviderNpi()) && condition.test(period))
                .findFirst();
    }

    /** The first home health period on file that is known to be this agency's and meets a condition. */
    public Optional<HomeHealthPeriod> ofThisAgency(Predicate<HomeHealthPeriod> condition) {
        return context().homeHealthPeriods().stream()
                .filter(period -> period.billingProviderNpi() != null
                        && period.billingProviderNpi().equals(claim.billingProviderNpi())
                        && condition.test(period))
                .findFirst();
    }

    /** Whether the beneficiary is homebound: {@code yes}, {@code no} or {@code unknown}. */
    public String homebound() {
        Boolean homebound = context().homebound();
        return homebound == null ? "unknown" : homebound ? "yes" : "no";
    }

    /**
     * How the beneficiary stands to home health on a day: {@code open period} inside one on file or billed, else {@code under plan}
     * or {@code no plan} as the sender says, else {@code unknown}.
     */
    String homeHealthOn(int day) {
        if (homeHealthPeriodOn(day).isPresent() || homeHealthClaimOn(day).isPresent()) {
            return "open period";
        }
        Boolean underPlan = context().underHomeHealthPlan();
        return underPlan == null ? "unknown" : underPlan ? "under plan" : "no plan";
    }

    /** A home health period on file that a day lies in, the first of those that stand on it before any other. */
    public Optional<HomeHealthPeriod> homeHealthPeriodOn(int day) {
        if (context().homeHealthPeriods().isEmpty()) {
            return Optional.empty();
        }
        LocalDate date = Day.date(day);
        HomeHealthPeriod planned = null;
        for (HomeHealthPeriod period : context().homeHealthPeriods()) {
            if (period.standsOn(date)) {
                return Optional.of(period);
            }
            if (planned == null && period.span().contains(date)) {
                planned = period;
            }
        }
        return Optional.ofNullable(planned);
    }

    /**
     * Whether a day is one of home health as planned alone: it lies in a period on file whose claims are told and do not
     * reach it, and nobody says that there is a plan of care.
     */
    boolean homeHealthPlannedOn(int day) {
        return !Boolean.TRUE.equals(context().underHomeHealthPlan())
                && homeHealthClaimOn(day).isEmpty()
                && homeHealthPeriodOn(day)
                        .filter(period -> !period.standsOn(Day.date(day)))
                        .isPresent();
    }

    /** Whether Medicare's eligibility answer told a part of the context, and not the sender. */
    public boolean isAnswered(ContextFact fact) {
        return context().answeredOn().containsKey(fact);
    }

    /** Who told a part of the context, for the end of a finding's sentence; empty where it was the sender. */
    public String asTold(ContextFact fact) {
        LocalDate day = context().answeredOn().get(fact);
        return day == null ? "" : ", as Medicare's answer of " + day + " shows";
    }

    /**
     * The agency's own 32X that bills home health on a day of this 34X; none where the sender says that there is no home
     * health plan. On its last day the beneficiary may have been discharged.
     */
    Optional<Earlier> homeHealthClaimOn(int day) {
        if (!is(BillKind.OUTPATIENT)
                || Boolean.FALSE.equals(context().underHomeHealthPlan())
                || history.ofOtherKind().isEmpty()) {
            return Optional.empty();
        }
        LocalDate date = Day.date(day);
        return history.ofOtherKind().stream()
                .filter(own -> !own.claim().statementFrom().isAfter(date)
                        && own.claim().statementThrough().isAfter(date))
                .findFirst();
    }

    /**
     * How the beneficiary stands to home health by this agency on a day: {@code own period} inside one on file or billed
     * that is its own or of an agency not named; else {@code other agency} inside one of another, {@code no plan} as the sender says,
     * or {@code unknown}. A sender who knows of a plan beside another agency's period may mean the agency's own.
     */
    String ownHomeHealthOn(int day) {
        boolean other = false;
        for (HomeHealthPeriod period : context().homeHealthPeriods()) {
            if (period.span().contains(Day.date(day))) {
                if (!claim.isAnothers(period.billingProviderNpi())) {
                    return "own period";
                }
                other = true;
            }
        }
        if (homeHealthClaimOn(day).isPresent()) {
            return "own period";
        }
        if (Boolean.TRUE.equals(context().underHomeHealthPlan())) {
            return "unknown";
        }
        return other ? "other agency" : context().underHomeHealthPlan() == null ? "unknown" : "no plan";
    }

    public LocalDate statementFrom() {
        return claim.statementFrom();
    }

    public LocalDate statementThrough() {
        return claim.statementThrough();
    }

    /** The calendar year of statement-from. */
    public int fromYear() {
        return claim.statementFrom().getYear();
    }

    /** The calendar year of statement-through. */
    public int throughYear() {
        return claim.statementThrough().getYear();
    }

    /** Patient discharge status, two digits; {@code null} where absent. */
    public String patientStatus() {
        return claim.patientStatus();
    }

    /** Which of {@code attending NPI}, {@code priority} and {@code point of origin} the claim does not have. */
    public List<String> missing() {
        return missing;
    }

    /** Whether a line stands under a revenue code that begins with one of some numbers of three or four digits. */
    public boolean bills(String... families) {
        for (ServiceLine line : claim.lines()) {
            for (String family : families) {
                if (line.revenueCode().startsWith(family)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The earliest date of an occurrence code as {@link Day}; 0 where the claim does not have the code. */
    public int earliest(String occurrenceCode) {
        int earliest = 0;
        for (OccurrenceCode occurrence : claim.occurrenceCodes()) {
            if (occurrence.code().equals(occurrenceCode)) {
                int on = Day.of(occurrence.date());
                earliest = earliest == 0 ? on : Math.min(earliest, on);
            }
        }
        return earliest;
    }

    /** The latest date of an occurrence code as {@link Day}; 0 where the claim does not have the code. */
    public int latest(String occurrenceCode) {
        int latest = 0;
        for (OccurrenceCode occurrence : claim.occurrenceCodes()) {
            if (occurrence.code().equals(occurrenceCode)) {
                latest = Math.max(latest, Day.of(occurrence.date()));
            }
        }
        return latest;
    }

    /**
     * Of two occurrence codes the place, from 0, of the one with the earlier date, by the one code and then the other; no
     * place where the claim has one of them not once, or both on one day.
     */
    public Map<String, Map<String, Integer>> earlierOf() {
        List<OccurrenceCode> all = claim.occurrenceCodes();
        Map<String, Map<String, Integer>> earlier = new HashMap<>();
        for (OccurrenceCode one : all) {
            for (OccurrenceCode other : all) {
                if (once(one) && once(other) && !one.date().equals(other.date())) {
                    OccurrenceCode first = one.date().isBefore(other.date()) ? one : other;
                    earlier.computeIfAbsent(one.code(), code -> new HashMap<>()).put(other.code(), all.indexOf(first));
                }
            }
        }
        return earlier;
    }

    private boolean once(OccurrenceCode occurrence) {
        return claim.occurrenceCodes().stream()
                        .filter(other -> other.code().equals(occurrence.code()))
                        .count()
                == 1;
    }

    @Override
    public String pointer() {
        return "";
    }
}
