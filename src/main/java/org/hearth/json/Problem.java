package org.hearth.json;

import java.io.Serializable;

/**
 * One thing wrong with a claim's JSON.
 *
 * @param pointer where, as an RFC 6901 pointer into the claim; empty for the claim itself
 * @param value what stands there, cut and escaped; {@code null} where nothing does or where it must not be repeated
 * @param message what is wrong, one line
 * @param fix what to write instead, one line
 */
public record Problem(String pointer, String value, String message, String fix) implements Serializable {}
