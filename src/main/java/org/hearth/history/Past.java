package org.hearth.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.history.Earlier.Source;

/**
 * What is known to have been billed for a beneficiary when a claim is judged: what its sender gives with it, what was marked
 * as sent, and what stands before it in the same input. Only a sender says that there is nothing else; input
 * and store show what is there, never that something is not.
 *
 * @param earlier the claims, whoever sent them: those that its sender gave, those that were sent, those of the input, each by when they came
 * @param complete whether there are no others
 * @param later how many claims are known besides that begin after the claim ends; they are no past of it
 * @param outOfOrder how many of these stand before it in the input
 * @param seal how the identifiers of kept claims are sealed
 */
public record Past(List<Earlier> earlier, boolean complete, int later, int outOfOrder, Seal seal) {

    public Past {
        earlier = List.copyOf(earlier);
    }

    /**
     * What was billed before a claim as its sender says. An empty list says that there is nothing; of a claim without one
     * nobody knows.
     */
    public static Past toldBy(Claim claim) {
        List<Earlier> told = claim.history() == null
                ? List.of()
                : claim.history().stream()
                        .map(other -> new Earlier(other, Source.REQUEST))
                        .toList();
        return new Past(told, claim.history() != null, 0, 0, Seal.NONE);
    }

    /**
     * What was billed before a claim, as far as anybody knows.
     *
     * @param file what stands before it in the same input, in that order
     * @param whole whether nothing else stands before it there
     * @param kept what was marked as sent, in that order; passed over where the sender has told the whole past
     * @param seal how the identifiers of what was kept are sealed
     */
    public static Past of(Claim claim, List<Earlier> file, boolean whole, List<Earlier> kept, Seal seal) {
        Past told = toldBy(claim);
        if (file.isEmpty() && (kept.isEmpty() || told.complete)) {
            return told;
        }
        List<Earlier> earlier = new ArrayList<>(told.earlier.size() + file.size() + kept.size());
        earlier.addAll(told.earlier);
        int later = 0;
        Seal used = Seal.NONE;
        if (!told.complete) {
            later = addUpTo(claim.statementThrough(), kept, earlier);
            used = seal;
        }
        int outOfOrder = addUpTo(claim.statementThrough(), file, earlier);
        return new Past(earlier, told.complete && whole, later + outOfOrder, outOfOrder, used);
    }

    /** The past of the same claim if it had come alone: without what stands before it in the input. */
    public Past alone(Claim claim) {
        Past told = toldBy(claim);
        List<Earlier> kept =
                earlier.stream().filter(one -> one.source() == Source.STORE).toList();
        if (told.complete || kept.isEmpty() && later == outOfOrder) {
            return told;
        }
        List<Earlier> both = new ArrayList<>(told.earlier);
        both.addAll(kept);
        return new Past(both, false, later - outOfOrder, 0, seal);
    }

    /** Adds what begins by a day. @return how many begin after it */
    private static int addUpTo(LocalDate day, List<Earlier> known, List<Earlier> earlier) {
        int later = 0;
        for (Earlier one : known) {
            if (one.claim().statementFrom().isAfter(day)) {
                later++;
            } else {
                earlier.add(one);
            }
        }
        return later;
    }
}
