package org.hearth.claim;

/**
 * What shares one yearly therapy amount: physical therapy and speech-language pathology together, or occupational therapy
 * (Pub. 100-04 ch. 5 s. 10.3). Which discipline counts towards which is a row of {@code codes/disciplines.xlsx}.
 */
public enum AmountBucket {
    PT_SLP,
    OT
}
