package org.hearth.spark;

import java.io.Serializable;
import java.util.List;

/**
 * What every task of a run knows.
 *
 * @param salt what stands for beneficiaries in the shuffle is made with it, in this run alone
 * @param byDates whether a claim is judged by what begins before it, wherever it stands
 * @param earlier how many portions hold earlier claims, which are not judged; they have the first numbers
 * @param portions all of them, by their numbers
 * @param history where what was marked as sent is kept, or {@code null}
 * @param staging the folder in which the answer is made
 * @param acknowledging how files are acknowledged
 */
record Plan(
        byte[] salt,
        boolean byDates,
        int earlier,
        List<Portion> portions,
        String history,
        String staging,
        Acknowledging acknowledging)
        implements Serializable {

    Plan {
        portions = List.copyOf(portions);
    }

    /** How many portions are judged. */
    int parts() {
        return portions.size() - earlier;
    }

    /** How many files are judged. */
    long files() {
        return portions.subList(earlier, portions.size()).stream()
                .flatMap(portion -> portion.pieces().stream())
                .map(piece -> piece.input().path())
                .distinct()
                .count();
    }

    /** The portion that is judged as a part of the answer. */
    Portion part(int part) {
        return portions.get(earlier + part);
    }
}
