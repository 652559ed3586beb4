package org.hearth.episode;

import java.util.List;
import org.hearth.finding.Severity;

/**
 * The answer to claims whose episodes were asked for.
 *
 * @param ruleset the version that judged them
 * @param episodes one for each beneficiary and agency
 * @param unread what could not be read or judged
 * @param leftOut claims that were read but not looked at, as there were too many
 * @param whole whether every input was read to its end, and every claim was taken
 * @param defect whether a defect of Hearth kept anything from being judged
 */
public record EpisodeAnswer(
        String ruleset, List<Episode> episodes, List<Unread> unread, int leftOut, boolean whole, boolean defect) {

    /**
     * Something that could not be read or judged.
     *
     * @param file the input's name, or {@code null}
     * @param claimId the sender's own number for the claim; {@code null} where it is not known, or no claim's
     * @param why what is wrong with it
     */
    public record Unread(String file, String claimId, String why) {}

    public EpisodeAnswer {
        episodes = List.copyOf(episodes);
        unread = List.copyOf(unread);
    }

    /** How many claims the episodes have. */
    public int claims() {
        return episodes.stream().mapToInt(episode -> episode.claims().size()).sum();
    }

    /** Whether anything at error level was found on a claim that stands. */
    public boolean errors() {
        return episodes.stream()
                .flatMap(episode -> episode.claims().stream())
                .filter(JudgedClaim::stands)
                .flatMap(claim -> claim.evaluation().findings().stream())
                .anyMatch(finding -> finding.effect().severity() == Severity.ERROR);
    }
}
