package org.hearth.episode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hearth.claim.Claim;
import org.hearth.claim.Discipline;
import org.hearth.claim.HomeHealthPeriod;
import org.hearth.codes.BillType;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.codes.ParameterName;
import org.hearth.facts.ClaimFacts;
import org.hearth.facts.functional.FunctionalReporting;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.BillKind;

/** Gathers what the claims of an episode show, claim by claim in their order. Not safe for use by several threads. */
final class EpisodeView {

    private final Codes codes;
    private final Map<Discipline, CourseBuilder> courses = new EnumMap<>(Discipline.class);
    private final PlanBuilder plans;
    private final AmountBuilder amounts;
    private final Set<Period> periods = new LinkedHashSet<>();
    private final Set<Period> onFile = new LinkedHashSet<>();
    private final SortedMap<LocalDate, Notice> notices = new TreeMap<>();
    private final List<Notice> cancellations = new ArrayList<>();
    private final Set<Discharge> discharges = new LinkedHashSet<>();
    private JudgedClaim lastOutpatient;
    private JudgedClaim lastHomeHealth;

    EpisodeView(Codes codes) {
        this.codes = codes;
        this.plans = new PlanBuilder(codes);
        this.amounts = new AmountBuilder(codes);
        for (Discipline discipline : Discipline.values()) {
            courses.put(discipline, new CourseBuilder(discipline, codes));
        }
    }

    /** Adds a claim that stands. */
    void add(JudgedClaim judged, ClaimFacts facts) {
        Bill bill = facts.bill();
        onFile(bill);
        if (bill.type().notice()) {
            notice(judged, bill.type());
        } else if (bill.asksForPayment() && bill.is(BillKind.OUTPATIENT)) {
            lastOutpatient = judged;
            FunctionalReporting.courses(bill, facts.lines(), codes)
                    .forEach(course -> courses.get(course.discipline()).add(judged, course));
            plans.addOutpatient(facts);
            amounts.add(facts);
            discharges(judged);
        } else if (bill.asksForPayment() && bill.is(BillKind.HOME_HEALTH)) {
            lastHomeHealth = judged;
            courses.values().forEach(course -> course.add(judged, facts.lines()));
            plans.addHomeHealth(judged.claim());
            periods.add(new Period(
                    bill.statementFrom(),
                    bill.statementThrough(),
                    bill.period(),
                    "this agency",
                    judged.claim().claimId()));
            noticeTold(judged.claim());
            discharges(judged);
        }
    }

    private void onFile(Bill bill) {
        String own = bill.claim().billingProviderNpi();
        for (HomeHealthPeriod period : bill.context().homeHealthPeriods()) {
            String npi = period.billingProviderNpi();
            String whose = npi == null || own == null ? "unknown" : npi.equals(own) ? "this agency" : "another agency";
            onFile.add(new Period(period.span().from(), period.span().through(), "unknown", whose, null));
        }
    }

    private void notice(JudgedClaim judged, BillType type) {
        Claim claim = judged.claim();
        LocalDate admission = claim.admissionDate() == null ? claim.statementFrom() : claim.admissionDate();
        Notice notice = new Notice(admission, claim.receivedDate(), due(admission), type.voids(), claim.claimId());
        if (notice.cancels()) {
            cancellations.add(notice);
        } else {
            notices.put(admission, notice);
        }
    }

    private void noticeTold(Claim claim) {
        LocalDate received = claim.context().noticeOfAdmissionReceived();
        if (received != null && claim.admissionDate() != null) {
            LocalDate admission = claim.admissionDate();
            notices.putIfAbsent(admission, new Notice(admission, received, due(admission), false, claim.claimId()));
        }
    }

    private LocalDate due(LocalDate admission) {
        OptionalInt days = codes.parameter(ParameterName.NOTICE_OF_ADMISSION_DAYS, Day.of(admission));
        return days.isEmpty() ? null : admission.plusDays(days.getAsInt());
    }

    private void discharges(JudgedClaim judged) {
        Claim claim = judged.claim();
        told(claim.context().dischargedOn(), "planned discharge", claim);
        told(claim.context().oneTimeVisits(), "one-time visit", claim);
        if (!judged.goesOn()) {
            String says = judged.statusLabel() == null ? "" : ", " + judged.statusLabel();
            discharges.add(new Discharge(
                    claim.statementThrough(), null, "patient status " + claim.patientStatus() + says, claim.claimId()));
        }
    }

    private void told(Map<Discipline, LocalDate> days, String how, Claim claim) {
        for (Discipline discipline : Discipline.values()) {
            if (days.containsKey(discipline)) {
                discharges.add(new Discharge(days.get(discipline), discipline, how, claim.claimId()));
            }
        }
    }

    /** The episode, of which these are all claims. */
    Episode episode(int number, List<JudgedClaim> claims) {
        Claim first = claims.get(0).claim();
        List<CertifiedSpan> certified = plans.spans();
        return new Episode(
                number,
                first.billingProviderNpi(),
                first.beneficiaryId() != null,
                first.statementFrom(),
                claims.stream()
                        .map(judged -> judged.claim().statementThrough())
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                claims,
                courses.values().stream()
                        .filter(CourseBuilder::treated)
                        .map(CourseBuilder::course)
                        .toList(),
                allPeriods(),
                allNotices(),
                certified,
                amounts.amounts(),
                discharges.stream().sorted(Comparator.comparing(Discharge::on)).toList(),
                next(certified));
    }

    /** One on file that a claim of the agency begins says nothing that the claim does not. */
    private List<Period> allPeriods() {
        List<Period> all = new ArrayList<>(periods);
        for (Period period : onFile) {
            boolean billed = !period.whose().equals("another agency")
                    && periods.stream().anyMatch(own -> own.from().equals(period.from()));
            if (!billed) {
                all.add(period);
            }
        }
        all.sort(Comparator.comparing(Period::from));
        return all;
    }

    private List<Notice> allNotices() {
        List<Notice> all = new ArrayList<>(notices.values());
        all.addAll(cancellations);
        all.sort(Comparator.comparing(Notice::admission));
        return all;
    }

    private List<NextDue> next(List<CertifiedSpan> certified) {
        boolean outpatient = lastOutpatient != null && lastOutpatient.goesOn();
        boolean homeHealth = lastHomeHealth != null && lastHomeHealth.goesOn();
        List<NextDue> next = new ArrayList<>();
        for (CourseBuilder course : courses.values()) {
            if (outpatient) {
                course.reportDue(next);
            }
            if (homeHealth) {
                course.reassessmentDue(next);
            }
        }
        PlanBuilder.due(certified, outpatient, homeHealth, next);
        if (homeHealth) {
            LocalDate from = lastHomeHealth.claim().statementFrom();
            OptionalInt days = codes.parameter(ParameterName.PERIOD_DAYS, Day.of(from));
            if (days.isPresent()) {
                next.add(new NextDue("next period", null, from.plusDays(days.getAsInt()), null));
            }
        }
        return next;
    }
}
