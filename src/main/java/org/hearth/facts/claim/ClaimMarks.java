package org.hearth.facts.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.hearth.claim.Claim;
import org.hearth.claim.ClaimContext;
import org.hearth.claim.DateSpan;
import org.hearth.claim.HomeHealthPeriod;
import org.hearth.claim.OccurrenceCode;
import org.hearth.claim.Practitioner;
import org.hearth.claim.ServiceLine;
import org.hearth.claim.ValueCode;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.codes.ModifierCode;
import org.hearth.codes.ModifierKind;
import org.hearth.codes.ParameterName;
import org.hearth.codes.VisitCode;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.Line;

/** Gathers the marks of a {@link ClaimProfile}. Used once, by one thread. */
final class ClaimMarks {

    private static final Pattern FIVE_DIGITS = Pattern.compile("[0-9]{4,5}(\\.0{1,2})?");

    private final Bill bill;
    private final Claim claim;
    private final List<Line> lines;
    private final Codes codes;
    private final Set<String> marks = new HashSet<>();
    private final int mostDays;
    private final int sourceDays;
    private final int keyLength;
    private Line hippsLine;
    private int firstVisit = Day.LAST;
    private BigDecimal lineTotal = BigDecimal.ZERO;
    private BigDecimal billedTotal;
    private String duplicateOf;
    private HomeHealthPeriod otherPeriod;

    ClaimMarks(Bill bill, List<Line> lines, Codes codes) {
        this.bill = bill;
        this.claim = bill.claim();
        this.lines = lines;
        this.codes = codes;
        this.mostDays = codes.parameter(ParameterName.PERIOD_DAYS, bill.from()).orElse(0);
        this.keyLength = codes.parameter(ParameterName.CLAIM_MATCHING_KEY_LENGTH, bill.from())
                .orElse(0);
        this.sourceDays = codes.parameter(ParameterName.ADMISSION_SOURCE_DAYS, bill.from())
                .orElse(-1);
        mark(claim.typeOfBill().voids(), "void");
        identifiers();
        codes();
        dates();
        total();
        duplicate();
        if (bill.kind().equals("32X")) {
            homeHealthLines();
            overlaps();
            notice();
        }
        LocalDate admission = claim.admissionDate() == null ? claim.statementFrom() : claim.admissionDate();
        if (bill.kind().equals("notice") && claim.admissionDate() != null && bill.receivedKnown()) {
            OptionalInt days = codes.parameter(ParameterName.NOTICE_OF_ADMISSION_DAYS, bill.admitted());
            mark(
                    days.isPresent()
                            && claim.receivedDate()
                                    .isAfter(claim.admissionDate().plusDays(days.getAsInt())),
                    "notice itself late");
        }
        mark(ofAnotherAgency(period -> period.span().contains(admission)) != null, "admission of another agency");
    }

    private void mark(boolean holds, String mark) {
        if (holds) {
            marks.add(mark);
        }
    }

    private void identifiers() {
        Practitioner attending = claim.attending();
        boolean attended = attending != null && attending.npi() != null;
        mark(attended, "attending");
        mark(attended && !Identifiers.npi(attending.npi()), "attending check digit wrong");
        mark(claim.billingProviderNpi() != null, "billing NPI");
        mark(
                claim.billingProviderNpi() != null && !Identifiers.npi(claim.billingProviderNpi()),
                "billing NPI check digit wrong");
        mark(claim.beneficiaryId() != null && !Identifiers.mbi(claim.beneficiaryId()), "member id not an MBI");
        mark(claim.treatmentAuthorization() != null, "treatment authorization");
        mark(claim.originalClaimNumber() != null, "original claim number");
        mark(claim.remarks() != null && !claim.remarks().isBlank(), "remarks");
    }

    private void codes() {
        claim.conditionCodes().forEach(code -> marks.add("CC " + code));
        for (OccurrenceCode occurrence : claim.occurrenceCodes()) {
            String mark = "OC " + occurrence.code();
            marks.add(mark);
            if (sourceDays >= 0) {
                if (!within(occurrence.date(), claim.statementFrom(), sourceDays)) {
                    marks.add(mark + " off from");
                }
                if (!within(occurrence.date(), claim.admissionDate(), sourceDays)) {
                    marks.add(mark + " off admission");
                }
            }
        }
        for (ValueCode value : claim.valueCodes()) {
            marks.add("VC " + value.code());
            if (!standsForFiveDigits(value.amount())) {
                marks.add("VC " + value.code() + " odd");
            }
        }
        mark(claim.patientStatus() != null, "status " + claim.patientStatus());
        mark(claim.pointOfOrigin() != null, "origin " + claim.pointOfOrigin());
    }

