/**
 * The command line: which commands there are, and what becomes of a wrong one. Each room uses those above it alone, as
 * {@code PackagesTest} has them.
 *
 * <ul>
 *   <li>{@code console}: what every command has
 *   <li>{@code releases}: workbooks released, and releases taken back
 *   <li>{@code drafts}: drafts, here or in a service
 *   <li>{@code claims}: claims checked, mended, explained and looked back on
 *   <li>{@code tables}: workbooks and their examples
 * </ul>
 */
package org.hearth.cli;
