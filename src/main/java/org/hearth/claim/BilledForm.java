package org.hearth.claim;

/**
 * A code that was billed in another form than its own: in small letters, with blanks around it, a revenue code of three
 * digits, a diagnosis with its point. The claim holds its own form.
 *
 * @param pointer the field, as an RFC 6901 pointer into the claim's JSON form
 * @param name what it is, such as {@code revenue code}
 * @param billed as billed
 * @param canonical as the claim holds it and rules read it
 */
public record BilledForm(String pointer, String name, String billed, String canonical) {}
