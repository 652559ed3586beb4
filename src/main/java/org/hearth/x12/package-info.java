/**
 * X12 files: claims read and corrected (837I), and acknowledgements written (999, 277CA). Each room uses those above it alone.
 *
 * <ul>
 *   <li>{@code segment}: a file segment by segment
 *   <li>{@code guide}: what the guide asks of a transaction set
 *   <li>{@code reading}: segments to claims; does without {@code guide}
 *   <li>{@code correction}: mended claims, written into the file that they came in
 *   <li>{@code acknowledgement}: the answers to a file's sender
 *   <li>{@code eligibility}: Medicare's answers about eligibility (271); uses {@code segment} alone
 * </ul>
 */
package org.hearth.x12;
