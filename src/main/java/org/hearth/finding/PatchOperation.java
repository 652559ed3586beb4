package org.hearth.finding;

/**
 * One operation of an RFC 6902 JSON Patch on the claim's JSON form.
 *
 * @param op {@code add}, {@code remove} or {@code replace}
 * @param path an RFC 6901 pointer
 * @param value what to put there: a string, a number or a map; {@code null} with {@code remove}
 */
public record PatchOperation(String op, String path, Object value) {}
