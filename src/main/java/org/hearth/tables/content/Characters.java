package org.hearth.tables.content;

/** Characters that look like others, or like nothing: a cell that holds one matches no claim, and nobody sees why. */
final class Characters {

    private static final String CURLY = "\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb";

    private Characters() {}

    /**
     * Refuses what cannot be seen, and in a value also what only looks right.
     *
     * @param prose whether the text is read by people alone
     */
    static void check(String text, boolean prose) throws ColumnType.BadCell {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            int type = Character.getType(c);
            if (type == Character.FORMAT
                    || type == Character.UNASSIGNED
                    || type == Character.PRIVATE_USE
                    || type == Character.CONTROL && !(prose && c == '\n')) {
                String name = c == '\n' || c == '\r' ? "a line break" : c == '\t' ? "a tab" : "a character unseen";
                throw new ColumnType.BadCell(
                        "the text holds " + name + (at == 0 ? " at its start" : " after `" + tail(text, at) + "`"),
                        "clear the cell and write it again by hand");
            }
            if (!prose && CURLY.indexOf(c) >= 0) {
                throw new ColumnType.BadCell(
                        "`" + text + "` has curly quotes", "write `" + text.replaceAll("[" + CURLY + "]", "") + "`");
            }
            if (!prose && c != ' ' && Character.isSpaceChar(c) && at > 0 && at < text.length() - 1) {
                throw new ColumnType.BadCell(
                        "the blank after `" + tail(text, at) + "` is a non-breaking one",
                        "clear the cell and write it again by hand");
            }
        }
    }

    private static String tail(String text, int at) {
        return text.substring(Math.max(0, at - 12), at);
    }

    /** The code, unless one of its words is digits but for an {@code O}, an {@code l} or an {@code I}. */
    static String likely(String code) throws ColumnType.BadCell {
        for (String word : code.split(" ")) {
            String meant = digits(word);
            if (!meant.equals(word)) {
                throw new ColumnType.BadCell(
                        "`" + code + "` has a letter where a digit belongs",
                        "write `" + code.replace(word, meant) + "`");
            }
        }
        return code;
    }

    /** A word with the digits that its letters may have been meant for; the word itself if it makes sense as it is. */
    private static String digits(String word) {
        int last = word.length() - 1;
        StringBuilder meant = new StringBuilder(word);
        for (int at = 0; at <= last; at++) {
            char c = word.charAt(at);
            if (c == 'O') {
                meant.setCharAt(at, '0');
            } else if (c == 'l' || c == 'I' && at > 0 && at < last) {
                meant.setCharAt(at, '1');
            }
        }
        // a first letter is the section of a HCPCS code
        boolean number = meant.toString().matches("[A-Z]?[0-9]+");
        return number && word.matches(".*[0-9].*") ? meant.toString() : word;
    }
}
