package org.hearth.report;

/**
 * One reason why a claim could not be read.
 *
 * @param where a JSON pointer, or segment and element; empty or {@code null} if it is the claim as a whole
 * @param message what is wrong
 * @param fix what to write instead; {@code null} if nobody knows
 */
public record Unreadable(String where, String message, String fix) {}
