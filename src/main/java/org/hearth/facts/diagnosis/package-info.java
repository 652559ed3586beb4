/**
 * The diagnoses of a claim: in which version of ICD they are coded, what they are by their form, and what imported code
 * sets say of them.
 */
package org.hearth.facts.diagnosis;
