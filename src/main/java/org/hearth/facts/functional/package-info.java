/**
 * Functional reporting, 2013 to 2018: treatment days, reporting periods and what each day reports (Pub. 100-04 ch. 5
 * s. 10.6). May use {@code line}.
 */
package org.hearth.facts.functional;
