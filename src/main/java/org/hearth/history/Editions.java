package org.hearth.history;

import java.time.LocalDate;
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
 * by claims. Of a claim that was marked as sent nobody says whether the payer took it: an original that starts on the same
 * day and was sent later is taken for another edition of it, such as one that was returned and corrected.
 */
final class Editions {

    private final List<Earlier> bills;
    private final Codes codes;
    private final Seal seal;
    private final Map<String, List<Earlier>> byNumber = new HashMap<>();

    /**
     * @param bills in the order in which they were sent, as far as anybody knows
     * @param seal how the numbers of kept claims are sealed
     */
    Editions(List<Earlier> bills, Codes codes, Seal seal) {
        this.bills = bills;
        this.codes = codes;
        this.seal = seal;
        for (Earlier bill : bills) {
            byNumber.computeIfAbsent(number(bill), number -> new ArrayList<>(1)).add(bill);
        }
    }

    /** The bills that none of the others has taken back, in their order. */
    List<Earlier> kept() {
        Set<Earlier> gone = identities();
        for (int i = 0; i < bills.size(); i++) {
            Earlier later = bills.get(i);
            for (Earlier other : billedAgainBy(later)) {
                if (isLater(later.claim(), other.claim())) {
                    gone.add(other);
                }
            }
            for (Earlier other : bills.subList(0, i)) {
                if (isEdition(other, later.claim())) {
                    gone.add(other);
                }
            }
        }
        return bills.stream().filter(bill -> !gone.contains(bill)).toList();
    }

    /** The bills that a later claim, whose numbers are not sealed, does not bill again, in their order. */
    List<Earlier> beside(Claim later) {
        Set<Earlier> gone = identities();
        gone.addAll(billedAgainBy(null, later, seal.of(later.claimId()), seal.of(later.originalClaimNumber())));
        return bills.stream()
                .filter(bill -> !gone.contains(bill) && !isEdition(bill, later))
                .toList();
    }

    /** Whether a bill is another edition of one that was sent later, though nothing says that it was taken back. */
    private boolean isEdition(Earlier bill, Claim later) {
        return bill.source() == Earlier.Source.STORE
                && bill.claim().statementFrom().equals(later.statementFrom())
                && sameSubject(bill.claim(), later)
                && codes.billType(bill.claim()).original()
                && codes.billType(later).original();
    }

    /** By identity: claims are large to compare, and two equal ones do not count twice anyway. */
    private static Set<Earlier> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private List<Earlier> billedAgainBy(Earlier later) {
        return billedAgainBy(later, later.claim(), number(later), originalNumber(later));
    }

    private List<Earlier> billedAgainBy(Earlier self, Claim later, String number, String original) {
        List<Earlier> again = new ArrayList<>();
        addOverlapping(self, later, number, again);
        if (rank(later) > 0) {
            addOverlapping(self, later, original, again);
            if (again.isEmpty()) {
                for (Earlier bill : bills) {
                    if (bill != self
                            && sameSubject(bill.claim(), later)
                            && bill.claim().statementFrom().equals(later.statementFrom())
                            && bill.claim().statementThrough().equals(later.statementThrough())) {
                        again.add(bill);
                    }
                }
            }
        }
        return again;
    }

    private void addOverlapping(Earlier self, Claim later, String number, List<Earlier> again) {
        for (Earlier bill : byNumber.getOrDefault(number, List.of())) {
            if (bill != self
                    && sameSubject(bill.claim(), later)
                    && !bill.claim().statementThrough().isBefore(later.statementFrom())
                    && !bill.claim().statementFrom().isAfter(later.statementThrough())) {
                again.add(bill);
            }
        }
    }

    private String number(Earlier bill) {
        return sealed(bill, bill.claim().claimId());
    }

    private String originalNumber(Earlier bill) {
        return sealed(bill, bill.claim().originalClaimNumber());
    }

    private String sealed(Earlier bill, String number) {
        return bill.source() == Earlier.Source.STORE ? number : seal.of(number);
    }

    private boolean sameSubject(Claim one, Claim other) {
        return codes.billType(one).notice() == codes.billType(other).notice();
    }

    private boolean isLater(Claim one, Claim other) {
        LocalDate received = one.receivedDate();
        LocalDate otherReceived = other.receivedDate();
        if (received != null && otherReceived != null && !received.equals(otherReceived)) {
            return received.isAfter(otherReceived);
        }
        return rank(one) > rank(other);
    }

    /** Of two bills received on one day, or when nobody knows, a void is the later, then a replacement. */
    private int rank(Claim claim) {
        BillType type = codes.billType(claim);
        return type.voids() ? 2 : type.replaces() ? 1 : 0;
    }
}
