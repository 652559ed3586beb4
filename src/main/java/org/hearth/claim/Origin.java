package org.hearth.claim;

/** Knows where in its file each field of a claim stood. */
@FunctionalInterface
public interface Origin {

    /** A claim that came from no file. */
    Origin NONE = pointer -> null;

    /**
     * Where a field stood.
     *
     * @param pointer the field as an RFC 6901 JSON pointer into the claim's JSON form, such as {@code /lines/0/units}
     * @return the nearest known place, or {@code null} if the claim came from no file
     */
    Location at(String pointer);
}
