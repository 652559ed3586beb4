package org.hearth.ledger;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * What is recorded of a release.
 *
 * @param number its place in the chain, from 1
 * @param at when it was recorded
 * @param version the ruleset that became active, {@code label+hash}
 * @param packaged whether that is the one that came with the program, which leaves the choice to its next edition
 * @param before the ruleset that was active until then; {@code null} if there was none
 * @param difference what changed in the tables, a line each, the rest counted
 * @param act the way, who, and why
 * @param previous the hash of the record before; empty in the first
 * @param hash the SHA-256 of this record in its canonical form without the hash, in hexadecimal digits
 */
public record ReleaseRecord(
        long number,
        Instant at,
        String version,
        boolean packaged,
        String before,
        List<String> difference,
        Act act,
        String previous,
        String hash) {

    /**
     * The record of a line of the chain.
     *
     * @throws IOException if it is none
     */
    public static ReleaseRecord of(byte[] line) throws IOException {
        return Canonical.read(line);
    }

    public ReleaseRecord {
        difference = List.copyOf(difference);
    }
}
