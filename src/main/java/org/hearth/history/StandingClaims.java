package org.hearth.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.hearth.claim.Claim;

/**
 * Which earlier claims stand beside a claim: the same agency's bills of the same kind that nothing has replaced or
 * voided. A claim whose days are billed again must not count twice, and a voided one not at all.
 *
 * <p>A replacement or void names its claim by the payer's number, which an earlier claim does not carry. So it is taken
 * to mean the claim of the same or of the named number whose statement covers some of the same days and, where there is
 * none, the one that covers exactly the same days.
 */
public final class StandingClaims {

    private static final String REPLACEMENT = "7";
    private static final String VOID = "8";

    private StandingClaims() {}

    /**
     * The claims of the history that stand, in the order given.
     *
     * @param relevant which claims matter at all; one that does not neither stands nor replaces
     */
    public static List<Claim> before(Claim claim, Predicate<Claim> relevant) {
        if (claim.history() == null || claim.history().isEmpty()) {
            return List.of();
        }
        List<Claim> candidates = new ArrayList<>();
        Map<String, List<Claim>> byNumber = new HashMap<>();
        for (Claim earlier : claim.history()) {
            if (earlier.typeOfBill().kind().equals(claim.typeOfBill().kind())
                    && Objects.equals(earlier.billingProviderNpi(), claim.billingProviderNpi())
                    && relevant.test(earlier)) {
                candidates.add(earlier);
                byNumber.computeIfAbsent(earlier.claimId(), number -> new ArrayList<>(1))
                        .add(earlier);
            }
        }
        // by identity: claims are large to compare, and two equal ones do not count twice anyway
        Set<Claim> gone = Collections.newSetFromMap(new IdentityHashMap<>());
        gone.addAll(billedAgainBy(claim, candidates, byNumber));
        for (Claim later : candidates) {
            for (Claim earlier : billedAgainBy(later, candidates, byNumber)) {
                if (isLater(later, earlier)) {
                    gone.add(earlier);
                }
            }
        }
        candidates.removeIf(
                candidate -> gone.contains(candidate) || !candidate.typeOfBill().asksForPayment());
        return candidates;
    }

    private static List<Claim> billedAgainBy(Claim later, List<Claim> candidates, Map<String, List<Claim>> byNumber) {
        List<Claim> again = new ArrayList<>();
        addOverlapping(later, byNumber.get(later.claimId()), again);
        if (rank(later) > 0) {
            addOverlapping(later, byNumber.get(later.originalClaimNumber()), again);
            if (again.isEmpty()) {
                for (Claim candidate : candidates) {
                    if (candidate != later
                            && candidate.statementFrom().equals(later.statementFrom())
                            && candidate.statementThrough().equals(later.statementThrough())) {
                        again.add(candidate);
                    }
                }
            }
        }
        return again;
    }

    private static void addOverlapping(Claim later, List<Claim> named, List<Claim> again) {
        if (named == null) {
            return;
        }
        for (Claim earlier : named) {
            if (earlier != later
                    && !earlier.statementThrough().isBefore(later.statementFrom())
                    && !earlier.statementFrom().isAfter(later.statementThrough())) {
                again.add(earlier);
            }
        }
    }

    private static boolean isLater(Claim one, Claim other) {
        if (one.receivedDate() != null
                && other.receivedDate() != null
                && !one.receivedDate().equals(other.receivedDate())) {
            return one.receivedDate().isAfter(other.receivedDate());
        }
        return rank(one) > rank(other);
    }

    private static int rank(Claim claim) {
        return switch (claim.typeOfBill().frequency()) {
            case VOID -> 2;
            case REPLACEMENT -> 1;
            default -> 0;
        };
    }
}
