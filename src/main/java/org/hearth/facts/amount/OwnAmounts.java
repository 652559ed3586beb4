package org.hearth.facts.amount;

import java.math.BigDecimal;
import org.hearth.claim.AmountBucket;
import org.hearth.claim.Claim;
import org.hearth.claim.ServiceLine;
import org.hearth.codes.Codes;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.Line;
import org.hearth.history.Earlier;
import org.hearth.history.History;
import org.hearth.history.Past;

/** What the agency's own earlier claims add to a beneficiary's yearly therapy amount (Pub. 100-04 ch. 5 s. 10.3). */
final class OwnAmounts {

    private OwnAmounts() {}

    /**
     * The allowed amounts in US dollars that the bills beside a claim are known to have incurred in its calendar year
     * before its statement begins: the least that was used, as other agencies and amounts that nobody knows add to it.
     */
    static BigDecimal before(Bill bill, AmountBucket bucket, Codes codes) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Earlier earlier : bill.history().beside()) {
            Claim claim = earlier.claim();
            Bill before = null;
            for (int index = 0; index < claim.lines().size(); index++) {
                ServiceLine line = claim.lines().get(index);
                if (line.allowedAmount() == null
                        || line.serviceDate() == null
                        || line.serviceDate().getYear() != bill.fromYear()
                        || !line.serviceDate().isBefore(bill.statementFrom())) {
                    continue;
                }
                if (before == null) {
                    if (!codes.billType(claim).asksForPayment()) {
                        break;
                    }
                    before = new Bill(claim, History.of(claim, Past.toldBy(claim), codes), codes);
                }
                Line billed = new Line(before, index, codes);
                if (AmountTotals.accrues(billed)
                        && codes.of(billed.discipline(), billed.on()).therapyAmount() == bucket) {
                    sum = sum.add(line.allowedAmount());
                }
            }
        }
        return sum;
    }
}
