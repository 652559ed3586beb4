package org.hearth.facts.functional;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.hearth.claim.Claim;
import org.hearth.claim.Discipline;
import org.hearth.claim.OccurrenceCode;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.codes.Parameter;
import org.hearth.codes.ParameterName;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.BillKind;
import org.hearth.facts.line.Derivation;
import org.hearth.facts.line.FactSink;
import org.hearth.facts.line.Line;

/**
 * Works out, for functional reporting on a 34X, the treatment days of each discipline over the claim and the agency's
 * earlier ones, and what each day of the claim reports (Pub. 100-04 ch. 5 s. 10.6). Reports are asked for on the days on
 * which the parameter {@code functional report interval} holds: reports of the testing phase before count as made, but
 * nothing is missed in it. Nor is one asked for on a day on which the patient is under a home health plan of care, when
 * what a 34X still bills is disposable wound therapy. A claim without such a day and without a functional G-code has
 * no facts here.
 */
public final class FunctionalReporting implements Derivation {

    @Override
    public void derive(Bill bill, List<Line> lines, Codes codes, FactSink sink) {
        if (!bill.asksForPayment()) {
            return;
        }
        boolean therapyBill = bill.is(BillKind.OUTPATIENT);
        List<Line> functional = new ArrayList<>();
        boolean asked = false;
        for (Line line : lines) {
            if (codes.functionalCodes().lists(line.hcpcs())) {
                functional.add(line);
            } else if (therapyBill && line.therapy() && !asked) {
                asked = codes.parameterRow(ParameterName.FUNCTIONAL_REPORT_INTERVAL, line.on()) != null;
            }
        }
        if (functional.isEmpty() && !asked) {
            return;
        }
        BilledDays days = therapyBill ? new BilledDays(bill, lines, codes) : null;
        for (Line line : functional) {
            sink.add(functionalLine(line, days, codes));
        }
        if (days != null) {
            reporting(bill, days, codes, sink);
        }
    }

    private static FunctionalLine functionalLine(Line line, BilledDays days, Codes codes) {
        Discipline discipline = BilledDay.discipline(line.billed(), line.on(), codes);
        boolean companion = days != null && days.carriesReport(discipline, Day.date(line.on()));
        Parameter nominal = codes.parameterRow(ParameterName.NOMINAL_CHARGE_CEILING, line.on());
        return new FunctionalLine(line, discipline, companion, nominal == null ? null : nominal.value());
    }

    private static void reporting(Bill bill, BilledDays days, Codes codes, FactSink sink) {
        Limitations limitations = new Limitations(codes);
        Set<Integer> unjudged = new TreeSet<>();
        for (Discipline discipline : days.disciplines()) {
            boolean startKnown = startKnown(bill, discipline, days, codes);
            CourseOfTreatment course =
                    walk(bill, discipline, days, new Start(startKnown, startKnown), codes, limitations);
            for (TreatmentDay day : course.days()) {
                sink.add(day);
                if (!day.asked()) {
                    continue;
                }
                if (!startKnown) {
                    unjudged.add(day.line().lineNumber());
                }
                day.reports().stream().filter(LimitationReport::ofClaim).forEach(sink::add);
            }
        }
        if (!unjudged.isEmpty()) {
            sink.notChecked("functional reporting", List.copyOf(unjudged), "earlier claims");
        }
    }

    /**
     * The treatment days of each discipline that a 34X bills, whether reports are asked for on them or not, numbered from
     * the first that is known; none on another bill, or one that asks for no payment.
     *
     * @param lines the bill's lines
     */
    public static List<CourseOfTreatment> courses(Bill bill, List<Line> lines, Codes codes) {
        if (!bill.is(BillKind.OUTPATIENT) || !bill.asksForPayment()) {
            return List.of();
        }
        BilledDays days = new BilledDays(bill, lines, codes);
        Limitations limitations = new Limitations(codes);
        return days.disciplines().stream()
                .map(discipline -> walk(
                        bill,
                        discipline,
                        days,
                        new Start(startKnown(bill, discipline, days, codes), true),
                        codes,
                        limitations))
                .toList();
    }

    /** @param counted whether days are numbered: from the first that is known, where nobody knows the start */
    private record Start(boolean known, boolean counted) {}

    /**
     * Ruling: the start is known by the history, by bills that cover every day since treatment started, or where a first
     * bill says that treatment started on its first day.
     */
    private static boolean startKnown(Bill bill, Discipline discipline, BilledDays days, Codes codes) {
        if (bill.history().complete()) {
            return true;
        }
        Optional<LocalDate> first = days.firstTreatment(discipline);
        if (first.isPresent()) {
            LocalDate since = started(bill.claim(), discipline, Day.of(first.get()), codes);
            if (since != null
                    && since.isBefore(bill.statementFrom())
                    && bill.history().covers(since)) {
                return true;
            }
        }
        return bill.type().begins()
                && first.isPresent()
                && first.get().equals(started(bill.claim(), discipline, Day.of(first.get()), codes));
    }

    /** When treatment started by the claim: the date of the discipline's occurrence code, else of admission. */
    private static LocalDate started(Claim claim, Discipline discipline, int on, Codes codes) {
        String code = codes.of(discipline, on).startDateCode();
        return claim.occurrenceCodes().stream()
                .filter(occurrence -> occurrence.code().equals(code))
                .map(OccurrenceCode::date)
                .findFirst()
                .orElse(claim.admissionDate());
    }

    private static CourseOfTreatment walk(
            Bill bill, Discipline discipline, BilledDays days, Start start, Codes codes, Limitations limitations) {
        List<TreatmentDay> treatmentDays = new ArrayList<>();
        Episode episode = new Episode(start.counted());
        Collection<LocalDate> ends = Announced.ends(bill.context(), discipline);
        for (Map.Entry<LocalDate, BilledDay> entry : days.of(discipline).entrySet()) {
            LocalDate date = entry.getKey();
            BilledDay billed = entry.getValue();
            if (billed.treatment()) {
                OptionalInt interval = codes.parameter(ParameterName.FUNCTIONAL_REPORT_INTERVAL, Day.of(date));
                EpisodeDay entered = episode.enter(
                        date, codes.parameter(ParameterName.FUNCTIONAL_REPORTING_GAP, Day.of(date)), interval, ends);
                if (billed.firstLine() != null) {
                    DisciplineDay at = new DisciplineDay(discipline, limitations.modifier(discipline), date);
                    DayOrder order = DayOrder.of(billed.reports(), entered);
                    treatmentDays.add(new TreatmentDay(
                            at,
                            billed.firstLine(),
                            interval.isPresent(),
                            entered,
                            Announced.of(bill.context(), discipline, date),
                            billed.evaluative(),
                            order,
                            limitations.reports(at, billed, entered, order)));
                }
            }
            episode.report(billed.reports());
        }
        return new CourseOfTreatment(
                discipline, start.known(), treatmentDays, episode.openNow(), episode.daysSinceReport());
    }
}
