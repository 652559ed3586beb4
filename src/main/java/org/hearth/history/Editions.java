package org.hearth.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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

    /** Bills of one number, of which those that share days with another are found without a look at each. */
    private static final class Spans {

        private final List<Known> byFirstDay = new ArrayList<>(1);
        /** The last day of any of them up to each; {@code null} until somebody asks. */
        private LocalDate[] lastUpTo;

        void add(Known bill) {
            byFirstDay.add(bill);
        }

        List<Known> sharingDaysWith(Claim claim) {
            if (lastUpTo == null) {
                byFirstDay.sort(Comparator.comparing(bill -> bill.claim().statementFrom()));
                lastUpTo = new LocalDate[byFirstDay.size()];
                for (int i = 0; i < lastUpTo.length; i++) {
                    LocalDate last = byFirstDay.get(i).claim().statementThrough();
                    lastUpTo[i] = i == 0 || last.isAfter(lastUpTo[i - 1]) ? last : lastUpTo[i - 1];
                }
            }
            List<Known> sharing = new ArrayList<>(1);
            for (int i = firstThatMay(claim); i < lastUpTo.length; i++) {
                Known bill = byFirstDay.get(i);
                if (bill.claim().statementFrom().isAfter(claim.statementThrough())) {
                    break;
                }
                if (!bill.claim().statementThrough().isBefore(claim.statementFrom())) {
                    sharing.add(bill);
                }
            }
            return sharing;
        }

        /** All before it end before the claim begins. */
        private int firstThatMay(Claim claim) {
            int low = 0;
            int high = lastUpTo.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (lastUpTo[middle].isBefore(claim.statementFrom())) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    private final List<Known> bills;
    private final Codes codes;
    private final Seal seal;
    private final Map<String, Spans> byNumber = new HashMap<>();
    private final Map<LocalDate, List<Known>> byFirstDay = new HashMap<>();

    /**
     * @param bills in the order in which they were sent, as far as anybody knows
     * @param seal how the numbers of kept claims are sealed
     */
    Editions(List<Earlier> bills, Codes codes, Seal seal) {
        this.codes = codes;
        this.seal = seal;
        this.bills = bills.stream().map(this::known).toList();
        for (Known bill : this.bills) {
            byNumber.computeIfAbsent(bill.number(), number -> new Spans()).add(bill);
            byFirstDay
                    .computeIfAbsent(bill.claim().statementFrom(), day -> new ArrayList<>(1))
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
        addSharingDays(later, later.number(), again);
        if (rank(later) > 0) {
            addSharingDays(later, later.original(), again);
            if (again.isEmpty()) {
                // one that corrects the days keeps their first
                List<Known> sameStart = byFirstDay.getOrDefault(later.claim().statementFrom(), List.of());
                addOf(later, sameStart, bill -> endsWith(bill, later), again);
                if (again.isEmpty()) {
                    addOf(later, sameStart, bill -> true, again);
                }
            }
        }
        return again;
    }

    private static void addOf(Known later, List<Known> bills, Predicate<Known> condition, List<Known> again) {
        for (Known bill : bills) {
            if (bill != later && sameSubject(bill, later) && condition.test(bill)) {
                again.add(bill);
            }
        }
    }

    private static boolean endsWith(Known one, Known other) {
        return one.claim().statementThrough().equals(other.claim().statementThrough());
    }

    private void addSharingDays(Known later, String number, List<Known> again) {
        Spans spans = byNumber.get(number);
        if (spans != null) {
            addOf(later, spans.sharingDaysWith(later.claim()), bill -> true, again);
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