    /** Whether a date is a day, or one of so many before it; an unknown day is no reason to say no. */
    private static boolean within(LocalDate date, LocalDate day, int daysBefore) {
        return day == null || !date.isAfter(day) && !date.isBefore(day.minusDays(daysBefore));
    }

    /** A value code's amount that stands for a code of five digits may have lost one leading zero, and have cents. */
    private static boolean standsForFiveDigits(String amount) {
        return FIVE_DIGITS.matcher(amount).matches();
    }

    private void dates() {
        LocalDate admission = claim.admissionDate();
        mark(admission != null, "admission date");
        mark(admission != null && admission.isAfter(claim.statementFrom()), "admission after from");
        mark(
                claim.treatmentAuthorization() != null
                        && claim.treatmentAuthorization().length() < keyLength,
                "treatment authorization short");
        mark(bill.period().equals("first"), "first period");
        mark(bill.period().equals("later"), "later period");
        mark(!bill.receivedKnown(), "receipt day unknown");
        mark(
                bill.from() != bill.through() || admission != null && !admission.equals(claim.statementFrom()),
                "not one day");
        if (mostDays > 0) {
            long days = ChronoUnit.DAYS.between(claim.statementFrom(), claim.statementThrough()) + 1;
            mark(days > mostDays, "period too long");
            mark(days < mostDays, "period cut short");
            mark(
                    bill.period().equals("later")
                            && ChronoUnit.DAYS.between(admission, claim.statementFrom()) % mostDays != 0,
                    "off the period grid");
        }
    }

    private void total() {
        billedTotal = claim.totalCharge();
        boolean known = true;
        for (Line line : lines) {
            if (line.service().equals("total")) {
                billedTotal = billedTotal == null ? line.charge() : billedTotal;
            } else if (line.charge() == null) {
                known = false;
            } else {
                lineTotal = lineTotal.add(line.charge());
            }
        }
        mark(known && billedTotal != null && billedTotal.compareTo(lineTotal) != 0, "total differs");
    }

    private void homeHealthLines() {
        boolean covered = false;
        int visits = 0;
        int firstCovered = Day.LAST;
        for (Line line : lines) {
            switch (line.role()) {
                case "HIPPS" -> hipps(line);
                case "telehealth" -> marks.add("telehealth");
                case "site" -> marks.add("site of service");
                case "visit" -> {
                    visits++;
                    covered |= !line.homeHealthUse().nonCovered();
                    mark(line.visitCode() == VisitCode.NONE || line.visitCode().skilled(), "skilled visit");
                    if (line.dated()) {
                        firstVisit = Math.min(firstVisit, line.on());
                        firstCovered =
                                line.homeHealthUse().nonCovered() ? firstCovered : Math.min(firstCovered, line.on());
                    }
                }
                default -> {
                    // of no account for the claim as a whole
                }
            }
        }
        mark(
                bill.period().equals("first") && firstVisit != Day.LAST && firstVisit > bill.from(),
                "first visit after from");
        mark(visits > 0, "visit");
        mark(visits > 0 && !covered, "non-covered");
        if (bill.period().equals("first") && firstCovered != Day.LAST) {
            firstVisit = firstCovered;
        }
        mark(
                hippsLine != null && firstVisit != Day.LAST && (!hippsLine.dated() || hippsLine.on() != firstVisit),
                "HIPPS line off the first visit");
    }

    private void hipps(Line line) {
        if (hippsLine != null) {
            marks.add("second HIPPS line");
            return;
        }
        hippsLine = line;
        marks.add("HIPPS line");
        for (String modifier : line.modifiers()) {
            marks.add("HIPPS " + modifier);
            ModifierCode row = codes.modifierCodes().on(modifier, line.on(), null);
            mark(row == null || row.kind() != ModifierKind.THRESHOLD, "odd modifier on HIPPS line");
        }
    }

