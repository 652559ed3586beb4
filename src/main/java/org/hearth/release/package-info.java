/** The active ruleset, and the examples that a ruleset must pass before it may become active. */
package org.hearth.release;
