package org.hearth.finding;

/**
 * A certain mend that was not made.
 *
 * @param finding what it would have mended
 * @param tried whether it was made, judged and taken back
 * @param reason why it was not made, or not kept, one line
 */
public record LeftMend(Finding finding, boolean tried, String reason) {}
