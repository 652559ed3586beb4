package org.hearth.finding;

/**
 * A piece of a claim's file that a correction changes, such as a segment without its terminator. A patient's name and
 * remarks are left out of it, and of a member id all but its last four characters.
 *
 * @param before as it stood; {@code null} of what is put in
 * @param after as it stands; {@code null} of what is taken out
 */
public record TextChange(String before, String after) {}
