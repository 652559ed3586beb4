package org.hearth.facts.line;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.hearth.claim.ContextFact;
import org.hearth.claim.Discipline;
import org.hearth.claim.HomeHealthPeriod;
import org.hearth.claim.ServiceLine;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.codes.DayNumber;
import org.hearth.codes.FunctionalCode;
import org.hearth.codes.ModifierCode;
import org.hearth.codes.ModifierKind;
import org.hearth.codes.RevenueCode;
import org.hearth.codes.Service;
import org.hearth.codes.TherapyCode;
import org.hearth.codes.VisitCode;
import org.hearth.codes.VisitKind;
import org.hearth.finding.InWords;
import org.hearth.finding.Subject;

/**
 * A service line as a fact, with the rows of its codes already looked up for its date. Rules test its codes first: the
 * engine hashes on them.
 */
@InWords("line")
public final class Line implements Subject {

    private static final int CODE_LENGTH = 5;

    private final Bill bill;
    private final ServiceLine billed;
    private final int index;
    private final int on;
    private final RevenueCode revenue;
    private final LineCodes codes;
    private final Discipline discipline;
    private final Discipline familyDiscipline;
    private final List<String> lacking;
    private final HomeHealthUse homeHealthUse;
    private final LineModifiers modifiers;
    private final Integer wholeUnits;

    public Line(Bill bill, int index, Codes codes) {
        this.bill = bill;
        this.index = index;
        this.billed = bill.claim().lines().get(index);
        this.on = Day.of(billed.serviceDate(), bill.from());
        this.revenue = codes.revenueCodes().on(billed.revenueCode(), on, RevenueCode.NONE);
        this.codes = LineCodes.of(billed.hcpcs(), on, codes);
        this.discipline = revenue.discipline();
        this.modifiers = new LineModifiers(billed.modifiers(), on, codes.modifierCodes());
        this.homeHealthUse = bill.is(BillKind.HOME_HEALTH)
                ? HomeHealthUse.of(bill, billed, revenue, this.codes, codes)
                : HomeHealthUse.NONE;
        this.wholeUnits = billed.wholeUnits();
        // the one number of each family that is given out for it as a whole ends in 0
        this.familyDiscipline = revenue.service() == Service.UNASSIGNED
                ? codes.revenueCodes().on(family() + "0", on, RevenueCode.NONE).discipline()
                : discipline;
        this.lacking = lacking(revenue.needs(), billed);
    }

    private static List<String> lacking(List<RevenueCode.Need> needs, ServiceLine billed) {
        List<String> lacking = null;
        for (RevenueCode.Need need : needs) {
            if (!has(billed, need)) {
                lacking = lacking == null ? new ArrayList<>(needs.size()) : lacking;
                lacking.add(need.toString());
            }
        }
        return lacking == null ? List.of() : List.copyOf(lacking);
    }

    private static boolean has(ServiceLine billed, RevenueCode.Need need) {
        return switch (need) {
            case HCPCS_CODE -> billed.hcpcs() != null;
            case DATE -> billed.serviceDate() != null;
            case UNITS -> billed.units() != null && billed.units().signum() > 0;
            case CHARGE -> billed.charge() != null && billed.charge().signum() > 0;
        };
    }

    /** The claim that the line stands on. */
    public Bill bill() {
        return bill;
    }

    /** The line as billed. */
    public ServiceLine billed() {
        return billed;
    }

    /** {@code 32X}, {@code 34X}, {@code notice} or {@code void}, as {@link Bill#kind()}. */
    public String kind() {
        return bill.kind();
    }

    /** What the line is on a 32X, in the word of {@link LineRole}. */
    public String role() {
        return homeHealthUse.role().toString();
    }

    /** Whether the line is this on a 32X. */
    public boolean is(LineRole role) {
        return homeHealthUse.role() == role;
    }

    /** Whether the line is a visit of a 32X with a code of outpatient therapy that no list of 32X codes has. */
    public boolean outpatientVisit() {
        return codeList().equals("therapy")
                && is(LineRole.VISIT)
                && homeHealthUse.coded().equals("no");
    }

    /** Whether a visit of a 32X is one by a nurse or therapist; one whose code no list has counts as one. */
    public boolean skilledVisit() {
        return visitCode() == VisitCode.NONE || visitCode().skilled();
    }

