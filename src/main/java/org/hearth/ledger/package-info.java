/**
 * The record of releases: which ruleset became active, when, by whom, approved by whom and why, as a chain of hashes that is
 * only ever added to. Uses {@code store} and {@code data}.
 */
package org.hearth.ledger;
