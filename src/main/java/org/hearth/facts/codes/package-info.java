/**
 * What a code is on a day: the rows of the code lists, found by code and day. The lowest room of the facts; uses nothing
 * but {@code claim}.
 */
package org.hearth.facts.codes;
