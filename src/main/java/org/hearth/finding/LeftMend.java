package org.hearth.finding;

/**
 * A certain mend that was not made.
 *
 * @param finding what it would have mended
 * @param reason why it was not made, one line
 */
public record LeftMend(Finding finding, String reason) {}
