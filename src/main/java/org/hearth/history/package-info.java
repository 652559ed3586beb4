/**
 * What was billed before, as the claim that is judged sees it. In the domain nothing else reads a claim's history. Uses
 * {@code claim} and {@code codes}.
 */
package org.hearth.history;
