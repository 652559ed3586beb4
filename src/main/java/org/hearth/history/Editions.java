package org.hearth.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearth.claim.Claim;
import org.hearth.codes.BillType;
import org.hearth.codes.Codes;

/**
 * Which of an agency's bills of one kind were sent again, replaced or voided by a later one. A claim whose days are billed
 * again must not count twice, and a voided one not at all.
 *
 * <p>A replacement or void names its claim by the payer's number, which an earlier claim does not carry. So it is taken
 * to mean the claim of the same or of the named number whose statement covers some of the same days and, where there is
 * none, those that cover exactly the same days. A notice is taken back by the cancellation of a notice alone, a claim
 * by claims.
 */
final class Editions {

    private final List<Claim> bills;
    private final Codes codes;
    private final Map<String, List<Claim>> byNumber = new HashMap<>();

    Editions(List<Claim> bills, Codes codes) {
        this.bills = bills;
        this.codes = codes;
        for (Claim bill : bills) {
            byNumber.computeIfAbsent(bill.claimId(), number -> new ArrayList<>(1))
                    .add(bill);
        }
    }

    /** The bills that none of the others has taken back, in their order. */
    List<Claim> kept() {
        Set<Claim> gone = identities();
        for (Claim later : bills) {
            for (Claim other : billedAgainBy(later)) {
                if (isLater(later, other)) {
                    gone.add(other);
                }
            }
        }
        return bills.stream().filter(bill -> !gone.contains(bill)).toList();
    }

    /** The bills that a later claim does not bill again, in their order. */
    List<Claim> beside(Claim later) {
        Set<Claim> gone = identities();
        gone.addAll(billedAgainBy(later));
        return bills.stream().filter(bill -> !gone.contains(bill)).toList();
    }

    /** By identity: claims are large to compare, and two equal ones do not count twice anyway. */
    private static Set<Claim> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private List<Claim> billedAgainBy(Claim later) {
        List<Claim> again = new ArrayList<>();
        addOverlapping(later, later.claimId(), again);
        if (rank(later) > 0) {
            addOverlapping(later, later.originalClaimNumber(), again);
            if (again.isEmpty()) {
                for (Claim bill : bills) {
                    if (bill != later
                            && sameSubject(bill, later)
                            && bill.statementFrom().equals(later.statementFrom())
                            && bill.statementThrough().equals(later.statementThrough())) {
                        again.add(bill);
                    }
                }
            }
        }
        return again;
    }

    private void addOverlapping(Claim later, String number, List<Claim> again) {
        for (Claim bill : byNumber.getOrDefault(number, List.of())) {
            if (bill != later
                    && sameSubject(bill, later)
                    && !bill.statementThrough().isBefore(later.statementFrom())
                    && !bill.statementFrom().isAfter(later.statementThrough())) {
                again.add(bill);
            }
        }
    }

    private boolean sameSubject(Claim one, Claim other) {
        return codes.billType(one).notice() == codes.billType(other).notice();
    }

    private boolean isLater(Claim one, Claim other) {
        if (one.receivedDate() != null
                && other.receivedDate() != null
                && !one.receivedDate().equals(other.receivedDate())) {
            return one.receivedDate().isAfter(other.receivedDate());
        }
        return rank(one) > rank(other);
    }

    /** Of two bills received on one day, or when nobody knows, a void is the later, then a replacement. */
    private int rank(Claim claim) {
        BillType type = codes.billType(claim);
        return type.voids() ? 2 : type.replaces() ? 1 : 0;
    }
}
