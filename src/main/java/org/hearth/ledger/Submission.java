package org.hearth.ledger;

import java.util.Optional;

/**
 * A ruleset that somebody has sent, and that waits to be made active.
 *
 * @param version of the ruleset
 * @param base the version that was active when it was checked, in whose place it is meant to be; {@code null} if nobody noted it
 * @param name of who sent it first; {@code null} if the service did not know them
 * @param subject what the provider of identities names them by; {@code null} with the name
 */
public record Submission(String version, String base, String name, String subject) {

    /** Who sent it; empty if the service did not know them. */
    public Optional<Person> by() {
        return subject == null ? Optional.empty() : Optional.of(new Person(name, subject));
    }
}
