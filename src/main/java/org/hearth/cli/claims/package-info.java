/** The commands over claims: check, mend, explain, look back. */
package org.hearth.cli.claims;
