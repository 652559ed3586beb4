package org.hearth.beside;

/** What a file beside claims is, by its first character that is neither blank nor a byte order mark. */
final class Kind {

    private static final int FIRST_OF_NO_TEXT = 0x80;

    private Kind() {}

    static boolean isJson(byte[] content) {
        for (byte b : content) {
            int c = b & 0xff;
            if (c > ' ' && c < FIRST_OF_NO_TEXT) {
                return c == '{' || c == '[';
            }
        }
        return false;
    }
}
