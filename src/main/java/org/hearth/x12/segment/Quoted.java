package org.hearth.x12.segment;

/** Values of a file as texts show them, so that no patient's name and no member id is among them. */
public final class Quoted {

    private static final int IDENTIFIER_LENGTH = 40;

    private Quoted() {}

    /**
     * A value in backticks, unless it could be a name or a member id that a lost separator moved to a wrong place. Those
     * have three letters or more, or are a long number with a letter.
     *
     * @param value as sent, or {@code null}
     */
    public static String value(String value) {
        if (value == null) {
            return "(none)";
        }
        return isHarmless(value) ? "`" + value + "`" : "text of " + value.length() + " characters";
    }

    /** Whether a value cannot be a name or a member id, see {@link #value}. */
    public static boolean isHarmless(String value) {
        long letters = value.chars().filter(Character::isLetter).count();
        return letters == 0 ? value.length() <= 20 : letters <= 2 && value.length() <= 8;
    }

    /**
     * The claim's own number or a version, which is shown whatever it is, cut where it is long.
     *
     * @param value as sent, or {@code null}
     */
    public static String identifier(String value) {
        if (value == null) {
            return "(none)";
        }
        return "`" + (value.length() > IDENTIFIER_LENGTH ? value.substring(0, IDENTIFIER_LENGTH) + "…" : value) + "`";
    }
}
