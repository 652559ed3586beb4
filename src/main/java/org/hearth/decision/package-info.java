/**
 * What was answered about claims, for those who have to account for it: each claim that is judged is counted and, where a log is
 * kept, gets a line of it that holds nothing of the claim but a keyed hash, its type of bill and counts; and the proof that a claim
 * judged again gets the same answer.
 */
package org.hearth.decision;
