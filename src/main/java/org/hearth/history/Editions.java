package org.hearth.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.hearth.claim.Claim;
import org.hearth.codes.BillType;
import org.hearth.codes.Codes;

/**
 * Which of an agency's bills of one kind were sent again, replaced or voided by a later one. A claim whose days are billed
 * again must not count twice, and a voided one not at all.
 *
 * <p>A replacement or void names its claim by the payer's number, which an earlier claim does not carry. So it is taken
 * to mean the claim of the same or of the named number whose statement covers some of the same days and, where there is
 * none, those that cover exactly the same days, and else those that begin on the same day. A notice is taken back by the cancellation of a notice alone, a claim
 * by claims. Of what was billed before, originals that start on the same day are editions of one claim, such as one that was
 * returned and corrected: the last stands, where it is known which that is. Beside the claim that is judged that is so of what was marked as sent, of which
 * nobody says whether the payer took it; what stands in the same input, or is named by the sender, is billed twice.
 */
final class Editions {

    /** A bill, what its type of bill is for, and its numbers, sealed. */
    private record Known(Earlier bill, BillType type, String number, String original) {

        Claim claim() {
            return bill.claim();
        }
    }

    private final List<Known> bills;
    private final Codes codes;
    private final Seal seal;
    private final Map<String, List<Known>> byNumber = new HashMap<>();

    /**
     * @param bills in the order in which they were sent, as far as anybody knows
     * @param seal how the numbers of kept claims are sealed
     */
    Editions(List<Earlier> bills, Codes codes, Seal seal) {
        this.codes = codes;
        this.seal = seal;
        this.bills = bills.stream().map(this::known).toList();
        for (Known bill : this.bills) {
            byNumber.computeIfAbsent(bill.number(), number -> new ArrayList<>(1))
                    .add(bill);
        }
    }

    private Known known(Earlier bill) {
        Claim claim = bill.claim();
        boolean sealed = bill.source() == Earlier.Source.STORE;
        return new Known(
                bill,
                codes.billType(claim),
                sealed ? claim.claimId() : seal.of(claim.claimId()),
                sealed ? claim.originalClaimNumber() : seal.of(claim.originalClaimNumber()));
    }

    /** The bills that none of the others has taken back, in their order; the last alone of several editions. */
    List<Earlier> kept() {
        Set<Known> gone = takenBack();
        Map<LocalDate, List<Known>> editions = new HashMap<>();
        for (Known bill : bills) {
            if (!gone.contains(bill) && bill.type().original()) {
                List<Known> others = editions.computeIfAbsent(bill.claim().statementFrom(), day -> new ArrayList<>(1));
                if (others.stream().anyMatch(other -> isLater(other, bill))) {
                    gone.add(bill);
                } else {
                    others.removeIf(other -> (isLater(bill, other) || inOrder(other, bill)) && gone.add(other));
                    others.add(bill);
                }
            }
        }
        return without(gone);
    }

    /** The bills that none of the others has taken back, in their order, every edition. */
    List<Earlier> sent() {
        return without(takenBack());
    }

    private Set<Known> takenBack() {
        Set<Known> gone = identities();
        for (Known later : bills) {
            for (Known other : billedAgainBy(later)) {
                if (isLater(later, other)) {
                    gone.add(other);
                }
            }
        }
        return gone;
    }

    /** The bills that a later claim, whose numbers are not sealed, does not bill again, in their order. */
    List<Earlier> beside(Claim claim) {
        Known later = known(new Earlier(claim, Earlier.Source.REQUEST));
        Set<Known> gone = identities();
        gone.addAll(billedAgainBy(later));
        for (Known bill : bills) {
            if (bill.bill().source() == Earlier.Source.STORE && isEdition(bill, later)) {
                gone.add(bill);
            }
        }
        return without(gone);
    }

    private List<Earlier> without(Set<Known> gone) {
        return bills.stream()
                .filter(bill -> !gone.contains(bill))
                .map(Known::bill)
                .toList();
    }

    /** Whether both bill for the first time from the same day. */
    private static boolean isEdition(Known one, Known other) {
        return one.claim().statementFrom().equals(other.claim().statementFrom())
                && one.type().original()
                && other.type().original();
    }

    /** By identity: claims are large to compare, and two equal ones do not count twice anyway. */
    private static Set<Known> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private List<Known> billedAgainBy(Known later) {
        List<Known> again = new ArrayList<>();
        addOverlapping(later, later.number(), again);
        if (rank(later) > 0) {
            addOverlapping(later, later.original(), again);
            if (again.isEmpty()) {
                addOf(later, bill -> sameDays(bill, later), again);
            }
            if (again.isEmpty()) {
                // one that corrects the days keeps their first
                addOf(
                        later,
                        bill -> bill.claim()
                                .statementFrom()
                                .equals(later.claim().statementFrom()),
                        again);
            }
        }
        return again;
    }

    private void addOf(Known later, Predicate<Known> condition, List<Known> again) {
        for (Known bill : bills) {
            if (bill != later && sameSubject(bill, later) && condition.test(bill)) {
                again.add(bill);
            }
        }
    }

    private static boolean sameDays(Known one, Known other) {
        return one.claim().statementFrom().equals(other.claim().statementFrom())
                && one.claim().statementThrough().equals(other.claim().statementThrough());
    }

    private void addOverlapping(Known later, String number, List<Known> again) {
        for (Known bill : byNumber.getOrDefault(number, List.of())) {
            if (bill != later
                    && sameSubject(bill, later)
                    && !bill.claim().statementThrough().isBefore(later.claim().statementFrom())
                    && !bill.claim().statementFrom().isAfter(later.claim().statementThrough())) {
                again.add(bill);
            }
        }
    }

    private static boolean sameSubject(Known one, Known other) {
        return one.type().notice() == other.type().notice();
    }

    /** Whether a bill that stands before another was sent before it: what a sender names is in no order. */
    private static boolean inOrder(Known one, Known other) {
        return one.bill().source() != Earlier.Source.REQUEST || other.bill().source() != Earlier.Source.REQUEST;
    }

    private static boolean isLater(Known one, Known other) {
        LocalDate received = one.claim().receivedDate();
        LocalDate otherReceived = other.claim().receivedDate();
        if (received != null && otherReceived != null && !received.equals(otherReceived)) {
            return received.isAfter(otherReceived);
        }
        return rank(one) > rank(other);
    }

    /** Of two bills received on one day, or when nobody knows, a void is the later, then a replacement. */
    private static int rank(Known bill) {
        return bill.type().voids() ? 2 : bill.type().replaces() ? 1 : 0;
    }
}
