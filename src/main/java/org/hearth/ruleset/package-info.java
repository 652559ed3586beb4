/**
 * Rules, tables and catalogue compiled to one immutable, versioned {@link org.hearth.ruleset.Ruleset}. The only way in:
 * the service, the command line and the tests all load rules here.
 */
package org.hearth.ruleset;
