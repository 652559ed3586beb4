/**
 * Mended claims written into the file that they came in: their segments, with nothing else changed. Each is read back; what
 * does not say what the patch says is not written. Uses the rooms before it, {@code data}, {@code finding} and {@code claim}.
 */
package org.hearth.x12.correction;