    /** How the beneficiary stands to home health by this agency on the line's date, as {@link Bill#ownHomeHealthOn}. */
    public String ownHomeHealth() {
        return bill.ownHomeHealthOn(on);
    }

    /** The line as a line of a 32X. */
    public HomeHealthUse homeHealthUse() {
        return homeHealthUse;
    }

    /** How the beneficiary stands to home health on the line's date, as {@link Bill#homeHealthOn}. */
    public String homeHealth() {
        return bill.homeHealthOn(on);
    }

    /** What {@link #homeHealth()} rests on, for a finding's text: the period on file or billed, or the sender's word. */
    public String homeHealthBasis() {
        return bill.homeHealthPeriodOn(on)
                .map(period -> "a period on file from " + period.span().from()
                        + (period.span().through() == null
                                ? ""
                                : " through " + period.span().through())
                        + bill.asTold(ContextFact.HOME_HEALTH_PERIODS))
                .or(() -> bill.homeHealthClaimOn(on)
                        .map(own -> "the agency's own 32X " + own.named() + ", "
                                + own.claim().statementFrom() + " to "
                                + own.claim().statementThrough()))
                .orElse("as the sender says");
    }

    /** Whether the line's date is one of home health as planned alone, as {@link Bill#homeHealthPlannedOn}. */
    public boolean homeHealthPlanned() {
        return bill.homeHealthPlannedOn(on);
    }

    /** Whose home health period it is that the line's date lies in, for a finding's text. */
    public String homeHealthAgency() {
        return bill.homeHealthPeriodOn(on)
                .map(HomeHealthPeriod::billingProviderNpi)
                .map(npi -> bill.claim().isAnothers(npi) ? "of another agency" : "of this agency")
                .orElse("of an agency not named");
    }

    /** The fact that a finding is about: the {@code claim}, or else this line. */
    public Subject about(String which) {
        return which.equals("claim") ? bill : this;
    }

    /** Whether a day of the line lies outside the statement period. */
    public boolean outside() {
        return dated()
                && (on < bill.from() || Day.of(billed.serviceThrough(), on) > bill.through() || on > bill.through());
    }

    /** Whether the line was billed with more than one day. */
    public boolean ranged() {
        return dated()
                && billed.serviceThrough() != null
                && !billed.serviceThrough().equals(billed.serviceDate());
    }

    /** The day or days of service as billed, for a finding's text: {@code none} where there are none. */
    public String dateAsBilled() {
        if (!dated()) {
            return "none";
        }
        return ranged()
                ? billed.serviceDate() + " to " + billed.serviceThrough()
                : billed.serviceDate().toString();
    }

    /** Whether it has a code that no list of HCPCS codes has, on whatever day. */
    public boolean codeUnlisted() {
        return codes.codeList().equals("unlisted");
    }

    /** One character of the HCPCS or HIPPS code, counted from 1; empty where the code is shorter or absent. */
    public String hcpcsAt(int position) {
        return hcpcs() == null || hcpcs().length() < position ? "" : hcpcs().substring(position - 1, position);
    }

    /** Its place among the claim's lines, from 0. */
    public int index() {
        return index;
    }

    @Override
    public Integer lineNumber() {
        return billed.lineNumber();
    }

