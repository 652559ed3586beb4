/**
 * What the visits of a 32X say about each other and beside the agency's earlier ones (Pub. 100-04 ch. 10 s. 40.2). May use
 * {@code line}.
 */
package org.hearth.facts.homehealth;
