package org.hearth.facts.claim;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;
import org.hearth.claim.Claim;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.codes.ParameterName;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.BillKind;

/**
 * When the notice of an admission was received (Pub. 100-04 ch. 10 s. 10.1.10). Of a notice itself its own receipt counts,
 * of a claim what the sender knows of the notice.
 *
 * @param received the receipt beside the statement: {@code before}, {@code in} or {@code after} it; {@code unknown} where
 *     nobody says, or where no number of days is set
 * @param daysAfterAdmission days from the admission to the receipt; 0 where that is not known
 * @param allowed days after the admission within which a notice is in time
 */
public record Notice(String received, int daysAfterAdmission, int allowed) {

    private static final Notice UNKNOWN = new Notice("unknown", 0, 0);

    static Notice of(Bill bill, Codes codes) {
        Claim claim = bill.claim();
        LocalDate received =
                bill.is(BillKind.NOTICE) ? claim.receivedDate() : bill.context().noticeOfAdmissionReceived();
        LocalDate admission = claim.admissionDate();
        if (received == null || admission == null) {
            return UNKNOWN;
        }
        OptionalInt allowed = codes.parameter(ParameterName.NOTICE_OF_ADMISSION_DAYS, Day.of(admission));
        if (allowed.isEmpty()) {
            return UNKNOWN;
        }
        String beside = received.isBefore(claim.statementFrom())
                ? "before"
                : received.isAfter(claim.statementThrough()) ? "after" : "in";
        return new Notice(beside, (int) ChronoUnit.DAYS.between(admission, received), allowed.getAsInt());
    }

    /** Days from the last day on which it would have been in time to the receipt; 0 if it was. */
    public int daysOver() {
        return Math.max(0, daysAfterAdmission - allowed);
    }
}
