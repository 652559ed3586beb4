package org.hearth.facts.claim;

import java.time.LocalDate;
import java.util.List;
import org.hearth.claim.BilledForm;
import org.hearth.claim.GuideFault;
import org.hearth.claim.PayerBefore;
import org.hearth.codes.Codes;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.BillKind;
import org.hearth.facts.line.Derivation;
import org.hearth.facts.line.FactSink;
import org.hearth.facts.line.Line;

/**
 * Derives the claim as a whole: a {@link WholeClaim} of each, a {@link HomeHealthClaim} of a 32X or a notice of
 * admission, a {@link TherapyDuring} of the therapy of a 34X that falls into other coverage, a {@link CodeBilled} of each code
 * that was billed in another form than its own, a {@link GuideError} of each departure from the guide of its file, an
 * {@link OwnPeriod} of each period that the agency is known to have billed beside it, an {@link OwnOutpatient} of each 34X
 * that bills therapy on days of a 32X, a {@link PayerOnFile} of each payer before Medicare on the days of its services, and
 * its {@link Entitlement} where some of these days are known to be without.
 */
public final class WholeClaims implements Derivation {

    private static final String HISTORY = "/history/";

    @Override
    public void derive(Bill bill, List<Line> lines, Codes codes, FactSink sink) {
        Carried carried = Carried.by(bill, lines);
        sink.add(new WholeClaim(bill, lines, carried, codes));
        for (BilledForm form : bill.claim().asSent().forms()) {
            // those of earlier claims are read in their own form too, and judged with them
            if (!form.pointer().startsWith(HISTORY)) {
                sink.add(new CodeBilled(bill, form));
            }
        }
        for (GuideFault fault : bill.claim().asSent().faults()) {
            sink.add(new GuideError(bill, fault));
        }
        if (bill.is(BillKind.HOME_HEALTH) || bill.is(BillKind.NOTICE)) {
            HomeHealthClaim claim = new HomeHealthClaim(bill, lines, carried, codes);
            sink.add(claim);
            OwnPeriod.beside(claim, codes).forEach(sink::add);
            if (bill.is(BillKind.HOME_HEALTH)) {
                OwnOutpatient.during(claim, codes).forEach(sink::add);
            }
        }
        if (bill.asksForPayment() && (bill.is(BillKind.OUTPATIENT) || bill.is(BillKind.HOME_HEALTH))) {
            payerFile(bill, lines, carried, sink);
        }
        if (bill.is(BillKind.OUTPATIENT) && bill.asksForPayment()) {
            OtherCoverage.derive(bill, lines, carried, sink);
        }
    }

    private static void payerFile(Bill bill, List<Line> lines, Carried carried, FactSink sink) {
        if (bill.context().payersBefore().isEmpty() && !Entitlement.isTold(bill)) {
            return;
        }
        List<LocalDate> days = lines.stream()
                .filter(line -> line.dated() && !line.billed().notCovered() && Carried.billsService(line))
                .map(Line::serviceDate)
                .distinct()
                .sorted()
                .toList();
        for (PayerBefore payer : bill.context().payersBefore()) {
            List<LocalDate> during =
                    days.stream().filter(payer.span()::contains).toList();
            if (!during.isEmpty()) {
                sink.add(new PayerOnFile(bill, carried, payer, during));
            }
        }
        Entitlement entitlement = Entitlement.of(bill, days);
        if (!entitlement.withoutA().isEmpty()
                || !entitlement.withoutB().isEmpty()
                || !entitlement.afterDeath().isEmpty()) {
            sink.add(entitlement);
        }
    }
}
