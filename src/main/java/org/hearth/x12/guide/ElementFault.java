package org.hearth.x12.guide;

/**
 * What is wrong with an element, as a 999 says it.
 *
 * @param element from 1
 * @param component from 1; 0 for the element itself
 * @param reference its data element number, or {@code null}
 * @param code IK403: {@code 1} missing, {@code 2} missing beside another, {@code 3} too many elements, {@code 4} too
 *     short, {@code 5} too long, {@code 6} character, {@code 7} code, {@code 8} date, {@code 9} time, {@code 13} too
 *     many components, {@code I6} code not in the guide, {@code I10} not used
 * @param value what was sent, or {@code null} if nothing was or it is not to be repeated
 */
public record ElementFault(int element, int component, String reference, String code, String value) {

    /** Does not show what was sent. */
    @Override
    public String toString() {
        return "ElementFault[" + element + (component == 0 ? "" : "-" + component) + " " + code + "]";
    }
}
