package org.hearth.finding;

/**
 * A field of a claim that a correction changes.
 *
 * @param pointer the field, an RFC 6901 pointer into the claim's JSON form as it was
 * @param before its value as JSON text; {@code null} where there was none
 * @param after its value as JSON text; {@code null} where there is none
 */
public record FieldChange(String pointer, String before, String after) {}
