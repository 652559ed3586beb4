/**
 * Medicare's answers about eligibility (271, 005010X279A1): what is on file for a beneficiary, and what of it a claim's context
 * takes. Uses {@code segment} alone.
 */
package org.hearth.x12.eligibility;
