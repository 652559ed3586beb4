/**
 * Drafts: named changes of workbooks that are worked on before they are published, each with who makes it, why, and by which
 * source. A draft is kept after every edit, with what it was before; what it says is checked by {@code ruleset}, what it does
 * is shown by {@code release} and {@code evaluate}.
 */
package org.hearth.draft;
