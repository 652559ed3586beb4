package org.hearth.claim;

/** The form of codes: what a sender may have meant by one that is written in another. */
public final class CodeForm {

    private static final int REVENUE_CODE_DIGITS = 4;

    private CodeForm() {}

    /** A code without blanks around it and in capital letters; the same object where it is so already. */
    public static String code(String billed) {
        if (billed == null || isPlain(billed)) {
            return billed;
        }
        StringBuilder plain = new StringBuilder(billed.length());
        for (char character : billed.strip().toCharArray()) {
            plain.append(character >= 'a' && character <= 'z' ? (char) (character - 'a' + 'A') : character);
        }
        return plain.toString();
    }

    /** A revenue code of four digits: one of three has lost the zero that it began with. */
    public static String revenueCode(String billed) {
        String code = code(billed);
        return code != null && code.length() == REVENUE_CODE_DIGITS - 1 && isDigits(code) ? "0" + code : code;
    }

    /** A diagnosis code without its point. */
    public static String diagnosis(String billed) {
        String code = code(billed);
        int point = code == null ? -1 : code.indexOf('.');
        return isPlaceOfPoint(point) && point == code.lastIndexOf('.') && point < code.length() - 1
                ? code.substring(0, point) + code.substring(point + 1)
                : code;
    }

    /** After three characters, or after four of an ICD-9 code that begins with an E. */
    private static boolean isPlaceOfPoint(int point) {
        return point == 3 || point == 4;
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character <= ' ' || character >= 'a' && character <= 'z') {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(character -> character >= '0' && character <= '9');
    }
}
