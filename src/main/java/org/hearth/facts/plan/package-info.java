/**
 * The plan of care of outpatient therapy: what a discipline billed from when to when, its occurrence codes and
 * certifications (Pub. 100-02 ch. 15 s. 220.1). May use {@code line}.
 */
package org.hearth.facts.plan;
