package org.hearth.finding;

/** Values from a claim or a file, made fit for one line of a message. */
public final class Shown {

    /** How many characters of a value a message shows. */
    public static final int LENGTH = 40;

    private Shown() {}

    /** The value in backticks, escaped and cut at {@value #LENGTH} characters. */
    public static String value(String raw) {
        if (raw.codePointCount(0, raw.length()) <= LENGTH) {
            return "`" + escaped(raw) + "`";
        }
        return "`" + escaped(raw.substring(0, raw.offsetByCodePoints(0, LENGTH))) + "...`";
    }

    /**
     * The text with every character that a terminal or a reader could take for more than itself written as its
     * {@code \}{@code u} escape: control and format characters, line separators, unpaired surrogates.
     */
    public static String escaped(String raw) {
        if (raw.codePoints().allMatch(Shown::plain)) {
            return raw;
        }
        StringBuilder text = new StringBuilder(raw.length() + 16);
        raw.codePoints().forEach(character -> {
            if (plain(character)) {
                text.appendCodePoint(character);
            } else {
                for (char unit : Character.toChars(character)) {
                    text.append(String.format("\\u%04x", (int) unit));
                }
            }
        });
        return text.toString();
    }

    private static boolean plain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