    /** Whether the claim has the code that the line's code adds to, on the same day or on a line without a date. */
    public boolean baseCodeBeside() {
        String base = therapyCode().baseCode();
        for (ServiceLine other : bill.claim().lines()) {
            if (base.equals(other.hcpcs())
                    && (other.serviceDate() == null || other.serviceDate().equals(billed.serviceDate()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether another line of the same day has one of some codes. */
    public boolean dayHas(String... codes) {
        if (!dated()) {
            return false;
        }
        for (ServiceLine other : bill.claim().lines()) {
            if (other != billed && billed.serviceDate().equals(other.serviceDate()) && other.hcpcs() != null) {
                for (String code : codes) {
                    if (code.equals(other.hcpcs())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    @Override
    public String pointer() {
        return "/lines/" + index;
    }

    public String revenueCode() {
        return billed.revenueCode();
    }

    /** First three digits of the revenue code, such as {@code 042}. */
    public String family() {
        return billed.family();
    }

    /** The revenue code's row, or {@link RevenueCode#NONE}. */
    public RevenueCode revenue() {
        return revenue;
    }

    /** What the revenue code says was furnished: {@code PT}, {@code nursing}, {@code supply}, ... */
    public String service() {
        return revenue.service().toString();
    }

    /** The therapy discipline of the revenue code, or {@code null} for a line that is not therapy. */
    public Discipline discipline() {
        return discipline;
    }

    /** Whether the revenue code is a therapy discipline's. */
    public boolean therapy() {
        return discipline != null;
    }

    /**
     * The therapy discipline that the revenue code's first three digits are for, given out or not; {@code null} where they
     * are for none.
     */
    public Discipline familyDiscipline() {
        return familyDiscipline;
    }

    /**
     * On which bill its revenue code has a use: {@code this bill}, {@code another bill} alone, {@code no bill}; {@code
     * unknown} of a code without a meaning or not on the list.
     */
    public String usedOn() {
        if (revenue == RevenueCode.NONE || revenue.service() == Service.UNASSIGNED) {
            return "unknown";
        }
        return revenue.bills().contains(kind()) ? "this bill" : revenue.bills().isEmpty() ? "no bill" : "another bill";
    }

    /**
     * What its revenue code needs and the line does not say: {@code HCPCS code}, {@code date}, {@code units} and {@code
     * charge}, the last two above zero.
     */
    public List<String> lacking() {
        return lacking;
    }

    /** US dollars that are billed as non-covered beyond the charge; 0 where none are, or where either is not known. */
    public BigDecimal nonCoveredOver() {
        return billed.charge() == null || billed.nonCoveredCharge() == null
                ? BigDecimal.ZERO
                : billed.nonCoveredCharge().subtract(billed.charge()).max(BigDecimal.ZERO);
    }

    /** Whether its code is marked, and otherwise than codes beside its revenue code are. */
    public boolean otherQualifier() {
        return billed.procedureQualifier() != null
                && !revenue.qualifier().equals("any")
                && !revenue.qualifier().equals(billed.procedureQualifier());
    }

    /** Whether its HCPCS or HIPPS code has another number of characters than such codes have, which is five. */
    public boolean misshapenCode() {
        return hcpcs() != null && hcpcs().length() != CODE_LENGTH;
    }

    /** Characters of its HCPCS or HIPPS code; 0 where there is none. */
    public int codeLength() {
        return hcpcs() == null ? 0 : hcpcs().length();
    }

    /** HCPCS or HIPPS code; {@code null} where the line has none. */
    public String hcpcs() {
        return billed.hcpcs();
    }

    /**
     * The list that has the code, on whatever day: {@code therapy}, {@code functional} or {@code visit}; {@code
     * unlisted} where none has it, {@code no code} where the line has none.
     */
    public String codeList() {
        return codes.codeList();
    }

    /**
     * Where the therapy list has the code but not for the line's date: its latest row before that date, or its first
     * after; {@code null} otherwise.
     */
    public TherapyCode lapsedCode() {
        return codes.lapsedCode();
    }

    /** The code's row as a 32X visit code, or {@link VisitCode#NONE}. */
    public VisitCode visitCode() {
        return codes.visitCode();
    }

    /** Whether the code is one of visits, in force on the day, that stand under the line's family of revenue codes alone. */
    public boolean visitOfItsFamily() {
        return visitCode().kind() == VisitKind.VISIT && visitCode().families().equals(List.of(family()));
    }

    /** The code's row as a 34X therapy code, or {@link TherapyCode#NONE}. */
    public TherapyCode therapyCode() {
        return codes.therapyCode();
    }

    /** The code's row as a functional G-code, or {@link FunctionalCode#NONE}. */
    public FunctionalCode functionalCode() {
        return codes.functionalCode();
    }

    public List<String> modifiers() {
        return billed.modifiers();
    }

    /** Whether a modifier of a kind is on the line, in force on its date. */
    public boolean modifiedBy(ModifierKind kind) {
        return modifiers.any(kind);
    }

    /** The modifiers on the line that name a discipline, in force on its date. */
    public List<String> disciplineModifiers() {
        return modifiers.ofDiscipline();
    }

    /** The modifiers on the line that say an assistant furnished it. */
    public List<String> assistantModifiers() {
        return modifiers.ofAssistant();
    }

    /** The functional severity modifiers on the line. */
    public List<String> severityModifiers() {
        return modifiers.ofSeverity();
    }

    /** The discipline that the line's only discipline modifier stands for, or {@code null}. */
    public String modifierDiscipline() {
        return modifiers.discipline();
    }

    /** Whether the line's only discipline modifier is that of its revenue code's discipline. */
    public boolean disciplineAgrees() {
        return discipline != null && discipline.name().equals(modifiers.discipline());
    }

    /**
     * Whether the line's discipline is one that usually bills its code, also where it is not known who does; else, and where
     * the code is no therapy on its day, the revenue code may be the slip.
     */
    public boolean usualOfDiscipline() {
        if ("none".equals(therapyCode().disposition())) {
            return false;
        }
        List<String> usual = therapyCode().disciplines();
        return usual.isEmpty() || discipline != null && usual.contains(discipline.name());
    }

    /** The assistant modifiers on the line of another discipline than its only discipline modifier says. */
    public List<String> assistantModifiersElsewhere() {
        return modifiers.ofAssistantElsewhere();
    }

    /** Whether the line's code may carry one discipline modifier only and the line has another. */
    public boolean lockedOut() {
        return modifiers.discipline() != null
                && !therapyCode().lockedModifier().equals("any")
                && !modifiers.ofDiscipline().contains(therapyCode().lockedModifier());
    }

    /** Whether a modifier is of a kind beyond discipline, assistant, severity and threshold. */
    public boolean specialModifiers() {
        return modifiers.special();
    }

    /**
     * The first modifier that the list knows, but not for the line's date; {@code null} where there is none. Assistant
     * and severity modifiers are left out.
     */
    public ModifierCode untimelyModifier() {
        return modifiers.untimely();
    }

    /** The place, from 0, of the last modifier that already stands before it on the line; -1 where there is none. */
    public int repeatedModifier() {
        return modifiers.repeated();
    }

    /** Whether a part of the charge is covered: the non-covered charge is absent or below the charge. */
    public boolean coveredCharge() {
        return billed.charge() != null && billed.charge().signum() > 0 && !billed.notCovered();
    }

    public LocalDate serviceDate() {
        return billed.serviceDate();
    }

    /** Whether the line has a date of service. */
    public boolean dated() {
        return billed.serviceDate() != null;
    }

    /** Date of service as {@link Day}; the statement-from day where the line has none. */
    @DayNumber
    public int on() {
        return on;
    }

    /** Units as billed; {@code null} where absent. */
    public BigDecimal units() {
        return billed.units();
    }

    /** US dollars; {@code null} where absent. */
    public BigDecimal charge() {
        return billed.charge();
    }

    /**
     * The claim's total charge without the charge of this line, in US dollars; {@code null} where the total is neither the sum
     * of all lines nor that of the others.
     */
    public BigDecimal totalWithoutCharge() {
        BigDecimal total = bill.claim().totalCharge();
        BigDecimal others = BigDecimal.ZERO;
        for (ServiceLine line : bill.claim().lines()) {
            others = line == billed || line.charge() == null ? others : others.add(line.charge());
        }
        BigDecimal all = billed.charge() == null ? others : others.add(billed.charge());
        return total != null && (total.compareTo(all) == 0 || total.compareTo(others) == 0) ? others : null;
    }

    /** Units billed as a whole number from 0; {@code null} where absent, negative, a fraction or too many for FL 46. */
    public Integer wholeUnits() {
        return wholeUnits;
    }

    /** Whether it is paid by its units and its bill asks for payment: a therapy service of a 34X, any service of a 32X. */
    public boolean unitsOwed() {
        if (!bill.asksForPayment()) {
            return false;
        }
        return bill.is(BillKind.OUTPATIENT)
                ? therapy() && hcpcs() != null
                : visitCode().billedInUnits();
    }

    /**
     * Whether the line says its units as a whole number from 1. One without units whose minutes are known asks for them
     * instead.
     */
    public boolean unitsGiven() {
        return units() == null ? minutes() != null : wholeUnits != null && wholeUnits > 0;
    }

    /** The units as billed, for a finding's text: {@code none} where there are none. */
    public String unitsAsBilled() {
        return billed.units() == null ? "none" : billed.units().toPlainString();
    }

    /** Days from the date of service to the end of the statement period, both counted. */
    public long daysToEnd() {
        return ChronoUnit.DAYS.between(Day.date(on), bill.statementThrough()) + 1;
    }

    /** Treatment minutes, in all or by who furnished them; {@code null} where not known. */
    public Integer minutes() {
        if (billed.minutes() == null && billed.minutesBy() != null) {
            return billed.minutesBy().total();
        }
        return billed.minutes();
    }
}
