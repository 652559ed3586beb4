/**
 * 837I files (005010X223A2 and A3) to claims, one at a time, each with the places its fields stood at. StAEDI tells the
 * segments apart; which loop they belong to and what a claim keeps of them is decided here, without a guide's schema.
 */
package org.hearth.x12;
