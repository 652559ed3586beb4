/**
 * X12 files segment by segment, whatever they hold: the segment being read, its dates, and how a value of it is quoted.
 * Uses no other package.
 */
package org.hearth.x12.segment;
