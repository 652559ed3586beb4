/**
 * 837I files (005010X223A2 and A3) to claims, one at a time, each with the places its fields stood at, and the
 * acknowledgements of such files: 999 and 277CA. StAEDI tells the segments apart; which loop they belong to and what a
 * claim keeps of them is decided here, without a guide's schema. What a 999 asks of a file is in {@code 837i.csv}.
 */
package org.hearth.x12;
