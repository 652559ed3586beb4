/**
 * Services furnished in part by therapist assistants, and what to bill for a claim given in minutes (Pub. 100-04 ch. 5
 * s. 20.1). May use {@code line} and {@code units}.
 */
package org.hearth.facts.assistants;
