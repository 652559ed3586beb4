/**
 * The beneficiary's yearly therapy amount, run over the lines (Pub. 100-04 ch. 5 s. 10.3). May use
 * {@code line}.
 */
package org.hearth.facts.amount;