    private void overlaps() {
        ClaimContext context = bill.context();
        mark(anyVisitIn(context.hospicePeriods()), "visit in hospice election");
        mark(anyVisitIn(context.medicareAdvantagePeriods()), "visit in Medicare Advantage");
        otherPeriod = ofAnotherAgency(this::overlapsStatement);
        mark(otherPeriod != null, "period of another agency");
    }

    private boolean anyVisitIn(List<DateSpan> spans) {
        return !spans.isEmpty()
                && lines.stream()
                        .filter(line -> line.role().equals("visit") && line.dated())
                        .anyMatch(line -> spans.stream().anyMatch(span -> span.contains(line.serviceDate())));
    }

    /** The first period of another agency that meets a condition; {@code null} where there is none. */
    private HomeHealthPeriod ofAnotherAgency(Predicate<HomeHealthPeriod> condition) {
        for (HomeHealthPeriod period : bill.context().homeHealthPeriods()) {
            if (period.billingProviderNpi() != null
                    && claim.billingProviderNpi() != null
                    && !period.billingProviderNpi().equals(claim.billingProviderNpi())
                    && condition.test(period)) {
                return period;
            }
        }
        return null;
    }

    /**
     * Whether a period shares a day with the statement. One that begins on the last day does not: the beneficiary may
     * leave one agency and come to another on the same day.
     */
    private boolean overlapsStatement(HomeHealthPeriod period) {
        return period.span().contains(claim.statementFrom())
                || period.span().from().isAfter(claim.statementFrom())
                        && period.span().from().isBefore(claim.statementThrough());
    }

    private void notice() {
        LocalDate received = bill.context().noticeOfAdmissionReceived();
        LocalDate admission = claim.admissionDate();
        if (received == null || admission == null) {
            return;
        }
        OptionalInt days = codes.parameter(ParameterName.NOTICE_OF_ADMISSION_DAYS, Day.of(admission));
        if (days.isPresent()) {
            boolean timely = !received.isAfter(admission.plusDays(days.getAsInt()));
            boolean past = received.isAfter(claim.statementThrough());
            mark(timely, "notice timely");
            mark(!timely && past, "notice after the period");
            mark(!timely && !past && !received.isBefore(claim.statementFrom()), "notice late");
        }
    }

    private void duplicate() {
        if (claim.history() != null) {
            for (Claim earlier : claim.history()) {
                if (repeats(earlier)) {
                    marks.add("duplicate");
                    duplicateOf = earlier.claimId();
                    return;
                }
            }
        }
    }

    /** Whether an earlier claim agrees with this one in everything that the payer compares (reason code 38200). */
    private boolean repeats(Claim earlier) {
        if (!earlier.typeOfBill().equals(claim.typeOfBill())
                || !earlier.statementFrom().equals(claim.statementFrom())
                || !earlier.statementThrough().equals(claim.statementThrough())
                || !Objects.equals(earlier.billingProviderNpi(), claim.billingProviderNpi())
                || earlier.lines().size() != claim.lines().size()
                || earlier.totalCharge() == null
                || claim.totalCharge() == null
                || earlier.totalCharge().compareTo(claim.totalCharge()) != 0) {
            return false;
        }
        for (int i = 0; i < claim.lines().size(); i++) {
            ServiceLine one = claim.lines().get(i);
            ServiceLine other = earlier.lines().get(i);
            if (!one.revenueCode().equals(other.revenueCode())
                    || !Objects.equals(one.hcpcs(), other.hcpcs())
                    || !one.modifiers().equals(other.modifiers())) {
                return false;
            }
        }
        return true;
    }

    Bill bill() {
        return bill;
    }

    Set<String> marks() {
        return marks;
    }

    Line hippsLine() {
        return hippsLine;
    }

    int firstVisit() {
        return firstVisit;
    }

    BigDecimal lineTotal() {
        return lineTotal;
    }

    BigDecimal billedTotal() {
        return billedTotal;
    }

    int mostDays() {
        return mostDays;
    }

    int sourceDays() {
        return sourceDays;
    }

    String duplicateOf() {
        return duplicateOf;
    }

    HomeHealthPeriod otherPeriod() {
        return otherPeriod;
    }
}
