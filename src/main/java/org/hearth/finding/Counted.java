package org.hearth.finding;

/** A number with the noun that it counts. */
public final class Counted {

    private Counted() {}

    /**
     * The number and its noun, such as {@code 1 day} or {@code 3 days}.
     *
     * @param number as it is shown, such as {@code 1} or {@code 1.5}
     * @param one the noun, and what follows it, for exactly one
     * @param several the same for any other number
     */
    public static String of(String number, String one, String several) {
        return number + " " + (number.equals("1") ? one : several);
    }

    /** As {@link #of(String, String, String)}, of a whole number. */
    public static String of(int number, String one, String several) {
        return of(Integer.toString(number), one, several);
    }
}
