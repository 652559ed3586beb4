package org.hearth.facts.claim;

import org.hearth.facts.line.Bill;
import org.hearth.finding.FromRow;
import org.hearth.finding.InWords;

/**
 * Whether a type of bill is taken: a row of {@code bill-types}.
 *
 * @param row the row
 * @param bill the claim
 * @param standing {@code taken}, {@code doubtful} or {@code refused}
 * @param why what the type of bill is for, or why it is not taken
 */
@InWords("standing of the type of bill")
public record BillStanding(String row, Bill bill, String standing, String why) implements FromRow {}
