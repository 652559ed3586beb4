package org.hearth.facts.claim;

import java.util.Locale;
import java.util.regex.Pattern;

/** The form of the identifiers on a claim. Whether one was ever issued, only its issuer knows. */
public final class Identifiers {

    private static final String LETTER = "[AC-HJKMNP-RT-Y]";
    private static final String EITHER = "[0-9AC-HJKMNP-RT-Y]";

    /** CMS, Understanding the Medicare Beneficiary Identifier format: no S, L, O, I, B, Z. */
    private static final Pattern MBI = Pattern.compile(
            "[1-9]" + LETTER + EITHER + "[0-9]" + LETTER + EITHER + "[0-9]" + LETTER + LETTER + "[0-9]{2}");

    /** The digits of 80840, the prefix of health applications in the United States, add this to the sum. */
    private static final int NPI_PREFIX = 24;

    private static final int NPI_LENGTH = 10;

    private Identifiers() {}

    /** Whether a text is ten digits whose last is the check digit of a national provider identifier (69 FR 3434). */
    public static boolean npi(String text) {
        if (text.length() != NPI_LENGTH) {
            return false;
        }
        int sum = NPI_PREFIX;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            sum += i % 2 == 1 ? digit : digit < 5 ? 2 * digit : 2 * digit - 9;
        }
        return sum % 10 == 0;
    }

    /** Whether a text has the form of a Medicare beneficiary identifier; dashes and small letters do not matter. */
    static boolean mbi(String text) {
        return MBI.matcher(text.replace("-", "").toUpperCase(Locale.ROOT)).matches();
    }
}
