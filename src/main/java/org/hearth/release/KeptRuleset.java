package org.hearth.release;

import java.time.Instant;
import org.hearth.ledger.Act;

/**
 * A ruleset that can be had by its version.
 *
 * @param version {@code label+hash}
 * @param standing how it came to be kept
 * @param since when it was kept; {@code null} for the packaged one, which came with the program, and one that other
 *     machines have
 * @param from where it came from, for people
 * @param examples how its examples came out when it was checked; {@code null} if nobody ran them then
 */
public record KeptRuleset(String version, Standing standing, Instant since, String from, Act.Examples examples) {

    /** How a ruleset came to be kept. */
    public enum Standing {
        /** It comes with the program. */
        PACKAGED,
        /** It has been active. */
        RELEASED,
        /** It has been sent, is sound, and waits to be activated. */
        CANDIDATE
    }
}
