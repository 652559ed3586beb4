package org.hearth.facts.functional;

import java.util.List;

/**
 * Where a treatment day stands in its episode of care, and what had been reported in it before the day (Pub. 100-04
 * ch. 5 s. 10.6; Pub. 100-02 ch. 15 s. 220). What needs the start of the episode is 0 or {@code false} while that start
 * is unknown; what was open or reported is then what the claim itself shows.
 *
 * @param startKnown whether the start of the episode is known
 * @param dayOfEpisode which treatment day of the episode it is, from 1
 * @param dayInPeriod which treatment day of the reporting period it is, from 1
 * @param begins whether reporting has to begin on it: the first day of an episode, the first since reporting is asked
 *     for, or the first after a limitation ended
 * @param afterEnd whether it begins because a limitation ended before
 * @param reaches whether it is the last treatment day on which the period's report can be made
 * @param open the limitations open before it, ascending
 * @param reported the limitations reported in the episode before it, ascending
 */
public record EpisodeDay(
        boolean startKnown,
        int dayOfEpisode,
        int dayInPeriod,
        boolean begins,
        boolean afterEnd,
        boolean reaches,
        List<String> open,
        List<String> reported) {

    public EpisodeDay {
        open = List.copyOf(open);
        reported = List.copyOf(reported);
    }
}
