package org.hearth.ledger;

import java.util.regex.Pattern;

/** A text that somebody gives to be recorded: on one line, without what no person writes, and not without end. */
public final class Told {

    /** The characters that a name has at most, of a person as of a draft. */
    public static final int NAME = 80;

    /** The characters that a reason, a source or a note has at most. */
    public static final int TEXT = 500;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern UNSAYABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    private Told() {}

    /**
     * A text as it is recorded: what is blank in it is one blank.
     *
     * @param field what it is called where it was given
     * @param text as given, or {@code null}
     * @param most how many characters it may have
     * @return {@code null} if there is none
     * @throws IllegalArgumentException if it cannot be recorded; the message says what to write instead
     */
    public static String text(String field, String text, int most) {
        if (text == null) {
            return null;
        }
        String plain = BLANKS.matcher(text).replaceAll(" ").strip();
        int characters = plain.codePointCount(0, plain.length());
        if (characters > most) {
            throw new IllegalArgumentException(
                    "`" + field + "` has " + characters + " characters; write at most " + most);
        }
        if (UNSAYABLE.matcher(plain).find()) {
            throw new IllegalArgumentException("`" + field + "` has a character that does not show; write plain text");
        }
        return plain.isEmpty() ? null : plain;
    }
}
