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
 * @param on the day of the receipt; where nobody says it and the notices among the earlier claims came too late, the first
 *     day on which one came; {@code null} where that is not known
 * @param received the receipt beside the statement: {@code before}, {@code in} or {@code after} it; {@code unknown} where
 *     nobody says, or where no number of days is set
 * @param daysAfterAdmission days from the admission to the receipt; 0 where that is not known
 * @param allowed days after the admission within which a notice is in time
 * @param daysOfPeriod days that the claim's period of care has for its payment; 0 where no number is set
 * @param daysLost days of the claim's period that a late notice costs: from its first day to the day before the receipt,
 *     at most all of them; 0 where the notice was in time, or came before the period
 */
public record Notice(
        LocalDate on, String received, int daysAfterAdmission, int allowed, int daysOfPeriod, int daysLost) {

    private static final Notice UNKNOWN = new Notice(null, "unknown", 0, 0, 0, 0);

    static Notice of(Bill bill, Codes codes) {
        Claim claim = bill.claim();
        LocalDate admission = claim.admissionDate();
        if (admission == null) {
            return UNKNOWN;
        }
        boolean notice = bill.is(BillKind.NOTICE);
        LocalDate told = notice ? claim.receivedDate() : bill.context().noticeOfAdmissionReceived();
        // whether one that the agency's own claims show was taken nobody says, but it was not received before
        LocalDate received = told != null || notice
                ? told
                : bill.history().noticeReceived(admission).orElse(null);
        if (received == null) {
            return UNKNOWN;
        }
        OptionalInt allowed = codes.parameter(ParameterName.NOTICE_OF_ADMISSION_DAYS, Day.of(admission));
        if (allowed.isEmpty()) {
            return UNKNOWN;
        }
        String beside = received.isBefore(claim.statementFrom())
                ? "before"
                : received.isAfter(claim.statementThrough()) ? "after" : "in";
        int days = codes.parameter(ParameterName.PERIOD_DAYS, bill.from()).orElse(0);
        int since = (int) ChronoUnit.DAYS.between(admission, received);
        boolean late = since > allowed.getAsInt();
        if (told == null && !late) {
            return UNKNOWN;
        }
        int lost = late ? (int) ChronoUnit.DAYS.between(claim.statementFrom(), received) : 0;
        return new Notice(received, beside, since, allowed.getAsInt(), days, Math.max(0, Math.min(days, lost)));
    }

    /** Days from the last day on which it would have been in time to the receipt; 0 if it was. */
    public int daysOver() {
        return Math.max(0, daysAfterAdmission - allowed);
    }

    /** How many of the period's days are lost: {@code none}, {@code some} or {@code all}; {@code unknown} as received is. */
    public String lost() {
        if (received.equals("unknown")) {
            return received;
        }
        return daysLost == 0 ? "none" : daysLost < daysOfPeriod ? "some" : "all";
    }
}
