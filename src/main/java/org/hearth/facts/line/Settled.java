package org.hearth.facts.line;

import org.hearth.finding.InWords;

/**
 * Enters the session when every derived fact has been derived. A rule that asks for the absence of a derived fact asks
 * for this one first; without it, {@code not} would hold until the fact arrives.
 */
@InWords("settled claim")
public record Settled() {}
