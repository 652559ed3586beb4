package org.hearth.facts;

import java.util.ArrayList;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.claim.OccurrenceCode;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.facts.amount.AmountTotals;
import org.hearth.facts.assistants.Assistants;
import org.hearth.facts.claim.HeaderEntries;
import org.hearth.facts.claim.WholeClaims;
import org.hearth.facts.diagnosis.Diagnoses;
import org.hearth.facts.functional.FunctionalReporting;
import org.hearth.facts.homehealth.HomeHealthVisits;
import org.hearth.facts.homehealth.Sites;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.Derivation;
import org.hearth.facts.line.FactSink;
import org.hearth.facts.line.Line;
import org.hearth.facts.line.NotChecked;
import org.hearth.facts.plan.Certifications;
import org.hearth.facts.plan.DisciplinesBilled;
import org.hearth.facts.plan.OccurrenceDate;
import org.hearth.facts.units.CountedServices;
import org.hearth.facts.units.DailyUnits;
import org.hearth.facts.units.DayTimes;
import org.hearth.facts.units.MinuteFacts;
import org.hearth.facts.units.RepeatedLines;
import org.hearth.facts.units.VisitLimits;
import org.hearth.history.History;
import org.hearth.history.Past;

/** A claim as facts for the session, and what could not be judged about it. */
public final class ClaimFacts {

    private static final List<Derivation> DERIVATIONS = List.of(
            new DisciplinesBilled(),
            new Certifications(),
            new RepeatedLines(),
            new Assistants(),
            new AmountTotals(),
            new MinuteFacts(),
            new DailyUnits(),
            new VisitLimits(),
            new DayTimes(),
            new CountedServices(),
            new FunctionalReporting(),
            new WholeClaims(),
            new HeaderEntries(),
            new Diagnoses(),
            new HomeHealthVisits(),
            new Sites());

    private final Bill bill;
    private final List<Line> lines;
    private final List<Object> derived = new ArrayList<>();
    private final List<NotChecked> notChecked = new ArrayList<>();

    private ClaimFacts(Bill bill, List<Line> lines) {
        this.bill = bill;
        this.lines = lines;
    }

    /** The facts of a claim of whose past nothing is known but what it says, under a set of code lists. */
    public static ClaimFacts of(Claim claim, Codes codes) {
        return of(claim, Past.toldBy(claim), codes);
    }

    /** The facts of a claim under a set of code lists. */
    public static ClaimFacts of(Claim claim, Past past, Codes codes) {
        Bill bill = new Bill(claim, History.of(claim, past, codes), codes);
        List<Line> lines = new ArrayList<>(claim.lines().size());
        for (int index = 0; index < claim.lines().size(); index++) {
            lines.add(new Line(bill, index, codes));
        }
        ClaimFacts facts = new ClaimFacts(bill, lines);
        for (int index = 0; index < claim.occurrenceCodes().size(); index++) {
            OccurrenceCode occurrence = claim.occurrenceCodes().get(index);
            facts.derived.add(new OccurrenceDate(bill, index, occurrence.code(), Day.of(occurrence.date())));
        }
        FactSink sink = facts.sink();
        for (Derivation derivation : DERIVATIONS) {
            derivation.derive(bill, lines, codes, sink);
        }
        return facts;
    }

    private FactSink sink() {
        return new FactSink() {
            @Override
            public void add(Object fact) {
                derived.add(fact);
            }

            @Override
            public void notChecked(String topic, List<Integer> about, String needs) {
                if (bill.asksForPayment()) {
                    notChecked.add(new NotChecked(topic, List.copyOf(about), needs));
                }
            }
        };
    }

    /** The claim's header. */
    public Bill bill() {
        return bill;
    }

    /** The claim's lines, in order. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** Every fact: the header, the lines, and everything that was derived. */
    public List<Object> all() {
        List<Object> all = new ArrayList<>(1 + lines.size() + derived.size());
        all.add(bill);
        all.addAll(lines);
        all.addAll(derived);
        return all;
    }

    /** What could not be judged, in no order. */
    public List<NotChecked> notChecked() {
        return notChecked;
    }
}
