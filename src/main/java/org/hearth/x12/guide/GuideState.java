package org.hearth.x12.guide;

import java.io.Serializable;
import java.util.List;

/**
 * What {@link GuideCheck} knows inside a transaction set, outside of its claims.
 *
 * @param open the loops that are open, the outermost first
 * @param levels the numbers of the levels
 * @param claims how many claims were begun
 * @param passing whether what follows up to the next level or claim is passed over
 */
public record GuideState(List<OpenLoop> open, Numbers levels, int claims, boolean passing) implements Serializable {

    public GuideState {
        open = List.copyOf(open);
    }

    /**
     * A loop that is open.
     *
     * @param id such as {@code 2000B}
     * @param counts how often each of its segments and loops came, in the order of the guide
     * @param rank how far in its order it is
     */
    record OpenLoop(String id, int[] counts, int rank) implements Serializable {}

    /**
     * Numbers of levels (HL01).
     *
     * @param last how many levels there were
     * @param provider the number of the last billing provider, as it was sent
     * @param subscriber that of the last subscriber
     */
    record Numbers(int last, int provider, int subscriber) implements Serializable {}
}
