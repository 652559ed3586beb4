package org.hearth.release;

import java.time.Instant;

/**
 * A ruleset that can be had by its version.
 *
 * @param version {@code label+hash}
 * @param standing how it came to be kept
 * @param since when it was kept; {@code null} for the packaged one, which came with the program
 * @param from where it came from, for people
 */
public record KeptRuleset(String version, Standing standing, Instant since, String from) {

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
