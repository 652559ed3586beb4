/**
 * What a code is on a day: the rows of the code lists, found by code and day. Uses {@code claim}
 * and {@code finding}.
 */
package org.hearth.codes;
