/** What Hearth says about a claim: findings, how bad they are, and where they come from. */
package org.hearth.finding;
