/**
 * Units and minutes: how many units the minutes of a day allow, and how they may spread over its lines (Pub. 100-04 ch. 5
 * s. 20.2). May use {@code line}.
 */
package org.hearth.facts.units;
